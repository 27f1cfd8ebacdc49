import { foldHeader } from './fold.ts';
import type { SheetView } from './sheetView.ts';

/** Texts a header cell may be matched by: whole stack of lines, its last line, its first. */
export interface HeaderText {
  readonly column: number;
  readonly shown: string;
  readonly folded: readonly string[];
  /** What is shown, folded. */
  readonly bare: string;
  /** What stands on either side of a slash. */
  readonly slashed: readonly string[];
}

/** Lines that a header has at most. */
export const MAX_HEADER_LINES = 4;

/** Header texts of `span` lines from `top`. They are asked for when a sheet is taken apart and when each of its tables is recognised. */
export function textsOf(view: SheetView, top: number, span: number): readonly HeaderText[] {
  const known = textsByView.get(view) ?? new Map<number, readonly HeaderText[]>();
  textsByView.set(view, known);
  const place = top * (MAX_HEADER_LINES + 1) + span;
  const texts = known.get(place) ?? headerTexts(view, top, top + span - 1);
  if (known.size < MOST_KNOWN) known.set(place, texts);
  return texts;
}

const textsByView = new WeakMap<SheetView, Map<number, readonly HeaderText[]>>();
/** The first lines of a sheet; a print of a thousand pages has a header on each. */
const MOST_KNOWN = 200;

/** Header texts of the lines `top..bottom`; a merge speaks for every cell it covers, once. */
function headerTexts(view: SheetView, top: number, bottom: number): HeaderText[] {
  const texts: HeaderText[] = [];
  // A heading typed over the first of its columns, cells not merged, holds for those beside it, too.
  let heading = '';
  for (const column of headerColumns(view, top, bottom)) {
    const lines = headerLines(view, column, top, bottom);
    if (lines.length === 0) continue;
    const typed = view.cell(top, column)?.text.trim() ?? '';
    const isBelowHeading = lines.length === 1 && typed === '' && bottom > top && !view.mergeAt(top, column);
    if (isBelowHeading && heading !== '') lines.unshift(heading);
    else heading = lines.length > 1 ? typed : '';
    const whole = lines.join('');
    const last = lines.at(-1) ?? '';
    const forms = [whole, last, lines[0] ?? ''].map(foldHeader);
    const folded = [...forms, ...forms.map((form) => form.replace(MARKED, ''))].filter((form) => form !== '');
    const slashed = SLASH.test(last) ? last.split(SLASH).map(foldHeader) : [];
    const shown = whole.replace(/\s*\n\s*/gu, '');
    texts.push({ column, shown, folded: [...new Set(folded)], bare: foldHeader(shown), slashed });
  }
  return texts;
}

/** Columns with a cell in the lines, or covered by a merge that begins there. */
function headerColumns(view: SheetView, top: number, bottom: number): number[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const cell of view.row(row)?.cells ?? []) {
      columns.add(cell.column);
      const merge = view.mergeAt(row, cell.column);
      for (let c = merge?.left ?? 0; merge && c <= Math.min(merge.right, merge.left + 60); c++) columns.add(c);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

function headerLines(view: SheetView, column: number, top: number, bottom: number): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (let row = top; row <= bottom; row++) {
    const merge = view.mergeAt(row, column);
    const key = merge ? `${merge.top}:${merge.left}` : `${row}:${column}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const text = view.cell(merge?.top ?? row, merge?.left ?? column)?.text.trim() ?? '';
    // The rest of a merge across several columns is a heading above them, not a header of each, unless lines follow.
    if (text !== '' && (bottom > top || !merge || merge.left === column)) lines.push(text);
  }
  return lines;
}

/** 名称*必填 without brackets, as folded. */
const MARKED = /^(必填|选填|必录|选录)项?|(必填|选填|必录|选录)项?$/u;
const SLASH = /[/╱／∕⁄\\＼]/u;
