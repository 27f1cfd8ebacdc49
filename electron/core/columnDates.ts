import type { Candidate, Question } from '../contract/imports.ts';
import type { CellContent } from '../contract/sheets.ts';
import type { Column } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import { makeDay } from './period.ts';
import { readDate } from './readDate.ts';

export type DateOrder = 'dmy' | 'mdy' | null;

/**
 * How a column's slashed dates (`10/8/2026`) read. One value above 12 settles the column; if none does, or two contradict each other,
 * the column is asked once (cli.md: “asked once per column, never per cell”).
 */
export function dateOrderOf(
  cells: Iterable<CellContent>,
  column: Column,
  columnNumber: number,
): { readonly order: DateOrder; readonly question: Question | null } {
  let dayFirst = 0;
  let monthFirst = 0;
  let sample = '';
  for (const cell of cells) {
    const reading = readDate(cell, column.date?.longTerm ?? false);
    if (reading.kind !== 'slashed') continue;
    const asDmy = makeDay(reading.year, reading.second, reading.first);
    const asMdy = makeDay(reading.year, reading.first, reading.second);
    if (asDmy === asMdy) continue;
    if (asMdy === null) dayFirst++;
    else if (asDmy === null) monthFirst++;
    else sample ||= cell.text;
  }
  if (sample === '') return { order: null, question: null };
  if (dayFirst > 0 && monthFirst === 0) return { order: 'dmy', question: null };
  if (monthFirst > 0 && dayFirst === 0) return { order: 'mdy', question: null };
  const letters = columnLetters(columnNumber);
  const candidate = (order: 'dmy' | 'mdy', label: string): Candidate => ({
    value: order,
    label,
    evidence: `${letters} 列“${column.name}”，如 ${sample}`,
    choice: { dateOrder: { [letters]: order } },
  });
  return {
    order: null,
    question: {
      code: 'date_order',
      message: `${letters} 列“${column.name}”的日期（如 ${sample}）可读作日/月/年，也可读作月/日/年。请选定读法。`,
      candidates: [candidate('dmy', '日/月/年'), candidate('mdy', '月/日/年')],
    },
  };
}
