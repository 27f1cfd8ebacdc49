import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function writeBlanks(_context: Context, _args: Args<'blanks.write'>): Promise<Result<'blanks.write'>> {
  throw new Refusal('internal', 'blanks.write');
}
