import { LIST_NAME, LIST_TITLE, type ReturnMark } from '../../../contract/returns.ts';
import type { CellMark, ReturnItem } from '../../../core/returnItems.ts';
import { attributeOf } from '../../intake/xmlHandler.ts';
import { listSheetXml } from './listSheet.ts';
import { mergeAnchors } from './mergeAnchors.ts';
import { CONTENT, type Namespaces, relationAttribute, STRICT, TRANSITIONAL } from './namespaces.ts';
import { OddPackage, type PackageParts } from './packageParts.ts';
import { type CellStyles, styleCells } from './sheetCells.ts';
import { notesOf, writeNotes } from './sheetNotes.ts';
import { type MarkFill, openStyleSheet, type StyleSheet } from './styleSheet.ts';
import { applyEdits, type Edit, nextTag, outlineOf, prefixOf } from './xmlEdit.ts';

/** What is marked in a workbook and listed behind its sheets. */
export interface Annotation {
  readonly marks: readonly CellMark[];
  readonly items: readonly ReturnItem[];
  /** Where the tables of the file belong. */
  readonly tables: readonly ReturnMark[];
  /** Who writes the comments: 县信用办. */
  readonly author: string;
}

/** Cells beyond this number are coloured and listed, but carry no comment: Excel opens a sheet of tens of thousands of them in minutes. */
export const MOST_COMMENTS = 3000;

/**
 * Marks a workbook in its own parts: a fill and a comment per cell with findings, the sheet 问题清单 at the end. Everything else stays as it
 * is, byte by byte; marks of an earlier return give way to these. Throws `OddPackage` where the package is too odd to be edited.
 */
export function annotatePackage(parts: PackageParts, annotation: Annotation): void {
  const book = openBook(parts);
  const styles = openStyleSheet(book.styles === null ? '' : parts.text(book.styles), book.names.main);
  const list = book.sheets.find(
    (sheet) => sheet.name === LIST_NAME && firstText(parts, book, sheet.path).startsWith(LIST_TITLE),
  );
  const names = new Set(book.sheets.map((sheet) => sheet.name));
  if (annotation.marks.some((mark) => !names.has(mark.sheet))) throw new OddPackage('marked sheet');
  const bySheet = Map.groupBy(annotation.marks, (mark) => mark.sheet);
  const commented = commentedMarks(annotation.marks);
  for (const sheet of book.sheets) {
    if (sheet === list) continue;
    const marks = bySheet.get(sheet.name) ?? [];
    markSheet(parts, {
      path: sheet.path,
      marks,
      commented,
      styles,
      names: book.names,
      author: annotation.author,
    });
  }
  const note = commented.size < annotation.marks.length ? `（批注只加在前${MOST_COMMENTS}个单元格，其余见下表）` : '';
  const xml = listSheetXml(annotation.items, styles, {
    namespace: book.names.main,
    note,
    linked: names,
    tables: annotation.tables,
  });
  if (list) replaceList(parts, list.path, xml);
  else addSheet(parts, book, xml);
  writeStyles(parts, book, styles);
}

interface Book {
  readonly path: string;
  readonly xml: string;
  readonly names: Namespaces;
  readonly styles: string | null;
  readonly strings: string | null;
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
}

function openBook(parts: PackageParts): Book {
  const path = parts.relationsOf('').find((relation) => relation.type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const xml = parts.text(path);
  const related = parts.relationsOf(path);
  const pathOf = (type: string) => related.find((one) => one.type === type && parts.has(one.path))?.path ?? null;
  const sheets = outlineOf(xml)?.sections.find((section) => section.name === 'sheets');
  if (!sheets) throw new OddPackage('sheets');
  return {
    path,
    xml,
    names: xml.includes(STRICT.main) ? STRICT : TRANSITIONAL,
    styles: pathOf('styles'),
    strings: pathOf('sharedStrings'),
    sheets: sheets.children.flatMap(({ start, end }) => {
      const tag = xml.slice(start, end);
      const part = related.find((one) => one.id === attributeOf(tag, 'id'));
      return part?.type === 'worksheet' ? [{ name: attributeOf(tag, 'name') ?? '', path: part.path }] : [];
    }),
  };
}

/** The marks that get a comment: all, or of very many the gravest. */
function commentedMarks(marks: readonly CellMark[]): ReadonlySet<CellMark> {
  if (marks.length <= MOST_COMMENTS) return new Set(marks);
  const rank = { error: 0, verify: 1, notice: 2 };
  return new Set(marks.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST_COMMENTS));
}

