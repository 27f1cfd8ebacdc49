import type { CalendarDay, HolidayNotice } from '../contract/calendar.ts';
import { type CalendarExtra, createCalendar } from './calendar.ts';
import { fullName } from './noticeText.ts';
import { addDays, chineseDay, firstDay, lastDay, weekdayOf } from './period.ts';

/**
 * What looks wrong in a notice, whatever it was read from: holidays that are missing, make-up days that are no weekend days, days far from
 * its year, a number of working days no year has, and how it differs from what is known of the year already.
 */
export function noticeDoubts(
  notice: HolidayNotice,
  known: readonly CalendarDay[] | null,
  extra: CalendarExtra,
): string[] {
  const { year, days } = notice;
  return [
    ...missingHolidays(notice),
    ...days.flatMap((day) => (isOdd(day) ? [oddWorkday(day)] : [])),
    ...days
      .filter(({ day }) => day < `${year - 1}-12-01` || day > `${year + 1}-01-31`)
      .map(({ day }) => `${chineseDay(day)}离${year}年太远，请核对年份。`),
    ...totalDoubt(notice, extra),
    ...differences(notice, known),
  ];
}

/**
 * The years of a notice's days where none lies in its own: a file of another year under this one's name, which would leave the year without
 * a holiday. Null: some do; days of the neighbouring years are in every other notice.
 */
export function otherYears({ year, days }: Pick<HolidayNotice, 'year' | 'days'>): number[] | null {
  const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  return years.includes(year) ? null : years;
}

/** Working days of a year that a calendar knows. */
export function workdaysOf(year: number, calendar: { isWorkday(day: string): boolean }): number {
  let count = 0;
  for (let day = firstDay(String(year)); day <= lastDay(String(year)); day = addDays(day, 1))
    if (calendar.isWorkday(day)) count += 1;
  return count;
}

const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

function missingHolidays({ days }: HolidayNotice): string[] {
  const named = days.filter((day) => day.kind === 'off').map((day) => day.name);
  const missing = HOLIDAYS.filter(
    (holiday) => !named.some((name) => name.split('、').some((n) => fullName(n) === holiday)),
  );
  return missing.length === 0
    ? []
    : [`没有读到${missing.map((name) => `“${name}”`).join('')}的放假安排，请核对是否粘贴完整。`];
}

function isOdd({ day, kind }: CalendarDay): boolean {
  return kind === 'work' && weekdayOf(day) <= 5;
}

function oddWorkday({ day, name }: CalendarDay): string {
  return `${chineseDay(day)}（${name}）列为调休上班日，但它是星期${'一二三四五'.charAt(weekdayOf(day) - 1)}，本来就上班，请核对日期。`;
}

/** Years had 248 to 252 working days since 2008. */
const FEWEST = 246;
const MOST = 254;

function totalDoubt(notice: HolidayNotice, extra: CalendarExtra): string[] {
  const years = [...extra.years.filter(({ year }) => year !== notice.year), notice];
  const total = workdaysOf(notice.year, createCalendar({ years, county: [] }));
  if (total >= FEWEST && total <= MOST) return [];
  return [`按此安排${notice.year}年有${total}个工作日，往年都在${FEWEST}至${MOST}之间，请核对放假和调休上班的日期。`];
}

function differences({ year, days }: HolidayNotice, known: readonly CalendarDay[] | null): string[] {
  if (known === null) return [];
  // Weekends at the ends of a holiday are written in some tables and left out in others; both mean the same.
  const own = new Map(days.filter(changes).map((day) => [day.day, day.kind]));
  const before = new Map(known.filter(changes).map((day) => [day.day, day.kind]));
  const differ = [...new Set([...own.keys(), ...before.keys()])]
    .filter((day) => own.get(day) !== before.get(day))
    .sort();
  const said = (kind: CalendarDay['kind'] | undefined) =>
    kind === 'off' ? '放假' : kind === 'work' ? '上班' : '没有写';
  return differ.map(
    (day) =>
      `与已载入的${year}年安排不同：${chineseDay(day)}，原来${said(before.get(day))}，这次${said(own.get(day))}。`,
  );
}

function changes({ day, kind }: CalendarDay): boolean {
  return (kind === 'work') === weekdayOf(day) > 5;
}
