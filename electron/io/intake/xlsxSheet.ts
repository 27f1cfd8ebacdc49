import type { SheetRow } from '../../contract/sheets.ts';
import { CELL_KIND, type CellKind, type CompactCells } from './compactCells.ts';
import { createFormulaReader } from './formulaFacts.ts';
import { isoSerial } from './isoSerial.ts';
import { ReadFault } from './readFault.ts';
import { createRichText, decodeEscapes } from './richText.ts';
import type { StringPool } from './stringPool.ts';
import type { SheetNotes } from './xlsxNotes.ts';
import { isTrue } from './xlsxParts.ts';
import type { SharedStrings } from './xlsxStrings.ts';
import { attributeOf, type XmlHandler } from './xmlHandler.ts';

/** What a worksheet part holds. */
export interface SheetContent {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly string[];
  readonly hiddenColumns: readonly number[];
  /** Relationship ids of drawings. */
  readonly drawings: readonly string[];
  /** Pictures in cells: `=DISPIMG(…)` of WPS, “place in cell” of Excel. */
  readonly cellPictures: number;
  /** A filter is set on some column. */
  readonly filter: boolean;
}

export interface SheetHandler extends XmlHandler {
  content(): SheetContent;
}

interface Stores {
  readonly cells: CompactCells;
  readonly strings: StringPool;
  readonly shared: SharedStrings;
  readonly notes: SheetNotes;
  /** The package holds pictures that stand in cells, which then show as an error value. */
  readonly localImages: boolean;
}

/** Collects the rows of a worksheet as its elements pass by. Rows and cells without content are not kept. */
export function sheetHandler({ cells, strings, shared, notes, localImages }: Stores): SheetHandler {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  const hiddenRanges: (readonly [number, number])[] = [];
  const drawings: string[] = [];
  const inline = createRichText();
  const factsOf = createFormulaReader();
  const cell: CellAttributes = { column: 0, style: 0, type: '' };
  let cellPictures = 0;
  let filter = false;
  let inFilter = false;
  let lastColumn = 0;
  let row = 0;
  let rowHidden = false;
  let rowStart = cells.count;
  let value = '';
  let formula = '';
  let formulaAttributes = '';
  let hasFormula = false;
  let volatile = false;
  let external = false;
  let cellImage = false;
  let inInline = false;
  let collecting: 'value' | 'formula' | null = null;

  const lastTexts: string[] = [];
  const lastIndexes: number[] = [];
  const keep = (kind: CellKind, stored: number, struckOut = false) => {
    if (cell.column > lastColumn) lastColumn = cell.column;
    const { column, style } = cell;
    cells.add({ column, style, kind, value: stored, formula: hasFormula, struckOut, volatile, external });
  };
  const keepText = (text: string, struckOut = false) => {
    if (text === '') return;
    // Programs that write no table of strings write an agency again in every row; it is kept once.
    if (lastTexts[cell.column] !== text) {
      lastTexts[cell.column] = text;
      lastIndexes[cell.column] = strings.add(text);
    }
    keep(CELL_KIND.string, lastIndexes[cell.column] ?? 0, struckOut);
  };
  const keepShared = () => {
    const index = shared.first + Number(value);
    if (value === '' || index >= shared.first + shared.count || strings.isEmpty(index)) return;
    keep(CELL_KIND.string, index, shared.struckOut.has(index));
  };
  const keepInline = () => {
    keepText(inline.value(), inline.struckOut());
    // A cell without <is> is empty: it must not say what this one said.
    inline.begin();
  };
  const keepUncached = () => {
    const constant = /^\s*"((?:[^"]|"")*)"\s*$/u.exec(formula)?.[1];
    if (constant !== undefined) keepText(constant.replaceAll('""', '"'));
    else keep(CELL_KIND.uncached, 0);
  };
  const keepNumber = () => {
    const serial = cell.type === 'd' ? isoSerial(value) : null;
    if (serial !== null) return keep(CELL_KIND.day, serial);
    const number = Number(value);
    if (Number.isNaN(number)) keepText(decodeEscapes(value));
    else keep(CELL_KIND.number, number);
  };
  const finishCell = () => {
    if (hasFormula) {
      const facts = factsOf(formula, formulaAttributes);
      volatile = facts.volatile;
      external = facts.external;
      cellImage ||= facts.picture;
    }
    if (cellImage) {
      cellPictures++;
      hasFormula = false;
      keep(CELL_KIND.picture, 0);
    } else if (cell.type === 's') keepShared();
    else if (cell.type === 'inlineStr') keepInline();
    else if (cell.type === 'str') keepText(decodeEscapes(value));
    else if (value === '' || value.trim() === '') {
      if (hasFormula) keepUncached();
    } else if (cell.type === 'b') keep(CELL_KIND.boolean, isTrue(value.trim()) ? 1 : 0);
    else if (cell.type === 'e') keep(CELL_KIND.error, strings.add(value));
    else keepNumber();
  };

  return {
    open(name, attributes) {
      switch (name) {
        case 'c':
          readCellAttributes(attributes, cell);
          if (cell.column > MAX_COLUMNS) throw new ReadFault('too_large', `一行超过 ${MAX_COLUMNS} 列`);
          value = formula = '';
          hasFormula = volatile = external = false;
          cellImage = localImages && cell.type === 'e' && attributes.includes('vm=');
          return;
        case 'v':
          collecting = 'value';
          return;
        case 'f':
          collecting = 'formula';
          formulaAttributes = attributes;
          hasFormula = true;
          return;
        case 'is':
          inInline = true;
          return inline.begin();
        case 'row': {
          const number = Number(attributeOf(attributes, 'r') ?? Number.NaN);
          row = number > 0 ? number : row + 1;
          if (row > MAX_ROWS) throw new ReadFault('too_large', `超过 ${MAX_ROWS} 行`);
          rowHidden = attributes.includes('h') && isHiddenRow(attributes);
          rowStart = cells.count;
          cell.column = 0;
          return;
        }
        case 'mergeCell': {
          const merge = mergeOf(attributes);
          if (merge) merges.push(merge);
          if (merges.length > MAX_MERGES) throw new ReadFault('too_large', '合并单元格过多');
          return;
        }
        case 'col':
          if (isTrue(attributeOf(attributes, 'hidden')) || attributeOf(attributes, 'width') === '0') {
            hiddenRanges.push([Number(attributeOf(attributes, 'min')), Number(attributeOf(attributes, 'max'))]);
          }
          return;
        case 'autoFilter':
          inFilter = true;
          return;
        case 'filterColumn':
          filter ||= inFilter;
          return;
        case 'drawing': {
          const id = attributeOf(attributes, 'id');
          if (id) drawings.push(id);
          return;
        }
      }
      if (inInline) inline.open(name, attributes);
    },
    close(name) {
      if (name === 'v' || name === 'f') collecting = null;
      else if (name === 'c') finishCell();
      else if (name === 'is') inInline = false;
      else if (name === 'autoFilter') inFilter = false;
      else if (name === 'row') {
        if (cells.count > rowStart) rows.push(cells.row(row, rowHidden, rowStart, notes.get(row)));
      } else if (inInline) inline.close(name);
    },
    text(text) {
      if (collecting === 'value') value += text;
      else if (collecting === 'formula') formula += text;
      else if (inInline) inline.text(text);
    },
    content: () => ({
      rows: notes.size === 0 ? rows : withNotedRows(rows, notes, cells),
      merges,
      hiddenColumns: columnsIn(hiddenRanges, lastColumn),
      drawings,
      cellPictures,
      filter,
    }),
  };
}

