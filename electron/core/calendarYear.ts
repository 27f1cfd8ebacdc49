import type { CalendarDay, CalendarYear, CountyDay, HolidayNotice } from '../contract/calendar.ts';
import { createCalendar, shippedDays, shipsYear } from './calendar.ts';
import { workdaysOf } from './holidayNotice.ts';

/** What the office added, in full. */
export interface OfficeCalendar {
  readonly years: readonly HolidayNotice[];
  readonly county: readonly CountyDay[];
}

/** What is known of a year: its holidays and make-up workdays, also those of the next year's notice, its county days and working days. */
export function describeYear(year: number, extra: OfficeCalendar): CalendarYear {
  const imported = extra.years.find((notice) => notice.year === year);
  const state = imported ? 'imported' : shipsYear(year) ? 'known' : 'unknown';
  const byDay = new Map<string, CalendarDay>();
  for (const notice of [year - 1, year, year + 1])
    for (const one of noticeDays(notice, extra) ?? []) if (one.day.startsWith(`${year}-`)) byDay.set(one.day, one);
  const days = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    year,
    state,
    ships: shipsYear(year),
    source: imported?.source ?? (state === 'known' ? '国务院办公厅放假通知' : ''),
    holidays: days.filter((day) => day.kind === 'off'),
    workdays: days.filter((day) => day.kind === 'work'),
    county: extra.county.filter((one) => one.day.startsWith(`${year}-`)),
    total: state === 'unknown' ? null : workdaysOf(year, createCalendar(extra)),
  };
}

/** The days of a year's notice, imported or shipped; null: there is none. */
export function noticeDays(year: number, { years }: Pick<OfficeCalendar, 'years'>): readonly CalendarDay[] | null {
  return years.find((notice) => notice.year === year)?.days ?? (shipsYear(year) ? shippedDays(year) : null);
}
