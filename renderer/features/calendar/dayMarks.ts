import type { CalendarDay, CalendarYear } from '../../../electron/contract/calendar.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { COUNTY_SIGNS, DAY_SIGNS, DAY_WORDS } from '../../words/calendar.ts';

/** How a day is marked: by colour (`kind`, `county`) and by sign; `title` says it in words. */
export interface DayMark {
  readonly kind: CalendarDay['kind'];
  readonly county: boolean;
  readonly sign: string;
  readonly title: string;
}

/** The marked days of a year; a county day lies over the notice's. */
export function dayMarks(year: CalendarYear): ReadonlyMap<Day, DayMark> {
  const marks = new Map<Day, DayMark>();
  for (const { day, kind, name } of [...year.holidays, ...year.workdays])
    marks.set(day, {
      kind,
      county: false,
      sign: DAY_SIGNS[kind],
      title: `${name}${kind === 'work' ? '调休' : ''}${DAY_WORDS[kind]}`,
    });
  for (const { day, kind, name, reason } of year.county)
    marks.set(day, { kind, county: true, sign: COUNTY_SIGNS[kind], title: `${name}（${reason}）` });
  return marks;
}
