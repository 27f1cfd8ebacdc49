import type { Duty } from '../contract/duties.ts';
import type { Day, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { dutyAt } from '../core/dutyHistory.ts';
import { filingKind, isDay, isPeriod, lastDay } from '../core/period.ts';
import { periodWanted } from '../core/periodWanted.ts';
import { Refusal } from '../core/refusal.ts';
import { isPeriodOf } from '../core/rhythms.ts';
import type { Directory } from './context.ts';

/** The unit of an id or full name; refuses `unit_unknown`. */
export function unitOf({ units }: Directory, unit: string): Unit {
  const found = units.find((u) => u.id === unit || u.name === unit);
  if (!found) throw new Refusal('unit_unknown', unit);
  return found;
}

/** The duty of an id; refuses `duty_unknown`. */
export function dutyOf({ duties }: Directory, duty: string): Duty {
  const found = duties.find((d) => d.id === duty);
  if (!found) throw new Refusal('duty_unknown', duty);
  return found;
}

/** Refuses what is no period (`period_invalid`), or none of the duty's cadence (`period_not_of_duty`). */
export function refusePeriodNotOf(duty: Duty, period: Period): void {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  if (isPeriodOf(duty, period)) return;
  const kind = filingKind(dutyAt(duty, lastDay(period)).cadence);
  throw new Refusal('period_not_of_duty', periodWanted(period, duty.title, kind));
}

/** Refuses a zero report of a duty that takes none in the period (`zero_not_taken`): it would be kept and never count. */
export function refuseZeroNotTaken(duty: Duty, period: Period): void {
  if (dutyAt(duty, lastDay(period)).zeroReport === 'none') throw new Refusal('zero_not_taken', duty.title);
}

/** Refuses days that do not exist (`moment_invalid`) and an end before its beginning (`range_invalid`). */
export function refuseRange(from: Day | null, to: Day | null): void {
  for (const day of [from, to]) if (day !== null && !isDay(day)) throw new Refusal('moment_invalid', day);
  if (from !== null && to !== null && to < from)
    throw new Refusal('range_invalid', `截止日期 ${to} 早于开始日期 ${from}`);
}
