import type { Day, Period, PeriodKind } from '../contract/time.ts';
import { cleanText } from './fold.ts';
import { addDays, daysBetween, firstDay, isPeriod, lastDay, makeDay, periodOf } from './period.ts';

/**
 * Periods of one kind that a text speaks of, `第17周`, `4月25日—4月29日`, `2022年4月`, `一季度`. Several are possible answers (a month named
 * for a weekly duty); none means the text says nothing. `near` gives the year where the text leaves it out (the day of receipt).
 */
export function periodsInText(raw: string, kind: PeriodKind, near: Day): readonly Period[] {
  const text = strip(raw);
  for (const read of [readWeeks, readDays, readMonths, readQuarter, readHalf, readYear]) {
    const stated = read(text, near);
    if (stated.length > 0) return [...new Set(stated.flatMap((span) => periodsOfSpan(span, kind)))].sort();
  }
  return [];
}

/** A full day in a text (`双公示20220429.xlsx`) that is not the day it was filled in: weak evidence. Null if there is none or more than one. */
export function dayInText(raw: string): Day | null {
  const days = [...strip(raw).matchAll(/(?<!\d)(20\d{2})[-./年_]?(\d{2}|\d(?=[-./月_]))[-./月_]?(\d{1,2})日?(?!\d)/gu)]
    .map((m) => makeDay(Number(m[1]), Number(m[2]), Number(m[3])))
    .filter((d) => d !== null);
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}

/** First and last day of what a text speaks of. */
type Span = readonly [from: Day, to: Day];

/** Periods of a kind that hold or fill a span: the one around it, or all it reaches into. */
function periodsOfSpan([from, to]: Span, kind: PeriodKind): Period[] {
  const last = periodOf(kind, to);
  const found = [periodOf(kind, from)];
  for (let p = found[0]; p !== undefined && p !== last; ) {
    p = periodOf(kind, addDays(lastDay(p), 1));
    found.push(p);
  }
  return found;
}

const spanOf = (period: Period): Span => [firstDay(period), lastDay(period)];

