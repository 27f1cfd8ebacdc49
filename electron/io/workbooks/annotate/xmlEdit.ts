/** A tag of an XML part with its place in the text; `name` is the local name. */
export interface Tag {
  readonly kind: 'open' | 'empty' | 'close';
  readonly name: string;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
}

/** An edit of a text: so many characters at a place give way to others. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
}

/** The next tag at or behind a place, or null; comments, CDATA and declarations are passed over. */
export function nextTag(xml: string, from: number): Tag | null {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at)) {
    const second = xml.charCodeAt(at + 1);
    if (second === BANG || second === QUESTION) {
      at = behindAside(xml, at);
      continue;
    }
    const end = tagEnd(xml, at);
    if (end < 0) return null;
    const isClose = second === SLASH;
    const isEmpty = !isClose && xml.charCodeAt(end - 2) === SLASH;
    const name = localName(xml, isClose ? at + 2 : at + 1, end);
    return { kind: isClose ? 'close' : isEmpty ? 'empty' : 'open', name, start: at, end };
  }
  return null;
}

/** An element below the root, with its own children. */
export interface Section {
  readonly name: string;
  /** The start tag. */
  readonly tag: Tag;
  /** Where its content ends: before its end tag; of an empty element the place behind it. */
  readonly contentEnd: number;
  readonly end: number;
  readonly children: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/** The root element of a part and the elements right below it. */
export interface Outline {
  readonly root: Tag;
  /** Before the end tag of the root; of an empty root the place behind it. */
  readonly contentEnd: number;
  readonly sections: readonly Section[];
}

/** Reads the first two levels of a part; null where it is no plain XML. Pass over the content of `leaf` sections, which may be huge. */
export function outlineOf(xml: string, leaf: ReadonlySet<string> = NONE): Outline | null {
  const root = nextTag(xml, 0);
  if (!root || root.kind === 'close') return null;
  if (root.kind === 'empty') return { root, contentEnd: root.end, sections: [] };
  const sections: Section[] = [];
  for (let tag = nextTag(xml, root.end); tag; tag = nextTag(xml, sections.at(-1)?.end ?? root.end)) {
    if (tag.kind === 'close') return { root, contentEnd: tag.start, sections };
    const section = sectionAt(xml, tag, leaf);
    if (!section) return null;
    sections.push(section);
  }
  return null;
}

const NONE: ReadonlySet<string> = new Set();

function sectionAt(xml: string, tag: Tag, leaf: ReadonlySet<string>): Section | null {
  const { name } = tag;
  if (tag.kind === 'empty') return { name, tag, contentEnd: tag.end, end: tag.end, children: [] };
  if (leaf.has(name)) {
    const at = endTagAfter(xml, xml.slice(tag.start + 1, tag.start + 1 + qualifiedLength(xml, tag)), tag.end);
    const close = at < 0 ? null : nextTag(xml, at);
    return close && { name, tag, contentEnd: close.start, end: close.end, children: [] };
  }
  const children: { name: string; start: number; end: number }[] = [];
  let depth = 1;
  let start = 0;
  for (let inner = nextTag(xml, tag.end); inner; inner = nextTag(xml, inner.end)) {
    if (inner.kind !== 'close' && depth === 1) start = inner.start;
    if (inner.kind === 'open') depth++;
    else if (inner.kind === 'close') depth--;
    if (depth === 0) return { name, tag, contentEnd: inner.start, end: inner.end, children };
    if (depth === 1) children.push({ name: inner.name, start, end: inner.end });
  }
  return null;
}

/** Place of the end tag of an element that never holds another of its name. */
function endTagAfter(xml: string, qualifiedName: string, from: number): number {
  return xml.indexOf(`</${qualifiedName}`, from);
}

function qualifiedLength(xml: string, tag: Tag): number {
  let end = tag.start + 1;
  while (end < tag.end && !isNameEnd(xml.charCodeAt(end))) end++;
  return end - tag.start - 1;
}

/** `x:` of `<x:worksheet …>`, empty where the part needs none. */
export function prefixOf(xml: string, tag: Tag): string {
  const name = xml.slice(tag.start + 1, tag.start + 1 + qualifiedLength(xml, tag));
  return name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
}

/** The text with all edits done; of two at one place the earlier in the list comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.at - b.at)) {
    parts.push(text.slice(done, edit.at), edit.text);
    done = edit.at + edit.remove;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** A start tag with an attribute set: in its place if it is there, else at the end. */
export function withAttribute(tag: string, name: string, value: string): string {
  const found = attributePattern(name).exec(tag);
  if (found) return `${tag.slice(0, found.index + 1)}${name}="${value}"${tag.slice(found.index + found[0].length)}`;
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}="${value}"${tag.slice(end)}`;
}

const patterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'u');
  patterns.set(name, known);
  return known;
}

/** Text as it may stand in an element or a quoted attribute; what XML 1.0 cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const BANG = 33;
const QUESTION = 63;
const SLASH = 47;
const COLON = 58;
const GREATER = 62;
const DOUBLE = 34;
const SINGLE = 39;

/** Behind a comment, CDATA section, declaration or instruction. */
function behindAside(xml: string, at: number): number {
  const [open, close] = xml.startsWith('<!--', at)
    ? [4, '-->']
    : xml.startsWith('<![CDATA[', at)
      ? [9, ']]>']
      : xml.startsWith('<?', at)
        ? [2, '?>']
        : [2, '>'];
  const end = xml.indexOf(close, at + open);
  return end < 0 ? xml.length : end + close.length;
}

/** Behind the `>` of the tag at a place; one inside a quoted value does not count. */
function tagEnd(xml: string, at: number): number {
  for (let i = at + 1; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (code === GREATER) return i + 1;
    if (code === DOUBLE || code === SINGLE) {
      i = xml.indexOf(code === DOUBLE ? '"' : "'", i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

function isNameEnd(code: number): boolean {
  return code <= 32 || code === SLASH || code === GREATER;
}

function localName(xml: string, from: number, end: number): string {
  let start = from;
  let i = from;
  for (; i < end && !isNameEnd(xml.charCodeAt(i)); i++) if (xml.charCodeAt(i) === COLON) start = i + 1;
  return xml.slice(start, i);
}
