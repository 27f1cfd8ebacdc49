import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function getCommitments(
  _context: Context,
  _args: Args<'commitments.get'>,
): Result<'commitments.get'> | Promise<Result<'commitments.get'>> {
  throw new Refusal('internal', 'commitments.get');
}
