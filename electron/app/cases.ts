import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listCases(
  _context: Context,
  _args: Args<'cases.list'>,
): Result<'cases.list'> | Promise<Result<'cases.list'>> {
  throw new Refusal('internal', 'cases.list');
}

export function countCases(
  _context: Context,
  _args: Args<'cases.counts'>,
): Result<'cases.counts'> | Promise<Result<'cases.counts'>> {
  throw new Refusal('internal', 'cases.counts');
}

export function addCase(
  _context: Context,
  _args: Args<'cases.add'>,
): Result<'cases.add'> | Promise<Result<'cases.add'>> {
  throw new Refusal('internal', 'cases.add');
}

export function writeCases(
  _context: Context,
  _args: Args<'cases.write'>,
): Result<'cases.write'> | Promise<Result<'cases.write'>> {
  throw new Refusal('internal', 'cases.write');
}
