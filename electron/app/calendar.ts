import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function showYear(
  _context: Context,
  _args: Args<'calendar.show'>,
): Result<'calendar.show'> | Promise<Result<'calendar.show'>> {
  throw new Refusal('internal', 'calendar.show');
}

export function readNotice(
  _context: Context,
  _args: Args<'calendar.read'>,
): Result<'calendar.read'> | Promise<Result<'calendar.read'>> {
  throw new Refusal('internal', 'calendar.read');
}

export function saveNotice(
  _context: Context,
  _args: Args<'calendar.save'>,
): Result<'calendar.save'> | Promise<Result<'calendar.save'>> {
  throw new Refusal('internal', 'calendar.save');
}

export function saveCountyDay(
  _context: Context,
  _args: Args<'calendar.saveCounty'>,
): Result<'calendar.saveCounty'> | Promise<Result<'calendar.saveCounty'>> {
  throw new Refusal('internal', 'calendar.saveCounty');
}

export function listDue(
  _context: Context,
  _args: Args<'calendar.due'>,
): Result<'calendar.due'> | Promise<Result<'calendar.due'>> {
  throw new Refusal('internal', 'calendar.due');
}
