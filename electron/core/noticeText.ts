import type { CalendarDay, HolidayNotice } from '../contract/calendar.ts';
import type { Day } from '../contract/time.ts';
import { addDays, chineseDay, daysBetween, makeDay, weekdayOf } from './period.ts';

/** What a text says, and Chinese sentences about what could not be read or does not fit. */
export interface ReadNotice {
  readonly notice: HolidayNotice;
  readonly doubts: readonly string[];
}

/** What is known of a year before, which a notice of adjustment (关于调整…、关于延长…) changes in part. */
export type KnownDays = (year: number) => readonly CalendarDay[];

/**
 * Reads the State Council's text as it is pasted from a web page (国务院办公厅关于20XX年部分节假日安排的通知, in the wordings of 2007–2026):
 * `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。` Null: it names no year or no day off.
 */
export function readNoticeText(pasted: string, source: string, known: KnownDays): ReadNotice | null {
  const text = plain(pasted);
  const year = yearOf(text);
  if (year === null) return null;
  const amends = /(?:调整|延长)20\d{2}年/u.test(text) && !/20\d{2}年(?:部分)?节假日安排/u.test(text);
  const reading: Reading = {
    year,
    name: amends ? holidaysIn(/(?:调整|延长)20\d{2}年(.+?)(?:假期|放假)/u.exec(text)?.[1] ?? '') : '',
    days: new Map(amends ? known(year).map((day) => [day.day, day]) : []),
    doubts: amends
      ? [`这是对${year}年原安排的调整：只读到调整的节日，其余日期沿用已载入的${year}年安排，请核对。`]
      : [],
    replaced: amends ? new Set() : null,
  };
  for (const sentence of text.replace(ITEM, '。').split(/[。;]/u)) readSentence(sentence, reading);
  const days = [...reading.days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  if (!days.some((day) => day.kind === 'off')) return null;
  return { notice: { year, days, source }, doubts: reading.doubts };
}

/** The text being read: `name` is the holiday spoken of, `replaced` the holidays an adjustment has already begun anew. */
interface Reading {
  readonly year: number;
  name: string;
  readonly days: Map<Day, CalendarDay>;
  readonly doubts: string[];
  readonly replaced: Set<string> | null;
}

/** Web pages bring full-width digits, blanks inside dates and lines cut anywhere. */
function plain(pasted: string): string {
  return pasted
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[﹣－–—―~〜～]+/gu, '至')
    .replace(/到(?=\d)/gu, '至');
}

function yearOf(text: string): number | null {
  const titled = /关于(?:做好|调整|延长)?(20\d{2})年/u.exec(text)?.[1];
  if (titled !== undefined) return Number(titled);
  const named = [...text.matchAll(/(20\d{2})年/gu)].map((match) => Number(match[1]));
  const counts = Map.groupBy(named, (year) => year);
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length || b[0] - a[0]);
  return most?.[0] ?? null;
}

/** Where an item begins (二、春节：), also where the full stop before it was lost. */
const ITEM = /(?=[一二三四五六七八九十]、[^,。;:()]{2,12}:)/gu;
const NAMES = /元旦|春节|清明节?|(?:国际)?劳动节|五一|端午节?|中秋节?|国庆节?/gu;

function readSentence(sentence: string, reading: Reading): void {
  if (/鼓励|另行通知|现将/u.test(sentence)) {
    if (/除夕.*休息/u.test(sentence))
      reading.doubts.push(`“${sentence}”是提倡，不算放假；本县除夕确定放假的，请另加为本县休假日。`);
    return;
  }
  let pending: Token[] = [];
  let lastOff: readonly Day[] = [];
  // Commas inside brackets (农历正月初九,星期日) part nothing.
  for (const clause of sentence.match(/(?:[^,()]|\([^)]*\))+/gu) ?? []) {
    const head = /^[一二三四五六七八九十]+、([^:]{2,24}):/u.exec(clause)?.[1];
    reading.name = holidaysIn(head ?? clause.replace(/\([^)]*\)/gu, '')) || reading.name;
    const counted = /共(\d+|[一二三四五六七八九十])[天日]|放假(\d+)天/u.exec(clause);
    const tokens = datesOf(clause, reading);
    const verb = verbOf(clause);
    pending = verb === 'none' ? [] : [...pending, ...tokens];
    if (verb === 'extended') extend(pending, reading);
    if (verb === 'off') lastOff = enter(pending, 'off', reading);
    if (verb === 'work') enter(pending, 'work', reading);
    if (verb !== 'unsaid') pending = [];
    if (counted && lastOff.length > 0) checkCount(counted[1] ?? counted[2] ?? '', lastOff, reading);
  }
}

/** Names of the holidays a text speaks of, `国庆节、中秋节`; empty: of none. */
function holidaysIn(text: string): string {
  return [...new Set((text.match(NAMES) ?? []).map(fullName))].join('、');
}

