import type { CellContent, Sheet, SheetRow } from '../../contract/sheets.ts';
import { type FormulaTraits, formulaTraits } from './biffFormula.ts';
import type { BiffRecords } from './biffRecords.ts';
import { biffContent } from './biffStrings.ts';
import { CELL_KIND, type CellKind, type CompactCells } from './compactCells.ts';
import { ReadFault } from './readFault.ts';
import type { StringPool } from './stringPool.ts';
import { type CellSink, orderedSink, sortingSink } from './xlsCellSink.ts';
import { createXlsDrawing } from './xlsDrawing.ts';
import type { XlsGlobals, XlsSheetEntry } from './xlsGlobals.ts';
import { createXlsLayout } from './xlsLayout.ts';

export interface XlsBook {
  readonly records: BiffRecords;
  readonly globals: XlsGlobals;
  readonly strings: StringPool;
  readonly cells: CompactCells;
}

/** Reads one worksheet of a binary workbook ([MS-XLS] 2.1.7.20.5). Rows and cells without content are not kept. */
export function readXlsSheet(entry: XlsSheetEntry, book: XlsBook): Sheet {
  const sheet = readSheet(entry, book, orderedSink) ?? readSheet(entry, book, sortingSink);
  if (!sheet) throw damaged();
  return sheet;
}

/** The sheet; `null` when the sink does not take cells in the order they come. */
function readSheet(
  { name, hidden, position }: XlsSheetEntry,
  book: XlsBook,
  makeSink: typeof orderedSink,
): Sheet | null {
  const { records, globals } = book;
  const layout = createXlsLayout();
  const drawing = createXlsDrawing(globals.isBiff8);
  const sink = makeSink(book.cells, layout.isHiddenRow);
  const cells = cellReader(book, sink);
  records.seek(position);
  if (!records.next() || records.type !== BEGIN) throw damaged();
  // Charts in the sheet are streams of their own between BOF and EOF.
  for (let depth = 1; depth > 0; ) {
    if (!records.next()) throw damaged();
    if (records.type === BEGIN) depth++;
    else if (records.type === END) depth--;
    else if (depth === 1 && !layout.take(records) && !drawing.take(records)) cells.take(records);
    if (cells.isOutOfOrder()) return null;
  }
  cells.finish();
  if (cells.isOutOfOrder()) return null;
  const { merges, hiddenColumns, filtered } = layout.content(cells.lastColumn());
  const shapes = drawing.shapes();
  return {
    name,
    hidden,
    rows: withComments(sink.finish(), drawing.comments()),
    merges,
    hiddenColumns,
    pictures: drawing.pictures(),
    ...(shapes > 0 ? { shapes } : {}),
    ...(filtered ? { filtered } : {}),
  };
}

const BEGIN = 0x809;
const END = 0x0a;

/** Comments come behind all cells. A comment on a cell without content makes an empty one. */
function withComments(
  rows: readonly SheetRow[],
  comments: ReadonlyMap<number, ReadonlyMap<number, string>>,
): readonly SheetRow[] {
  if (comments.size === 0) return rows;
  const noted = new Map(rows.map((row) => [row.row, row]));
  for (const [index, texts] of comments) {
    const row = index + 1;
    const known = noted.get(row);
    const cells = new Map((known?.cells ?? []).map((cell) => [cell.column, cell]));
    for (const [column, comment] of texts)
      cells.set(column + 1, { ...(cells.get(column + 1) ?? emptyCell(column + 1)), comment });
    noted.set(row, {
      row,
      hidden: known?.hidden ?? false,
      cells: [...cells.values()].sort((a, b) => a.column - b.column),
    });
  }
  return [...noted.values()].sort((a, b) => a.row - b.row);
}

function emptyCell(column: number): CellContent {
  return { column, text: '', type: 'string', value: '', format: 'General' };
}

interface CellReader {
  take(records: BiffRecords): void;
  finish(): void;
  isOutOfOrder(): boolean;
  /** 1-based. */
  lastColumn(): number;
}

const RECORD = {
  formula: 0x06,
  multipleRk: 0xbd,
  richText: 0xd6,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  booleanOrError: 0x205,
  formulaText: 0x207,
  rk: 0x27e,
} as const;

