import type { MovedDue } from '../contract/calendar.ts';
import type { Duty } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { WorkCalendar } from './calendar.ts';
import { periodsOf } from './period.ts';
import { Refusal } from './refusal.ts';
import { dueOf, periodsHeld, scheduleKind } from './schedule.ts';

export interface MovedInput {
  readonly duties: readonly Duty[];
  readonly settings: OfficeSettings;
  /** Years in which a day changed. */
  readonly years: readonly number[];
  readonly before: WorkCalendar;
  readonly after: WorkCalendar;
}

/**
 * The due moments of scheduled duties that another calendar moves, by moment. Null stands for a moment that its calendar refuses. Looks
 * at the year before, too: its last periods may be due after it.
 */
export function movedDues({ duties, settings, years, before, after }: MovedInput): MovedDue[] {
  const looked = [...new Set(years.flatMap((year) => [year - 1, year]))].sort((a, b) => a - b);
  const moved = duties
    .filter((duty) => duty.kind === 'scheduled')
    .flatMap((duty) => {
      const periods = new Set(looked.flatMap((year) => periodsOfYear(duty, String(year), settings, after)));
      return [...periods].flatMap((period): MovedDue[] => {
        const was = known(() => dueOf(duty, period, settings, before));
        const is = known(() => dueOf(duty, period, settings, after));
        return was === is ? [] : [{ duty: duty.id, period, before: was, after: is }];
      });
    });
  return moved.sort((a, b) => compare(momentOf(a), momentOf(b)) || compare(a.duty, b.duty));
}

/** Weeks are asked for one by one: which of them a year holds would need its calendar. */
function periodsOfYear(duty: Duty, year: Period, settings: OfficeSettings, calendar: WorkCalendar): Period[] {
  if (scheduleKind(duty) !== 'week') return periodsHeld(duty, year, settings, calendar);
  return periodsOf('week', year).flatMap((week) => periodsHeld(duty, week, settings, calendar));
}

function known(moment: () => Moment | null): Moment | null {
  try {
    return moment();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'year_unknown') return null;
    throw error;
  }
}

function momentOf({ before, after }: MovedDue): Moment {
  return after ?? before ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