/** Comments may stand in rows that hold nothing else. */
function withNotedRows(rows: readonly SheetRow[], notes: SheetNotes, cells: CompactCells): SheetRow[] {
  const known = new Set(rows.map(({ row }) => row));
  const noted = [...notes].filter(([row]) => !known.has(row));
  return [...rows, ...noted.map(([row, texts]) => cells.row(row, false, cells.count, texts))].sort(
    (a, b) => a.row - b.row,
  );
}

/** As tall as a sheet can be. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_MERGES = 300_000;

interface CellAttributes {
  column: number;
  style: number;
  type: string;
}

/** Reads `r`, `s` and `t` in one pass, the hottest loop of all; a cell without `r` stands right of the one before. */
function readCellAttributes(attributes: string, cell: CellAttributes): void {
  cell.column++;
  cell.style = 0;
  cell.type = '';
  for (let i = 0; i < attributes.length; ) {
    const equals = attributes.indexOf('=', i);
    if (equals < 0) return;
    let from = equals + 1;
    while (attributes.charCodeAt(from) <= 32) from++;
    const to = attributes.indexOf(attributes.charCodeAt(from) === 34 ? '"' : "'", from + 1);
    if (to < 0) return;
    let key = equals - 1;
    while (attributes.charCodeAt(key) <= 32) key--;
    if (key < 1 || attributes.charCodeAt(key - 1) <= 32) {
      switch (attributes.charCodeAt(key)) {
        case 114: // r
          cell.column = columnAt(attributes, from + 1) || cell.column;
          break;
        case 115: // s
          cell.style = Number(attributes.slice(from + 1, to));
          break;
        case 116: // t
          cell.type = attributes.slice(from + 1, to);
      }
    }
    i = to + 1;
  }
}

function columnAt(text: string, from: number): number {
  let column = 0;
  for (let i = from; ; i++) {
    const code = text.charCodeAt(i) & ~0x20;
    if (!(code >= 65 && code <= 90)) return column <= MAX_COLUMNS ? column : 0;
    column = column * 26 + code - 64;
  }
}

function isHiddenRow(attributes: string): boolean {
  if (isTrue(attributeOf(attributes, 'hidden'))) return true;
  return isTrue(attributeOf(attributes, 'customHeight')) && Number(attributeOf(attributes, 'ht')) === 0;
}

function mergeOf(attributes: string): string | null {
  const reference = (attributeOf(attributes, 'ref') ?? '').replaceAll('$', '').toUpperCase();
  const [from, to] = reference.split(':');
  // Joined anew, so that no slice of the file stays alive.
  return from && to && from !== to ? Buffer.from(reference, 'latin1').toString('latin1') : null;
}

function columnsIn(ranges: readonly (readonly [number, number])[], last: number): number[] {
  const columns = new Set<number>();
  for (const [from, to] of ranges) for (let column = from; column <= Math.min(to, last); column++) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}
