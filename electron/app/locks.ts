import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listLocks(_context: Context): Promise<Result<'periods.locks'>> {
  throw new Refusal('internal', 'periods.locks');
}

export function lockPeriod(_context: Context, _args: Args<'periods.lock'>): Promise<Result<'periods.lock'>> {
  throw new Refusal('internal', 'periods.lock');
}
