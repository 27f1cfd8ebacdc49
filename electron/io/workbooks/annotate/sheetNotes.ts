import { cellAddress, columnNumber, rowNumber } from '../../../core/address.ts';
import type { CellMark } from '../../../core/returnItems.ts';
import { attributeOf } from '../../intake/xmlHandler.ts';
import { type CommentBox, lastBlock, writeCommentBoxes } from './commentBoxes.ts';
import { type CellNote, writeComments } from './comments.ts';
import type { Anchors } from './mergeAnchors.ts';
import { CONTENT, type Namespaces, relationAttribute } from './namespaces.ts';
import { OddPackage, type PackageParts } from './packageParts.ts';
import { LEAF, type SheetSizes } from './sheetCells.ts';
import { escapeXml, outlineOf, prefixOf } from './xmlEdit.ts';

interface PlacedNote extends CellNote, CommentBox {}

/** One note per cell; those of covered cells stand on the merge they belong to. */
export function notesOf(marks: readonly CellMark[], anchors: Anchors): PlacedNote[] {
  const notes = new Map<string, PlacedNote>();
  for (const mark of marks) {
    const { row, column } = anchors(mark.row, mark.column);
    const cell = cellAddress(column, row);
    const before = notes.get(cell);
    const isMoved = row !== mark.row || column !== mark.column;
    const text = isMoved ? `${cellAddress(mark.column, mark.row)}：${mark.text}` : mark.text;
    notes.set(cell, { cell, row, column, text: before ? `${before.text}\n${text}` : text });
  }
  return [...notes.values()].map((note) => ({ ...note, text: [...note.text].slice(0, MOST_CHARACTERS).join('') }));
}

/** Longer comments are the work of a merge over thousands of rows; the list has them all. */
const MOST_CHARACTERS = 2000;

/** Comments and boxes of a sheet; returns the sheet with its link to the boxes. */
export function writeNotes(
  parts: PackageParts,
  { path, names, author }: { readonly path: string; readonly names: Namespaces; readonly author: string },
  { xml, sizes }: { readonly xml: string; readonly sizes: SheetSizes },
  notes: readonly PlacedNote[],
): string {
  const related = parts.relationsOf(path);
  const comments = related.find((one) => one.type === 'comments' && parts.has(one.path))?.path ?? null;
  if (comments === null && notes.length === 0) return xml;
  const before = comments === null ? '' : parts.text(comments);
  if (notes.length === 0 && !before.includes(`>${escapeXml(author)}<`)) return xml;
  const threaded = related.filter((one) => /threadedComment/iu.test(one.type) && parts.has(one.path));
  const untouchable = new Set(
    threaded.flatMap((one) => [...parts.text(one.path).matchAll(/\sref="([^"]+)"/gu)].map((found) => found[1] ?? '')),
  );
  const written = writeComments(before, notes, { author, namespace: names.main, untouchable });
  const legacy = legacyDrawing(xml);
  const drawing =
    legacy === null ? null : (related.find((one) => one.id === legacy && parts.has(one.path))?.path ?? null);
  if (legacy !== null && drawing === null) return xml;
  const boxes = notes.filter((note) => written.boxes.includes(note.cell));
  const vml = writeCommentBoxes(drawing === null ? '' : parts.text(drawing), boxes, {
    removed: new Set(written.removed.map(vmlPlace)),
    sizes,
    firstBlock: nextBlock(parts),
  });
  // A drawing nobody can add to: the cells are coloured and listed all the same.
  if (vml === null) return xml;
  if (comments === null) {
    const made = parts.free('xl/comments{n}.xml');
    parts.set(made, written.xml);
    parts.declare(made, `${CONTENT}.comments+xml`);
    parts.relate(path, names.family, 'comments', made);
  } else parts.set(comments, written.xml);
  if (drawing !== null) {
    parts.set(drawing, vml);
    return xml;
  }
  const made = parts.free('xl/drawings/vmlDrawing{n}.vml');
  parts.set(made, vml);
  parts.declare(made, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  return withLegacyDrawing(xml, parts.relate(path, names.family, 'vmlDrawing', made), names.family);
}

function vmlPlace(cell: string): string {
  return `${rowNumber(cell) - 1},${columnNumber(cell) - 1}`;
}

function nextBlock(parts: PackageParts): number {
  const drawings = parts.paths().filter((path) => /\.vml$/iu.test(path));
  return 1 + drawings.reduce((most, path) => Math.max(most, lastBlock(parts.text(path))), 0);
}

function legacyDrawing(xml: string): string | null {
  const section = outlineOf(xml, LEAF)?.sections.find((one) => one.name === 'legacyDrawing');
  return section ? (attributeOf(xml.slice(section.tag.start, section.tag.end), 'id') ?? null) : null;
}

/** What follows `legacyDrawing` in a sheet (ECMA-376 18.3.1.99); compatibility wrappers hold controls and OLE objects. */
const BEHIND_LEGACY = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
]);

function withLegacyDrawing(xml: string, id: string, family: string): string {
  const outline = outlineOf(xml, LEAF);
  if (!outline) throw new OddPackage('worksheet');
  const data = outline.sections.findIndex((section) => section.name === 'sheetData');
  const next = outline.sections.slice(data + 1).find((section) => BEHIND_LEGACY.has(section.name));
  const at = next?.tag.start ?? outline.contentEnd;
  const link = relationAttribute(xml.slice(outline.root.start, outline.root.end), id, family);
  return `${xml.slice(0, at)}<${prefixOf(xml, outline.root)}legacyDrawing ${link}/>${xml.slice(at)}`;
}
