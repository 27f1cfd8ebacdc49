import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function coverageOf(
  _context: Context,
  _args: Args<'draws.coverage'>,
): Result<'draws.coverage'> | Promise<Result<'draws.coverage'>> {
  throw new Refusal('internal', 'draws.coverage');
}

export function makeDraw(
  _context: Context,
  _args: Args<'draws.make'>,
): Result<'draws.make'> | Promise<Result<'draws.make'>> {
  throw new Refusal('internal', 'draws.make');
}

export function withdrawDraw(
  _context: Context,
  _args: Args<'draws.withdraw'>,
): Result<'draws.withdraw'> | Promise<Result<'draws.withdraw'>> {
  throw new Refusal('internal', 'draws.withdraw');
}
