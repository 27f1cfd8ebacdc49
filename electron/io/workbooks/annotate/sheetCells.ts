import { cellAddress, columnNumber } from '../../../core/address.ts';
import { attributeOf } from '../../intake/xmlHandler.ts';
import { OddPackage } from './packageParts.ts';
import {
  applyEdits,
  type Edit,
  nextTag,
  outlineOf,
  prefixOf,
  type Section,
  type Tag,
  withAttribute,
} from './xmlEdit.ts';

/** Which cells of a sheet get another style: row → column → the style that follows from the cell's own. */
export type CellStyles = ReadonlyMap<number, ReadonlyMap<number, (base: number) => number>>;

/** Sizes of a sheet's rows and columns, to place a comment's box. */
export interface SheetSizes {
  /** Pixels of a 1-based column. */
  columnWidth(column: number): number;
  /** Pixels of a 1-based row. */
  rowHeight(row: number): number;
}

export interface StyledSheet {
  readonly xml: string;
  readonly sizes: SheetSizes;
}

/**
 * Sets the style of cells and touches nothing else. A cell that is not there is put in with the style of its row or column, a row that is
 * not there as well. `restyle` changes the style of every other cell (null: leave it), to wipe marks of an earlier return.
 */
export function styleCells(
  xml: string,
  styles: CellStyles,
  restyle: ((base: number) => number | null) | null,
): StyledSheet {
  const outline = outlineOf(xml, LEAF);
  const data = outline?.sections.find((section) => section.name === 'sheetData');
  if (!outline || !data) throw new OddPackage('sheetData');
  const columns = readColumns(xml, outline.sections);
  const heights = new Map<number, number>();
  const task: Task = { xml, p: prefixOf(xml, outline.root), styles, restyle, columns, heights, edits: [] };
  if (data.tag.kind === 'empty') fillEmptyData(task, data);
  else walkRows(task, data);
  const defaults = readDefaults(xml, outline.sections);
  const sizes: SheetSizes = {
    columnWidth: (column) => columns.find(({ min, max }) => column >= min && column <= max)?.pixels ?? defaults.width,
    rowHeight: (row) => heights.get(row) ?? defaults.height,
  };
  return { xml: applyEdits(xml, task.edits), sizes };
}

/** Huge, and without children of its own name. */
export const LEAF: ReadonlySet<string> = new Set(['sheetData']);

interface ColumnFormat {
  readonly min: number;
  readonly max: number;
  readonly style: number;
  readonly pixels: number | undefined;
}

interface Task {
  readonly xml: string;
  readonly p: string;
  readonly styles: CellStyles;
  readonly restyle: ((base: number) => number | null) | null;
  readonly columns: readonly ColumnFormat[];
  readonly heights: Map<number, number>;
  readonly edits: Edit[];
}

function walkRows(task: Task, data: Section): void {
  const { xml, styles, edits } = task;
  const open = [...styles.keys()].sort((a, b) => a - b);
  let row = 0;
  for (let tag = nextTag(xml, data.tag.end); tag && tag.start < data.contentEnd; tag = nextTag(xml, tag.end)) {
    if (tag.name !== 'row' || tag.kind === 'close') continue;
    const text = xml.slice(tag.start, tag.end);
    row = numberOf(text, 'r') ?? row + 1;
    for (let next = open[0]; next !== undefined && next < row; next = open[0]) {
      edits.push({ at: tag.start, remove: 0, text: newRow(task, next) });
      open.shift();
    }
    if (open[0] === row) open.shift();
    const height = rowPixels(text);
    if (height !== undefined) task.heights.set(row, height);
    if (styles.has(row) || (task.restyle && tag.kind === 'open')) walkCells(task, row, tag, data.contentEnd);
  }
  for (const next of open) edits.push({ at: data.contentEnd, remove: 0, text: newRow(task, next) });
}

function fillEmptyData(task: Task, { tag }: Section): void {
  const rows = [...task.styles.keys()].sort((a, b) => a - b).map((row) => newRow(task, row));
  if (rows.length === 0) return;
  const text = `${task.xml.slice(tag.start, tag.end - 2)}>${rows.join('')}</${task.p}sheetData>`;
  task.edits.push({ at: tag.start, remove: tag.end - tag.start, text });
}