function readWeeks(text: string, near: Day): Span[] {
  const iso = /(20\d{2})[-年]?W(\d{1,2})(?!\d)/iu.exec(text);
  if (iso) return week(Number(iso[1]), Number(iso[2]));
  const ofMonth = /(?:(20\d{2})[年.-])?(\d{1,2})月(?:份?[(]?第?|[^\d年月周]{1,8}第)([1-5])周/u.exec(text);
  if (ofMonth) {
    const number = Number(ofMonth[2]);
    return weekOfMonth(yearOf(ofMonth[1], number, near), number, Number(ofMonth[3]));
  }
  const dated = /(20\d{2})年度?第?(\d{1,2})周/u.exec(text);
  if (dated) return week(Number(dated[1]), Number(dated[2]));
  const bare = /第(\d{1,2})周/u.exec(text);
  if (!bare) return [];
  const number = Number(bare[1]);
  const year = Number(near.slice(0, 4));
  const [own] = week(year, number);
  const last = week(year - 1, number);
  // 第52周 in January is the last year's; 第4周 may be counted in the year or in the month.
  const ofYear = own && daysBetween(near, own[0]) <= 60 ? [own] : last;
  return number <= 5 ? [...ofYear, ...weekOfMonth(year, Number(near.slice(5, 7)), number)] : ofYear;
}

function week(year: number, number: number): Span[] {
  const period = `${year}-W${String(number).padStart(2, '0')}`;
  return number >= 1 && isPeriod(period) ? [spanOf(period)] : [];
}

/** 4月第4周 is counted by Mondays or by Fridays, offices differ: both are possible answers. */
function weekOfMonth(year: number, month: number, nth: number): Span[] {
  const first = makeDay(year, month, 1);
  if (first === null) return [];
  const found: Span[] = [];
  for (const anchor of [0, 4]) {
    let seen = 0;
    for (let d = first; d.slice(0, 7) === first.slice(0, 7); d = addDays(d, 1)) {
      const period = periodOf('week', d);
      if (addDays(firstDay(period), anchor) === d && ++seen === nth) found.push(spanOf(period));
    }
  }
  return found;
}

/** From a day to a day: `4月25日-29日`, `2022.4.25-4.29`, `2022-04-25-2022-04-29`, `20220425-0429`, `0425-0429`. */
function readDays(text: string, near: Day): Span[] {
  for (const pattern of DAY_RANGES) {
    const match = pattern.exec(text)?.groups;
    if (!match) continue;
    const month = Number(match.month);
    const year = yearOf(match.year ?? match.toYear, month, near);
    const from = makeDay(year, month, Number(match.day));
    const toMonth = Number(match.toMonth ?? month);
    const to = makeDay(Number(match.toYear ?? (toMonth < month ? year + 1 : year)), toMonth, Number(match.toDay));
    if (from !== null && to !== null && from <= to && daysBetween(from, to) <= 366) return [[from, to]];
  }
  return [];
}

const DAY_RANGES = [
  /(?<!\d)(?<year>20\d{2})[年./-](?<month>\d{1,2})[月./-](?<day>\d{1,2})日?-(?<toYear>20\d{2})[年./-](?<toMonth>\d{1,2})[月./-](?<toDay>\d{1,2})(?!\d)/u,
  /(?<!\d)(?:(?<year>20\d{2})[年./-])?(?<month>\d{1,2})[月./](?<day>\d{1,2})日?[-到](?:(?<toYear>20\d{2})[年./-])?(?:(?<toMonth>\d{1,2})[月./])?(?<toDay>\d{1,2})日?(?![\d月])/u,
  /(?<!\d)(?<year>20\d{2})?(?<month>[01]\d)(?<day>[0-3]\d)[-到](?<toYear>20\d{2})?(?<toMonth>[01]\d)(?<toDay>[0-3]\d)(?!\d)/u,
];

function readMonths(text: string, near: Day): Span[] {
  const several = /(?<!\d)(?:(20\d{2})[年./-])?(1[0-2]|0?[1-9])月?-(1[0-2]|0?[1-9])月(?!\d)/u.exec(text);
  if (several) {
    const [from, to] = [Number(several[2]), Number(several[3])];
    const year = yearOf(several[1], to, near);
    const [first, last] = [month(year, from)[0], month(year, to)[0]];
    return first && last && from < to ? [[first[0], last[1]]] : [];
  }
  // A whole date speaks of a day, not of its month.
  const dated = /(?<!\d)(20\d{2})(?:年度?|[-./])(1[0-2]|0?[1-9])(?:月份?)?(?![\d.\-/月份日])/u.exec(text);
  if (dated) return month(Number(dated[1]), Number(dated[2]));
  const packed = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d|[-./]\d)/u.exec(text);
  if (packed) return month(Number(packed[1]), Number(packed[2]));
  const bare = /(?<![\d年./-])(1[0-2]|0?[1-9])月份?(?!\d)/u.exec(text);
  return bare ? month(yearOf(undefined, Number(bare[1]), near), Number(bare[1])) : [];
}

function month(year: number, number: number): Span[] {
  const first = makeDay(year, number, 1);
  return first === null ? [] : [spanOf(periodOf('month', first))];
}

function readQuarter(text: string, near: Day): Span[] {
  const match = /(20\d{2})-?Q([1-4])/iu.exec(text) ?? /(?:(20\d{2})年?度?)?第?([一二三四1-4])季(?:度|报)/u.exec(text);
  if (!match) return [];
  const number = ordinal(match[2]);
  return [spanOf(`${yearOf(match[1], number * 3 - 2, near)}-Q${number}`)];
}

