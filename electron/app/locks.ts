import { logAction } from '../../db/queries/audit.ts';
import { insertLock, lockedPeriods } from '../../db/queries/locks.ts';
import type { ReadDb } from '../../db/types.ts';
import type { PeriodLock } from '../contract/locks.ts';
import type { Day, Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { cadenceKind, isPeriod, lastDay, periodKind } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
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
    if (!locked) refuseNotLocked(context, directory, period, lockedPeriods(db));
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

/** Refuses `period_locked` when one of the periods is closed. */
export function refuseLocked(context: Context, db: ReadDb, periods: readonly Period[]): void {
  const closed = lockedPeriods(db).map((lock) => lock.period);
  if (closed.length === 0) return;
  const directory = readDirectory(db);
  const held = heldPeriods(context, directory, closed);
  const hit = periods.find((period) => held.has(period));
  if (hit !== undefined) throw new Refusal('period_locked', lockPhrase(context, directory, hit, closed));
}

/**
 * Refuses `period_locked` when a closed period of a duty (null: of any) ends between two days (null: without end): what holds from day
 * to day would change what was counted of it.
 */
export function refuseLockedBetween(
  context: Context,
  db: ReadDb,
  { duty, from, to }: { readonly duty: string | null; readonly from: Day | null; readonly to: Day | null },
): void {
  const closed = lockedPeriods(db).map((lock) => lock.period);
  if (closed.length === 0) return;
  const directory = readDirectory(db);
  const cadence = directory.duties.find((one) => one.id === duty)?.cadence;
  const kind = cadence === undefined ? null : cadenceKind(cadence);
  const hit = [...heldPeriods(context, directory, closed)].find((period) => {
    const end = lastDay(period);
    return (kind ?? periodKind(period)) === periodKind(period) && (from ?? end) <= end && end <= (to ?? end);
  });
  if (hit !== undefined) throw new Refusal('period_locked', lockPhrase(context, directory, hit, closed));
}

/** A closed period with the lock to open: `2022-W17（随 2022-04 锁定）`, or the period alone where it is its own. */
function lockPhrase(context: Context, directory: Directory, period: Period, closed: readonly Period[]): string {
  const holders = holdersOf(context, directory, period, closed);
  const others = holders.filter((holder) => holder !== period);
  if (others.length === 0) return period;
  return holders.includes(period)
    ? `${period}（另随 ${others.join('、')} 锁定）`
    : `${period}（随 ${others.join('、')} 锁定）`;
}

/** Refuses `period_not_locked` when a period holds no lock of its own: opening it would open nothing. */
function refuseNotLocked(context: Context, directory: Directory, period: Period, locks: readonly PeriodLock[]): void {
  const closed = locks.map((lock) => lock.period);
  if (closed.includes(period)) return;
  const holders = holdersOf(context, directory, period, closed);
  const held = holders.length === 0 ? `${period} 并未锁定` : `${period} 随 ${holders.join('、')} 锁定，请解锁后者`;
  throw new Refusal('period_not_locked', held);
}

/** The locks that close a period. */
function holdersOf(context: Context, directory: Directory, period: Period, closed: readonly Period[]): Period[] {
  return closed.filter((holder) => heldPeriods(context, directory, [holder]).has(period));
}
