import type { CellContent, SheetRow } from '../../contract/sheets.ts';
import { type NumberFormat, numberFormat } from '../../core/numberFormat.ts';
import { serialToIso } from '../../core/serialDay.ts';
import { ReadFault } from './readFault.ts';
import { type StoreBudget, type StringPool, spend } from './stringPool.ts';

/** What a cell style says about its content. */
export interface CellStyle {
  readonly format: string;
  readonly number: NumberFormat;
  readonly struckOut: boolean;
  /** White letters on white, or too small for any eye. */
  readonly unreadable?: boolean;
  /** Filled with a colour. */
  readonly coloured?: boolean;
}

/** Kinds of stored cells. A `day` is a serial number of the 1900 system that came as an ISO date. */
export const CELL_KIND = { string: 0, number: 1, boolean: 2, error: 3, day: 4, uncached: 5, picture: 6 } as const;
export type CellKind = (typeof CELL_KIND)[keyof typeof CELL_KIND];

export interface NewCell {
  readonly column: number;
  readonly style: number;
  readonly kind: CellKind;
  /** The number, 0 or 1, or the index in the string pool. */
  readonly value: number;
  readonly formula: boolean;
  readonly struckOut: boolean;
  /** The formula asks the clock. */
  readonly volatile?: boolean;
  /** The formula looks into another workbook. */
  readonly external?: boolean;
}

/** Comments of a row by column. */
export type RowNotes = ReadonlyMap<number, string>;

/** Cells of one workbook in 13 bytes each; `CellContent` objects are made when a row is looked at. */
export interface CompactCells {
  readonly count: number;
  add(cell: NewCell): void;
  /** A row of the cells from `start` up to the newest. A comment on a cell without content makes an empty cell. */
  row(row: number, hidden: boolean, start: number, notes?: RowNotes): SheetRow;
}

export interface CompactBook {
  readonly strings: StringPool;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly budget: StoreBudget;
  readonly maxCells: number;
  /** Called now and then while rows are looked at; throws when memory runs short. */
  readonly guard: () => void;
}

/** Makes the cell store of a workbook. */
export function createCompactCells(book: CompactBook): CompactCells {
  const blocks: Block[] = [];
  let count = 0;
  let shownRow: CompactRow | null = null;
  let shownCount = 0;
  let shownCells: readonly CellContent[] = [];
  let kept = 0;
  const cellsOf: CellsOf = (row, start, end, notes) => {
    if (row.made !== null) return row.made;
    // Most readers look at one row several times before they go on.
    if (shownRow !== row) {
      if (++shownCount % ROWS_PER_GUARD === 0) book.guard();
      const cells = makeCells(book, blocks, start, end);
      shownCells = notes ? withNotes(cells, notes) : cells;
      shownRow = row;
      kept += cells.length;
      if (kept <= MOST_KEPT) row.made = shownCells;
    }
    return shownCells;
  };
  return {
    get count() {
      return count;
    },
    add(cell) {
      if (count >= book.maxCells) throw new ReadFault('too_large', `超过 ${book.maxCells / 10000} 万个单元格`);
      const at = count % BLOCK_CELLS;
      if (at === 0) {
        spend(book.budget, BLOCK_CELLS * 13);
        blocks.push(newBlock());
      }
      const block = blocks[blocks.length - 1];
      if (!block) return;
      block.columns[at] = cell.column;
      block.styles[at] = cell.style;
      block.kinds[at] = cell.kind | (cell.formula ? FORMULA : 0) | (cell.struckOut ? STRUCK : 0);
      if (cell.volatile || cell.external)
        block.kinds[at] = (block.kinds[at] ?? 0) | (cell.volatile ? VOLATILE : 0) | (cell.external ? EXTERNAL : 0);
      block.values[at] = cell.value;
      count++;
    },
    row: (row, hidden, start, notes) => new CompactRow({ row, hidden, start, end: count, cellsOf, notes }),
  };
}

type CellsOf = (row: CompactRow, start: number, end: number, notes: RowNotes | undefined) => readonly CellContent[];

