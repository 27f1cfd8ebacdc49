import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function findTwins(
  _context: Context,
  _args: Args<'units.twins'>,
): Result<'units.twins'> | Promise<Result<'units.twins'>> {
  throw new Refusal('internal', 'units.twins');
}

export function writeUnits(
  _context: Context,
  _args: Args<'units.write'>,
): Result<'units.write'> | Promise<Result<'units.write'>> {
  throw new Refusal('internal', 'units.write');
}

export function readUnits(
  _context: Context,
  _args: Args<'units.read'>,
): Result<'units.read'> | Promise<Result<'units.read'>> {
  throw new Refusal('internal', 'units.read');
}
