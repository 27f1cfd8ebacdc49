import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function getYear(
  _context: Context,
  _args: Args<'status.year'>,
): Result<'status.year'> | Promise<Result<'status.year'>> {
  throw new Refusal('internal', 'status.year');
}
