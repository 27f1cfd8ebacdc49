import { attributeOf } from '../../intake/xmlHandler.ts';
import { OddPackage } from './packageParts.ts';
import { applyEdits, type Edit, escapeXml, outlineOf, prefixOf, withAttribute } from './xmlEdit.ts';

/** A comment (批注) to set on a cell. */
export interface CellNote {
  /** `D6` */
  readonly cell: string;
  readonly text: string;
}

export interface WrittenComments {
  readonly xml: string;
  /** Cells that have a comment now and no box yet. */
  readonly boxes: readonly string[];
  /** Cells whose comment of an earlier return is gone, box and all. */
  readonly removed: readonly string[];
}

/**
 * Adds comments to a sheet's comments part (`''`: it has none). The unit's own comments stay: on a cell that has one, ours is put below it.
 * Comments the author left in an earlier return are taken off. `untouchable` cells carry a threaded comment and are left alone.
 */
export function writeComments(
  content: string,
  notes: readonly CellNote[],
  {
    author,
    namespace,
    untouchable,
  }: { readonly author: string; readonly namespace: string; readonly untouchable: ReadonlySet<string> },
): WrittenComments {
  const xml = content === '' ? newPart(namespace) : content;
  const outline = outlineOf(xml);
  const authors = outline?.sections.find((section) => section.name === 'authors');
  const list = outline?.sections.find((section) => section.name === 'commentList');
  if (!outline || !authors || !list) throw new OddPackage('comments');
  const p = prefixOf(xml, outline.root);
  const names = authors.children.map(({ start, end }) => textIn(xml.slice(start, end)));
  const known = names.indexOf(escapeXml(author));
  const authorId = known < 0 ? names.length : known;
  const edits: Edit[] = [];
  const held = new Map<string, Held>();
  const removed: string[] = [];
  for (const { start, end } of list.children) {
    const tag = xml.slice(start, xml.indexOf('>', start) + 1);
    const cell = (attributeOf(tag, 'ref') ?? '').replaceAll('$', '');
    if (known < 0 || Number(attributeOf(tag, 'authorId')) !== known) held.set(cell, { start, end });
    else {
      edits.push({ at: start, remove: end - start, text: '' });
      removed.push(cell);
    }
  }
  const added: string[] = [];
  const boxes: string[] = [];
  const additions = new Map<string, string>();
  for (const { cell, text } of notes) {
    if (untouchable.has(cell)) continue;
    if (held.has(cell)) additions.set(cell, text);
    else {
      const content = richText(author, text, p);
      added.push(`<${p}comment ref="${cell}" authorId="${authorId}"><${p}text>${content}</${p}text></${p}comment>`);
      boxes.push(cell);
    }
  }
  for (const [cell, { start, end }] of held) {
    const before = xml.slice(start, end);
    const after = withAddition(before, additions.get(cell) ?? null, p);
    if (after !== before) edits.push({ at: start, remove: end - start, text: after });
  }
  if (known < 0) edits.push(into(xml, authors, `<${p}author>${escapeXml(author)}</${p}author>`, p));
  if (added.length > 0) edits.push(into(xml, list, added.join(''), p));
  return { xml: applyEdits(xml, edits), boxes, removed };
}

interface Held {
  readonly start: number;
  readonly end: number;
}

/** What an addition below a unit's own comment begins with; by it a later return finds and replaces it. */
const ADDITION = '【退回】';

function newPart(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

function into(
  xml: string,
  {
    tag,
    contentEnd,
  }: {
    readonly tag: { readonly kind: string; readonly start: number; readonly end: number; readonly name: string };
    readonly contentEnd: number;
  },
  content: string,
  p: string,
): Edit {
  if (tag.kind !== 'empty') return { at: contentEnd, remove: 0, text: content };
  const opened = withAttribute(xml.slice(tag.start, tag.end), 'count', '').replace(/\scount=""/u, '');
  return { at: tag.start, remove: tag.end - tag.start, text: `${opened.slice(0, -2)}>${content}</${p}${tag.name}>` };
}

/** A unit's own comment with our text below it instead of that of an earlier return; null: with its own text alone. */
function withAddition(comment: string, text: string | null, p: string): string {
  const earlier = new RegExp(`<${p}r>(?:(?!</${p}r>)[\\s\\S])*?<${p}t[^>]*>\\s*${ADDITION}[^<]*</${p}t></${p}r>`, 'gu');
  const plain = comment.replace(earlier, '');
  if (text === null) return plain;
  // Of plain text and runs side by side, programs show one or the other: all of it becomes runs.
  const bare = new RegExp(`(<${p}text(?:\\s[^>]*)?>\\s*)(<${p}t(?:\\s[^>]*)?>[^<]*</${p}t>)`, 'u');
  const runs = plain.replace(bare, (_, before: string, own: string) => `${before}<${p}r>${own}</${p}r>`);
  const end = runs.lastIndexOf(`</${p}text>`);
  if (end < 0) throw new OddPackage('comment');
  return runs.slice(0, end) + runOf(`\n${ADDITION}${text}`, false, p) + runs.slice(end);
}

function richText(author: string, text: string, p: string): string {
  return runOf(`${author}：`, true, p) + runOf(`\n${text}`, false, p);
}

function runOf(text: string, bold: boolean, p: string): string {
  const look = `<${p}rPr>${bold ? `<${p}b/>` : ''}<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="宋体"/><${p}charset val="134"/></${p}rPr>`;
  return `<${p}r>${look}<${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`;
}

function textIn(element: string): string {
  return /^<[^>]*>([^<]*)</u.exec(element)?.[1] ?? '';
}
