import type { CircularTable } from '../contract/circulars.ts';
import { textWidth } from './circularTitle.ts';

/** How a table of an annex is set; lengths in points. */
export interface TableLayout {
  readonly size: number;
  readonly lineHeight: number;
  /** Of the columns; they add up to the table's width. */
  readonly widths: readonly number[];
  /** Titles of the columns, broken into lines of about equal length. */
  readonly heads: readonly (readonly string[])[];
}

/** Points that a cell's two rules and the room beside them take, and what an engine rounds away. */
const PADDING = 5;
/** 小四 where there is room, 五号 in tables of many columns, smaller only where numbers need it. */
const SIZES = [12, 10.5, 9, 7.5] as const;
const MANY_COLUMNS = 6;

/** A cell that is a number, a rate, a day or a moment, with a counter or without. */
const NUMBER = /^[\d.,:%+\-−—/ ]*\d[\d.,:%+\-−—/ ]*\p{Script=Han}?$/u;

/** Points across the type area of an upright page. */
export const UPRIGHT_POINTS = 156 * (72 / 25.4);

/** How many lines a text so many characters wide takes in a column this wide (points): one more than it fills, for signs that go to the next line. */
export function cellLines(characters: number, width: number, size: number): number {
  return Math.ceil(characters / Math.max(1, Math.floor((width - PADDING) / size))) + 1;
}

/** Whether a cell is a number and so never goes on in another line. */
export function isNumberCell(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * Sets a table so many points wide: columns by their shares, but none narrower than its widest number or than two characters of its title;
 * what they take, the columns with room give. Smaller type where all numbers together are wider than the table.
 */
export function tableLayout({ columns, rows }: Pick<CircularTable, 'columns' | 'rows'>, total: number): TableLayout {
  const characters = columns.map(({ title }, index) =>
    rows.reduce(
      (most, row) => {
        const cell = row[index] ?? '';
        return isNumberCell(cell) ? Math.max(most, numberWidth(cell)) : most;
      },
      Math.min(2, textWidth(title)),
    ),
  );
  const needs = (size: number) => characters.map((width) => width * size + PADDING);
  const sizes = SIZES.slice(columns.length > MANY_COLUMNS ? 1 : 0);
  const size = sizes.find((one) => sum(needs(one)) <= total) ?? 7.5;
  const widths = sharedWidths(
    columns.map(({ width }) => width),
    needs(size),
    total,
  );
  const heads = columns.map(({ title }, index) => headLines(title, ((widths[index] ?? 0) - PADDING) / size));
  return { size, lineHeight: size * 1.25, widths, heads };
}

/** Each its share, but no less than it needs; those that take more leave less to the others. */
function sharedWidths(shares: readonly number[], needs: readonly number[], total: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const room = total - sum(needs.filter((_, index) => fixed.has(index)));
    const rest = sum(shares.filter((_, index) => !fixed.has(index)));
    const widths = shares.map((share, index) => (fixed.has(index) ? (needs[index] ?? 0) : (share / rest) * room));
    const narrow = widths.flatMap((width, index) => (!fixed.has(index) && width < (needs[index] ?? 0) ? [index] : []));
    // Numbers wider than the table in the smallest type: each by its need.
    if (narrow.length + fixed.size === shares.length && narrow.length > 0)
      return needs.map((need) => (need / sum(needs)) * total);
    if (narrow.length === 0) return widths;
    for (const index of narrow) fixed.add(index);
  }
}

/** 综合得分 in a column of three characters is 综合 above 得分. */
function headLines(title: string, room: number): string[] {
  const width = textWidth(title);
  // A title with Latin letters or spaces breaks between its words.
  if (width <= room || !/^[\p{Script=Han}、（）]+$/u.test(title)) return [title];
  const count = Math.ceil(width / Math.max(1, Math.floor(room)));
  const each = Math.ceil(title.length / count);
  return Array.from({ length: Math.ceil(title.length / each) }, (_, line) =>
    title.slice(line * each, line * each + each),
  );
}

/** In characters: where the standard's typefaces are missing, digits come from one in which they are wider than half a character. */
function numberWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += sign === '%' ? 0.95 : /[.,:]/.test(sign) ? 0.35 : /\d/.test(sign) ? 0.64 : 1;
  return width;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