function walkCells(task: Task, row: number, rowTag: Tag, end: number): void {
  const { xml, edits, restyle } = task;
  const wanted = task.styles.get(row) ?? NOTHING;
  const open = [...wanted.keys()].sort((a, b) => a - b);
  const rowText = xml.slice(rowTag.start, rowTag.end);
  const missing = (column: number): string =>
    newCell(
      task,
      row,
      column,
      isOn(rowText, 'customFormat') ? (numberOf(rowText, 's') ?? 0) : columnStyle(task, column),
    );
  if (rowTag.kind === 'empty') {
    const cells = open.map(missing).join('');
    const text = `${withSpan(rowText, open).slice(0, -2).trimEnd()}>${cells}</${task.p}row>`;
    edits.push({ at: rowTag.start, remove: rowTag.end - rowTag.start, text });
    return;
  }
  const spanned = withSpan(rowText, open);
  if (spanned !== rowText) edits.push({ at: rowTag.start, remove: rowText.length, text: spanned });
  let column = 0;
  for (let tag = nextTag(xml, rowTag.end); tag && tag.start < end; tag = nextTag(xml, tag.end)) {
    if (tag.name === 'row') {
      for (const next of open) edits.push({ at: tag.start, remove: 0, text: missing(next) });
      return;
    }
    if (tag.name !== 'c' || tag.kind === 'close') continue;
    const text = xml.slice(tag.start, tag.end);
    column = columnNumber(attributeOf(text, 'r') ?? '') || column + 1;
    for (let next = open[0]; next !== undefined && next < column; next = open[0]) {
      edits.push({ at: tag.start, remove: 0, text: missing(next) });
      open.shift();
    }
    if (open[0] === column) open.shift();
    const base = numberOf(text, 's') ?? 0;
    const style = wanted.get(column)?.(base) ?? restyle?.(base) ?? null;
    if (style !== null)
      edits.push({ at: tag.start, remove: text.length, text: withAttribute(text, 's', String(style)) });
  }
}

const NOTHING: ReadonlyMap<number, (base: number) => number> = new Map();

function newRow(task: Task, row: number): string {
  const columns = [...(task.styles.get(row)?.keys() ?? [])].sort((a, b) => a - b);
  const cells = columns.map((column) => newCell(task, row, column, columnStyle(task, column)));
  return `<${task.p}row r="${row}">${cells.join('')}</${task.p}row>`;
}

function newCell(task: Task, row: number, column: number, base: number): string {
  const style = task.styles.get(row)?.get(column)?.(base) ?? base;
  return `<${task.p}c r="${cellAddress(column, row)}" s="${style}"/>`;
}

function columnStyle(task: Task, column: number): number {
  return task.columns.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;
}

/** `spans` is a promise of which columns a row uses; it must hold for what is put in. */
function withSpan(row: string, columns: readonly number[]): string {
  const [, from, to] = /\sspans\s*=\s*["'](\d+):(\d+)["']/u.exec(row) ?? [];
  const [first, last] = [columns[0], columns.at(-1)];
  if (from === undefined || to === undefined || first === undefined || last === undefined) return row;
  if (first >= Number(from) && last <= Number(to)) return row;
  return withAttribute(row, 'spans', `${Math.min(first, Number(from))}:${Math.max(last, Number(to))}`);
}

function readColumns(xml: string, sections: readonly Section[]): ColumnFormat[] {
  const cols = sections.find((section) => section.name === 'cols');
  return (cols?.children ?? []).map(({ start, end }) => {
    const text = xml.slice(start, end);
    const width = numberOf(text, 'width');
    const pixels = isOn(text, 'hidden') ? 0 : width === undefined ? undefined : Math.round(width * 7 + 5);
    return {
      min: numberOf(text, 'min') ?? 0,
      max: numberOf(text, 'max') ?? 0,
      style: numberOf(text, 'style') ?? 0,
      pixels,
    };
  });
}

function readDefaults(xml: string, sections: readonly Section[]): { width: number; height: number } {
  const format = sections.find((section) => section.name === 'sheetFormatPr');
  const text = format ? xml.slice(format.tag.start, format.tag.end) : '';
  const width = numberOf(text, 'defaultColWidth');
  return {
    width: width === undefined ? DEFAULT_WIDTH : Math.round(width * 7 + 5),
    height: Math.round(((numberOf(text, 'defaultRowHeight') ?? 15) * 96) / 72),
  };
}

const DEFAULT_WIDTH = 64;

function rowPixels(row: string): number | undefined {
  if (isOn(row, 'hidden')) return 0;
  const points = numberOf(row, 'ht');
  return points === undefined ? undefined : Math.round((points * 96) / 72);
}

function numberOf(tag: string, name: string): number | undefined {
  const value = attributeOf(tag, name);
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number) ? undefined : number;
}

function isOn(tag: string, name: string): boolean {
  const value = attributeOf(tag, name);
  return value === '1' || value === 'true';
}
