import { OddPackage } from './packageParts.ts';
import { applyEdits, type Edit, escapeXml, outlineOf, prefixOf, type Section, withAttribute } from './xmlEdit.ts';

/** The fills of the marks. These very colours are how marks of an earlier return are known again. */
export const MARK_FILLS = { error: 'FFFFB9BA', verify: 'FFFFE08A' } as const;
export type MarkFill = keyof typeof MARK_FILLS;

/** A style of a cell of our own sheet. */
export interface OwnStyle {
  readonly bold?: boolean;
  readonly link?: boolean;
  readonly fill?: string;
  readonly border?: boolean;
  readonly center?: boolean;
  readonly size?: number;
}

/** Adds cell styles to `styles.xml`; what is there keeps its number and its text. */
export interface StyleSheet {
  /** The style of a cell with the fill of a mark instead of its own; everything else as it was. */
  marked(base: number, fill: MarkFill): number;
  /** The style without the fill of an earlier mark, or null where it has none. */
  unmarked(base: number): number | null;
  /** An earlier return left its fills. */
  readonly hasMarks: boolean;
  own(style: OwnStyle): number;
  toXml(): string;
}

/** Elements of a style sheet in the order of the schema (ECMA-376 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;
type ListName = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** Opens a style sheet; `''` starts a new one in the namespace given. */
export function openStyleSheet(content: string, namespace: string): StyleSheet {
  const xml =
    content === ''
      ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`
      : content;
  const outline = outlineOf(xml);
  if (outline?.root.name !== 'styleSheet') throw new OddPackage('styles');
  const p = prefixOf(xml, outline.root);
  const lists = new Map<ListName, List>();
  const listOf = (name: ListName): List => {
    const known =
      lists.get(name) ??
      openList(
        xml,
        outline.sections.find((section) => section.name === name),
        defaultsOf(name, p),
      );
    lists.set(name, known);
    return known;
  };
  // Places 0 and 1 of the fills are none and grey, whatever stands there.
  const fills = listOf('fills');
  while (fills.count() < 2) fills.add(fillOf(fills.count() === 0 ? 'none' : 'gray125', p));
  listOf('fonts');
  listOf('borders');
  const xfs = listOf('cellXfs');
  const stale = new Set(fills.all().flatMap((fill, index) => (isMarkFill(fill) ? [index] : [])));
  const made = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const index = made.get(key) ?? make();
    made.set(key, index);
    return index;
  };
  const solid = (rgb: string): number =>
    once(`fill ${rgb}`, () => {
      const known = fills.all().findIndex((fill) => hasColour(fill, rgb));
      return known < 0 ? fills.add(solidFill(rgb, p)) : known;
    });
  const withFill = (base: number, fill: number): number =>
    once(`${base} ${fill}`, () => xfs.add(refilled(xfs.all()[base] ?? xfs.all()[0] ?? `<${p}xf/>`, fill)));
  return {
    marked: (base, fill) => withFill(base, solid(MARK_FILLS[fill])),
    hasMarks: stale.size > 0,
    unmarked: (base) => (stale.has(fillIdOf(xfs.all()[base] ?? '')) ? withFill(base, 0) : null),
    own: (style) =>
      once(JSON.stringify(style), () => {
        const font = once(`font ${JSON.stringify(style)}`, () => listOf('fonts').add(fontOf(style, p)));
        const border = style.border ? once('border', () => listOf('borders').add(thinBorder(p))) : 0;
        const fill = style.fill === undefined ? 0 : solid(style.fill);
        const align = `<${p}alignment vertical="center" wrapText="1"${style.center ? ' horizontal="center"' : ''}/>`;
        // 49 is `@`: what looks like a formula or a number stays the text it is.
        return xfs.add(
          `<${p}xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</${p}xf>`,
        );
      }),
    toXml: () => written(xml, outline.sections, { root: outline.root, contentEnd: outline.contentEnd }, lists, p),
  };
}

interface List {
  readonly section: Section | undefined;
  all(): readonly string[];
  count(): number;
  add(element: string): number;
  /** What came to those that stand in the part. */
  added(): readonly string[];
}

function openList(xml: string, section: Section | undefined, defaults: readonly string[]): List {
  const before = section?.children.map(({ start, end }) => xml.slice(start, end)) ?? [];
  const all = [...before];
  if (all.length === 0) all.push(...defaults);
  return {
    section,
    all: () => all,
    count: () => all.length,
    add: (element) => all.push(element) - 1,
    added: () => all.slice(before.length),
  };
}

function defaultsOf(name: ListName, p: string): string[] {
  switch (name) {
    case 'fonts':
      return [`<${p}font><${p}sz val="11"/><${p}name val="宋体"/></${p}font>`];
    case 'borders':
      return [`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`];
    case 'cellXfs':
      return [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`];
    default:
      return [];
  }
}

