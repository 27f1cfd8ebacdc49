import { LIST_NAME, LIST_TITLE, RETURN_MARK_COLUMN, type ReturnMark } from '../contract/returns.ts';
import type { Workbook } from '../contract/sheets.ts';

/** The hidden cells of one mark in their order. */
export function markCells(mark: ReturnMark): readonly string[] {
  const { sheet, profile, unit, duty, template, period, part, to } = mark;
  return [sheet, profile, unit ?? '', duty, template, period ?? '', part, to];
}

/** Number of the hidden cells of a mark. */
export const MARK_CELLS = 8;

/** What the 问题清单 of a returned workbook says of its tables; empty where there is none or it is another county's. */
export function readReturnMarks({ sheets }: Workbook, { profile, units }: Desk): readonly ReturnMark[] {
  const list = sheets.find(
    ({ name, rows }) => name.startsWith(LIST_NAME) && rows[0]?.cells[0]?.text.startsWith(LIST_TITLE),
  );
  const isUnit = (id: string): boolean => units.some((unit) => unit.id === id);
  return (list?.rows ?? []).flatMap(({ cells }): ReturnMark[] => {
    const said = Array.from(
      { length: MARK_CELLS },
      (_, i) => cells.find(({ column }) => column === RETURN_MARK_COLUMN + i)?.text.trim() ?? '',
    );
    const [sheet = '', county, unit = '', duty = '', template = '', period = '', part = '', to = ''] = said;
    const isOurs = county === profile && isUnit(unit) && sheet !== '' && (to === '' || isUnit(to));
    if (!isOurs || duty === '' || template === '' || period === '') return [];
    return [{ sheet, profile, unit, duty, template, period, part, to, isReturned: true }];
  });
}

interface Desk {
  readonly profile: string;
  readonly units: readonly { readonly id: string }[];
}

/**
 * Of what is said of a sheet, one mark for each kind of table: of a table that was split the mark of the unit the workbook went back to. Where
 * two tables of one kind stood on the sheet, nobody knows which of them is meant: that kind has none.
 */
export function marksOfSheet(marks: readonly ReturnMark[], sheet: string): readonly ReturnMark[] {
  const byTemplate = Map.groupBy(
    marks.filter((mark) => mark.sheet === sheet),
    (mark) => mark.template,
  );
  return [...byTemplate.values()].flatMap((all) => {
    const own = all.filter((mark) => mark.unit === mark.to);
    if (!(all.length === 1 || isOneSplitTable(all)) || !agree(own)) return [];
    const [first] = own.length > 0 ? own : all;
    // The rows that name the unit themselves need no mark.
    const chosen = own.find(({ part }) => part.endsWith(UNKNOWN_ROWS)) ?? first;
    return chosen ? [chosen] : [];
  });
}

/** The unit a returned workbook went back to; null: not told. */
export function addresseeOf(marks: readonly ReturnMark[]): string | null {
  const [to, other] = new Set(marks.map((mark) => mark.to));
  return other === undefined && to ? to : null;
}

/** Whether a mark stands for the rows of one unit in a table that was split. */
export const isOfRows = ({ part }: Pick<ReturnMark, 'part'>): boolean => part.includes('@');

/** `TablePlan.part` of the rows whose agency nobody knows. */
const UNKNOWN_ROWS = '@?';

function isOneSplitTable(all: readonly ReturnMark[]): boolean {
  const tables = new Set(all.map(({ part }) => part.split('@', 1)[0]));
  return tables.size === 1 && all.every(isOfRows);
}

function agree(own: readonly ReturnMark[]): boolean {
  return new Set(own.map(({ duty, period }) => `${duty} ${period}`)).size <= 1;
}