function readHalf(text: string, near: Day): Span[] {
  const match = /(?:(20\d{2})年?度?)?(上|下)半年/u.exec(text);
  if (!match) return [];
  const second = match[2] === '下';
  // 下半年 in spring is the last year's.
  const year = match[1] ?? String(Number(near.slice(0, 4)) - (second && near.slice(5, 7) < '04' ? 1 : 0));
  return [spanOf(`${year}-H${second ? 2 : 1}`)];
}

function readYear(text: string): Span[] {
  const match = /(?<!\d)(20\d{2})年(?!\d|第|[上下])/u.exec(text);
  return match?.[1] ? [spanOf(match[1])] : [];
}

/** A month without its year is the latest one not after the month that follows the receipt. */
function yearOf(stated: string | undefined, monthNumber: number, near: Day): number {
  if (stated) return Number(stated);
  const year = Number(near.slice(0, 4));
  return monthNumber > Number(near.slice(5, 7)) + 1 ? year - 1 : year;
}

function ordinal(text = '1'): number {
  const at = '一二三四'.indexOf(text);
  return at >= 0 ? at + 1 : Number(text);
}

/** Without deadlines, the day it was filled in, the numbers of documents and the editions of standards: they speak of other days. */
function strip(raw: string): string {
  return DEADLINES.reduce((text, deadline) => text.replace(deadline, ' '), normal(raw))
    .replace(/(填报|制表|填表|报送|上报|报出|打印|制作)(日期|时间)[:]?[\d年月日./\-:]*/gu, ' ')
    .replace(/[〔([【]20\d{2}[〕)\]】]\d*号?/gu, ' ')
    .replace(/20\d{2}年?版/gu, ' ');
}

/** `2018年5月5日`, `5.5`, `20180505`, with its weekday and hour. */
const DEADLINE_DAY =
  '(?:(?:20\\d{2}[年./-])?\\d{1,2}[月./-]\\d{1,2}[日号]?|20\\d{6})(?:[(](?:星期|周)[1-7一二三四五六日天][)])?(?:[上下中]午|晚上?)?(?:\\d{1,2}(?:[时点]|:\\d{2})(?:\\d{1,2}分|[整半])?)?(?:下班)?';

/** By when something is to be sent: `2018年5月5日前报送`, `请于5月5日`, `5月底前`, `报送截止时间：5月5日`. It names no period. */
const DEADLINES: readonly RegExp[] = [
  new RegExp(`${DEADLINE_DAY}[之以]?前(?![1-4一二两三四]个?季)`, 'gu'),
  new RegExp(`(?:请|须|应|务必)(?:各单位)?(?:务必)?[于在]${DEADLINE_DAY}`, 'gu'),
  new RegExp(`(?<!统计|数据|信息)(?:报送|上报|提交|填报)?截止(?:日期|时间|期限)[为是:]*${DEADLINE_DAY}`, 'gu'),
  new RegExp(`(?:报送|上报|提交|填报)截止[于到:-]*${DEADLINE_DAY}`, 'gu'),
  /(?:20\d{2}年)?\d{1,2}月(?:[底末初]|[上中下]旬)[之以]?前/gu,
  /(?:20\d{2}年)?\d{1,2}月[之以]?前(?=报|上报|提交|填报|交|完成)/gu,
];

/** Half width, no blanks, one kind of dash, Chinese numerals of years, months, weeks and days as digits. */
function normal(raw: string): string {
  return cleanText(raw)
    .normalize('NFKC')
    .replace(/[‐-―~～至]+/gu, '-')
    .replace(/\s+/gu, '')
    .replace(/[〇○零O一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((c) => Math.max(0, NUMERALS.indexOf(c))).join(''),
    )
    .replace(
      /(?<![一二三四五六七八九十])(?:[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月周日])/gu,
      (text) => {
        const [tens, units] = text.includes('十') ? text.split('十') : ['零', text];
        return String((tens ? NUMERALS.indexOf(tens) : 1) * 10 + (units ? NUMERALS.indexOf(units) : 0));
      },
    );
}

const NUMERALS = '零一二三四五六七八九';
