import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listClusters(_context: Context, _args: Args<'records.clusters'>): Promise<Result<'records.clusters'>> {
  throw new Refusal('internal', 'records.clusters');
}
