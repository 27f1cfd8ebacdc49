import type { CellContent } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import { viewBlock } from './blockView.ts';
import { captionsAbove, captionTexts } from './captions.ts';
import { foldHeader } from './fold.ts';
import { type HeaderMatch, headerAround, isSameHeader, recogniseHeader } from './recogniseHeader.ts';
import type { SheetView } from './sheetView.ts';
import { gatherColumns, type Span, splitBands } from './splitBands.ts';
import { indexTemplate } from './templateIndex.ts';

/** One table of a sheet. */
export interface TablePart {
  /** `''` for the first, the cells of another: `A12:H30`. */
  readonly part: string;
  readonly view: SheetView;
  /** Lines above the first of several tables, which may speak for each of them. */
  readonly heading: SheetView | null;
}

/** A table found while a sheet is taken apart. */
interface FoundTable {
  readonly view: SheetView;
  readonly header: HeaderMatch;
}

/**
 * The tables of a sheet in reading order, one below another and side by side. A header line that comes again without a title of its
 * own is a new page of the same table. A sheet with one table or none comes back whole.
 */
export function splitSheet(view: SheetView, templates: readonly Template[]): readonly TablePart[] {
  const tables = findTables(view, templates, 0);
  const first = Math.min(...tables.map(({ header }) => header.topRow));
  if (tables.length < 2) return [{ part: '', view, heading: null }];
  const heading = viewBlock(view, { ...EVERYWHERE, bottom: first - 1 });
  return tables.map((table, index) => ({ part: index === 0 ? '' : rangeOf(table), view: table.view, heading }));
}

const EVERYWHERE = { top: 1, bottom: Number.POSITIVE_INFINITY, left: 1, right: Number.POSITIVE_INFINITY };
/** Below tables side by side there may be tables one below another, and so on; nobody goes further. */
const MAX_DEPTH = 3;

function findTables(view: SheetView, templates: readonly Template[], depth: number): readonly FoundTable[] {
  const deeper = (part: SheetView): readonly FoundTable[] => findTables(part, templates, depth + 1);
  const { groups, headerLines } = lookThrough(view, templates);
  const bands = depth < MAX_DEPTH ? splitBands(view, groups, templates) : [];
  if (bands.length > 0) return bands.flatMap(deeper);
  const stacked = stackTables(view, findHeaders(view, headerLines, templates));
  if (stacked.length < 2 || depth === MAX_DEPTH) return stacked;
  return stacked.flatMap((table) => {
    const within = deeper(table.view);
    return within.length < 2 ? [table] : within;
  });
}

function rangeOf({ view, header }: FoundTable): string {
  const columns = header.columns.map((c) => c.column);
  const left = columnLetters(Math.min(...columns));
  return `${left}${header.topRow}:${columnLetters(Math.max(...columns))}${view.lastRow}`;
}

/** Header lines from top to bottom, a block for each that begins a table. */
function stackTables(view: SheetView, headers: readonly HeaderMatch[]): readonly FoundTable[] {
  const tables: { top: number; header: HeaderMatch }[] = [];
  const said = new Set<string>();
  for (const header of headers) {
    const current = tables.at(-1)?.header;
    const floor = current?.headerRow ?? 0;
    const captions = current
      ? captionsAbove(view, header.topRow, floor)
      : view.rowNumbers.filter((r) => r < header.topRow);
    const texts = captions.flatMap((row) => captionTexts(view.row(row)));
    const isNextPage = current !== undefined && isSameHeader(current, header) && texts.every((text) => said.has(text));
    for (const text of texts) said.add(text);
    if (!isNextPage) tables.push({ top: current ? (captions[0] ?? header.topRow) : 1, header });
  }
  if (tables.length < 2) return tables.map(({ header }) => ({ view, header }));
  return tables.map(({ top, header }, index) => ({
    view: viewBlock(view, { ...EVERYWHERE, top, bottom: (tables[index + 1]?.top ?? EVERYWHERE.bottom) - 1 }),
    header,
  }));
}

/** What one look at every row of a block tells: runs of columns in use, and rows that may be header lines. */
function lookThrough(
  view: SheetView,
  templates: readonly Template[],
): { readonly groups: readonly Span[]; readonly headerLines: readonly number[] } {
  const columns = gatherColumns();
  const isHeaderLine = headerLineTest(templates);
  const headerLines: number[] = [];
  let [before, cellsBefore] = [0, 0];
  for (const row of view.rowNumbers) {
    const cells = view.row(row)?.cells ?? [];
    columns.see(cells);
    const isApart = before < row - 1 || cellsBefore < MIN_NAMES;
    if (isHeaderLine(cells, isApart)) headerLines.push(row);
    [before, cellsBefore] = [row, cells.length];
  }
  return { groups: columns.groups(), headerLines };
}

/** Every header of a known table, from top to bottom. */
function findHeaders(
  view: SheetView,
  headerLines: readonly number[],
  templates: readonly Template[],
): readonly HeaderMatch[] {
  const anchor = recogniseHeader(view, templates, '', undefined);
  const headers: HeaderMatch[] = anchor.kind === 'matched' ? [anchor.best] : [];
  // The pages of a long print repeat one line a thousand times.
  const byText = new Map<string, { readonly header: HeaderMatch | null; readonly row: number }>();
  for (const row of headerLines) {
    const cells = view.row(row)?.cells ?? [];
    const text = cells.map((cell) => `${cell.column} ${cell.text}`).join('\n');
    const known = byText.get(text) ?? { header: headerAround(view, row, templates), row };
    byText.set(text, known);
    const header = known.header && movedDown(known.header, row - known.row);
    if (header && !headers.some((other) => overlap(other, header))) headers.push(header);
  }
  return headers.sort((a, b) => a.topRow - b.topRow);
}

/** Finds lines of which half the cells, and three at least, are known headers. Rows amid data are compared as written. */
function headerLineTest(templates: readonly Template[]): (cells: readonly CellContent[], isApart: boolean) => boolean {
  const folded = new Set(
    templates.flatMap((t) => [...indexTemplate(t).byName.keys(), ...indexTemplate(t).byCode.keys()]),
  );
  const written = new Set(templates.flatMap((t) => t.columns.flatMap((c) => [c.name, ...c.aliases])));
  return (cells, isApart) => {
    if (cells.length < MIN_NAMES) return false;
    let strange = 0;
    for (const { text, type } of cells) {
      const isKnown =
        type === 'string' && (written.has(text) || (isApart && text.length <= LONGEST && folded.has(foldHeader(text))));
      if (!isKnown && ++strange * 2 > cells.length) return false;
    }
    return cells.length - strange >= MIN_NAMES;
  };
}

const MIN_NAMES = 3;
/** Longer than any header with its advice. */
const LONGEST = 60;

const movedDown = (header: HeaderMatch, rows: number): HeaderMatch =>
  rows === 0 ? header : { ...header, topRow: header.topRow + rows, headerRow: header.headerRow + rows };

const overlap = (a: HeaderMatch, b: HeaderMatch): boolean => a.topRow <= b.headerRow && b.topRow <= a.headerRow;
