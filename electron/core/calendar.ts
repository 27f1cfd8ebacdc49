import chineseDays from 'chinese-days';
import type { CalendarDay, CountyDay, HolidayNotice } from '../contract/calendar.ts';
import type { Shift } from '../contract/duties.ts';
import type { Day } from '../contract/time.ts';
import { addDays, weekdayOf } from './period.ts';
import { Refusal } from './refusal.ts';

/** What an office adds to the calendar that ships; plain values, so that it crosses to the worker. */
export interface CalendarExtra {
  /** Notices the office imported; one beats what ships for its year. */
  readonly years: readonly HolidayNotice[];
  /** Days of this county; they beat every notice. */
  readonly county: readonly Pick<CountyDay, 'day' | 'kind' | 'name'>[];
}

/** Working days of the known years; refuses (`year_unknown`) any other year instead of guessing. */
export interface WorkCalendar {
  /** First and last of the unbroken run of known years that holds those that ship; years beyond a gap may be known, too. */
  readonly from: number;
  readonly to: number;
  /** What it was made of besides what ships; absent: nothing. */
  readonly extra?: CalendarExtra;
  isWorkday(day: Day): boolean;
}

/**
 * The State Council's holidays and make-up workdays 2004–2026 (chinese-days 1.5.7, checked day by day: domain.md §7.1), with the notices
 * the office imported and the days of its county. A notice's days in a neighbouring year (2018-12-29 in that of 2019) count there; where
 * two imported notices speak of a day, the later one holds.
 */
export function createCalendar(extra: CalendarExtra = NOTHING): WorkCalendar {
  const isKnown = (year: number) => shipsYear(year) || extra.years.some((notice) => notice.year === year);
  const special = new Map<Day, CalendarDay['kind']>();
  for (const one of specialDays(extra)) special.set(one.day, one.kind);
  const replaced = new Set(extra.years.map((notice) => notice.year));
  const asked = new Map<Day, boolean>();
  return {
    from: edgeOf(FROM, -1, isKnown),
    to: edgeOf(TO, 1, isKnown),
    ...(extra === NOTHING ? {} : { extra }),
    isWorkday(day) {
      const known = asked.get(day);
      if (known !== undefined) return known;
      const stated = special.get(day);
      // The package answers "workday" for weekdays of years it does not know (domain.md §7.2).
      if (stated === undefined && !isKnown(Number(day.slice(0, 4)))) throw new Refusal('year_unknown', day.slice(0, 4));
      const workday = stated === undefined ? (worksAsShipped(day, replaced) ?? weekdayOf(day) <= 5) : stated === 'work';
      asked.set(day, workday);
      return workday;
    },
  };
}

/** The days a year's shipped notice names, those of the December before included; none of a year that does not ship. */
export function shippedDays(year: number): CalendarDay[] {
  if (!shipsYear(year)) return [];
  const days: CalendarDay[] = [];
  for (let day = `${year - 1}-12-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const said = saidByNotice(day);
    if (said?.notice === year) days.push({ day, kind: said.works ? 'work' : 'off', name: said.name });
  }
  return days;
}

/** Whether a year's notice ships with the program. */
export function shipsYear(year: number): boolean {
  return year >= FROM && year <= TO;
}

/** The day itself when it is a working day or nothing shifts, else the nearest working day in the direction of the shift. */
export function shiftDay(day: Day, shift: Shift, calendar: WorkCalendar): Day {
  if (shift === 'none') return day;
  const step = shift === 'next' ? 1 : -1;
  let shifted = day;
  while (!calendar.isWorkday(shifted)) shifted = addDays(shifted, step);
  return shifted;
}

/** The `n`th working day after a day; the day itself is day 0, working or not (民法典 §201; vectors of domain.md §5.2). */
export function addWorkdays(day: Day, n: number, calendar: WorkCalendar): Day {
  let reached = day;
  for (let left = n; left > 0; ) {
    reached = addDays(reached, 1);
    if (calendar.isWorkday(reached)) left -= 1;
  }
  return reached;
}

const FROM = 2004;
const TO = 2026;
const NOTHING: CalendarExtra = { years: [], county: [] };

/** What the imported notices and then the county say, in the order in which a later word holds. */
function specialDays({ years, county }: CalendarExtra): Pick<CalendarDay, 'day' | 'kind'>[] {
  const byYear = [...years].sort((a, b) => a.year - b.year);
  return [...byYear.flatMap((notice) => notice.days), ...county];
}

function edgeOf(start: number, step: 1 | -1, isKnown: (year: number) => boolean): number {
  let edge = start;
  while (isKnown(edge + step)) edge += step;
  return edge;
}

/** What the shipped notices say of a day; null: nothing, or the notice that names it was replaced. */
function worksAsShipped(day: Day, replaced: ReadonlySet<number>): boolean | null {
  const said = saidByNotice(day);
  return said === null || replaced.has(said.notice) ? null : said.works;
}

/**
 * What a holiday notice says of a day, and the year of the notice; null: nothing. The weekday is not asked of the package: it looks a text
 * up rightly in every time zone, but takes the weekday of the day before west of Greenwich. A day of a notice is named `Spring
 * Festival,春节,3`, others `Monday`.
 */
function saidByNotice(day: Day): { readonly works: boolean; readonly name: string; readonly notice: number } | null {
  const { name, work } = chineseDays.getDayDetail(day);
  const title = name.split(',')[1];
  if (title === undefined) return null;
  const year = Number(day.slice(0, 4));
  // Only the New Year holiday reaches back: 2018-12-29 stands in the notice of 2019.
  return { works: work, name: title, notice: day.slice(5, 7) === '12' ? year + 1 : year };
}
