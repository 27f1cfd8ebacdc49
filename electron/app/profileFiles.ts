import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function exportProfile(
  _context: Context,
  _args: Args<'profiles.export'>,
): Result<'profiles.export'> | Promise<Result<'profiles.export'>> {
  throw new Refusal('internal', 'profiles.export');
}
