import type { CellContent } from '../contract/sheets.ts';
import type { Day } from '../contract/time.ts';
import { cleanText } from './fold.ts';
import { makeDay } from './period.ts';
import { serialToIso } from './serialDay.ts';

/** How one cell of a date column reads. `slashed`: day and month could change places (`10/8/2026`). */
export type DateReading =
  | { readonly kind: 'day'; readonly day: Day; readonly note: 'lost_format' | 'two_digit_year' | null }
  | { readonly kind: 'slashed'; readonly first: number; readonly second: number; readonly year: number }
  | { readonly kind: 'invalid'; readonly why: string };

/** Reads a cell of a date column (cli.md, “Dates that must be read”). Never guesses a missing year or day. */
export function readDate(cell: CellContent, longTerm: boolean): DateReading {
  if (cell.type === 'date' && typeof cell.value === 'string') return day(cell.value.slice(0, 10));
  if (cell.type === 'number' && typeof cell.value === 'number') return readNumber(cell.value);
  if (ISO_DAY.test(cell.text)) return named(cell.text.slice(0, 4), cell.text.slice(5, 7), cell.text.slice(8));
  return readText(cell.text, longTerm);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

function readNumber(value: number): DateReading {
  if (Number.isInteger(value) && value >= 19000101 && value <= 99991231) return packed(String(value));
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) {
    const iso = serialToIso(value, false);
    if (iso !== null) return { kind: 'day', day: iso.slice(0, 10), note: 'lost_format' };
  }
  // 2022.10 typed as a number is 2022.1: nothing tells which month was meant.
  if (value > 1900 && value < 2100 && !Number.isInteger(value))
    return invalid(`只有年月，且末尾的 0 可能已丢失：${value} 可能是 ${value}0`);
  return invalid('数字不是日期');
}

function readText(raw: string, longTerm: boolean): DateReading {
  const text = cleanText(raw)
    .normalize('NFKC')
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  if (longTerm && /^(长期|永久)(有效)?$/u.test(text.replace(/\s/gu, ''))) return day('2099-12-31');
  // A time, a weekday in brackets or 上午/下午 after the day says nothing about the day.
  const date = text
    .replace(/\s*[(（]?(星期|周)[一二三四五六日天][)）]?/u, '')
    .replace(/[T ]?\s*(上午|下午)?\s*\d{1,2}([:时]\d{1,2}([:分]\d{1,2}秒?|分)?(\.\d+)?|时)\s*(AM|PM|Z)?$/iu, '')
    .replace(/\s+/gu, '')
    .replace(/[.。]$/u, '');
  if (date === '') return invalid('没有日期');
  if (/^\d{8}$/u.test(date)) return packed(date);
  if (/^\d{5}$/u.test(date)) return readNumber(Number(date));

  const yearFirst = /^(\d{4}|\d{2})[-/.年,、](\d{1,2})[-/.月,、](\d{1,2})日?号?$/u.exec(date);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(date);
  if (yearLast) return slashed(Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3]));
  const chinese =
    /^([〇○零Oo0一二三四五六七八九]{4})年([一二三四五六七八九十〇零]{1,3})月([一二三四五六七八九十廿卅〇零]{1,4})日?$/u.exec(
      date,
    );
  if (chinese) return fromChinese(chinese[1] ?? '', chinese[2] ?? '', chinese[3] ?? '');
  if (/^\d{4}[-/.年]\d{1,2}月?$/u.test(date)) return invalid('只有年月，没有日');
  if (/^\d{1,2}[-/.月]\d{1,2}日?号?$/u.test(date)) return invalid('没有年份');
  return invalid('不是日期');
}

function named(year = '', month = '', dayOfMonth = ''): DateReading {
  const twoDigits = year.length === 2;
  const made = makeDay(Number(year) + (twoDigits ? 2000 : 0), Number(month), Number(dayOfMonth));
  if (made === null) return invalid('没有这一天');
  return { kind: 'day', day: made, note: twoDigits ? 'two_digit_year' : null };
}

function packed(digits: string): DateReading {
  return named(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8));
}

function slashed(first: number, second: number, year: number): DateReading {
  const dayFirst = makeDay(year, second, first);
  const monthFirst = makeDay(year, first, second);
  if (dayFirst === null && monthFirst === null) return invalid('没有这一天');
  return { kind: 'slashed', first, second, year };
}

function fromChinese(year: string, month: string, dayOfMonth: string): DateReading {
  const y = [...year].map((c) => DIGITS[c] ?? '').join('');
  return named(y, String(chineseNumber(month)), String(chineseNumber(dayOfMonth)));
}

function chineseNumber(text: string): number {
  const tens = /^([一二三]?)(十|廿|卅)([一二三四五六七八九]?)$/u.exec(text);
  if (!tens) return Number([...text].map((c) => DIGITS[c] ?? 'x').join(''));
  const ten = tens[2] === '廿' ? 2 : tens[2] === '卅' ? 3 : tens[1] ? Number(DIGITS[tens[1]]) : 1;
  return ten * 10 + (tens[3] ? Number(DIGITS[tens[3]]) : 0);
}

const day = (value: Day): DateReading => ({ kind: 'day', day: value, note: null });
const invalid = (why: string): DateReading => ({ kind: 'invalid', why });

// 1954-10-03 to 2119-01-31: a serial outside is more likely something else than a date.
const FIRST_SERIAL = 20000;
const LAST_SERIAL = 80000;

const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  o: '0',
  '0': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
