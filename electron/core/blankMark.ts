import { BLANK_SHEET, type BlankMark } from '../contract/blanks.ts';
import type { ReturnMark } from '../contract/returns.ts';
import type { Workbook } from '../contract/sheets.ts';
import type { Period } from '../contract/time.ts';
import type { AnalyseContext, RoutableDuty } from './analysed.ts';
import { MARK_NAME, MARK_VERSION } from './blankTemplate.ts';
import { isPeriod, periodKind } from './period.ts';
import type { HeaderMatch, HeaderResult } from './recogniseHeader.ts';
import { isOfRows, marksOfSheet, readReturnMarks } from './returnMarks.ts';
import type { UnitMention } from './unitNames.ts';

/** Evidence of what a handed-out template or a returned workbook says of itself. */
export const MARKED = '文件内置标识';

/** What a workbook that left this office says of a table in it. */
export type TableMark = BlankMark | ReturnMark;

/** What a workbook that left this office says of a sheet: a returned table's own mark, else that of the handed-out template. */
export function readMarks(workbook: Workbook, context: AnalyseContext): (sheet: string) => readonly TableMark[] {
  const blank = readBlankMark(workbook, context);
  const returned = readReturnMarks(workbook, context);
  return (sheet) => {
    if (returned.some((mark) => mark.sheet === sheet)) return marksOfSheet(returned, sheet);
    return blank === null ? [] : [blank];
  };
}

/**
 * What the hidden sheet of a handed-out template says of the workbook; null where there is none or it is of another county.
 * Units and duties that are no more are left out of it.
 */
function readBlankMark(workbook: Workbook, context: AnalyseContext): BlankMark | null {
  const sheet = workbook.sheets.find(({ name }) => name === BLANK_SHEET);
  if (!sheet) return null;
  const said = new Map<string, string>();
  for (const { cells } of sheet.rows.slice(0, MARK_ROWS)) {
    const text = (column: number) => cells.find((cell) => cell.column === column)?.text.trim() ?? '';
    said.set(text(1), text(2));
  }
  const of = (name: string): string | null => said.get(name) || null;
  const duty = of('duty');
  const template = of('template');
  if (of(MARK_NAME) !== MARK_VERSION || of('profile') !== context.profile || duty === null || template === null)
    return null;
  const unit = context.units.some(({ id }) => id === of('unit')) ? of('unit') : null;
  return { profile: context.profile, unit, duty, template, period: of('period') };
}

const MARK_ROWS = 6;

/** The template that a mark names, where the header fits it as well as any other: then nothing is left to ask. */
export function preferMarked(header: HeaderResult, marks: readonly TableMark[]): HeaderResult {
  if (header.kind !== 'matched') return header;
  const marked = [header.best, ...header.rivals].find((match) => markOfTable(marks, match) !== null);
  return marked ? { kind: 'matched', best: marked, rivals: [] } : header;
}

/** The mark, if it speaks of this table: a unit may have added a sheet of another kind. */
export function markOfTable(marks: readonly TableMark[], { template }: HeaderMatch): TableMark | null {
  return marks.find((mark) => mark.template === template.id) ?? null;
}

/** The marked unit as a source beside title, names and sender; none where the mark speaks of some of the rows only. */
export function markedUnit(mark: TableMark | null, { units }: AnalyseContext): UnitMention | null {
  if (mark && 'to' in mark && isOfRows(mark)) return null;
  const unit = units.find(({ id }) => id === mark?.unit);
  return unit ? { unit, text: unit.name, by: 'name', office: null } : null;
}

/** The marked duty, if it still takes this kind of table. */
export function markedDuty(mark: BlankMark | null, { duties }: AnalyseContext): RoutableDuty | null {
  return duties.find(({ id, templates }) => id === mark?.duty && templates.includes(mark.template)) ?? null;
}

/** The marked period, if it is one of the duty's. */
export function markedPeriod(mark: BlankMark | null, duty: RoutableDuty): Period | null {
  const period = mark?.period ?? null;
  return period !== null && isPeriod(period) && periodKind(period) === duty.periodKind ? period : null;
}
