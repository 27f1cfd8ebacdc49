import { basename } from 'node:path';
import { logAction } from '../../db/queries/audit.ts';
import { calendarExtra, putCountyDay, putNotice, removeCountyDay } from '../../db/queries/calendar.ts';
import type { ReadDb } from '../../db/types.ts';
import type { HolidayNotice, MovedDue } from '../contract/calendar.ts';
import type { Args, Result } from '../contract.ts';
import { createCalendar } from '../core/calendar.ts';
import { describeYear, noticeDays, type OfficeCalendar } from '../core/calendarYear.ts';
import { noticeDoubts } from '../core/holidayNotice.ts';
import { movedDues } from '../core/movedDue.ts';
import { type ReadNotice, readNoticeText } from '../core/noticeText.ts';
import { isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { parseHolidayJson, readHolidayFile } from '../io/holidayFile.ts';
import { type Context, readDirectory } from './context.ts';
import { refuseLocked } from './locks.ts';

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
  return {
    notice,
    doubts: [...doubts, ...noticeDoubts(notice, noticeDays(notice.year, extra), extra)],
    moved: movedBy(context, db, withNotice(extra, notice), yearsOf(notice)),
  };
}

/** Saves a notice after it was looked at; from now on it holds for its year, whatever ships. */
export function saveNotice(context: Context, { notice, by = '' }: Args<'calendar.save'>): Result<'calendar.save'> {
  const wrong = notice.days.find(({ day }) => !isDay(day));
  if (wrong) throw new Refusal('moment_invalid', wrong.day);
  if (!notice.days.some(({ kind }) => kind === 'off'))
    throw new Refusal('notice_unreadable', `${notice.year}年的安排里没有放假日期`);
  const at = context.deps.now();
  const saved = context.store().write((db) => {
    const before = calendarExtra(db);
    const moved = movedBy(context, db, withNotice(before, notice), [
      ...yearsOf(notice),
      ...yearsOf({ year: notice.year, days: noticeDays(notice.year, before) ?? [] }),
    ]);
    refuseMovingLocked(context, db, moved);
    putNotice(db, notice, { at, by });
    logAction(db, at, 'calendar.save', String(notice.year), `${notice.source}；${movedText(moved)}`, by);
    return { year: describeYear(notice.year, calendarExtra(db)), moved };
  });
  context.renewCalendar();
  return saved;
}

/** Adds or (kind null) takes away a day of this county; both need a written reason. */
export function saveCountyDay(
  context: Context,
  { day, kind, name, reason, by = '' }: Args<'calendar.saveCounty'>,
): Result<'calendar.saveCounty'> {
  if (!isDay(day)) throw new Refusal('moment_invalid', day);
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required', day);
  const at = context.deps.now();
  const year = Number(day.slice(0, 4));
  const saved = context.store().write((db) => {
    const before = calendarExtra(db);
    const others = before.county.filter((one) => one.day !== day);
    if (kind === null && others.length === before.county.length) throw new Refusal('county_day_unknown', day);
    const titled = name.trim() || (kind === 'work' ? '本县上班' : '本县放假');
    const county = kind === null ? others : [...others, { day, kind, name: titled, reason: written, by, at }];
    const moved = movedBy(context, db, { ...before, county }, [year]);
    refuseMovingLocked(context, db, moved);
    if (kind === null) removeCountyDay(db, day);
    else putCountyDay(db, { day, kind, name: titled, reason: written, by, at });
    const action = kind === null ? 'calendar.county.remove' : `calendar.county.${kind}`;
    logAction(db, at, action, day, `${written}；${movedText(moved)}`, by);
    return { year: describeYear(year, calendarExtra(db)), moved };
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

/** The notice's own year and those its days lie in. */
function yearsOf({ year, days }: Pick<HolidayNotice, 'year' | 'days'>): number[] {
  return [year, ...days.map(({ day }) => Number(day.slice(0, 4)))];
}

function movedBy(context: Context, db: ReadDb, extra: OfficeCalendar, years: readonly number[]): MovedDue[] {
  const { duties, office } = readDirectory(db);
  const after = createCalendar(extra);
  return movedDues({ duties, settings: office.settings, years, before: context.calendar, after });
}

/** What was counted of a closed period by its due moment must not change; a moment that was not known yet may be. */
function refuseMovingLocked(context: Context, db: ReadDb, moved: readonly MovedDue[]): void {
  refuseLocked(
    context,
    db,
    moved.filter(({ before }) => before !== null).map(({ period }) => period),
  );
}

function movedText(moved: readonly MovedDue[]): string {
  const first = moved.filter(({ before }) => before === null).length;
  return `移动截止时间 ${moved.length - first} 个，新推算 ${first} 个`;
}
