import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listIndicators(
  _context: Context,
  _args: Args<'indicators.list'>,
): Result<'indicators.list'> | Promise<Result<'indicators.list'>> {
  throw new Refusal('internal', 'indicators.list');
}

export function enterIndicator(
  _context: Context,
  _args: Args<'indicators.enter'>,
): Result<'indicators.enter'> | Promise<Result<'indicators.enter'>> {
  throw new Refusal('internal', 'indicators.enter');
}

export function saveIndicator(
  _context: Context,
  _args: Args<'indicators.save'>,
): Result<'indicators.save'> | Promise<Result<'indicators.save'>> {
  throw new Refusal('internal', 'indicators.save');
}
