import type { CellContent, SheetRow } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { cellAddress } from './address.ts';
import type { ExtractedTable } from './extract.ts';
import { isVisible } from './fold.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import type { SheetView } from './sheetView.ts';

/** A table as it was recognised. */
export interface RecognisedTable {
  readonly view: SheetView;
  readonly template: Template;
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  readonly extracted: ExtractedTable;
}

/** What the cells of a table's records tell besides their values: addresses in reading order, rows and columns by number. */
export interface TableFacts {
  readonly comments: readonly { readonly cell: string; readonly text: string }[];
  readonly pictures: readonly string[];
  readonly unreadable: readonly string[];
  readonly external: readonly string[];
  /** Of date columns. */
  readonly volatile: readonly string[];
  /** Of number columns. */
  readonly textNumbers: readonly string[];
  readonly colouredRows: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Gathers the facts of a table from its rows below the header, as they are looked through. */
export function gatherFacts({ view, template, columns }: RecognisedTable) {
  const facts = noFacts();
  const hidden = new Set(view.sheet.hiddenColumns);
  const dates = columnsOf('date', template, columns);
  const numbers = columnsOf('number', template, columns);
  const see = ({ row, hidden: isHidden, cells }: SheetRow, isRecord: boolean): void => {
    if (isHidden) facts.hiddenRows.push(row);
    if (!isRecord) return;
    if (cells.some((cell) => cell.coloured)) facts.colouredRows.push(row);
    for (const cell of cells) {
      // Nearly every cell has no mark.
      if (isMarked(cell)) noteMarks(facts, cell, row, dates);
      if (numbers.has(cell.column) && isTextNumber(cell)) facts.textNumbers.push(cellAddress(cell.column, row));
      if (hidden.size > 0 && hidden.has(cell.column) && isVisible(cell.text)) facts.hiddenColumns.add(cell.column);
    }
  };
  const found: TableFacts = facts;
  return { see, found };
}

interface Gathered extends TableFacts {
  readonly comments: { readonly cell: string; readonly text: string }[];
  readonly pictures: string[];
  readonly unreadable: string[];
  readonly external: string[];
  readonly volatile: string[];
  readonly textNumbers: string[];
  readonly colouredRows: number[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: Set<number>;
}

const noFacts = (): Gathered => ({
  comments: [],
  pictures: [],
  unreadable: [],
  external: [],
  volatile: [],
  textNumbers: [],
  colouredRows: [],
  hiddenRows: [],
  hiddenColumns: new Set(),
});

const isMarked = (cell: CellContent): boolean =>
  cell.comment !== undefined ||
  cell.picture === true ||
  cell.unreadable === true ||
  cell.external === true ||
  cell.volatile === true;

function noteMarks(facts: Gathered, cell: CellContent, row: number, dates: ReadonlySet<number>): void {
  const at = cellAddress(cell.column, row);
  if (cell.comment !== undefined && isVisible(cell.comment)) facts.comments.push({ cell: at, text: cell.comment });
  if (cell.picture) facts.pictures.push(at);
  if (cell.unreadable && isVisible(cell.text)) facts.unreadable.push(at);
  if (cell.external) facts.external.push(at);
  if (cell.volatile && dates.has(cell.column)) facts.volatile.push(at);
}

/** Columns that feed a field of the type. */
function columnsOf(type: 'date' | 'number', template: Template, columns: readonly HeaderColumn[]): ReadonlySet<number> {
  const fields = new Set(template.columns.filter((c) => c.type === type).map((c) => c.id));
  return new Set(columns.filter((c) => c.field !== null && fields.has(c.field)).map((c) => c.column));
}

const isTextNumber = (cell: CellContent): boolean => cell.type === 'string' && plainNumber(cell) !== null;

/** The number in a cell, also where it is stored as a text (`1,234.50`); null if there is none. */
export function plainNumber(cell: CellContent): number | null {
  if (typeof cell.value === 'number') return cell.value;
  if (cell.type !== 'string') return null;
  const text = cell.text.normalize('NFKC').replace(/[\s,]/gu, '');
  return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : null;
}
