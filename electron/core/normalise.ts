import type { CellContent } from '../contract/sheets.ts';
import type { CodeList, Column } from '../contract/templates.ts';
import type { Day } from '../contract/time.ts';
import { cleanText, foldText, foldValue } from './fold.ts';
import { makeDay } from './period.ts';
import { isRoundedPhone, phonesOf } from './phones.ts';
import { readDate } from './readDate.ts';

/** Something the normalisation met; `validate` turns it into a finding of its column. */
export interface Trouble {
  readonly rule:
    | 'date_invalid'
    | 'date_ambiguous'
    | 'date_lost_format'
    | 'number_invalid'
    | 'precision_lost'
    | 'placeholder'
    | 'formula_error'
    | 'formula_uncached'
    | 'enum';
  readonly detail: string;
}

/** One cell after reading: the value as stored (`null`: empty), the text as the unit wrote it, and what was odd. */
export interface Normalised {
  readonly value: string | number | null;
  readonly raw: string;
  readonly troubles: readonly Trouble[];
}

/** The same with the value folded, as rows are compared. */
export interface ReadCell extends Normalised {
  readonly compared: string;
}

export const EMPTY: ReadCell = { value: null, raw: '', troubles: [], compared: '' };

/** A reader of one column's cells. What texts repeat from row to row is read once: agencies, kinds, days. */
export function createCellReader(
  column: Column,
  dateOrder: 'dmy' | 'mdy' | null,
): (cell: CellContent | undefined) => ReadCell {
  const known = new Map<string, ReadCell>();
  return (cell) => {
    if (!cell) return EMPTY;
    // Of these a reading depends on nothing but the text.
    const isText = cell.type === 'string' && !cell.precisionLost && cell.text.length <= LONGEST_KNOWN;
    const before = isText ? known.get(cell.text) : undefined;
    if (before) return before;
    const { value, raw, troubles } = normaliseCell(cell, column, dateOrder);
    const read = { value, raw, troubles, compared: value === null ? '' : foldValue(String(value)) };
    if (isText && known.size < MOST_KNOWN) known.set(cell.text, read);
    return read;
  };
}

const LONGEST_KNOWN = 60;
const MOST_KNOWN = 500;
const NO_TROUBLES: readonly Trouble[] = [];

/** Reads one cell by its column's type. `dateOrder` is the order the whole column's slashed dates are read in. */
export function normaliseCell(
  cell: CellContent | undefined,
  column: Column,
  dateOrder: 'dmy' | 'mdy' | null,
): Normalised {
  if (!cell) return EMPTY;
  const raw = rawText(cell);
  const fail = (rule: Trouble['rule'], detail = ''): Normalised => ({
    value: cleanText(raw) || null,
    raw,
    troubles: [{ rule, detail }],
  });
  if (cell.type === 'formula' && cell.value === null) return fail('formula_uncached');
  if (cell.type === 'error' || (raw.startsWith('#') && ERROR_TEXT.test(raw))) return fail('formula_error', raw);
  const text = cleanText(raw);
  const folded = foldText(text);
  if (meansNothing(folded, column) && !isListed(folded, column)) return { value: null, raw, troubles: NO_TROUBLES };
  if (PLACEHOLDER.test(folded) || (column.type !== 'number' && ONE_DIGIT.test(folded))) return fail('placeholder');
  switch (column.type) {
    case 'date':
      return normaliseDate(cell, column, dateOrder, raw);
    case 'number':
      return normaliseNumber(cell, column, raw);
    case 'enum':
      return column.codes ? normaliseEnum(text, column.codes, raw) : { value: text, raw, troubles: [] };
    case 'uscc':
    case 'id-number':
    case 'subject-code':
      return normaliseCode(cell, text, folded, raw);
    case 'text':
      return normaliseText(cell, column, text, raw);
    default:
      return column.type satisfies never;
  }
}

/** Text as sent: what the cell shows, but a number in full rather than in the rounded form a narrow format shows. */
function rawText(cell: CellContent): string {
  if (cell.type !== 'number' || typeof cell.value !== 'number') return cell.text;
  const isRounded = /E\+\d/iu.test(cell.text) && Number.isSafeInteger(cell.value);
  return cell.format === 'General' || isRounded ? String(cell.value) : cell.text;
}

