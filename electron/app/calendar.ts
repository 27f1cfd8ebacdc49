import { basename } from 'node:path';
import { logAction } from '../../db/queries/audit.ts';
import { calendarExtra, putCountyDay, putNotice, removeCountyDay, removeNotice } from '../../db/queries/calendar.ts';
import type { WriteDb } from '../../db/types.ts';
import type { CalendarChange, HolidayNotice } from '../contract/calendar.ts';
import type { Moment } from '../contract/time.ts';
import type { Args, Result } from '../contract.ts';
import { shipsYear } from '../core/calendar.ts';
import { describeYear, noticeDays, type OfficeCalendar } from '../core/calendarYear.ts';
import { noticeDoubts, otherYears } from '../core/holidayNotice.ts';
import { type ReadNotice, readNoticeText } from '../core/noticeText.ts';
import { isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { parseHolidayJson, readHolidayFile } from '../io/holidayFile.ts';
import { effectText, planEffect } from './calendarEffect.ts';
import type { Context } from './context.ts';

/** What the program knows of a year; also of one whose notice is missing. */
export function showYear(context: Context, { year }: Args<'calendar.show'>): Result<'calendar.show'> {
  return describeYear(year, calendarExtra(context.store().read));
}

/**
 * Reads a year's notice from a file or pasted text without saving it: what it says, what is doubtful, which due moments it would move.
 * Refuses `notice_unreadable` what holds no holidays.
 */
export async function readNotice(
  context: Context,
  { path, text }: Args<'calendar.read'>,
): Promise<Result<'calendar.read'>> {
  if ((path === undefined) === (text === undefined)) throw new Refusal('usage', '请给出文件或粘贴的文字，二者之一');
  const db = context.store().read;
  const extra = calendarExtra(db);
  const source = path === undefined ? PASTED : basename(path);
  const { notice, doubts } = noticeOf(path === undefined ? (text ?? '') : await readHolidayFile(path), source, extra);
  refuseOtherYears(notice);
  return {
    notice,
    doubts: [...doubts, ...noticeDoubts(notice, noticeDays(notice.year, extra), extra)],
    ...planEffect(context, db, withNotice(extra, notice), yearsOf(notice, extra)).effect,
  };
}

/** Saves a notice after it was looked at; from now on it holds for its year, whatever ships. */
export function saveNotice(context: Context, { notice, by = '' }: Args<'calendar.save'>): Result<'calendar.save'> {
  const wrong = notice.days.find(({ day }) => !isDay(day));
  if (wrong) throw new Refusal('moment_invalid', wrong.day);
  if (!notice.days.some(({ kind }) => kind === 'off'))
    throw new Refusal('notice_unreadable', `${notice.year}年的安排里没有放假日期`);
  refuseOtherYears(notice);
  return changeCalendar(
    context,
    { year: notice.year, action: 'calendar.save', subject: String(notice.year), by },
    (db, at) => {
      const before = calendarExtra(db);
      const write = () => putNotice(db, notice, { at, by });
      return { after: withNotice(before, notice), years: yearsOf(notice, before), why: notice.source, write };
    },
  );
}

/** Takes an imported notice back, so that the one that ships holds again; refuses a year of which none does, and one never imported. */
export function resetYear(context: Context, { year, by = '' }: Args<'calendar.reset'>): Result<'calendar.reset'> {
  return changeCalendar(context, { year, action: 'calendar.reset', subject: String(year), by }, (db) => {
    const before = calendarExtra(db);
    const notice = before.years.find((one) => one.year === year);
    if (notice === undefined) throw new Refusal('notice_not_imported', String(year));
    if (!shipsYear(year)) throw new Refusal('year_not_shipped', String(year));
    const after = { ...before, years: before.years.filter((one) => one !== notice) };
    const write = () => removeNotice(db, year);
    return { after, years: yearsOf(notice, after), why: `不再用${notice.source}`, write };
  });
}

/** Adds or (kind null) takes away a day of this county; both need a written reason. */
export function saveCountyDay(
  context: Context,
  { day, kind, name, reason, by = '' }: Args<'calendar.saveCounty'>,
): Result<'calendar.saveCounty'> {
  if (!isDay(day)) throw new Refusal('moment_invalid', day);
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required', day);
  const year = Number(day.slice(0, 4));
  const action = kind === null ? 'calendar.county.remove' : `calendar.county.${kind}`;
  return changeCalendar(context, { year, action, subject: day, by }, (db, at) => {
    const before = calendarExtra(db);
    const others = before.county.filter((one) => one.day !== day);
    if (kind === null && others.length === before.county.length) throw new Refusal('county_day_unknown', day);
    const titled = name.trim() || (kind === 'work' ? '本县上班' : '本县放假');
    const county = kind === null ? others : [...others, { day, kind, name: titled, reason: written, by, at }];
    const write = () =>
      kind === null ? removeCountyDay(db, day) : putCountyDay(db, { day, kind, name: titled, reason: written, by, at });
    return { after: { ...before, county }, years: [year], why: written, write };
  });
}

interface PlannedChange {
  readonly after: OfficeCalendar;
  /** Years in which a day changes. */
  readonly years: readonly number[];
  readonly why: string;
  write(): void;
}

/** Writes a change of the calendar with all that hangs on it, in one transaction. */
function changeCalendar(
  context: Context,
  {
    year,
    action,
    subject,
    by,
  }: { readonly year: number; readonly action: string; readonly subject: string; readonly by: string },
  plan: (db: WriteDb, at: Moment) => PlannedChange,
): CalendarChange {
  const at = context.deps.now();
  const saved = context.store().write((db) => {
    const { after, years, why, write } = plan(db, at);
    const { effect, apply } = planEffect(context, db, after, years);
    apply(db);
    write();
    logAction(db, at, action, subject, `${why}；${effectText(effect)}`, by);
    return { year: describeYear(year, calendarExtra(db)), ...effect };
  });
  context.renewCalendar();
  return saved;
}

const PASTED = '粘贴的通知';

function noticeOf(text: string, source: string, extra: OfficeCalendar): ReadNotice {
  const json = parseHolidayJson(text, source);
  if (json) return { notice: json, doubts: [] };
  const read = readNoticeText(text, source, (year) => noticeDays(year, extra) ?? []);
  if (read === null) throw new Refusal('notice_unreadable', `${source}里没有“2027年”这样的年份，或没有“放假”的日期`);
  return read;
}

function withNotice(extra: OfficeCalendar, notice: HolidayNotice): OfficeCalendar {
  return { ...extra, years: [...extra.years.filter(({ year }) => year !== notice.year), notice] };
}

/** The notice's own year and those its days lie in, and the days of the notice it takes the place of. */
function yearsOf(notice: Pick<HolidayNotice, 'year' | 'days'>, extra: OfficeCalendar): number[] {
  const days = [...notice.days, ...(noticeDays(notice.year, extra) ?? [])];
  return [...new Set([notice.year, ...days.map(({ day }) => Number(day.slice(0, 4)))])];
}

function refuseOtherYears(notice: HolidayNotice): void {
  const others = otherYears(notice);
  if (others === null) return;
  const said = `“${notice.source}”写明是${notice.year}年，日期却都在${others.map((year) => `${year}年`).join('、')}`;
  throw new Refusal('notice_other_year', said);
}
