import type { Column, Template } from '../contract/templates.ts';
import { foldText } from './fold.ts';
import { type HeaderText, MAX_HEADER_LINES, textsOf } from './headerTexts.ts';
import type { SheetView } from './sheetView.ts';
import { indexTemplate, type TemplateIndex } from './templateIndex.ts';

/** One column of a recognised table: 1-based column, header as written, field it feeds (null: kept as an extra). */
export interface HeaderColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
}

export interface HeaderMatch {
  /** Template that fits best, with how well. */
  readonly template: Template;
  readonly topRow: number;
  /** Last header line; data begins below it. */
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  /** Field ids that more than one column claims, with these columns. */
  readonly ambiguous: readonly { readonly field: string; readonly columns: readonly number[] }[];
  readonly missing: readonly Column[];
  readonly score: number;
}

export type HeaderResult =
  | { readonly kind: 'matched'; readonly best: HeaderMatch; readonly rivals: readonly HeaderMatch[] }
  /** A header line is there, but it fits no template. */
  | { readonly kind: 'unknown_layout'; readonly headerRow: number; readonly headers: readonly string[] }
  | { readonly kind: 'no_table' };

/**
 * Finds the header lines under titles and the template they fit (one to four lines, merged or not). `titles` is all text that may speak
 * for a template: title rows, sheet and file name; it only breaks ties. Equal fits are returned as rivals: the caller asks.
 */
export function recogniseHeader(
  view: SheetView,
  templates: readonly Template[],
  titles: string,
  chosen: string | undefined,
): HeaderResult {
  const indexed = templates.filter((t) => chosen === undefined || t.id === chosen).map(indexTemplate);
  const tops = view.rowNumbers.slice(0, SEARCHED_ROWS);
  const candidates = matchesFrom(view, tops, { indexed, titles, isChosen: chosen !== undefined });
  const fullest = candidates.reduce<HeaderMatch | null>(better, null);
  const best = fullest && (candidates.find((c) => isFirstPage(c, fullest)) ?? fullest);
  if (best) {
    const equal = candidates.filter(
      (c) => c.template.id !== best.template.id && c.score === best.score && c.headerRow === best.headerRow,
    );
    // With a title that joins the header a template fits as well as without: it is one rival.
    const rivals = new Map(equal.map((c) => [c.template.id, c]));
    return { kind: 'matched', best, rivals: [...rivals.values()] };
  }
  const unknown = findUnknownHeader(view);
  const index = chosen === undefined ? undefined : indexed[0];
  if (!index || unknown.kind !== 'unknown_layout') return unknown;
  // The clerk says what it is: every column is left to be mapped.
  return { kind: 'matched', best: unmapped(index, view, unknown.headerRow), rivals: [] };
}

/** The header that one line of a sheet belongs to, if it fits a template. */
export function headerAround(view: SheetView, row: number, templates: readonly Template[]): HeaderMatch | null {
  const near = MAX_HEADER_LINES - 1;
  const rows = Array.from({ length: 2 * near + 1 }, (_, i) => row - near + i);
  const tops = rows.filter((top) => view.row(top) !== undefined);
  const candidates = matchesFrom(view, tops, { indexed: templates.map(indexTemplate), titles: '', isChosen: false });
  // Lines that add nothing to a header they touch are none of it.
  const isPadded = (a: HeaderMatch): boolean =>
    candidates.some(
      (b) => b.score >= a.score && lines(b) < lines(a) && b.topRow <= a.headerRow && a.topRow <= b.headerRow,
    );
  return candidates
    .filter((c) => c.topRow <= row && row <= c.headerRow && !isPadded(c))
    .reduce<HeaderMatch | null>(better, null);
}

const lines = ({ topRow, headerRow }: HeaderMatch): number => headerRow - topRow;

interface Search {
  readonly indexed: readonly TemplateIndex[];
  readonly titles: string;
  /** The clerk says that it is this template. */
  readonly isChosen: boolean;
}

/** Every fit of a template to one to four lines that begin in one of these rows. */
function matchesFrom(view: SheetView, tops: readonly number[], { indexed, titles, isChosen }: Search): HeaderMatch[] {
  const candidates: HeaderMatch[] = [];
  const names = namesOf(indexed);
  const isName = ({ folded, slashed }: HeaderText): boolean =>
    folded.some((text) => names.has(text)) || slashed.some((text) => names.has(text));
  for (const top of tops) {
    for (let span = 1; span <= MAX_HEADER_LINES; span++) {
      // A header cell merged down reaches to the last header line.
      if (span < MAX_HEADER_LINES && cutsMerge(view, top, top + span - 1)) continue;
      const texts = textsOf(view, top, span);
      // Most lines are titles and data: they name too little for any template.
      if (!isChosen && texts.filter(isName).length < MIN_COLUMNS) continue;
      for (const index of indexed) {
        const match = matchHeader(index, texts, top, top + span - 1, titles, isChosen);
        if (match) candidates.push(match);
      }
    }
  }
  return candidates;
}

/** Every name and code of the templates. */
function namesOf(indexed: readonly TemplateIndex[]): ReadonlySet<string> {
  const key = indexed[0];
  const known = key && allNames.get(key);
  if (known && known.of.length === indexed.length && known.of.every((index, i) => index === indexed[i]))
    return known.names;
  const names = new Set(indexed.flatMap(({ byName, byCode }) => [...byName.keys(), ...byCode.keys()]));
  if (key) allNames.set(key, { of: indexed, names });
  return names;
}

const allNames = new WeakMap<
  TemplateIndex,
  { readonly of: readonly TemplateIndex[]; readonly names: ReadonlySet<string> }
>();

const better = (a: HeaderMatch | null, b: HeaderMatch): HeaderMatch => (a === null || isBetter(b, a) ? b : a);

