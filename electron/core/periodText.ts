import type { Day, Period, PeriodKind } from '../contract/time.ts';
import { cleanText } from './fold.ts';
import { addDays, firstDay, isPeriod, lastDay, lastDayOfMonth, makeDay, periodKind, periodOf } from './period.ts';

/**
 * Periods of one kind that a text speaks of, `第17周`, `4月25日—4月29日`, `2022年4月`, `一季度`. Several are possible answers (a month named
 * for a weekly duty); none means the text says nothing. `near` gives the year where the text leaves it out (the day of receipt).
 */
export function periodsInText(raw: string, kind: PeriodKind, near: Day): readonly Period[] {
  const text = strip(raw);
  for (const read of [readWeeks, readRange, readMonth, readQuarter, readHalf, readYear]) {
    const stated = read(text, near);
    if (stated.length > 0) return [...new Set(stated.flatMap((period) => asKind(period, kind)))].sort();
  }
  return [];
}

/** A full day written in a file name (`双公示20220429.xlsx`), weak evidence; null if there is none or more than one. */
export function dayInText(raw: string): Day | null {
  const days = [...normal(raw).matchAll(/(?<!\d)(20\d{2})[-./年_]?(\d{2}|\d(?=[-./月_]))[-./月_]?(\d{1,2})日?(?!\d)/gu)]
    .map((m) => makeDay(Number(m[1]), Number(m[2]), Number(m[3])))
    .filter((d) => d !== null);
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}

/** Ways a statement can be said in another kind: up to the period that holds it, down to the weeks or months it holds. */
function asKind(period: Period, kind: PeriodKind): Period[] {
  const own = periodKind(period);
  if (own === kind) return [period];
  const first = periodOf(kind, firstDay(period));
  const last = periodOf(kind, lastDay(period));
  if (SIZE[own] < SIZE[kind]) return own === 'week' ? [] : [first];
  const inside: Period[] = [first];
  for (let p = first; p !== last; ) {
    p = periodOf(kind, addDays(lastDay(p), 1));
    inside.push(p);
  }
  return inside;
}

function readWeeks(text: string, near: Day): Period[] {
  const iso = /(20\d{2})[-年]?W(\d{2})/iu.exec(text);
  if (iso) return week(Number(iso[1]), Number(iso[2]));
  const ofMonth = /(?:(20\d{2})[年.-])?(\d{1,2})月份?第?([一二三四五1-5])周/u.exec(text);
  if (ofMonth)
    return weekOfMonth(yearOf(ofMonth[1], Number(ofMonth[2]), near), Number(ofMonth[2]), ordinal(ofMonth[3]));
  const ofYear = /(?:(20\d{2})年(?:度)?)?第(\d{1,2})周/u.exec(text);
  if (ofYear) return week(ofYear[1] ? Number(ofYear[1]) : Number(near.slice(0, 4)), Number(ofYear[2]));
  return [];
}

function week(year: number, number: number): Period[] {
  if (number < 1 || number > 53) return [];
  const period = `${year}-W${String(number).padStart(2, '0')}`;
  return isPeriod(period) ? [period] : [];
}

/** 4月第4周 is counted by Mondays or by Fridays, offices differ: both are possible answers. */
function weekOfMonth(year: number, month: number, nth: number): Period[] {
  const first = makeDay(year, month, 1);
  if (first === null) return [];
  const found: Period[] = [];
  for (const anchor of [0, 4]) {
    let seen = 0;
    for (let d = first; d.slice(0, 7) === first.slice(0, 7); d = addDays(d, 1)) {
      const period = periodOf('week', d);
      if (addDays(firstDay(period), anchor) === d && ++seen === nth) found.push(period);
    }
  }
  return found;
}

