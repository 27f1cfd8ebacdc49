import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function getDutyYear(
  _context: Context,
  _args: Args<'duties.year'>,
): Result<'duties.year'> | Promise<Result<'duties.year'>> {
  throw new Refusal('internal', 'duties.year');
}