/** 无 in a column of yes and no is a no. */
function isListed(folded: string, { codes }: Column): boolean {
  return codes !== null && [...codes.values, ...Object.keys(codes.synonyms)].some((text) => foldText(text) === folded);
}

/** 无 / — 暂无 null and the like: an empty cell in other words. `0` only where no number or code list is meant. */
function meansNothing(text: string, column: Column): boolean {
  const folded = BRACKETED.exec(text)?.[1] ?? text;
  if (folded === '' || NOTHING.test(folded)) return true;
  // 0 万元 where an amount must be above 0 says that there is none.
  if (column.type === 'number')
    return /^0(\.0*)?$/u.test(folded) && column.number?.exclusiveMin === true && !column.required;
  return folded === '0' && column.type !== 'enum';
}

function normaliseDate(cell: CellContent, column: Column, order: 'dmy' | 'mdy' | null, raw: string): Normalised {
  const reading = readDate(cell, column.date?.longTerm ?? false);
  switch (reading.kind) {
    case 'day': {
      const rule = reading.note === 'lost_format' ? 'date_lost_format' : 'date_ambiguous';
      return { value: reading.day, raw, troubles: reading.note === null ? [] : [{ rule, detail: reading.day }] };
    }
    case 'slashed': {
      const day = slashedDay(reading, order);
      if (day !== null) return { value: day, raw, troubles: [] };
      // Both ways are days: the column is asked, not the cell.
      if (order === null) return { value: cleanText(raw), raw, troubles: [] };
      return { value: cleanText(raw), raw, troubles: [{ rule: 'date_invalid', detail: '与所选日、月先后不符' }] };
    }
    case 'invalid':
      return { value: cleanText(raw), raw, troubles: [{ rule: 'date_invalid', detail: reading.why }] };
    default:
      return reading satisfies never;
  }
}

/** The day of `first/second/year`; by the column's order, or by the only order that is a day. */
function slashedDay(reading: { first: number; second: number; year: number }, order: 'dmy' | 'mdy' | null): Day | null {
  const dmy = makeDay(reading.year, reading.second, reading.first);
  const mdy = makeDay(reading.year, reading.first, reading.second);
  if (order === 'dmy') return dmy;
  if (order === 'mdy') return mdy;
  return dmy === null || mdy === null || dmy === mdy ? (dmy ?? mdy) : null;
}

function normaliseNumber(cell: CellContent, column: Column, raw: string): Normalised {
  if (cell.precisionLost) return { value: cleanText(raw), raw, troubles: [{ rule: 'precision_lost', detail: raw }] };
  const text = cleanText(raw).normalize('NFKC').replace(/−/gu, '-');
  const { percent } = column.number ?? {};
  const isShare = percent === true && (text.endsWith('%') || cell.format.includes('%'));
  const digits = isShare && text.endsWith('%') ? text.slice(0, -1) : text;
  const plain = digits.replace(/(?<=\d),(?=\d{3}(\D|$))/gu, '').replace(/\s+/gu, '');
  const value =
    cell.type === 'number' && typeof cell.value === 'number'
      ? isShare
        ? Number((cell.value * 100).toPrecision(12))
        : cell.value
      : /^[-+]?\d+(\.\d+)?$/u.test(plain)
        ? Number(plain)
        : Number.NaN;
  const decimals = column.number?.decimals ?? 6;
  const rounded = Number(value.toFixed(decimals));
  const bad = (detail: string): Normalised => ({
    value: cleanText(raw),
    raw,
    troubles: [{ rule: 'number_invalid', detail }],
  });
  if (!Number.isFinite(value)) return bad('不是数字，或带有单位、文字');
  if (percent && !isShare && value > 0 && value < 1) return bad('按百分制填写，如 95 或 95%');
  if (Math.abs(value - rounded) > 1e-9) return bad(`小数超过 ${decimals} 位`);
  const min = column.number?.min ?? null;
  if (min !== null && (rounded < min || (column.number?.exclusiveMin && rounded === min)))
    return {
      value: rounded,
      raw,
      troubles: [{ rule: 'number_invalid', detail: `应${column.number?.exclusiveMin ? '大于' : '不小于'} ${min}` }],
    };
  return { value: rounded, raw, troubles: [] };
}

