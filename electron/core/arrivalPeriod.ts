import type { OfficeSettings } from '../contract/profiles.ts';
import type { Moment, Period, PeriodKind } from '../contract/time.ts';
import { shiftDay, type WorkCalendar } from './calendar.ts';
import { plainDueDay } from './due.ts';
import { addDays, dayOf, daysBetween, isAfter, lastDay, periodOf, previousPeriod } from './period.ts';
import { dueRuleOf, type Scheduled } from './schedule.ts';
import { whereKnown } from './whereKnown.ts';

/** A duty's schedule as the office has it; plain values, so that it crosses to the worker. */
export interface DutySchedule {
  readonly duty: Scheduled;
  readonly settings: OfficeSettings;
}

/** What of a duty decides its periods and due moments, without the rest. */
export function scheduleOf({ cadence, due, kind, revisions = [] }: Scheduled, settings: OfficeSettings): DutySchedule {
  const changes = revisions.flatMap(({ from, due: rule, cadence: rhythm }) =>
    rule === undefined && rhythm === undefined
      ? []
      : [{ from, reason: '', ...(rule === undefined ? {} : { due: rule }), ...(rhythm ? { cadence: rhythm } : {}) }],
  );
  return { duty: { cadence, due, ...(kind === undefined ? {} : { kind }), revisions: changes }, settings };
}

export interface Arrival {
  /** Kind of the periods the duty is filed under. */
  readonly kind: PeriodKind;
  /** Absent: a duty without due rule. */
  readonly schedule?: DutySchedule | undefined;
  readonly calendar: WorkCalendar;
}

/**
 * The periods that something which names none can be about, by the moment it arrived, the likeliest first. Mostly that of its arrival. A
 * duty due after its period ends (每月5日前报上月, 截至上月最后一日) is about the period before. Two answers: the period before that one is
 * not due yet either (its due day was moved by a holiday), or the running one is due sooner than the last was.
 */
export function periodsAtArrival(
  arrived: Moment,
  { kind, schedule, calendar }: Arrival,
): readonly [Period, ...Period[]] {
  const day = dayOf(arrived);
  const running = periodOf(kind, day);
  const last = previousPeriod(running);
  if (schedule === undefined || !isAboutBefore(last, schedule, calendar)) return [running];
  const before = previousPeriod(last);
  const stillOpen = dueMomentNear(before, schedule, calendar);
  if (stillOpen !== null && !isAfter(arrived, stillOpen)) return [last, before];
  const due = dueMomentNear(last, schedule, calendar);
  const next = dueMomentNear(running, schedule, calendar);
  if (due === null || next === null || !isAfter(arrived, due)) return [last];
  return daysBetween(day, dayOf(next)) < daysBetween(dayOf(due), day) ? [last, running] : [last];
}

/** Whether a duty reports a period after it ended, and so always about the one before. */
function isAboutBefore(period: Period, { duty, settings }: DutySchedule, calendar: WorkCalendar): boolean {
  const rule = dueRuleOf(duty, period, settings, calendar)?.rule;
  return rule === 'day-of-next-month' || rule === 'days-after-period';
}

/** The due moment, or, where only an unknown year could say, the moment its rule names: a file must not wait for next year's calendar. */
function dueMomentNear(period: Period, { duty, settings }: DutySchedule, calendar: WorkCalendar): Moment | null {
  const rule = dueRuleOf(duty, period, settings, calendar);
  if (rule === null) return null;
  const days = rule.rule === 'days-after-period' ? rule.days : 0;
  const plain = whereKnown(() => plainDueDay(rule, period, calendar), addDays(lastDay(period), days));
  return `${whereKnown(() => shiftDay(plain, rule.shift ?? settings.shift, calendar), plain)}T${rule.time}`;
}
