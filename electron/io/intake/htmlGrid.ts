import type { Sheet, SheetRow } from '../../contract/sheets.ts';
import { columnLetters } from '../../core/address.ts';
import type { CellStore } from './cellStore.ts';
import { CELL_KIND } from './compactCells.ts';
import type { HtmlLook, HtmlStyles } from './htmlStyles.ts';
import { ReadFault } from './readFault.ts';

/** One table of a web page while it is read: its cells find their columns past the cells that reach down from above. */
export interface HtmlGrid {
  startRow(look: HtmlLook): void;
  endRow(): void;
  startCell(look: HtmlLook, columns: number, rows: number): void;
  endCell(): void;
  text(text: string): void;
  breakLine(): void;
  strike(by: 1 | -1): void;
  addPicture(): void;
  addColumns(look: HtmlLook, count: number): void;
  /** A line of the page outside the table, as a row with one cell. */
  addLine(line: string): void;
  finish(): void;
  isEmpty(): boolean;
  sheet(name: string): Sheet;
}

/** Makes a grid that puts its cells into the store of the file. */
export function createHtmlGrid({ cells, strings }: CellStore, styles: HtmlStyles): HtmlGrid {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  const hiddenColumns: number[] = [];
  /** Last row of the cell that covers a column from above. */
  const coveredTo = new Map<number, number>();
  // A row is stored when it is complete, for a table inside one of its cells is stored before.
  let waiting: { readonly column: number; readonly style: number; readonly string: number; struckOut: boolean }[] = [];
  let cell: { readonly column: number; readonly style: number; text: string; struck: boolean; plain: boolean } | null =
    null;
  let row = 0;
  let inRow = false;
  let rowHidden = false;
  let column = 0;
  let columnCount = 0;
  let striking = 0;
  let pictures = 0;

  const startRow = (hidden: boolean) => {
    endRow();
    if (++row > MAX_ROWS) throw new ReadFault('too_large', `超过 ${MAX_ROWS} 行`);
    inRow = true;
    rowHidden = hidden;
    column = 0;
  };
  const endCell = () => {
    if (!cell) return;
    const text = cellText(cell.text);
    const struckOut = cell.struck && !cell.plain;
    if (text !== '') waiting.push({ column: cell.column, style: cell.style, string: strings.add(text), struckOut });
    cell = null;
  };
  const endRow = () => {
    endCell();
    inRow = false;
    if (waiting.length === 0) return;
    const first = cells.count;
    for (const { column, style, string, struckOut } of waiting)
      cells.add({ column, style, kind: CELL_KIND.string, value: string, formula: false, struckOut });
    waiting = [];
    rows.push(cells.row(row, rowHidden, first));
  };
  const addMerge = (from: number, to: number, bottom: number) => {
    merges.push(`${columnLetters(from)}${row}:${columnLetters(to)}${bottom}`);
    if (merges.length > MAX_MERGES) throw new ReadFault('too_large', '合并单元格过多');
  };

  return {
    startRow: (look) => startRow(look.hidden),
    endRow,
    startCell(look, columns, height) {
      endCell();
      if (!inRow) startRow(false);
      column++;
      while ((coveredTo.get(column) ?? 0) >= row) column++;
      const from = column;
      column += Math.min(columns, MAX_SPAN) - 1;
      if (column > MAX_COLUMNS) throw new ReadFault('too_large', `一行超过 ${MAX_COLUMNS} 列`);
      const bottom = row + Math.min(height, MAX_HEIGHT) - 1;
      if (bottom > row) for (let covered = from; covered <= column; covered++) coveredTo.set(covered, bottom);
      if (bottom > row || column > from) addMerge(from, column, bottom);
      cell = { column: from, style: styles.styleOf(look), text: '', struck: false, plain: false };
    },
    endCell,
    text(text) {
      if (!cell) return;
      if (cell.text.length + text.length > MAX_TEXT) throw new ReadFault('too_large', '有一个单元格的文字过长');
      cell.text += text.replace(/[ \t\r\n\f]+/gu, ' ');
      if (striking > 0) cell.struck = true;
      else if (text.trim() !== '') cell.plain = true;
    },
    breakLine() {
      if (cell && cell.text !== '') cell.text += '\n';
    },
    strike: (by) => {
      striking = Math.max(0, striking + by);
    },
    addPicture: () => {
      pictures++;
    },
    addColumns(look, count) {
      const last = Math.min(columnCount + count, MAX_COLUMNS);
      if (look.hidden) for (let hidden = columnCount + 1; hidden <= last; hidden++) hiddenColumns.push(hidden);
      columnCount = last;
    },
    addLine(line) {
      const text = cellText(line);
      if (text === '') return;
      startRow(false);
      waiting.push({ column: 1, style: 0, string: strings.add(text), struckOut: false });
      endRow();
    },
    finish: endRow,
    isEmpty: () => rows.length === 0 && pictures === 0,
    sheet: (name) => ({ name, hidden: false, rows, merges, hiddenColumns, pictures }),
  };
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_SPAN = 1000;
const MAX_HEIGHT = 65_534;
const MAX_MERGES = 300_000;
const MAX_TEXT = 500_000;

/** Text as it is seen: blanks run together, no blanks round lines, no empty lines at the ends. */
function cellText(text: string): string {
  return text
    .replace(/[ \u00a0]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();
}
