import type { OfficeSettings } from '../contract/profiles.ts';
import type { Period } from '../contract/time.ts';
import type { WorkCalendar } from './calendar.ts';
import { plainDueDay } from './due.ts';
import { addDays, firstDay, lastDay, nextPeriod, periodKind, periodOf } from './period.ts';
import { Refusal } from './refusal.ts';
import { rhythmsOf } from './rhythms.ts';
import { dueOf, dueRuleOf, longestWait, periodsHeld, REACH, type Scheduled, scheduleKind } from './schedule.ts';
import { whereKnown } from './whereKnown.ts';

/** A period of a duty whose due moment only the calendar of an unknown year can say. */
export interface UnknownDue {
  readonly period: Period;
  readonly year: string;
}

/**
 * The periods of a duty that a container holds, or may hold, and whose due moment cannot be said (2026年12月的报表次年1月5日前报): those
 * alone are refused, the others stand. A week counts when its due day may lie in the container.
 */
export function unknownDues(
  duty: Scheduled,
  container: Period,
  settings: OfficeSettings,
  calendar: WorkCalendar,
): UnknownDue[] {
  return rhythmsOf(duty).flatMap(({ duty: one, holds }) => {
    const isByDue = scheduleKind(one) === 'week' && periodKind(container) !== 'week';
    const periods = isByDue
      ? weeksNear(one, container, settings, calendar)
      : periodsHeld(one, container, settings, calendar);
    return periods.filter(holds).flatMap((period) => {
      const year = unknownYear(() => dueOf(one, period, settings, calendar));
      return year === null ? [] : [{ period, year }];
    });
  });
}

/** A calendar that takes every day of an unknown year for a working day: to lay out what `unknownDues` then leaves out, never to be shown. */
export function withoutRefusals(calendar: WorkCalendar): WorkCalendar {
  return { ...calendar, isWorkday: (day) => whereKnown(() => calendar.isWorkday(day), true) };
}

/** Weeks of the duty that may be due in the container. */
function weeksNear(duty: Scheduled, container: Period, settings: OfficeSettings, calendar: WorkCalendar): Period[] {
  const [from, to] = [firstDay(container), lastDay(container)];
  const weeks: Period[] = [];
  for (let week = periodOf('week', addDays(from, -longestWait(duty))); firstDay(week) <= to; week = nextPeriod(week)) {
    if (periodsHeld(duty, week, settings, calendar).length === 0) continue;
    const rule = whereKnown(() => dueRuleOf(duty, week, settings, calendar), null);
    if (rule === null) continue;
    const isAfter = rule.rule === 'days-after-period';
    const plain = isAfter ? addDays(lastDay(week), rule.days) : plainDueDay(rule, week, calendar);
    const latest = addDays(plain, REACH + (isAfter && rule.unit === 'working' ? rule.days : 0));
    const canComeBack = (rule.shift ?? settings.shift) === 'previous';
    if (latest >= from && (canComeBack ? addDays(plain, -REACH) : plain) <= to) weeks.push(week);
  }
  return weeks;
}

function unknownYear(ask: () => unknown): string | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'year_unknown') return error.subject;
    throw error;
  }
}