function unmapped({ template }: TemplateIndex, view: SheetView, row: number): HeaderMatch {
  const columns = textsOf(view, row, 1).map(({ column, shown }) => ({ column, header: shown, field: null }));
  const missing = template.columns.filter((column) => column.required);
  return { template, topRow: row, headerRow: row, columns, ambiguous: [], missing, score: 0 };
}

function cutsMerge(view: SheetView, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++)
    if (view.row(row)?.cells.some((cell) => (view.mergeAt(row, cell.column)?.bottom ?? bottom) > bottom)) return true;
  return false;
}

function matchHeader(
  index: TemplateIndex,
  texts: readonly HeaderText[],
  topRow: number,
  headerRow: number,
  titles: string,
  chosen: boolean,
): HeaderMatch | null {
  const { template } = index;
  const columns = texts.map((text) => ({ column: text.column, header: text.shown, field: fieldOf(text, index) }));
  const claims = new Map<string, number[]>();
  for (const { field, column } of columns) if (field) claims.set(field, [...(claims.get(field) ?? []), column]);
  const required = template.columns.filter((column) => column.required);
  const missing = required.filter((column) => !claims.has(column.id));
  if (claims.size === 0 || (!chosen && !isEnough(claims.size, required.length - missing.length, required.length)))
    return null;
  const named = template.titleWords.filter((word) => titles.includes(foldText(word))).length;
  // A second column for a field is no better than one for none: a title typed over the header must not name columns that it heads.
  const strangers =
    columns.filter((c, place) => c.field === null && !SERIALS.has(texts[place]?.bare ?? '')).length +
    [...claims.values()].reduce((sum, at) => sum + at.length - 1, 0);
  // 负责人： 张三 联系电话： 0377… is a line of labels with what they label, not a header.
  const labels = columns.filter((c) => c.field !== null && LABEL_END.test(c.header)).length;
  if (!chosen && labels >= 2 && labels * 2 >= claims.size && strangers * 2 >= claims.size) return null;
  const coded = texts.filter(({ bare }) => index.byCode.has(bare)).length;
  return {
    template,
    topRow,
    headerRow,
    columns,
    ambiguous: [...claims].filter(([, at]) => at.length > 1).map(([field, at]) => ({ field, columns: at })),
    missing,
    // Title words only break ties: all of them weigh less than one column. A line of names beats the line of codes beside it.
    score: (claims.size * 4 - missing.length * 3 - strangers) * 20 + Math.min(named, 10) - Math.min(coded, 9),
  };
}

/** The field a header names: whole, by one of its lines, by one side of its slash, or by its code. */
function fieldOf({ folded, slashed }: HeaderText, { byName, byCode }: TemplateIndex): string | null {
  const hit = folded.find((text) => byName.has(text));
  if (hit !== undefined) return byName.get(hit) ?? null;
  // 项目╱月份 names the rows and the columns; only one of them may be a field.
  const sides = new Set(slashed.flatMap((text) => byName.get(text) ?? []));
  const [side] = sides;
  if (side !== undefined && sides.size === 1) return side;
  return folded.flatMap((text) => byCode.get(text) ?? [])[0] ?? null;
}

function isEnough(matched: number, matchedRequired: number, required: number): boolean {
  return matched >= MIN_COLUMNS && matchedRequired * 2 >= required;
}

/** More fields first; among equals the fewer and the earlier lines, so that a data row never joins the header. */
function isBetter(a: HeaderMatch, b: HeaderMatch): boolean {
  if (a.score !== b.score) return a.score > b.score;
  const spanA = a.headerRow - a.topRow;
  const spanB = b.headerRow - b.topRow;
  return spanA !== spanB ? spanA < spanB : a.topRow < b.topRow;
}

/** Whether a match is the same header of an earlier page, where a name or two is misspelt; lines together are one header in two scripts. */
function isFirstPage(first: HeaderMatch, fullest: HeaderMatch): boolean {
  return (
    first.headerRow < fullest.topRow - 1 &&
    first.headerRow - first.topRow === fullest.headerRow - fullest.topRow &&
    isSameHeader(first, fullest)
  );
}

/** Whether two header lines give the same fields to the same columns, but for one in five. */
export function isSameHeader(a: HeaderMatch, b: HeaderMatch): boolean {
  if (a.template.id !== b.template.id) return false;
  const fields = new Map(a.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])));
  const others = b.columns.filter((c) => c.field !== null);
  const same = others.filter(({ column, field }) => fields.get(column) === field).length;
  return same * 5 >= Math.max(fields.size, others.length) * 4;
}

/** A line of short texts in several columns with something below it: a header nobody knows. */
function findUnknownHeader(view: SheetView): HeaderResult {
  for (const row of view.rowNumbers.slice(0, SEARCHED_ROWS)) {
    const cells = view.row(row)?.cells.filter((cell) => cell.text.trim() !== '') ?? [];
    const titles = cells.filter((cell) => cell.type === 'string' && cell.text.trim().length <= 40);
    const followed = view.rowNumbers.some((below) => below > row && (view.row(below)?.cells.length ?? 0) >= 2);
    if (cells.length >= 2 && titles.length === cells.length && !cells.some(isLabelled) && followed)
      return { kind: 'unknown_layout', headerRow: row, headers: titles.map((cell) => cell.text.trim()) };
  }
  return { kind: 'no_table' };
}

const isLabelled = (cell: { readonly text: string }): boolean => /[:：]/u.test(cell.text);
const LABEL_END = /[:：]$/u;
const SERIALS: ReadonlySet<string> = new Set(['序号', '编号', 'no', '行号']);

const SEARCHED_ROWS = 40;
const MIN_COLUMNS = 3;
