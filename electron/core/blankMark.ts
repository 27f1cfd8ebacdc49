import { BLANK_SHEET, type BlankMark } from '../contract/blanks.ts';
import type { Workbook } from '../contract/sheets.ts';
import type { Period } from '../contract/time.ts';
import type { AnalyseContext, RoutableDuty } from './analysed.ts';
import { MARK_NAME, MARK_VERSION } from './blankTemplate.ts';
import { isPeriod, periodKind } from './period.ts';
import type { HeaderMatch, HeaderResult } from './recogniseHeader.ts';
import type { UnitMention } from './unitNames.ts';

/** Evidence of what the hidden sheet of a handed-out template says. */
export const MARKED = '模板内置标识';

/**
 * What the hidden sheet of a handed-out template says of the workbook; null where there is none or it is of another county.
 * Units and duties that are no more are left out of it.
 */
export function readBlankMark(workbook: Workbook, context: AnalyseContext): BlankMark | null {
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

/** The template that the mark names, where the header fits it as well as any other: then nothing is left to ask. */
export function preferMarked(header: HeaderResult, mark: BlankMark | null): HeaderResult {
  if (header.kind !== 'matched' || mark === null) return header;
  const marked = [header.best, ...header.rivals].find((match) => match.template.id === mark.template);
  return marked ? { kind: 'matched', best: marked, rivals: [] } : header;
}

/** The mark, if it speaks of this table: a unit may have added a sheet of another kind. */
export function markOfTable(mark: BlankMark | null, { template }: HeaderMatch): BlankMark | null {
  return mark?.template === template.id ? mark : null;
}

/** The marked unit as a source beside title, names and sender. */
export function markedUnit(mark: BlankMark | null, { units }: AnalyseContext): UnitMention | null {
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
