import type { Cadence } from '../contract/duties.ts';
import type { Day, Moment, Period, PeriodKind } from '../contract/time.ts';
import { Refusal } from './refusal.ts';

/** Kind of a period; refuses (`period_invalid`) what is not one. */
export function periodKind(period: Period): PeriodKind {
  return parsePeriod(period).kind;
}

/** Whether a text is a period: `2022-W17` (only weeks the year has), `2022-04`, `2022-Q2`, `2022-H1`, `2022`. */
export function isPeriod(text: string): boolean {
  return tryParsePeriod(text) !== null;
}

/** First day of a period; of a week its Monday. */
export function firstDay(period: Period): Day {
  return spanOf(period).first;
}

/** Last day of a period; of a week its Sunday. */
export function lastDay(period: Period): Day {
  return spanOf(period).last;
}

/** The period of a kind that a day lies in; weeks are ISO weeks (Monday first, the year is that of the Thursday). */
export function periodOf(kind: PeriodKind, day: Day): Period {
  if (kind === 'week') {
    const thursday = addDays(day, 4 - weekdayOf(day));
    const year = Number(thursday.slice(0, 4));
    return periodText('week', year, Math.floor(daysBetween(firstMonday(year), thursday) / 7) + 1);
  }
  const { year, month } = parseDay(day);
  return periodText(kind, year, Math.ceil(month / MONTHS[kind]));
}

/**
 * The periods of a kind inside a container, in order: the months of a quarter, the quarters of a year, the period itself. Weeks are
 * those that share a day with the container, so a week may belong to two months; which weeks a month's grid holds is decided by their
 * due moment (`expectation.ts`). A kind larger than the container gives none.
 */
export function periodsOf(kind: PeriodKind, container: Period): Period[] {
  const outer = periodKind(container);
  if (kind === outer) return [container];
  if (SIZE[kind] > SIZE[outer]) return [];
  const end = lastDay(container);
  const periods: Period[] = [];
  for (let p = periodOf(kind, firstDay(container)); firstDay(p) <= end; p = nextPeriod(p)) periods.push(p);
  return periods;
}

