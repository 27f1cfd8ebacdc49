import type { FormatSection, FormatToken } from './formatSections.ts';
import { type SerialMoment, serialMoment } from './serialDay.ts';

/** Text of a serial number under a date or time section; `null` where the number is no day (negative, after 9999). */
export function dateText(serial: number, section: FormatSection, date1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  const decimals = section.tokens.reduce((most, token) => Math.max(most, fractionWidth(token)), 0);
  const moment = displayMoment(serial, date1904, decimals);
  if (!moment) return null;
  const twelve = section.tokens.some((token) => token.kind === 'halfDay');
  let text = '';
  for (const token of section.tokens) text += tokenText(token, { serial, moment, decimals, twelve, section });
  return text.trim();
}

/** Excel shows serial 0 as day 0 of January 1900 and serial 60 as the 29 February 1900 that never was. */
function displayMoment(serial: number, date1904: boolean, decimals: number): SerialMoment | null {
  if (serial >= 1) {
    const moment = serialMoment(serial, date1904, decimals);
    if (moment || date1904 || Math.floor(serial) !== 60) return moment;
    const eve = serialMoment(serial - 1, date1904, decimals);
    return eve && { ...eve, day: 29 };
  }
  const next = serialMoment(serial + 1, date1904, decimals);
  return next && { ...next, day: next.day - 1 };
}

interface Shown {
  readonly serial: number;
  readonly moment: SerialMoment;
  readonly decimals: number;
  readonly twelve: boolean;
  readonly section: FormatSection;
}

function tokenText(token: FormatToken, shown: Shown): string {
  if (token.kind === 'literal') return token.text;
  if (token.kind === 'halfDay') return shown.moment.hour < 12 ? token.am : token.pm;
  if (token.kind !== 'date') return token.kind === 'percent' ? '%' : '';
  const { moment, serial, decimals } = shown;
  const n = (value: number) => numeral(value, token.width, shown.section.chineseDigits);
  switch (token.unit) {
    case 'year':
      return yearText(moment.year, token.width, shown.section.chineseDigits);
    case 'month':
      return token.width < 3 ? n(moment.month) : monthName(moment.month, token.width);
    case 'day':
      return token.width < 3 ? n(moment.day) : dayName(moment.weekday, token.width);
    case 'weekday':
      return (token.width > 3 ? '星期' : '') + (CHINESE_DAYS[moment.weekday] ?? '');
    case 'hour':
      return n(shown.twelve ? moment.hour % 12 || 12 : moment.hour);
    case 'minute':
      return n(moment.minute);
    case 'second':
      return n(Math.floor(moment.second));
    case 'fraction':
      return (moment.second % 1).toFixed(decimals).slice(1, token.width + 2);
    case 'elapsedHours':
      return numeral(Math.floor(Math.round(serial * 86400) / 3600), token.width, false);
    case 'elapsedMinutes':
      return numeral(Math.floor(Math.round(serial * 86400) / 60), token.width, false);
    case 'elapsedSeconds':
      return numeral(Math.round(serial * 86400), token.width, false);
  }
}

function fractionWidth(token: FormatToken): number {
  return token.kind === 'date' && token.unit === 'fraction' ? token.width : 0;
}

function yearText(year: number, width: number, chinese: boolean): string {
  const digits = width === 2 ? String(year % 100).padStart(2, '0') : String(year);
  return chinese ? digits.replace(/\d/gu, (digit) => CHINESE_DIGITS[Number(digit)] ?? digit) : digits;
}

function numeral(value: number, width: number, chinese: boolean): string {
  if (!chinese || value > 99) return String(value).padStart(width, '0');
  if (value < 10) return CHINESE_DIGITS[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? CHINESE_DIGITS[tens] : ''}十${value % 10 ? CHINESE_DIGITS[value % 10] : ''}`;
}

function monthName(month: number, width: number): string {
  const name = MONTHS[month - 1] ?? '';
  return width === 3 ? name.slice(0, 3) : width === 5 ? name.slice(0, 1) : name;
}

function dayName(weekday: number, width: number): string {
  const name = DAYS[weekday] ?? '';
  return width === 3 ? name.slice(0, 3) : name;
}

const CHINESE_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const CHINESE_DAYS = ['日', '一', '二', '三', '四', '五', '六'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
