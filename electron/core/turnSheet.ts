import type { CellContent, Sheet, SheetRow } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import { type Block, viewBlock } from './blockView.ts';
import { foldHeader, foldText, isVisible } from './fold.ts';
import { type SheetView, viewSheet } from './sheetView.ts';
import { indexTemplate } from './templateIndex.ts';

/** A table on its side, turned: fields in a line, a row for each record. */
export interface TurnedSheet {
  readonly view: SheetView;
  /** The lines above the fields, as they stand. */
  readonly heading: SheetView;
  /** Rows of the turned sheet are the columns of the sheet, so many further down: clear of the heading's. */
  readonly offset: number;
  /** Where the fields stand: `A3:A30`. */
  readonly fields: string;
  readonly firstRow: number;
}

/**
 * Looks for field names down a column with the records to its right. A list that explains the fields (字段、填写说明) is none, unless
 * the clerk says so.
 */
export function turnSheet(view: SheetView, templates: readonly Template[], isChosen: boolean): TurnedSheet | null {
  if (!isChosen && EXPLAINING_SHEET.test(view.sheet.name)) return null;
  const place = findFieldColumn(view, templates);
  if (!place || (!isChosen && explains(view, place))) return null;
  const { column, first, last } = place;
  const offset = first - 1;
  return {
    view: viewSheet(turned(view, { top: first, bottom: last, left: 1, right: Number.POSITIVE_INFINITY }, offset)),
    heading: viewBlock(view, { top: 1, bottom: offset, left: 1, right: Number.POSITIVE_INFINITY }),
    offset,
    fields: `${columnLetters(column)}${first}:${columnLetters(column)}${last}`,
    firstRow: first,
  };
}

interface FieldColumn {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** The column with most known headers; half of its cells at least, from the first to the last of them. */
function findFieldColumn(view: SheetView, templates: readonly Template[]): FieldColumn | null {
  const names = new Set(templates.flatMap((template) => [...indexTemplate(template).byName.keys()]));
  let best: (FieldColumn & { readonly known: number }) | null = null;
  for (let column = 1; column <= SEARCHED_COLUMNS; column++) {
    const cells = view.rowNumbers.slice(0, SEARCHED_ROWS).flatMap((row) => {
      const text = view.cell(row, column)?.text ?? '';
      return isVisible(text) ? [{ row, isKnown: names.has(foldHeader(text)) }] : [];
    });
    const known = cells.filter((cell) => cell.isKnown);
    const [first, last] = [known[0]?.row ?? 0, known.at(-1)?.row ?? 0];
    const between = cells.filter((cell) => cell.row >= first && cell.row <= last).length;
    if (known.length < MIN_FIELDS || known.length * 2 < between || known.length <= (best?.known ?? 0)) continue;
    best = { column, first, last: lastField(view, column, last), known: known.length };
  }
  return best;
}

/** Fields that no template knows may follow: to the first blank or labelled line. */
function lastField(view: SheetView, column: number, last: number): number {
  let end = last;
  for (let row = last + 1; ; row++) {
    const text = view.cell(row, column)?.text ?? '';
    if (!isVisible(text) || /[:：]/u.test(text) || (view.row(row)?.cells.length ?? 0) < 2) return end;
    end = row;
  }
}

/** Whether what stands right of the fields says how to fill them in. */
function explains(view: SheetView, { column, first, last }: FieldColumn): boolean {
  const right = (row: number): readonly CellContent[] =>
    view.row(row)?.cells.filter((cell) => cell.column > column) ?? [];
  if (right(first - 1).some((cell) => EXPLAINING.test(foldText(cell.text)))) return true;
  const rows = Array.from({ length: last - first + 1 }, (_, i) => right(first + i));
  const explained = rows.filter((cells) => cells.some((cell) => ADVICE.test(cell.text))).length;
  return explained * 3 > rows.length || rows.every((cells) => cells.length === 0);
}

/** The block with rows for columns; its row numbers are moved down by `offset`. */
function turned({ sheet, row }: SheetView, block: Block, offset: number): Sheet {
  const rows = new Map<number, CellContent[]>();
  for (let number = block.top; number <= block.bottom; number++)
    for (const cell of row(number)?.cells ?? []) {
      const cells = rows.get(cell.column + offset) ?? [];
      cells.push({ ...cell, column: number });
      rows.set(cell.column + offset, cells);
    }
  const hidden = new Set(sheet.hiddenColumns.map((column) => column + offset));
  const turnedRows = [...rows].map(([number, cells]): SheetRow => ({ row: number, hidden: hidden.has(number), cells }));
  return { ...sheet, rows: turnedRows.sort((a, b) => a.row - b.row), merges: [], hiddenColumns: [] };
}

const SEARCHED_COLUMNS = 10;
const SEARCHED_ROWS = 200;
const MIN_FIELDS = 3;
const EXPLAINING_SHEET = /(说明|须知|指南|字典|代码表|示例|样例|范例|要求)/u;
const EXPLAINING = /(填写|说明|要求|类型|长度|必填|规则|格式|示例|样例|字段代码)/u;
const ADVICE = /(必填|选填|填写|应当|不得|字符|长度|下拉)/u;
