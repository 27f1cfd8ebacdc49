import type { SkippedRow } from '../contract/findings.ts';
import type { IntakePolicy } from '../contract/profiles.ts';
import type { CellContent } from '../contract/sheets.ts';
import { columnLetters } from './address.ts';
import { FieldRow, placesOf } from './fieldRow.ts';
import { cleanText, foldHeader, foldText, isVisible } from './fold.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import { isSerialColumn, skipReason } from './rowKind.ts';
import type { SheetView } from './sheetView.ts';

/** Cells by field, those of a row in the order of its columns. */
export type FieldCells = Pick<ReadonlyMap<string, CellContent>, 'get'> & Iterable<[string, CellContent]>;

/** One row of data as the sheet holds it: a cell per field, texts of columns no template knows by header. */
export interface ExtractedRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: FieldCells;
  /** Fields whose value comes from, or is lost in, a merge. */
  readonly merged: ReadonlySet<string>;
  readonly extras: Readonly<Record<string, string>>;
  /** Of a row the office mended: the row as sent. */
  readonly sent?: ExtractedRow;
}

export interface ExtractedTable {
  /** Rows from the line below the header to the last that holds anything. */
  readonly rows: number;
  /** Rows that are records. */
  readonly records: readonly number[];
  /** Makes a row of `records`; made anew for each who asks, for a big sheet's cells at once fill the memory. */
  readonly take: (row: number) => ExtractedRow;
  readonly skipped: readonly SkippedRow[];
  /** Columns that hold data below no header. */
  readonly headerless: ReadonlySet<number>;
}

/** Takes the data rows out of a recognised table; every other row is skipped with its reason (cli.md, Settled points). */
export function extractRows(
  view: SheetView,
  headerRow: number,
  columns: readonly HeaderColumn[],
  hiddenRows: IntakePolicy['hiddenRows'],
): ExtractedTable {
  const records: number[] = [];
  const skipped: SkippedRow[] = [];
  const headers = new Map(columns.map((c) => [c.column, foldHeader(c.header)]));
  const extraNames = nameExtras(columns);
  const serials = new Set([...headers].filter(([, header]) => isSerialColumn(header)).map(([column]) => column));
  const mapped = columns.flatMap(({ column, field }) => (field === null ? [] : [column]));
  const headerless = new Set<number>();
  const titles = titlesAbove(view, headerRow);
  // A sheet or a table of examples holds nothing else.
  const isSample = SAMPLES.test(view.sheet.name) || [...titles].some((title) => SAMPLE_TITLE.test(title));
  /** A line that says again what stands above the header is the top of another page. */
  const isPageTop = (cells: readonly CellContent[]): boolean =>
    cells.length <= MAX_TITLES && cells.every((cell) => titles.has(foldText(cell.text)));
  let belowTable = false;
  for (let row = headerRow + 1; row <= view.lastRow; row++) {
    const source = view.row(row);
    const cells = (source?.cells ?? []).filter((cell) => isVisible(cell.text) || cell.type === 'formula');
    const reason = skipReason({
      cells,
      headers,
      serials,
      mapped,
      belowTable,
      merge: view.mergeAt(row, cells[0]?.column ?? 1),
    });
    const isNote = (hiddenRows === 'skip' && source?.hidden) || isPageTop(cells);
    if (reason === null && isNote) skipped.push({ row, reason: 'note' });
    else if (reason === null && isSample) skipped.push({ row, reason: 'sample_row' });
    else if (reason === null) {
      records.push(row);
      for (const cell of cells) if (!headers.has(cell.column) && isVisible(cell.text)) headerless.add(cell.column);
    } else skipped.push({ row, reason });
    if (reason === 'footer' || reason === 'note') belowTable = true;
    else if (reason === null) belowTable = false;
  }
  const places = placesOf(columns.flatMap(({ field }) => field ?? []));
  const take = (row: number): ExtractedRow => takeRow(view, row, { columns, places, extraNames });
  return { rows: Math.max(0, view.lastRow - headerRow), records, take, skipped, headerless };
}

/** What the lines above the header say, folded. */
function titlesAbove(view: SheetView, headerRow: number): ReadonlySet<string> {
  const above = view.rowNumbers.filter((row) => row < headerRow);
  return new Set(above.flatMap((row) => view.row(row)?.cells.map((cell) => foldText(cell.text)) ?? []));
}
const MAX_TITLES = 3;

/** A name of its own for each column no template knows: its header, its letters where that is empty or taken. */
function nameExtras(columns: readonly HeaderColumn[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { column, header, field } of columns) {
    if (field !== null || isSerialColumn(foldHeader(header))) continue;
    const place = `${columnLetters(column)}列`;
    const name = header === '' ? place : taken.has(header) ? `${header}（${place}）` : header;
    taken.add(name);
    names.set(column, name);
  }
  return names;
}

interface RowPlan {
  readonly columns: readonly HeaderColumn[];
  readonly places: ReadonlyMap<string, number>;
  readonly extraNames: ReadonlyMap<number, string>;
}

function takeRow(view: SheetView, row: number, { columns, places, extraNames }: RowPlan): ExtractedRow {
  const cells: (CellContent | undefined)[] = new Array(places.size).fill(undefined);
  let merged = NONE_MERGED;
  const extras: Record<string, string> = {};
  for (const { column, field } of columns) {
    const merge = view.mergeAt(row, column);
    const covered = merge !== undefined && (merge.top !== row || merge.left !== column);
    const own = view.cell(row, column);
    if (field === null) {
      const name = extraNames.get(column);
      if (own && name !== undefined && isVisible(own.text)) extras[name] = cleanText(own.text);
      continue;
    }
    const place = places.get(field) ?? 0;
    if (!merge || (merge.right === merge.left && merge.bottom === merge.top)) {
      if (own) cells[place] = own;
      continue;
    }
    const origin = view.cell(merge.top, merge.left);
    if (!origin || cleanText(origin.text) === '') continue;
    merged = new Set([...merged, field]);
    // Down a column a text or a day speaks for every row; a number is one amount and is not multiplied, and nothing spreads over another field.
    const speaks = origin.type === 'string' || origin.type === 'date';
    if (!covered || (merge.left === column && merge.right === column && speaks)) cells[place] = origin;
  }
  return { row, hidden: view.row(row)?.hidden ?? false, cells: new FieldRow(places, cells), merged, extras };
}

const NONE_MERGED: ReadonlySet<string> = new Set();

const SAMPLES = /(示例|样例|范例)/u;
const SAMPLE_TITLE = /^(附件?\d*[:]?)?[(【]?(填写|填表|填报)?(示例|样例|范例)(表|数据)?[)】]?[:]?$/u;
