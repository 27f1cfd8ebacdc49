import type { CellContent, Sheet, SheetRow } from '../contract/sheets.ts';
import { cellPlace } from './address.ts';
import { isVisible } from './fold.ts';

/** A sheet with its rows and cells at hand by number; merges resolved. */
export interface SheetView {
  readonly sheet: Sheet;
  readonly rowNumbers: readonly number[];
  readonly lastRow: number;
  row(row: number): SheetRow | undefined;
  cell(row: number, column: number): CellContent | undefined;
  /** The merge that covers a cell, if any. */
  mergeAt(row: number, column: number): Merge | undefined;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Makes a sheet addressable. Rows are 1-based; absent rows and cells are undefined. */
export function viewSheet(sheet: Sheet): SheetView {
  const rows = new Map<number, SheetRow>();
  const byColumn = new Map<number, readonly (CellContent | undefined)[]>();
  for (const row of sheet.rows)
    if (row.cells.some((cell) => isVisible(cell.text) || cell.type === 'formula')) rows.set(row.row, row);
  const merges = sheet.merges.map(parseMerge).filter((merge) => merge !== null);
  // Merges by row; only tall sheets with thousands of merges make this matter.
  const mergesOfRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + MAX_MERGED_ROWS); row++) {
      const list = mergesOfRow.get(row);
      if (list) list.push(merge);
      else mergesOfRow.set(row, [merge]);
    }
  }
  const rowNumbers = [...rows.keys()].sort((a, b) => a - b);
  return {
    sheet,
    rowNumbers,
    lastRow: rowNumbers.at(-1) ?? 0,
    row: (row) => rows.get(row),
    cell(row, column) {
      let known = byColumn.get(row);
      if (!known) {
        // Rows are read in order: a few are kept at hand, not a big sheet's worth of cells.
        if (byColumn.size >= ROWS_AT_HAND) byColumn.clear();
        known = placed(rows.get(row)?.cells ?? []);
        byColumn.set(row, known);
      }
      return known[column];
    },
    mergeAt: (row, column) => mergesOfRow.get(row)?.find((merge) => merge.left <= column && column <= merge.right),
  };
}

function placed(cells: readonly CellContent[]): readonly (CellContent | undefined)[] {
  const places: (CellContent | undefined)[] = [];
  for (const cell of cells) places[cell.column] = cell;
  return places;
}

const MAX_MERGED_ROWS = 5000;
const ROWS_AT_HAND = 64;

function parseMerge(text: string): Merge | null {
  const [first, last, ...more] = text.split(':').map(cellPlace);
  if (!first || !last || more.length > 0) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}
