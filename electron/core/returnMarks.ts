import type { BlankMark } from '../contract/blanks.ts';
import { LIST_NAME, LIST_TITLE, RETURN_MARK_COLUMN, type ReturnMark } from '../contract/returns.ts';
import type { Workbook } from '../contract/sheets.ts';

/** The hidden cells of one mark in their order. */
export function markCells(mark: ReturnMark): readonly string[] {
  return [mark.sheet, mark.profile, mark.unit ?? '', mark.duty, mark.template, mark.period ?? ''];
}

/**
 * What the 问题清单 of a returned workbook says of its tables, by sheet; empty where there is none or it is another county's. A sheet of
 * which it says two things of one kind says nothing.
 */
export function readReturnMarks(
  { sheets }: Workbook,
  { profile, units }: { readonly profile: string; readonly units: readonly { readonly id: string }[] },
): ReadonlyMap<string, readonly BlankMark[]> {
  const list = sheets.find(
    ({ name, rows }) => name.startsWith(LIST_NAME) && rows[0]?.cells[0]?.text.startsWith(LIST_TITLE),
  );
  const marks = (list?.rows ?? []).flatMap(({ cells }): ReturnMark[] => {
    const said = Array.from(
      { length: MARK_CELLS },
      (_, i) => cells.find(({ column }) => column === RETURN_MARK_COLUMN + i)?.text.trim() ?? '',
    );
    const [sheet = '', county, unit = '', duty = '', template = '', period = ''] = said;
    const isOurs = county === profile && units.some(({ id }) => id === unit) && sheet !== '';
    if (!isOurs || duty === '' || template === '' || period === '') return [];
    return [{ sheet, profile, unit, duty, template, period, isReturned: true }];
  });
  const bySheet = Map.groupBy(marks, (mark) => mark.sheet);
  return new Map(
    [...bySheet].map(([sheet, own]) => [
      sheet,
      own.filter((mark) => own.filter((other) => other.template === mark.template).length === 1),
    ]),
  );
}

const MARK_CELLS = 6;
