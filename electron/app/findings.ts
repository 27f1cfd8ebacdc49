import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function countFindings(_context: Context, _args: Args<'findings.count'>): Promise<Result<'findings.count'>> {
  throw new Refusal('internal', 'findings.count');
}

export function listReasons(_context: Context, _args: Args<'findings.reasons'>): Promise<Result<'findings.reasons'>> {
  throw new Refusal('internal', 'findings.reasons');
}

export function writeFindings(_context: Context, _args: Args<'findings.write'>): Promise<Result<'findings.write'>> {
  throw new Refusal('internal', 'findings.write');
}
