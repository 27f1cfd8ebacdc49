import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listEvents(
  _context: Context,
  _args: Args<'events.list'>,
): Result<'events.list'> | Promise<Result<'events.list'>> {
  throw new Refusal('internal', 'events.list');
}

export function saveEvent(
  _context: Context,
  _args: Args<'events.save'>,
): Result<'events.save'> | Promise<Result<'events.save'>> {
  throw new Refusal('internal', 'events.save');
}

export function withdrawEvent(
  _context: Context,
  _args: Args<'events.withdraw'>,
): Result<'events.withdraw'> | Promise<Result<'events.withdraw'>> {
  throw new Refusal('internal', 'events.withdraw');
}
