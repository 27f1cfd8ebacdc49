import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listExemptions(
  _context: Context,
  _args: Args<'exemptions.list'>,
): Result<'exemptions.list'> | Promise<Result<'exemptions.list'>> {
  throw new Refusal('internal', 'exemptions.list');
}

export function saveExemption(
  _context: Context,
  _args: Args<'exemptions.save'>,
): Result<'exemptions.save'> | Promise<Result<'exemptions.save'>> {
  throw new Refusal('internal', 'exemptions.save');
}

export function withdrawExemption(
  _context: Context,
  _args: Args<'exemptions.withdraw'>,
): Result<'exemptions.withdraw'> | Promise<Result<'exemptions.withdraw'>> {
  throw new Refusal('internal', 'exemptions.withdraw');
}