function readRange(text: string, near: Day): Period[] {
  const match =
    /(?:(20\d{2})[年./-])?(\d{1,2})[月./](\d{1,2})日?(?:至|到|-|~)(?:(20\d{2})[年./-])?(?:(\d{1,2})[月./])?(\d{1,2})日?(?!\d)/u.exec(
      text,
    );
  if (!match) return [];
  const month = Number(match[2]);
  const year = yearOf(match[1] ?? match[4], month, near);
  const from = makeDay(year, month, Number(match[3]));
  const toMonth = match[5] ? Number(match[5]) : month;
  const to = makeDay(match[4] ? Number(match[4]) : toMonth < month ? year + 1 : year, toMonth, Number(match[6]));
  if (from === null || to === null || to < from) return [];
  if (periodOf('week', from) === periodOf('week', to)) return [periodOf('week', from)];
  for (const kind of ['month', 'quarter', 'half', 'year'] as const) {
    const period = periodOf(kind, from);
    if (period === periodOf(kind, to)) return [period];
  }
  return [];
}

function readMonth(text: string, near: Day): Period[] {
  const dated = /(20\d{2})(?:年度?|[-./])?(0[1-9]|1[0-2]|[1-9](?=月|份))(?:月份?)?(?!\d|[-./]\d|日)/u.exec(text);
  if (dated && !/^\d{1,2}日/u.test(text.slice(dated.index + dated[0].length)))
    return month(Number(dated[1]), Number(dated[2]));
  const dotted = /(20\d{2})[-./]([1-9])(?![\d./-]|月?\d)/u.exec(text);
  if (dotted) return month(Number(dotted[1]), Number(dotted[2]));
  const bare = /(?<!\d)(1[0-2]|[1-9]|0[1-9])月份?(?!\d*日|\d)/u.exec(text);
  if (bare) return month(yearOf(undefined, Number(bare[1]), near), Number(bare[1]));
  return [];
}

function month(year: number, number: number): Period[] {
  return number >= 1 && number <= 12 && lastDayOfMonth(year, number) > 0
    ? [`${year}-${String(number).padStart(2, '0')}`]
    : [];
}

function readQuarter(text: string, near: Day): Period[] {
  const match = /(?:(20\d{2})年?度?)?第?([一二三四1-4])季度?/u.exec(text) ?? /(20\d{2})-?Q([1-4])/iu.exec(text);
  if (!match) return [];
  return [`${match[1] ?? near.slice(0, 4)}-Q${ordinal(match[2])}`];
}

function readHalf(text: string, near: Day): Period[] {
  const match = /(?:(20\d{2})年?)?(上|下)半年/u.exec(text);
  return match ? [`${match[1] ?? near.slice(0, 4)}-H${match[2] === '上' ? 1 : 2}`] : [];
}

function readYear(text: string): Period[] {
  const match = /(20\d{2})年(?!\d|第|[上下])/u.exec(text);
  return match?.[1] ? [match[1]] : [];
}

/** A month without its year is the latest one not after the receipt's month. */
function yearOf(stated: string | undefined, monthNumber: number, near: Day): number {
  if (stated) return Number(stated);
  const year = Number(near.slice(0, 4));
  return monthNumber > Number(near.slice(5, 7)) + 1 ? year - 1 : year;
}

function ordinal(text = '1'): number {
  const at = '一二三四五'.indexOf(text);
  return at >= 0 ? at + 1 : Number(text);
}

/** Without the day it was filled in, the numbers of documents and the editions of standards: they speak of other days. */
function strip(raw: string): string {
  return normal(raw)
    .replace(/(填报|制表|填表|报送|上报|报出|打印|制作)(日期|时间)[:]?[\d年月日./\-:]*/gu, ' ')
    .replace(/[〔([【]20\d{2}[〕)\]】]\d*号?/gu, ' ')
    .replace(/20\d{2}年?版/gu, ' ');
}

function normal(raw: string): string {
  return cleanText(raw)
    .normalize('NFKC')
    .replace(/[—–―─~～至]+/gu, '-')
    .replace(/\s+/gu, '');
}

const SIZE: Readonly<Record<PeriodKind, number>> = { week: 0, month: 1, quarter: 2, half: 3, year: 4 };
