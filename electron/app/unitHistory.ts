import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function renameUnit(
  _context: Context,
  _args: Args<'units.rename'>,
): Result<'units.rename'> | Promise<Result<'units.rename'>> {
  throw new Refusal('internal', 'units.rename');
}

export function succeedUnits(
  _context: Context,
  _args: Args<'units.succeed'>,
): Result<'units.succeed'> | Promise<Result<'units.succeed'>> {
  throw new Refusal('internal', 'units.succeed');
}
