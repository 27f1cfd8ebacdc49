import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { CalendarDay, HolidayNotice } from '../contract/calendar.ts';
import { isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { decodedText, textEncoding } from './intake/textEncoding.ts';

/** Text of a file that holds a year's notice, in UTF-8 or GB18030. Refuses what cannot be opened or is far too large to be one. */
export async function readHolidayFile(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    if ((await stat(path)).size > MOST_BYTES) throw new Refusal('notice_unreadable', `“${basename(path)}”过大`);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isGone ? new Refusal('file_missing', path) : new Refusal('file_locked', path);
  }
  let text = '';
  for await (const part of decodedText(chunk(bytes), await textEncoding(chunk(bytes)))) text += part;
  return text;
}

/**
 * A notice of JSON: that of holiday-cn (`{year, days: [{name, date, isOffDay}]}`) or a year's file of chinese-days (`{holidays, workdays}`
 * by day). Null: the text is no JSON. Refuses (`notice_unreadable`) other JSON, saying what is missing.
 */
export function parseHolidayJson(text: string, source: string): HolidayNotice | null {
  if (!/^\s*[{[]/u.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('notice_unreadable', `“${source}”不是完整的 JSON`);
  }
  const byYear = HOLIDAY_CN.safeParse(value);
  if (byYear.success) {
    const { year, days } = byYear.data;
    return noticeOf(
      year,
      days.map(({ name, date, isOffDay }) => ({ day: date, kind: isOffDay ? 'off' : 'work', name })),
      source,
    );
  }
  const byDay = CHINESE_DAYS.safeParse(value);
  if (!byDay.success)
    throw new Refusal('notice_unreadable', `“${source}”里没有 year 和 days（或 holidays 和 workdays）`);
  const { holidays, workdays } = byDay.data;
  const days = [...titled(holidays, 'off'), ...titled(workdays, 'work')];
  const years = new Set(days.map(({ day }) => day.slice(0, 4)));
  if (years.size !== 1)
    throw new Refusal('notice_unreadable', `“${source}”含 ${years.size} 个年份，请用只含一年的文件`);
  return noticeOf(Number([...years][0]), days, source);
}

/** A year's notice has 2 kB. */
const MOST_BYTES = 1024 * 1024;

const DAY = z.string().refine(isDay);
const HOLIDAY_CN = z.object({
  year: z.int().min(1900).max(2200),
  days: z.array(z.object({ name: z.string().max(100), date: DAY, isOffDay: z.boolean() })).max(400),
});
const CHINESE_DAYS = z.object({ holidays: z.record(DAY, z.string()), workdays: z.record(DAY, z.string()) });

function noticeOf(year: number, days: readonly CalendarDay[], source: string): HolidayNotice {
  // holiday-cn keeps a file of the coming year before its notice is out.
  if (!days.some((day) => day.kind === 'off'))
    throw new Refusal('notice_unreadable', `“${source}”里${year}年还没有放假日期`);
  return { year, days: [...days].sort((a, b) => (a.day < b.day ? -1 : 1)), source };
}

/** `New Year's Day,元旦,1` → 元旦. */
function titled(days: Readonly<Record<string, string>>, kind: CalendarDay['kind']): CalendarDay[] {
  return Object.entries(days).map(([day, name]) => ({ day, kind, name: name.split(',')[1] ?? name }));
}

async function* chunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
