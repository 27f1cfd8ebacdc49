import dayjs from 'dayjs';
import type { Day } from '../../../electron/contract/time.ts';

/** A square of a month's page. */
export interface MonthSquare {
  readonly day: Day;
  /** A day of a neighbouring month, whose square stays empty. */
  readonly isOutside: boolean;
  readonly isWeekend: boolean;
}

/** The weeks of a month, Monday first, filled up with days of its neighbours. `month` is `2022-04`. */
export function monthWeeks(month: string): MonthSquare[][] {
  const first = dayjs(`${month}-01`);
  const lead = (first.day() + 6) % 7;
  const monday = first.subtract(lead, 'day');
  const weeks = Math.ceil((lead + first.daysInMonth()) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, column) => {
      const day = monday.add(week * 7 + column, 'day').format('YYYY-MM-DD');
      return { day, isOutside: !day.startsWith(month), isWeekend: column > 4 };
    }),
  );
}

/** The months of a year, `2022-01` to `2022-12`. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}
