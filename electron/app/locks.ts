import { logAction } from '../../db/queries/audit.ts';
import { insertLock, lockedPeriods } from '../../db/queries/locks.ts';
import type { ReadDb } from '../../db/types.ts';
import type { PeriodLock } from '../contract/locks.ts';
import type { Day, Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { isPeriod, lastDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { isPeriodOf } from '../core/rhythms.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { periodsIn } from './status.ts';

/** Periods closed for all that changes what was counted of them: undo, corrections, confirmations, withdrawals. */
export function listLocks(context: Context): readonly PeriodLock[] {
  return lockedPeriods(context.store().read);
}

/**
 * Closes a period or opens it again; both need a written reason. Imports for a closed period are taken as 补报. Opening what holds no lock
 * of its own is refused (`period_not_locked`), naming the one that holds it.
 */
export function lockPeriod(
  context: Context,
  { period, locked, reason, by = '' }: Args<'periods.lock'>,
): readonly PeriodLock[] {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  const at = context.deps.now();
  return context.store().write((db) => {
    // Every period it holds must be known, or the lock could not be kept.
    const directory = readDirectory(db);
    heldPeriods(context, directory, [period]);
    if (!locked) refuseNotLocked(period, closedPeriods(context, db, directory));
    insertLock(db, { period, locked, at, by, reason: written });
    logAction(db, at, locked ? 'period.lock' : 'period.unlock', period, written, by);
    return lockedPeriods(db);
  });
}

/** The periods with all that they hold: a closed month closes the weeks due in it. */
export function heldPeriods(
  { calendar }: Context,
  directory: Directory,
  periods: readonly Period[],
): ReadonlySet<Period> {
  return new Set(periods.flatMap((period) => periodsIn(directory, period, calendar)));
}

/**
 * Refuses `period_locked` when one of the periods is closed. The directory may be handed in where it is read already; it is read, and laid
 * out, only where there is something to ask.
 */
export function refuseLocked(context: Context, db: ReadDb, periods: readonly Period[], given?: Directory): void {
  if (periods.length === 0) return;
  const closed = closedPeriods(context, db, given);
  const hit = periods.find((period) => closed.has(period));
  if (hit !== undefined) throw new Refusal('period_locked', lockPhrase(hit, closed));
}

/** A duty (null: any) from day to day (null: without end). */
export interface DutySpan {
  readonly duty: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * Refuses `period_locked` when a closed period of a duty ends between two days: what holds from day to day would change what was counted of
 * it. A duty has the periods of every cadence it ever had: weeks closed before it became monthly are its own.
 */
export function refuseLockedBetween(
  context: Context,
  db: ReadDb,
  { duty: id, from, to }: DutySpan,
  given?: Directory,
): void {
  if (lockedPeriods(db).length === 0) return;
  const directory = given ?? readDirectory(db);
  const closed = closedPeriods(context, db, directory);
  const duty = directory.duties.find((one) => one.id === id);
  const hit = [...closed.keys()].find((period) => {
    const end = lastDay(period);
    return (duty === undefined || isPeriodOf(duty, period)) && (from ?? end) <= end && end <= (to ?? end);
  });
  if (hit !== undefined) throw new Refusal('period_locked', lockPhrase(hit, closed));
}

/** Closed periods with the locks that close each, in the order of the locks. */
type ClosedPeriods = ReadonlyMap<Period, readonly Period[]>;

/** Every lock is laid out once; the directory is read only where there is one. */
function closedPeriods(context: Context, db: ReadDb, given?: Directory): ClosedPeriods {
  const locks = lockedPeriods(db).map((lock) => lock.period);
  if (locks.length === 0) return new Map();
  const directory = given ?? readDirectory(db);
  const closed = new Map<Period, Period[]>();
  for (const lock of locks)
    for (const period of heldPeriods(context, directory, [lock]))
      closed.set(period, [...(closed.get(period) ?? []), lock]);
  return closed;
}

/** A closed period with the lock to open: `2022-W17（随 2022-04 锁定）`, or the period alone where it is its own. */
function lockPhrase(period: Period, closed: ClosedPeriods): string {
  const holders = closed.get(period) ?? [];
  const others = holders.filter((holder) => holder !== period);
  if (others.length === 0) return period;
  return holders.includes(period)
    ? `${period}（另随 ${others.join('、')} 锁定）`
    : `${period}（随 ${others.join('、')} 锁定）`;
}

/** Refuses `period_not_locked` when a period holds no lock of its own: opening it would open nothing. */
function refuseNotLocked(period: Period, closed: ClosedPeriods): void {
  const holders = closed.get(period) ?? [];
  if (holders.includes(period)) return;
  const held = holders.length === 0 ? `${period} 并未锁定` : `${period} 随 ${holders.join('、')} 锁定，请解锁后者`;
  throw new Refusal('period_not_locked', held);
}
