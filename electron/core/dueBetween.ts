import type { DueRule } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { WorkCalendar } from './calendar.ts';
import { plainDueDay } from './due.ts';
import { addDays, dayOf, firstDay, lastDay, nextPeriod, periodOf } from './period.ts';
import { rhythmsOf } from './rhythms.ts';
import { dueOf, dueRuleOf, longestWait, periodsHeld, REACH, type Scheduled, scheduleKind } from './schedule.ts';

export interface DueSpan {
  readonly from: Day;
  readonly to: Day;
  readonly settings: OfficeSettings;
  readonly calendar: WorkCalendar;
}

/**
 * The periods of a duty that are due between two days, whatever year they are of. Refuses `year_unknown` only where the unknown year can
 * bring a due day into the span.
 */
export function dueBetween(duty: Scheduled, span: DueSpan): DuePeriod[] {
  return rhythmsOf(duty).flatMap(({ duty: one, holds }) =>
    dueOfRhythm(one, span).filter(({ period }) => holds(period)),
  );
}

interface DuePeriod {
  readonly period: Period;
  readonly due: Moment;
}

function dueOfRhythm(duty: Scheduled, span: DueSpan): DuePeriod[] {
  const { from, to, settings, calendar } = span;
  const kind = scheduleKind(duty);
  if (kind === null) return [];
  const found: DuePeriod[] = [];
  const begin = periodOf(kind, addDays(from, -longestWait(duty)));
  // Moved back before a long holiday, a period can be due before it begins.
  for (let period = begin; firstDay(period) <= addDays(to, REACH); period = nextPeriod(period)) {
    if (!periodsHeld(duty, period, settings, calendar).includes(period)) continue;
    const rule = dueRuleOf(duty, period, settings, calendar);
    if (rule === null || isBeyond(rule, period, span)) continue;
    const due = dueOf(duty, period, settings, calendar);
    if (due !== null && dayOf(due) >= from && dayOf(due) <= to) found.push({ period, due });
  }
  return found;
}

/** What a shift can only move further away needs no calendar: December must not refuse for a day in an unknown January. */
function isBeyond(rule: DueRule, period: Period, { from, to, settings, calendar }: DueSpan): boolean {
  const shift = rule.shift ?? settings.shift;
  const counts = rule.rule === 'days-after-period' && rule.unit === 'working';
  const plain = counts ? addDays(lastDay(period), rule.days) : plainDueDay(rule, period, calendar);
  return (shift !== 'previous' && plain > to) || (shift !== 'next' && !counts && plain < from);
}