/** The part with its lists lengthened; a list that is not there is put where the schema wants it. */
function written(
  xml: string,
  sections: readonly Section[],
  {
    root,
    contentEnd,
  }: {
    readonly root: { readonly kind: string; readonly start: number; readonly end: number };
    readonly contentEnd: number;
  },
  lists: ReadonlyMap<ListName, List>,
  p: string,
): string {
  const edits: Edit[] = [];
  for (const name of ORDER) {
    const list = lists.get(name as ListName); // other names have no list
    if (!list || list.added().length === 0) continue;
    const content = list.added().join('');
    const count = String(list.count());
    const { section } = list;
    if (!section) {
      const after = sections.find((one) => ORDER.indexOf(one.name as never) > ORDER.indexOf(name)); // -1 for a foreign name
      const at = after?.tag.start ?? contentEnd;
      edits.push({ at, remove: 0, text: `<${p}${name} count="${count}">${content}</${p}${name}>` });
      continue;
    }
    const tag = withAttribute(xml.slice(section.tag.start, section.tag.end), 'count', count);
    const isEmpty = section.tag.kind === 'empty';
    edits.push({
      at: section.tag.start,
      remove: section.tag.end - section.tag.start,
      text: isEmpty ? `${tag.slice(0, -2)}>${content}</${p}${name}>` : tag,
    });
    if (!isEmpty) edits.push({ at: section.contentEnd, remove: 0, text: content });
  }
  if (root.kind !== 'empty') return applyEdits(xml, edits);
  const opened = `${xml.slice(root.start, root.end - 2)}>${edits.map((edit) => edit.text).join('')}</${p}styleSheet>`;
  return xml.slice(0, root.start) + opened + xml.slice(root.end);
}

/** A cell format with another fill; number format, font, border, protection and alignment stay. */
function refilled(xf: string, fill: number): string {
  const end = xf.indexOf('>') + 1;
  const tag = withAttribute(withAttribute(xf.slice(0, end), 'fillId', String(fill)), 'applyFill', '1');
  return tag + xf.slice(end);
}

function fillIdOf(xf: string): number {
  return Number(/\sfillId\s*=\s*["'](\d+)["']/u.exec(xf)?.[1] ?? 0);
}

function isMarkFill(fill: string): boolean {
  return Object.values(MARK_FILLS).some((rgb) => hasColour(fill, rgb));
}

function hasColour(fill: string, rgb: string): boolean {
  return fill.includes('solid') && new RegExp(`fgColor\\s[^>]*rgb=["']${rgb}["']`, 'iu').test(fill);
}

function fillOf(pattern: string, p: string): string {
  return `<${p}fill><${p}patternFill patternType="${pattern}"/></${p}fill>`;
}

function solidFill(rgb: string, p: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

function fontOf({ bold, link, size = 11 }: OwnStyle, p: string): string {
  const shape = `${bold ? `<${p}b/>` : ''}${link ? `<${p}u/>` : ''}`;
  return `<${p}font>${shape}<${p}sz val="${size}"/><${p}color rgb="${link ? 'FF0563C1' : 'FF000000'}"/><${p}name val="${escapeXml('宋体')}"/><${p}family val="0"/><${p}charset val="134"/></${p}font>`;
}

function thinBorder(p: string): string {
  const side = (name: string): string => `<${p}${name} style="thin"><${p}color rgb="FF999999"/></${p}${name}>`;
  return `<${p}border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<${p}diagonal/></${p}border>`;
}