interface SheetTask {
  readonly path: string;
  readonly marks: readonly CellMark[];
  readonly commented: ReadonlySet<CellMark>;
  readonly styles: StyleSheet;
  readonly names: Namespaces;
  readonly author: string;
}

function markSheet(parts: PackageParts, task: SheetTask): void {
  const { path, marks, styles } = task;
  const xml = parts.text(path);
  const anchors = mergeAnchors(xml);
  const wanted = new Map<number, Map<number, (base: number) => number>>();
  const fills = new Map<string, MarkFill>();
  for (const mark of marks) {
    const { row, column } = anchors(mark.row, mark.column);
    const key = `${row} ${column}`;
    if (mark.severity === 'notice' || fills.get(key) === 'error') continue;
    const fill = mark.severity;
    fills.set(key, fill);
    const cells = wanted.get(row) ?? new Map<number, (base: number) => number>();
    wanted.set(
      row,
      cells.set(column, (base) => styles.marked(styles.unmarked(base) ?? base, fill)),
    );
  }
  const styled = styleCells(xml, wanted satisfies CellStyles, styles.hasMarks ? styles.unmarked : null);
  const notes = notesOf(
    marks.filter((mark) => task.commented.has(mark)),
    anchors,
  );
  const commented = writeNotes(parts, task, styled, notes);
  if (commented !== xml) parts.set(path, commented);
}

function replaceList(parts: PackageParts, path: string, xml: string): void {
  parts.set(path, xml);
  const slash = path.lastIndexOf('/') + 1;
  parts.drop(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
}

function addSheet(parts: PackageParts, book: Book, xml: string): void {
  const path = parts.free('xl/worksheets/sheet{n}.xml');
  parts.set(path, xml);
  parts.declare(path, `${CONTENT}.worksheet+xml`);
  const id = parts.relate(book.path, book.names.family, 'worksheet', path);
  const outline = outlineOf(book.xml);
  const sheets = outline?.sections.find((section) => section.name === 'sheets');
  if (!outline || !sheets || sheets.tag.kind === 'empty') throw new OddPackage('sheets');
  const tags = sheets.children.map(({ start, end }) => book.xml.slice(start, end));
  const taken = new Set(tags.map((tag) => (attributeOf(tag, 'name') ?? '').toLowerCase()));
  let name = LIST_NAME;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${LIST_NAME}(${n})`;
  const sheetId = Math.max(0, ...tags.map((tag) => Number(attributeOf(tag, 'sheetId') ?? 0))) + 1;
  const link = relationAttribute(book.xml.slice(outline.root.start, outline.root.end), id, book.names.family);
  const tag = `<${prefixOf(book.xml, outline.root)}sheet name="${name}" sheetId="${sheetId}" ${link}/>`;
  parts.set(book.path, applyEdits(book.xml, [{ at: sheets.contentEnd, remove: 0, text: tag } satisfies Edit]));
}

function writeStyles(parts: PackageParts, book: Book, styles: StyleSheet): void {
  if (book.styles !== null) {
    parts.set(book.styles, styles.toXml());
    return;
  }
  const path = parts.has('xl/styles.xml') ? parts.free('xl/styles{n}.xml') : 'xl/styles.xml';
  parts.set(path, styles.toXml());
  parts.declare(path, `${CONTENT}.styles+xml`);
  parts.relate(book.path, book.names.family, 'styles', path);
}

/** Text of a sheet's first cell, wherever it is kept. */
function firstText(parts: PackageParts, book: Book, path: string): string {
  const xml = parts.text(path);
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) {
    if (tag.name !== 'c' || tag.kind !== 'open') continue;
    const cell = xml.slice(tag.start, xml.indexOf('</', xml.indexOf('</', tag.end) + 2));
    const inline = /<(?:\w+:)?t[^>]*>([^<]*)/u.exec(cell.slice(tag.end - tag.start))?.[1];
    if (attributeOf(xml.slice(tag.start, tag.end), 't') !== 's') return inline ?? '';
    const index = Number(/<(?:\w+:)?v>(\d+)/u.exec(cell)?.[1]);
    const strings = book.strings === null ? '' : parts.text(book.strings);
    const item = outlineOf(strings)?.sections[index];
    return item ? strings.slice(item.tag.end, item.contentEnd).replaceAll(/<[^>]*>/gu, '') : '';
  }
  return '';
}
