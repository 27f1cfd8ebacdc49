import type { SheetRow } from '../../contract/sheets.ts';
import type { CompactCells, NewCell } from './compactCells.ts';

/** Where the cells of a sheet go. Rows are 0-based. */
export interface CellSink {
  /** False when the cell does not come behind the one before; then nothing was kept. */
  put(row: number, cell: NewCell): boolean;
  /** The rows of all cells put. */
  finish(): SheetRow[];
}

/** Keeps cells that come row by row and left to right, as every usual program writes them. */
export function orderedSink(cells: CompactCells, isHidden: (row: number) => boolean): CellSink {
  const rows: SheetRow[] = [];
  let row = -1;
  let column = 0;
  let start = cells.count;
  const close = () => {
    if (cells.count > start) rows.push(cells.row(row + 1, isHidden(row), start));
  };
  return {
    put(next, cell) {
      if (next !== row) {
        if (next < row) return false;
        close();
        row = next;
        column = 0;
        start = cells.count;
      }
      if (cell.column <= column) return false;
      column = cell.column;
      cells.add(cell);
      return true;
    },
    finish() {
      close();
      start = cells.count;
      return rows;
    },
  };
}

/** Takes cells in any order and sorts them at the end; of two for one place the later holds. */
export function sortingSink(cells: CompactCells, isHidden: (row: number) => boolean): CellSink {
  const rows = new Map<number, Map<number, NewCell>>();
  return {
    put(row, cell) {
      const known = rows.get(row);
      if (known) known.set(cell.column, cell);
      else rows.set(row, new Map([[cell.column, cell]]));
      return true;
    },
    finish() {
      const sink = orderedSink(cells, isHidden);
      for (const [row, found] of [...rows].sort(([a], [b]) => a - b)) {
        for (const cell of [...found.values()].sort((a, b) => a.column - b.column)) sink.put(row, cell);
      }
      return sink.finish();
    },
  };
}