function normaliseEnum(text: string, codes: CodeList, raw: string): Normalised {
  const parts = codes.multiple ? text.split(/[;；、，,/\n]/u).filter((part) => part.trim() !== '') : [text];
  const read: string[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const code = readCode(part, codes);
    const last = read.at(-1);
    if (code !== null) read.push(code);
    // 其他-责令改正、限期整改: what no list knows goes on with the text before it.
    else if (last?.startsWith('其他-') && unknown.length === 0) read[read.length - 1] = `${last}、${part.trim()}`;
    else unknown.push(part);
  }
  if (unknown.length > 0 || read.length === 0)
    return { value: text, raw, troubles: [{ rule: 'enum', detail: unknown.join('、') }] };
  return { value: [...new Set(read)].join(';'), raw, troubles: [] };
}

/** One code of a list: as listed, by a synonym, with a number (`1-普通`, `普通（1）`), or 其他-具体内容. */
function readCode(part: string, codes: CodeList): string | null {
  const folded = foldText(part);
  for (const value of codes.values)
    if (foldText(value) === folded && !(value === '其他' && codes.otherWithText)) return value;
  for (const [synonym, value] of Object.entries(codes.synonyms)) if (foldText(synonym) === folded) return value;
  if (codes.otherWithText) {
    const other = /^其[他它]\s*[-‐-―－:：(（]+\s*(.+?)[)）]?$/u.exec(cleanText(part));
    if (other?.[1]) return `其他-${other[1]}`;
  }
  const numbered = /^\d{1,2}[-.、:：]?(\D.*)$/u.exec(folded) ?? /^(.+)[(]\d{1,2}[)]$/u.exec(folded);
  if (numbered?.[1]) return readCode(numbered[1], codes);
  return null;
}

/** Codes are compared without blanks, full width or small letters; digits a workbook lost cannot come back. */
function normaliseCode(cell: CellContent, text: string, folded: string, raw: string): Normalised {
  if (cell.precisionLost || /^\d(\.\d+)?e\+?\d{2}$/u.test(folded))
    return { value: text, raw, troubles: [{ rule: 'precision_lost', detail: raw }] };
  const code = PLAIN_CODE.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\s'’‘`]/gu, '')
        .toUpperCase()
        .replace(/[×✕]$/u, 'X');
  if (/^(\d)\1{2,}$/u.test(code) || code === '123456789012345678')
    return { value: code, raw, troubles: [{ rule: 'placeholder', detail: '' }] };
  return { value: code, raw, troubles: NO_TROUBLES };
}

function normaliseText(cell: CellContent, column: Column, text: string, raw: string): Normalised {
  // A leading apostrophe is how a sheet marks text; typed by hand it is not part of the value.
  const value = text.startsWith("'") || text.startsWith('’') ? text.slice(1) : text;
  if (cell.precisionLost) return { value, raw, troubles: [{ rule: 'precision_lost', detail: raw }] };
  if (column.checks.includes('phone'))
    return isRoundedPhone(value)
      ? { value, raw, troubles: [{ rule: 'precision_lost', detail: raw }] }
      : { value: phonesOf(value), raw, troubles: NO_TROUBLES };
  if (column.checks.includes('document-number') && (cell.type === 'date' || A_DAY.test(value)))
    return { value, raw, troubles: [{ rule: 'placeholder', detail: '日期' }] };
  return { value, raw, troubles: NO_TROUBLES };
}

const ERROR_TEXT = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/u;
/** What a text file keeps of a document number that a spreadsheet program took for a day. */
const A_DAY = /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日)$/u;
const BRACKETED = /^[([【](.*)[)\]】]$/u;
const PLAIN_CODE = /^[0-9A-Z]+$/u;
const NOTHING =
  /^(无|没有|暂无|无此项|无数据|无内容|不适用|不详|[/\\|]+|[-‐-―－_]+|[.。…·]+|\*|null|undefined|nan|\\n|n\/a|nil|none|空|空白|缺|未知)$/u;
/** A run of one digit, eighteen zeros first of all. */
const ONE_DIGIT = /^(\d)\1{5,}$/u;
const PLACEHOLDER =
  /^(待补充?|待补报|后补|待定|待填|待完善|待核实|待查|见附件|详见附件|见附表|同上|如上|〃|"|x{3,}|×{2,}|\*{2,})$/u;
