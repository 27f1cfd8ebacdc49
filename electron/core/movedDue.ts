import type { MovedDue } from '../contract/calendar.ts';
import type { Duty } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { WorkCalendar } from './calendar.ts';
import { compareText } from './compareText.ts';
import { periodsOf } from './period.ts';
import { rhythmsOf } from './rhythms.ts';
import { dueOf, periodsHeld, scheduleKind } from './schedule.ts';
import { whereKnown } from './whereKnown.ts';

export interface MovedInput {
  readonly duties: readonly Duty[];
  readonly settings: OfficeSettings;
  /** Years in which a day changed. */
  readonly years: readonly number[];
  readonly before: WorkCalendar;
  readonly after: WorkCalendar;
}

/**
 * The due moments of duties with a schedule that another calendar moves, by moment. Null stands for a moment that its calendar refuses. Looks
 * at the year before, too: its last periods may be due after it.
 */
export function movedDues({ duties, settings, years, before, after }: MovedInput): MovedDue[] {
  const looked = [...new Set(years.flatMap((year) => [year - 1, year]))].sort((a, b) => a - b);
  const moved = duties
    .filter((duty) => scheduleKind(duty) !== null)
    .flatMap((duty) => {
      const periods = new Set(looked.flatMap((year) => periodsOfYear(duty, String(year), settings, after)));
      return [...periods].flatMap((period): MovedDue[] => {
        const was = whereKnown(() => dueOf(duty, period, settings, before), null);
        const is = whereKnown(() => dueOf(duty, period, settings, after), null);
        return was === is ? [] : [{ duty: duty.id, period, before: was, after: is }];
      });
    });
  return moved.sort((a, b) => compareText(momentOf(a), momentOf(b)) || compareText(a.duty, b.duty));
}

/** Weeks are asked for one by one: which of them a year holds would need its calendar. */
function periodsOfYear(duty: Duty, year: Period, settings: OfficeSettings, calendar: WorkCalendar): Period[] {
  return rhythmsOf(duty).flatMap(({ duty: one, holds }) => {
    const containers = scheduleKind(one) === 'week' ? periodsOf('week', year) : [year];
    return containers.flatMap((container) => periodsHeld(one, container, settings, calendar)).filter(holds);
  });
}

function momentOf({ before, after }: MovedDue): Moment {
  return after ?? before ?? '';
}