function cellReader({ globals, strings }: XlsBook, sink: CellSink): CellReader {
  const { shared, isBiff8, codePage } = globals;
  let outOfOrder = false;
  let lastColumn = 0;
  let row = 0;
  let column = 0;
  let style = 0;
  /** Of the formula in the cell at hand, if it has one. */
  let formula: FormulaTraits | null = null;
  /** A formula whose text comes in a record of its own. */
  let waiting = false;

  const keep = (kind: CellKind, value: number, struckOut = false) => {
    if (column > lastColumn) lastColumn = column;
    const cell = { column, style, kind, value, struckOut, formula: formula !== null, ...formula };
    if (!sink.put(row, cell)) outOfOrder = true;
  };
  const keepText = (text: string) => {
    if (text !== '') keep(CELL_KIND.string, strings.add(text));
  };
  /** A formula with text whose text never came has no value. */
  const settle = () => {
    if (waiting) keep(CELL_KIND.uncached, 0);
    waiting = false;
  };
  const begin = ({ data, start: at, end }: BiffRecords, needed: number) => {
    settle();
    if (end - at < needed) throw damaged();
    row = data.readUInt16LE(at);
    column = data.readUInt16LE(at + 2) + 1;
    style = data.readUInt16LE(at + 4);
    formula = null;
  };
  const keepBooleanOrError = (isError: boolean, value: number) => {
    if (isError) keep(CELL_KIND.error, strings.add(ERRORS[value] ?? '#N/A'));
    else keep(CELL_KIND.boolean, value === 0 ? 0 : 1);
  };
  const takeFormula = ({ data, start, end }: BiffRecords) => {
    formula = isBiff8 ? traitsOf(data.subarray(start + 20, end)) : PLAIN_FORMULA;
    if (data.readUInt16LE(start + 12) !== SPECIAL_RESULT) return keep(CELL_KIND.number, data.readDoubleLE(start + 6));
    const kind = data[start + 6];
    if (kind === RESULT_TEXT) waiting = true;
    else if (kind === RESULT_BOOLEAN || kind === RESULT_ERROR)
      keepBooleanOrError(kind === RESULT_ERROR, data[start + 8] ?? 0);
  };

  const traitsOf = (formulaPart: Buffer) =>
    formulaTraits(formulaPart.subarray(2, 2 + formulaPart.readUInt16LE(0)), (index) => globals.external.has(index));

  return {
    take(records) {
      const { type, data, start, end } = records;
      switch (type) {
        case RECORD.sharedText: {
          begin(records, 10);
          const index = data.readUInt32LE(start + 6);
          if (index >= shared.count) throw damaged();
          const at = shared.first + index;
          if (!strings.isEmpty(at)) keep(CELL_KIND.string, at, shared.struckOut.has(at));
          return;
        }
        case RECORD.rk:
          begin(records, 10);
          return keep(CELL_KIND.number, rkNumber(data, start + 6));
        case RECORD.multipleRk: {
          begin(records, 6);
          // (style, number) of neighbouring cells; the number of the last column closes the record.
          for (let at = start + 4; at + 6 <= end - 2; at += 6) {
            style = data.readUInt16LE(at);
            keep(CELL_KIND.number, rkNumber(data, at + 2));
            column++;
          }
          return;
        }
        case RECORD.number:
          begin(records, 14);
          return keep(CELL_KIND.number, data.readDoubleLE(start + 6));
        case RECORD.booleanOrError:
          begin(records, 8);
          return keepBooleanOrError(data[start + 7] === 1, data[start + 6] ?? 0);
        case RECORD.text:
        case RECORD.richText:
          begin(records, 8);
          return keepText(longText(records, 6));
        case RECORD.formula:
          begin(records, 22);
          return takeFormula(records);
        case RECORD.formulaText:
          if (!waiting) return;
          waiting = false;
          return keepText(longText(records, 0));
      }
    },
    finish: settle,
    isOutOfOrder: () => outOfOrder,
    lastColumn: () => lastColumn,
  };

  function longText(records: BiffRecords, offset: number): string {
    const content = biffContent(records, offset);
    const length = content.uint16();
    return isBiff8 ? content.unicode(length).text : content.bytes(length, codePage);
  }
}

const PLAIN_FORMULA: FormulaTraits = { volatile: false, external: false };
const SPECIAL_RESULT = 0xffff;
const RESULT_TEXT = 0;
const RESULT_BOOLEAN = 1;
const RESULT_ERROR = 2;
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** A number in 30 bits: whole, or the upper half of a double; perhaps a hundredfold ([MS-XLS] 2.5.217). */
function rkNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  let value = bits >> 2;
  if (!(bits & 2)) {
    DOUBLE.setUint32(0, (bits & ~3) >>> 0);
    value = DOUBLE.getFloat64(0);
  }
  return bits & 1 ? value / 100 : value;
}

function damaged(): ReadFault {
  return new ReadFault('truncated', '工作表数据不完整；若 WPS 能打开，请另存为 .xlsx');
}

const DOUBLE = new DataView(new ArrayBuffer(8));
