import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listMemory(_context: Context): Promise<Result<'memory.list'>> {
  throw new Refusal('internal', 'memory.list');
}

export function forgetMemory(_context: Context, _args: Args<'memory.forget'>): Promise<Result<'memory.forget'>> {
  throw new Refusal('internal', 'memory.forget');
}
