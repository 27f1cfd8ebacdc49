import type { CircularColumn } from '../contract/circulars.ts';
import type { Cell } from './circularTable.ts';
import { textWidth } from './circularTitle.ts';
import { cellLines, type TableLayout } from './tableLayout.ts';

/** In the column of counts: this row goes on with the names of the row above, which has the count of them all. */
const GOES_ON = '续';
/** Lines of a cell that still stand well on one page. */
const MOST_LINES = 18;
/** Lines of each part of a longer list: three parts fill a page. */
const PART_LINES = 12;

/** Whether names are too many for one row of a column this wide (points). */
export function isLongList(names: readonly string[], width: number, size: number): boolean {
  return cellLines(textWidth(names.join('、')), width, size) > MOST_LINES;
}

/**
 * A row of `[…what it is about, count, names]` as the rows it is printed in: names that no page holds well go on in rows that repeat what they are
 * about. The count of all, and the rows it opens, stand in the first.
 */
export function brokenRow(
  about: readonly string[],
  count: Cell,
  names: readonly string[],
  { widths, size }: Pick<TableLayout, 'widths' | 'size'>,
): (readonly Cell[])[] {
  const width = widths.at(-1) ?? 0;
  const parts = isLongList(names, width, size) ? partsOf(names, width, size) : [names];
  return parts.map((part, index) => [...about, index === 0 ? count : GOES_ON, part.join('、')]);
}

/** A row with those that go on with it put together again, and the line (1-based) that it begins in. */
export function wholeRows(
  columns: readonly CircularColumn[],
  rows: readonly (readonly string[])[],
): { readonly row: readonly string[]; readonly line: number }[] {
  const count = columns.findIndex(({ title }) => title === '家数');
  const whole: { row: readonly string[]; line: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const above = whole.at(-1);
    if (count !== -1 && row[count] === GOES_ON && above !== undefined)
      above.row = above.row.with(-1, `${above.row.at(-1) ?? ''}、${row.at(-1) ?? ''}`);
    else whole.push({ row, line: index + 1 });
  }
  return whole;
}

/** As few parts as it takes, of about equal length: no part of two names at the end. */
function partsOf(names: readonly string[], width: number, size: number): (readonly string[])[] {
  const total = textWidth(names.join('、'));
  const count = Math.ceil(cellLines(total, width, size) / PART_LINES);
  const parts: string[][] = [];
  let before = 0;
  for (const name of names) {
    const part = Math.min(count - 1, Math.floor((before / total) * count));
    const list = parts[part] ?? [];
    list.push(name);
    parts[part] = list;
    before += textWidth(name) + 1;
  }
  // A name longer than a whole part leaves one without names.
  return parts.filter((part) => part !== undefined);
}
