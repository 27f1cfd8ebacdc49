import { textWidth } from '../../../core/circularTitle.ts';
import type { SheetSizes } from './sheetCells.ts';

/** Where the box of a comment goes: beside its cell, as large as its text. 1-based. */
export interface CommentBox {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Adds hidden boxes for comments to a sheet's VML drawing (`''`: it has none), without which Excel shows no comment, and takes those of
 * removed comments off. Null where the drawing is not one that can be added to. `firstBlock`: blocks of 1,024 shape ids in use elsewhere
 * end below it.
 */
export function writeCommentBoxes(
  vml: string,
  boxes: readonly CommentBox[],
  {
    removed,
    sizes,
    firstBlock,
  }: { readonly removed: ReadonlySet<string>; readonly sizes: SheetSizes; readonly firstBlock: number },
): string | null {
  const blocks = Array.from({ length: Math.ceil(boxes.length / (BLOCK - 1)) }, (_, i) => firstBlock + i);
  const shapes = boxes.map((box, i) => {
    const block = firstBlock + Math.floor(i / (BLOCK - 1));
    return shapeOf(box, block * BLOCK + 1 + (i % (BLOCK - 1)), sizes);
  });
  if (vml === '')
    return `${HEAD}<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>${TYPE}${shapes.join('')}</xml>`;
  const named = withNamespaces(vml);
  if (named === null) return null;
  const { prefixes } = named;
  const type = /\bid=["']_x0000_t202["']/u.test(vml) ? '' : TYPE;
  const added = (type + shapes.join('')).replaceAll(/(<\/?|\s)([vox]):/gu, (_, before: string, prefix: string) =>
    isPrefix(prefix) ? `${before}${prefixes[prefix]}:` : before,
  );
  const kept = withoutShapes(named.vml, removed);
  const end = kept.lastIndexOf('</xml>');
  return withBlocks(kept.slice(0, end) + added + kept.slice(end), blocks);
}

/** The highest block of shape ids that a drawing uses. */
export function lastBlock(vml: string): number {
  const named = [...vml.matchAll(/<(?:[\w.-]+:)?idmap\b[^>]*\bdata=["']([\d,\s]*)["']/gu)].flatMap((found) =>
    (found[1] ?? '').split(','),
  );
  const used = [...vml.matchAll(/_x0000_s(\d+)/gu)].map((found) => Math.floor(Number(found[1]) / BLOCK));
  return [...named.map(Number), ...used].reduce((most, block) => (block > most ? block : most), 0);
}

const BLOCK = 1024;

/** The namespaces by the prefixes that the shapes below are written with; what other programs wrote calls them otherwise. */
const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
type Prefix = keyof typeof NAMESPACES;
const PREFIXES: readonly Prefix[] = ['v', 'o', 'x'];
const isPrefix = (text: string): text is Prefix => text in NAMESPACES;

const HEAD = `<xml ${PREFIXES.map((prefix) => `xmlns:${prefix}="${NAMESPACES[prefix]}"`).join(' ')}>`;
const TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const WIDTH = 260;
/** Full characters of 9 points in a line of the box. */
const CHARACTERS = 20;
const LINE = 17;
const MOST_LINES = 20;

function shapeOf({ row, column, text }: CommentBox, id: number, sizes: SheetSizes): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / CHARACTERS)), 0);
  const height = 10 + LINE * Math.min(lines, MOST_LINES);
  const left = stepFrom(column, 12, (n) => sizes.columnWidth(n));
  const right = stepFrom(column, 12 + WIDTH, (n) => sizes.columnWidth(n));
  const top = stepFrom(row - 1, 8, (n) => sizes.rowHeight(n));
  const bottom = stepFrom(row - 1, 8 + height, (n) => sizes.rowHeight(n));
  const anchor = [left.line, left.rest, top.line, top.rest, right.line, right.rest, bottom.line, bottom.rest].join(
    ', ',
  );
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:${WIDTH * 0.75}pt;height:${height * 0.75}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

/** The 0-based column (row) and the pixels inside it, so many pixels right of (below) the end of a 1-based one. */
function stepFrom(from: number, pixels: number, sizeOf: (n: number) => number): { line: number; rest: number } {
  let rest = pixels;
  let line = from;
  for (let size = sizeOf(line + 1); rest >= size && line < from + MOST_STEPS; size = sizeOf(line + 1)) {
    rest -= size;
    line++;
  }
  return { line, rest: Math.max(0, Math.min(rest, sizeOf(line + 1) - 1)) };
}

const MOST_STEPS = 500;

/** The drawing with all three namespaces named on its root, and what they are called there; null where it has no such root. */
function withNamespaces(
  vml: string,
): { readonly vml: string; readonly prefixes: Readonly<Record<Prefix, string>> } | null {
  const root = /<xml(?:\s[^>]*)?>/u.exec(vml);
  if (!root || root[0].endsWith('/>') || !vml.includes('</xml>')) return null;
  const prefixes: Record<Prefix, string> = { v: '', o: '', x: '' };
  let tag = root[0];
  for (const prefix of PREFIXES) {
    const uri = NAMESPACES[prefix];
    const known = new RegExp(`\\sxmlns:([\\w.-]+)\\s*=\\s*["']${uri}["']`, 'u').exec(tag)?.[1];
    let name: string = known ?? prefix;
    if (known === undefined) {
      while (new RegExp(`\\sxmlns:${name}\\s*=`, 'u').test(tag)) name = `${name}0`;
      tag = `${tag.slice(0, -1)} xmlns:${name}="${uri}">`;
    }
    prefixes[prefix] = name;
  }
  return { vml: vml.slice(0, root.index) + tag + vml.slice(root.index + root[0].length), prefixes };
}

function withoutShapes(vml: string, cells: ReadonlySet<string>): string {
  if (cells.size === 0) return vml;
  return vml.replaceAll(SHAPE, (shape) => {
    const row = /<(?:[\w.-]+:)?Row>\s*(\d+)/u.exec(shape)?.[1];
    const column = /<(?:[\w.-]+:)?Column>\s*(\d+)/u.exec(shape)?.[1];
    return cells.has(`${row},${column}`) ? '' : shape;
  });
}

/** A shape under whatever prefix, not one without content. */
const SHAPE = /<((?:[\w.-]+:)?)shape(?:\s[^>]*)?(?<!\/)>(?:(?!<\/\1shape>)[\s\S])*<\/\1shape>/gu;

function withBlocks(vml: string, blocks: readonly number[]): string {
  if (blocks.length === 0) return vml;
  return vml.replace(
    /(<(?:[\w.-]+:)?idmap\b[^>]*\bdata=["'])([\d,\s]*)/u,
    (_, head: string, data: string) =>
      `${head}${[...data.split(',').filter((part) => part.trim() !== ''), ...blocks].join(',')}`,
  );
}