/** `none`: the dates of the clause are told for another reason; `unsaid`: the verb comes with a later clause. */
function verbOf(clause: string): 'off' | 'work' | 'extended' | 'none' | 'unsaid' {
  if (/不放假|起正常上班|起上班|公休|法定|调至/u.test(clause)) return 'none';
  if (/延长.*假期/u.test(clause)) return 'extended';
  if (/放假|补休/u.test(clause)) return 'off';
  if (/上班/u.test(clause)) return 'work';
  return 'unsaid';
}

/** A day or a range of days as written, both ends included. */
interface Token {
  readonly from: Day;
  readonly to: Day;
}

const DATE = /(?<!共)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/gu;

function datesOf(clause: string, reading: Reading): Token[] {
  const tokens: Token[] = [];
  let month: number | null = null;
  let year: number | null = null;
  let end = 0;
  for (const match of clause.matchAll(DATE)) {
    const [written, ownYear, ownMonth, date, bracket = ''] = match;
    const before = tokens.at(-1);
    const continues = before !== undefined && clause.slice(end, match.index) === '至';
    const nextMonth: number | null = ownMonth === undefined ? month : Number(ownMonth);
    if (nextMonth === null) continue;
    if (ownYear !== undefined) year = Number(ownYear);
    // 12月30日至1月1日: the year turns on the way.
    else if (continues && month !== null && nextMonth < month) year = (year ?? reading.year) + 1;
    else if (ownMonth !== undefined && !continues) year = impliedYear(nextMonth, reading);
    month = nextMonth;
    end = match.index + written.length;
    const day = makeDay(year ?? reading.year, month, Number(date));
    if (day === null) {
      reading.doubts.push(`“${written}”不是有效的日期，没有读入。`);
      continue;
    }
    checkWeekday(day, written, bracket, reading);
    if (continues) tokens.splice(-1, 1, { from: before.from, to: day });
    else tokens.push({ from: day, to: day });
  }
  return tokens;
}

/** The New Year holiday may begin in the December before (2023年元旦: 12月31日). */
function impliedYear(month: number, { year, name }: Reading): number {
  return name === '元旦' && month === 12 ? year - 1 : year;
}

function checkWeekday(day: Day, written: string, bracket: string, { doubts }: Reading): void {
  const said = /(?:星期|周)([一二三四五六日天])/u.exec(bracket)?.[1];
  if (said === undefined) return;
  const weekday = said === '天' ? 7 : '一二三四五六日'.indexOf(said) + 1;
  if (weekday !== weekdayOf(day))
    doubts.push(
      `“${written}”：${chineseDay(day)}是星期${'一二三四五六日'.charAt(weekdayOf(day) - 1)}，与括号里写的不符。`,
    );
}

/** No holiday is longer: a longer range was misread. */
const LONGEST = 15;

function enter(tokens: readonly Token[], kind: CalendarDay['kind'], reading: Reading): Day[] {
  const { name, days, replaced, doubts } = reading;
  if (replaced && tokens.length > 0 && !replaced.has(name)) {
    replaced.add(name);
    for (const [day, known] of days) if (fullName(known.name) === name) days.delete(day);
  }
  const entered: Day[] = [];
  for (const { from, to } of tokens) {
    if (from > to || daysBetween(from, to) >= LONGEST) {
      doubts.push(`“${name}”的起止日期 ${chineseDay(from)}至${chineseDay(to)} 不合常理，没有读入。`);
      continue;
    }
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const before = days.get(day);
      if (before && before.kind !== kind)
        doubts.push(
          `${chineseDay(day)}既写了放假又写了上班，按后写的${kind === 'off' ? '放假' : '上班'}读入，请核对。`,
        );
      days.set(day, { day, kind, name: name === '' ? '放假安排' : name });
      entered.push(day);
    }
  }
  return entered;
}

/** 延长2020年春节假期至2月2日: from the holiday's last known day on; a make-up day inside it is worked no more. */
function extend(tokens: readonly Token[], { name, days, doubts }: Reading): void {
  const to = tokens.at(-1)?.to;
  const last = [...days.values()].filter((day) => day.kind === 'off' && fullName(day.name).includes(name)).at(-1)?.day;
  if (to === undefined || last === undefined || last >= to || daysBetween(last, to) >= LONGEST) {
    doubts.push(`没有读出“${name}”假期从哪一天延长起，请先载入这一年原来的通知，再读延长的通知。`);
    return;
  }
  for (let day = addDays(last, 1); day <= to; day = addDays(day, 1)) days.set(day, { day, kind: 'off', name });
}

function checkCount(written: string, off: readonly Day[], { name, doubts }: Reading): void {
  const said = /^\d+$/u.test(written) ? Number(written) : '一二三四五六七八九十'.indexOf(written) + 1;
  if (said !== off.length)
    doubts.push(`“${name}”写明放假${said}天，起止日期却是${off.length}天（${chineseDay(off[0] ?? '')}起），请核对。`);
}

/** 清明 → 清明节, 五一 → 劳动节; the package and the files of the years write them both ways. */
export function fullName(name: string): string {
  if (/^(?:国际)?劳动节$|^五一$/u.test(name)) return '劳动节';
  return /^(?:清明|端午|中秋|国庆)$/u.test(name) ? `${name}节` : name;
}
