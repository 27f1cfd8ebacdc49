import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listAllotments(
  _context: Context,
  _args: Args<'allotments.list'>,
): Result<'allotments.list'> | Promise<Result<'allotments.list'>> {
  throw new Refusal('internal', 'allotments.list');
}

export function saveAllotments(
  _context: Context,
  _args: Args<'allotments.save'>,
): Result<'allotments.save'> | Promise<Result<'allotments.save'>> {
  throw new Refusal('internal', 'allotments.save');
}