/** Chinese name: `2022年4月`, `2022年第17周（4月25日—5月1日）`, `2022年第二季度`, `2022年上半年`, `2022年`. */
export function periodTitle(period: Period): string {
  const { kind, year, index } = parsePeriod(period);
  switch (kind) {
    case 'week':
      return `${year}年第${index}周（${monthAndDay(firstDay(period))}—${monthAndDay(lastDay(period))}）`;
    case 'month':
      return `${year}年${index}月`;
    case 'quarter':
      return `${year}年第${'一二三四'.charAt(index - 1)}季度`;
    case 'half':
      return `${year}年${index === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
  }
}

/** The period of the same kind just before. */
export function previousPeriod(period: Period): Period {
  return periodOf(periodKind(period), addDays(firstDay(period), -1));
}

/** The same period of the year before; of week 53, in a year that has none, the last week. */
export function yearBefore(period: Period): Period {
  const { kind, year, index } = parsePeriod(period);
  return periodText(kind, year - 1, kind === 'week' ? Math.min(index, weeksOf(year - 1)) : index);
}

/** The period of the same kind just after. */
export function nextPeriod(period: Period): Period {
  const span = spanOf(period);
  span.next ??= periodOf(periodKind(period), addDays(span.last, 1));
  return span.next;
}

/** Kind of the periods a cadence reports for; null where nothing recurs. */
export function cadenceKind(cadence: Cadence): PeriodKind | null {
  switch (cadence) {
    case 'weekly':
      return 'week';
    case 'monthly':
      return 'month';
    case 'quarterly':
      return 'quarter';
    case 'half-yearly':
      return 'half';
    case 'yearly':
      return 'year';
    case 'once':
    case 'event':
    case 'irregular':
      return null;
  }
}

/** Kind of the periods under which what came for a duty is filed: the month where nothing recurs. */
export function filingKind(cadence: Cadence): PeriodKind {
  return cadenceKind(cadence) ?? 'month';
}

/** The day `n` days later (earlier if negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(dayNumber(day) * DAY_MS + n * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** Weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  // Day 0 (1970-01-01) was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The day of a moment. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10);
}

/** Whether a text is a day that exists, `2022-04-29`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether a text is a local moment, `2022-04-29T16:00` or `2022-04-29T16:00:30`. */
export function isMoment(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text) && isDay(dayOf(text));
}

/**
 * Whether `moment` is after `due`. As texts `18:00:00` would be after `18:00`; a due time of 23:59 means the whole day (pitfalls §5.8,
 * 187).
 */
export function isAfter(moment: Moment, due: Moment): boolean {
  return withSeconds(moment) > (due.endsWith('T23:59') ? `${due}:59` : withSeconds(due));
}

/** The day of three numbers, or null where there is none (2022-02-30). Years have four digits. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  return exists(year, month, day) ? dayText(year, month, day) : null;
}

function exists(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  // Only the last days of a month need the calendar.
  return day <= 28 || day <= lastDayOfMonth(year, month);
}

/** Number of the last day of a month: 28–31. */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2022年4月29日`, without leading zeros. */
export function chineseDay(day: Day): string {
  return `${parseDay(day).year}年${monthAndDay(day)}`;
}

/** `2022年4月29日18时`, with minutes where there are any. */
export function chineseMoment(moment: Moment): string {
  const hour = Number(moment.slice(11, 13));
  const minute = Number(moment.slice(14, 16));
  return `${chineseDay(dayOf(moment))}${hour}时${minute === 0 ? '' : `${minute}分`}`;
}

const DAY_MS = 86_400_000;
/** Months in a period of each kind that is made of months. */
const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
const SIZE: Readonly<Record<PeriodKind, number>> = { week: 0, month: 1, quarter: 3, half: 6, year: 12 };

interface Span {
  readonly first: Day;
  readonly last: Day;
  next?: Period;
}

/** Days of periods once worked out: a grid asks for the same few a hundred thousand times. A year has 72. */
const SPANS = new Map<Period, Span>();
const MOST_SPANS = 10_000;

function spanOf(period: Period): Span {
  const known = SPANS.get(period);
  if (known !== undefined) return known;
  const { kind, year, index } = parsePeriod(period);
  const span =
    kind === 'week' ? weekSpan(year, index) : monthSpan(year, (index - 1) * MONTHS[kind] + 1, index * MONTHS[kind]);
  if (SPANS.size >= MOST_SPANS) SPANS.clear();
  SPANS.set(period, span);
  return span;
}

function weekSpan(year: number, week: number): Span {
  const first = addDays(firstMonday(year), (week - 1) * 7);
  return { first, last: addDays(first, 6) };
}

function monthSpan(year: number, from: number, to: number): Span {
  return { first: dayText(year, from, 1), last: dayText(year, to, lastDayOfMonth(year, to)) };
}

interface ParsedPeriod {
  readonly kind: PeriodKind;
  readonly year: number;
  /** Number of the period in its year, from 1. */
  readonly index: number;
}

function parsePeriod(text: string): ParsedPeriod {
  const parsed = tryParsePeriod(text);
  if (parsed === null) throw new Refusal('period_invalid', `${text}${noSuchWeek(text)}`);
  return parsed;
}

/** Why a week that is written right is none: most years have 52. */
function noSuchWeek(text: string): string {
  const [, year] = /^([1-9]\d{3})-W53$/.exec(text) ?? [];
  return year === undefined ? '' : `（${year}年只有52周）`;
}

function tryParsePeriod(text: string): ParsedPeriod | null {
  const match = /^([1-9]\d{3})(?:-(?:W(\d{2})|(\d{2})|Q([1-4])|H([12])))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const [, , week, month, quarter, half] = match;
  if (week !== undefined) return inRange('week', year, Number(week), weeksOf(year));
  if (month !== undefined) return inRange('month', year, Number(month), 12);
  if (quarter !== undefined) return { kind: 'quarter', year, index: Number(quarter) };
  if (half !== undefined) return { kind: 'half', year, index: Number(half) };
  return { kind: 'year', year, index: 1 };
}

function inRange(kind: PeriodKind, year: number, index: number, most: number): ParsedPeriod | null {
  return index >= 1 && index <= most ? { kind, year, index } : null;
}

function periodText(kind: PeriodKind, year: number, index: number): Period {
  const two = String(index).padStart(2, '0');
  switch (kind) {
    case 'week':
      return `${year}-W${two}`;
    case 'month':
      return `${year}-${two}`;
    case 'quarter':
      return `${year}-Q${index}`;
    case 'half':
      return `${year}-H${index}`;
    case 'year':
      return String(year);
  }
}

/** ISO 8601: week 1 is the week of 4 January. */
function firstMonday(year: number): Day {
  const fourth = dayText(year, 1, 4);
  return addDays(fourth, 1 - weekdayOf(fourth));
}

/** ISO 8601: a year has 53 weeks when it begins or ends on a Thursday. */
function weeksOf(year: number): number {
  return weekdayOf(dayText(year, 1, 1)) === 4 || weekdayOf(dayText(year, 12, 31)) === 4 ? 53 : 52;
}

function parseDay(day: Day): { year: number; month: number; date: number } {
  if (!isDay(day)) throw new Refusal('moment_invalid', day);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** Days since 1970-01-01; UTC throughout, so no time zone can move a day. */
function dayNumber(day: Day): number {
  const { year, month, date } = parseDay(day);
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

function dayText(year: number, month: number, date: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function monthAndDay(day: Day): string {
  const { month, date } = parseDay(day);
  return `${month}月${date}日`;
}

/** A moment to the second, so that moments compare as texts. */
export function withSeconds(moment: Moment): string {
  return moment.length === 16 ? `${moment}:00` : moment;
}
