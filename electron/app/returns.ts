import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function writeReturns(_context: Context, _args: Args<'returns.write'>): Promise<Result<'returns.write'>> {
  throw new Refusal('internal', 'returns.write');
}

export function listReturns(_context: Context, _args: Args<'returns.list'>): Promise<Result<'returns.list'>> {
  throw new Refusal('internal', 'returns.list');
}

export function withdrawReturn(_context: Context, _id: number): Promise<Result<'returns.withdraw'>> {
  throw new Refusal('internal', 'returns.withdraw');
}
