import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listAssignments(
  _context: Context,
  _args: Args<'assignments.list'>,
): Result<'assignments.list'> | Promise<Result<'assignments.list'>> {
  throw new Refusal('internal', 'assignments.list');
}

export function saveAssignment(
  _context: Context,
  _args: Args<'assignments.save'>,
): Result<'assignments.save'> | Promise<Result<'assignments.save'>> {
  throw new Refusal('internal', 'assignments.save');
}

export function withdrawAssignment(
  _context: Context,
  _args: Args<'assignments.withdraw'>,
): Result<'assignments.withdraw'> | Promise<Result<'assignments.withdraw'>> {
  throw new Refusal('internal', 'assignments.withdraw');
}
