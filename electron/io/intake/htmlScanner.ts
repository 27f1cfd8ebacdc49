import { htmlEntities } from './htmlEntities.ts';
import { ReadFault } from './readFault.ts';

/** Receives what a web page consists of. Names are in lower case; nothing says that what opens is ever closed. */
export interface HtmlHandler {
  /** `attributes` is the raw text behind the name; read it with `htmlAttribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text with its entities decoded, white space as written. */
  text(text: string): void;
  /** A comment; Excel keeps the names of sheets in one. */
  comment(text: string): void;
  /** Content of `<style>`. */
  style(text: string): void;
}

export interface HtmlScanner {
  push(text: string): void;
  end(): void;
}

/** Takes a web page apart the lenient way browsers do: what is no tag is text. Scripts are passed over. */
export function createHtmlScanner(handler: HtmlHandler): HtmlScanner {
  let rest = '';
  /** The element whose content is no markup, while inside one. */
  let raw = '';
  const scan = (source: string, final: boolean) => {
    let at = 0;
    while (at < source.length) {
      const step: Step = raw ? readRaw(source, at, raw, handler) : readNext(source, at, handler);
      if (step.next < 0 && !final) break;
      if (step.next < 0) {
        if (!raw && !source.startsWith('<!', at)) handler.text(htmlEntities(source.slice(at)));
        at = source.length;
      } else at = step.next;
      raw = step.raw ?? '';
    }
    rest = at === 0 ? source : source.slice(at);
    if (rest.length > MAX_REST) throw new ReadFault('too_large', '网页中有一处内容超过 4 MB');
  };
  return { push: (text) => scan(rest ? rest + text : text, false), end: () => scan(rest, true) };
}

const ATTRIBUTES = new Map<string, RegExp>();

/** Value of an attribute, quoted or not; `''` where it has none, `undefined` where it is absent. */
export function htmlAttribute(attributes: string, name: string): string | undefined {
  if (attributes === '') return undefined;
  let pattern = ATTRIBUTES.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s"'/])${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=[\\s/]|$))`, 'iu');
    ATTRIBUTES.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match ? htmlEntities(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

interface Step {
  /** Where to go on; -1: the end is needed first. */
  readonly next: number;
  readonly raw?: string;
}

const MAX_REST = 4 * 1024 * 1024;
/** A tag with an open quote ends at its first `>` beyond this length. */
const MAX_TAG = 65_536;
const UNFINISHED: Step = { next: -1 };
const RAW_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'noscript']);

function readNext(source: string, at: number, handler: HtmlHandler): Step {
  const tag = source.indexOf('<', at);
  if (tag !== at) {
    if (tag < 0) return UNFINISHED;
    handler.text(htmlEntities(source.slice(at, tag)));
    return { next: tag };
  }
  if (source.length < at + 4) return UNFINISHED;
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    if (end < 0) return UNFINISHED;
    handler.comment(source.slice(at + 4, end));
    return { next: end + 3 };
  }
  const first = source.charCodeAt(at + 1);
  if (first === BANG || first === QUESTION) return { next: past(source.indexOf('>', at)) };
  if (first === SLASH) {
    const end = source.indexOf('>', at);
    if (end < 0) return UNFINISHED;
    handler.close(tagName(source, at + 2, end));
    return { next: end + 1 };
  }
  if (!isLetter(first)) {
    handler.text('<');
    return { next: at + 1 };
  }
  const end = tagEnd(source, at + 1);
  if (end < 0) return UNFINISHED;
  const name = tagName(source, at + 1, end);
  handler.open(name, source.slice(at + 1 + name.length, end));
  return RAW_ELEMENTS.has(name) && source.charCodeAt(end - 1) !== SLASH
    ? { next: end + 1, raw: name }
    : { next: end + 1 };
}

function readRaw(source: string, at: number, raw: string, handler: HtmlHandler): Step {
  const pattern = new RegExp(`</${raw}\\s*>`, 'giu');
  pattern.lastIndex = at;
  const end = pattern.exec(source);
  if (!end) return { next: -1, raw };
  if (raw === 'style') handler.style(source.slice(at, end.index));
  return { next: end.index + end[0].length };
}

/** Position of the `>` that ends a tag; one inside a quoted value does not. */
function tagEnd(source: string, from: number): number {
  const first = source.indexOf('>', from);
  let quote = 0;
  for (let at = from; at < source.length && at - from < MAX_TAG; at++) {
    const char = source.charCodeAt(at);
    if (quote !== 0) quote = char === quote ? 0 : quote;
    else if (char === MORE) return at;
    else if ((char === DOUBLE || char === SINGLE) && isValueStart(source, at)) quote = char;
  }
  return source.length - from < MAX_TAG ? -1 : first;
}

function isValueStart(source: string, at: number): boolean {
  let before = at - 1;
  while (source.charCodeAt(before) <= 32) before--;
  return source.charCodeAt(before) === EQUALS;
}

function tagName(source: string, from: number, end: number): string {
  let to = from;
  while (to < end && source.charCodeAt(to) > 32 && source.charCodeAt(to) !== SLASH) to++;
  return source.slice(from, to).toLowerCase();
}

function past(end: number): number {
  return end < 0 ? -1 : end + 1;
}

function isLetter(char: number): boolean {
  return (char >= 65 && char <= 90) || (char >= 97 && char <= 122);
}

const BANG = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const EQUALS = 61;
const MORE = 62;
const QUESTION = 63;
