import type { Sheet, SheetRow } from '../../contract/sheets.ts';
import { columnLetters } from '../../core/address.ts';
import type { CellStore } from './cellStore.ts';
import { CELL_KIND, type CellKind } from './compactCells.ts';
import { createFormulaReader } from './formulaFacts.ts';
import { isoSerial } from './isoSerial.ts';
import { ReadFault } from './readFault.ts';
import type { XmlStyles } from './spreadsheetmlStyles.ts';
import { attributeOf, type XmlHandler } from './xmlHandler.ts';

/** One `<Worksheet>` while its elements pass by. */
export interface XmlSheet extends XmlHandler {
  hide(): void;
  sheet(): Sheet;
}

/** Collects a worksheet of an “XML Spreadsheet 2003”; rows and cells without content are not kept. */
export function createXmlSheet(name: string, { cells, strings }: CellStore, styles: XmlStyles): XmlSheet {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  const hiddenColumns: number[] = [];
  const factsOf = createFormulaReader();
  const columnStyles = new Map<number, number>();
  let hidden = false;
  let filtered = false;
  let columnAt = 0;
  let row = 0;
  let rowSpan = 0;
  let rowHidden = false;
  let rowStyle: number | null = null;
  let rowStart = cells.count;
  let notes = new Map<number, string>();
  let column = 0;
  let across = 0;
  let style = 0;
  let formula: string | undefined;
  let type = '';
  let value = '';
  let hasData = false;
  let comment: string | null = null;
  let inData = false;

  const openCell = (attributes: string) => {
    column = numberOf(attributes, 'Index') || column + across + 1;
    if (column > MAX_COLUMNS) throw new ReadFault('too_large', `一行超过 ${MAX_COLUMNS} 列`);
    across = Math.min(numberOf(attributes, 'MergeAcross'), MAX_COLUMNS - column);
    const down = Math.min(numberOf(attributes, 'MergeDown'), MAX_ROWS);
    if (across > 0 || down > 0) {
      merges.push(`${columnLetters(column)}${row}:${columnLetters(column + across)}${row + down}`);
      if (merges.length > MAX_MERGES) throw new ReadFault('too_large', '合并单元格过多');
    }
    const id = attributeOf(attributes, 'StyleID');
    style = id === undefined ? (rowStyle ?? columnStyles.get(column) ?? 0) : styles.indexOf(id);
    formula = attributeOf(attributes, 'Formula');
    type = value = '';
    hasData = false;
    comment = null;
  };
  const keep = (kind: CellKind, stored: number) => {
    const facts = formula === undefined ? null : factsOf(formula, '');
    cells.add({
      column,
      style,
      kind,
      value: stored,
      formula: formula !== undefined,
      struckOut: false,
      volatile: facts?.volatile ?? false,
      external: facts?.external ?? false,
    });
  };
  const keepText = (text: string) => {
    if (text !== '') keep(CELL_KIND.string, strings.add(text));
  };
  const closeCell = () => {
    if (comment !== null && comment.trim() !== '') notes.set(column, comment.trim());
    if (!hasData || (value === '' && type !== 'String')) {
      if (formula !== undefined) keep(CELL_KIND.uncached, 0);
      return;
    }
    const number = Number(value);
    const serial = type === 'DateTime' ? isoSerial(value) : null;
    if (serial !== null) keep(CELL_KIND.day, serial);
    else if (type === 'Number' && Number.isFinite(number)) keep(CELL_KIND.number, number);
    else if (type === 'Boolean') keep(CELL_KIND.boolean, value.trim() === '1' ? 1 : 0);
    else if (type === 'Error') keep(CELL_KIND.error, strings.add(value));
    else keepText(value);
  };
  const openRow = (attributes: string) => {
    row = numberOf(attributes, 'Index') || row + rowSpan + 1;
    if (row > MAX_ROWS) throw new ReadFault('too_large', `超过 ${MAX_ROWS} 行`);
    rowSpan = numberOf(attributes, 'Span');
    rowHidden = attributeOf(attributes, 'Hidden') === '1';
    const id = attributeOf(attributes, 'StyleID');
    rowStyle = id === undefined ? null : styles.indexOf(id);
    rowStart = cells.count;
    notes = new Map();
    column = across = 0;
  };
  const openColumn = (attributes: string) => {
    const first = numberOf(attributes, 'Index') || columnAt + 1;
    columnAt = Math.min(first + numberOf(attributes, 'Span'), MAX_COLUMNS);
    const id = attributeOf(attributes, 'StyleID');
    const isHidden = attributeOf(attributes, 'Hidden') === '1';
    for (let at = first; at <= columnAt; at++) {
      if (isHidden) hiddenColumns.push(at);
      if (id !== undefined) columnStyles.set(at, styles.indexOf(id));
    }
  };

  return {
    open(name, attributes) {
      if (name === 'Cell') openCell(attributes);
      else if (name === 'Row') openRow(attributes);
      else if (name === 'Data') {
        inData = true;
        if (comment === null) {
          hasData = true;
          type = attributeOf(attributes, 'Type') ?? 'String';
        }
      } else if (name === 'Comment') comment = '';
      else if (name === 'Column') openColumn(attributes);
      else if (name === 'FilterOn' || name === 'AutoFilterColumn') filtered = true;
    },
    close(name) {
      if (name === 'Cell') closeCell();
      else if (name === 'Data') inData = false;
      else if (name === 'Row' && (cells.count > rowStart || notes.size > 0)) {
        rows.push(cells.row(row, rowHidden, rowStart, notes.size > 0 ? notes : undefined));
      }
    },
    text(text) {
      if (!inData) return;
      if (comment === null) value += text;
      else comment += text;
      if (value.length > MAX_TEXT) throw new ReadFault('too_large', '有一个单元格的文字过长');
    },
    hide: () => {
      hidden = true;
    },
    sheet: () => ({
      name,
      hidden,
      rows,
      merges,
      hiddenColumns,
      pictures: 0,
      ...(filtered && rows.some((one) => one.hidden) ? { filtered: true } : {}),
    }),
  };
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_MERGES = 300_000;
const MAX_TEXT = 500_000;

/** A whole number that is not negative; 0 where there is none. */
function numberOf(attributes: string, name: string): number {
  const number = Number(attributeOf(attributes, name) ?? 0);
  return Number.isInteger(number) && number > 0 ? number : 0;
}