/** A row that makes its cells when asked. Structured cloning drops getters: `plainWorkbook` comes before posting. */
class CompactRow implements SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  /** Of the first rows of a book the cells, once made. */
  made: readonly CellContent[] | null = null;
  private readonly start: number;
  private readonly end: number;
  private readonly cellsOf: CellsOf;
  private readonly notes: RowNotes | undefined;

  constructor(
    at: Pick<CompactRow, 'row' | 'hidden'> & {
      start: number;
      end: number;
      cellsOf: CellsOf;
      notes?: RowNotes | undefined;
    },
  ) {
    this.row = at.row;
    this.hidden = at.hidden;
    this.start = at.start;
    this.end = at.end;
    this.cellsOf = at.cellsOf;
    this.notes = at.notes;
  }

  get cells(): readonly CellContent[] {
    return this.cellsOf(this, this.start, this.end, this.notes);
  }
}

const BLOCK_CELLS = 4096;
const ROWS_PER_GUARD = 500;
/** Cells that stay made, about 120 bytes each: a table is gone through five times. */
const MOST_KEPT = 200_000;
const KIND_MASK = 7;
const FORMULA = 8;
const STRUCK = 16;
const VOLATILE = 32;
const EXTERNAL = 64;
const LOST_FROM = 1e15;
const PLAIN_DATE = numberFormat('yyyy/m/d');

interface Block {
  readonly columns: Uint16Array;
  readonly styles: Uint16Array;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
}

function newBlock(): Block {
  return {
    columns: new Uint16Array(BLOCK_CELLS),
    styles: new Uint16Array(BLOCK_CELLS),
    kinds: new Uint8Array(BLOCK_CELLS),
    values: new Float64Array(BLOCK_CELLS),
  };
}

function makeCells(book: CompactBook, blocks: readonly Block[], start: number, end: number): CellContent[] {
  const cells: CellContent[] = [];
  for (let index = start; index < end; index++) {
    const block = blocks[Math.floor(index / BLOCK_CELLS)];
    if (block) cells.push(makeCell(book, block, index % BLOCK_CELLS));
  }
  return cells;
}

function withNotes(cells: readonly CellContent[], notes: RowNotes): CellContent[] {
  const known = new Set(cells.map(({ column }) => column));
  const noted = cells.map((cell) => {
    const comment = notes.get(cell.column);
    return comment === undefined ? cell : { ...cell, comment };
  });
  for (const [column, comment] of notes) {
    if (!known.has(column)) noted.push({ column, text: '', type: 'string', value: '', format: 'General', comment });
  }
  return noted.sort((a, b) => a.column - b.column);
}

type Shown = { -readonly [K in keyof CellContent]: CellContent[K] };

function makeCell(book: CompactBook, block: Block, at: number): CellContent {
  const style = book.styles[block.styles[at] ?? 0] ?? GENERAL;
  const flags = block.kinds[at] ?? 0;
  const stored = block.values[at] ?? 0;
  const cell: Shown = { column: block.columns[at] ?? 0, text: '', type: 'string', value: '', format: style.format };
  switch (flags & KIND_MASK) {
    case CELL_KIND.string:
      cell.value = cell.text = book.strings.get(stored);
      break;
    case CELL_KIND.number:
      showNumber(cell, stored, style, book.date1904);
      break;
    case CELL_KIND.boolean:
      cell.type = 'boolean';
      cell.value = stored !== 0;
      cell.text = stored ? 'TRUE' : 'FALSE';
      break;
    case CELL_KIND.error:
      cell.type = 'error';
      cell.value = cell.text = book.strings.get(stored);
      break;
    case CELL_KIND.day:
      showNumber(cell, stored, style.number.isDate ? style : { ...style, number: PLAIN_DATE }, false);
      break;
    case CELL_KIND.picture:
      cell.picture = true;
      break;
    default:
      cell.type = 'formula';
      cell.value = null;
  }
  if (style.struckOut || flags & STRUCK) cell.struckOut = true;
  if (flags & FORMULA && cell.value !== null) cell.formula = true;
  if (flags & VOLATILE) cell.volatile = true;
  if (flags & EXTERNAL) cell.external = true;
  if (style.unreadable) cell.unreadable = true;
  if (style.coloured) cell.coloured = true;
  return cell;
}

function showNumber(cell: Shown, value: number, style: CellStyle, date1904: boolean): void {
  const day = style.number.isDate ? serialToIso(value, date1904) : null;
  cell.type = day === null ? 'number' : 'date';
  cell.value = day ?? value;
  cell.text = style.number.text(value, date1904);
  if (value >= LOST_FROM || value <= -LOST_FROM) cell.precisionLost = true;
}

const GENERAL: CellStyle = { format: 'General', number: numberFormat('General'), struckOut: false };
