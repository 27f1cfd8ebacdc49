import chineseDays from 'chinese-days';
import type { Shift } from '../contract/duties.ts';
import type { Day } from '../contract/time.ts';
import { addDays, weekdayOf } from './period.ts';
import { Refusal } from './refusal.ts';

/** Working days of the years `from`–`to`, both included; refuses (`year_unknown`) any other year instead of guessing. */
export interface WorkCalendar {
  readonly from: number;
  readonly to: number;
  isWorkday(day: Day): boolean;
}

/** The State Council's holidays and make-up workdays 2004–2026 (chinese-days 1.5.7, checked day by day: domain.md §7.1). */
export function createCalendar(): WorkCalendar {
  const asked = new Map<Day, boolean>();
  return {
    from: FROM,
    to: TO,
    isWorkday(day) {
      const year = Number(day.slice(0, 4));
      // The package answers "workday" for weekdays of years it does not know (domain.md §7.2).
      if (!(year >= FROM && year <= TO)) throw new Refusal('year_unknown', day.slice(0, 4));
      const known = asked.get(day);
      if (known !== undefined) return known;
      const workday = worksByNotice(day) ?? weekdayOf(day) <= 5;
      asked.set(day, workday);
      return workday;
    },
  };
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

/**
 * What a holiday notice says of a day; null: nothing. The weekday is not asked of the package: it looks a text up rightly in every time
 * zone, but takes the weekday of the day before west of Greenwich. A day of a notice is named `Spring Festival,春节,3`, others `Monday`.
 */
function worksByNotice(day: Day): boolean | null {
  const { name, work } = chineseDays.getDayDetail(day);
  return name.includes(',') ? work : null;
}
