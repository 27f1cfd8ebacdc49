import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function correctRecord(_context: Context, _args: Args<'records.correct'>): Promise<Result<'records.correct'>> {
  throw new Refusal('internal', 'records.correct');
}
