import { ReadFault } from './readFault.ts';

export type Separator = ',' | '\t' | ';';
export const SEPARATORS: readonly Separator[] = [',', '\t', ';'];

/** Takes text apart into records: quoted fields with line breaks and doubled quotes, any kind of line end. */
export interface RecordScanner {
  /** Hands over the records that `text` completes. */
  push(text: string): void;
  /** Hands over what is left. */
  end(): void;
}

/** Makes a scanner. `onRecord` gets the fields of one record in an array that is used again for the next. */
export function createRecordScanner(
  separator: Separator,
  onRecord: (fields: readonly string[]) => void,
): RecordScanner {
  const fields: string[] = [];
  let rest = '';
  const scan = (source: string, final: boolean) => {
    let at = 0;
    while (at < source.length) {
      const next = readRecord(source, at, separator.charCodeAt(0), final, fields);
      if (next < 0) break;
      onRecord(fields);
      at = next;
    }
    rest = at === 0 ? source : source.slice(at);
    if (rest.length > MAX_RECORD) throw new ReadFault('too_large', '有一行超过 4 MB');
  };
  return { push: (text) => scan(rest ? rest + text : text, false), end: () => scan(rest, true) };
}

/** As wide as a sheet can be. */
const MAX_FIELDS = 16_384;
const MAX_RECORD = 4 * 1024 * 1024;
/** A quote that is not closed within more than a cell can hold (32,767 characters) is a character like any other. */
const MAX_QUOTED = 65_536;
const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const EQUALS = 61;

/** Reads one record into `fields`; returns where the next starts, or -1 where the record may go on beyond `source`. */
function readRecord(source: string, start: number, separator: number, final: boolean, fields: string[]): number {
  fields.length = 0;
  for (let at = start; ; ) {
    const closed = quotedEnd(source, at, final);
    if (closed === MAY_GO_ON) return MAY_GO_ON;
    const from = closed === NOT_QUOTED ? at : closed + 1;
    let end = from;
    while (end < source.length && !endsField(source.charCodeAt(end), separator)) end++;
    if (end === source.length && !final) return MAY_GO_ON;
    fields.push((from === at ? '' : quotedText(source, at, closed)) + source.slice(from, end));
    if (source.charCodeAt(end) !== separator) return nextRecord(source, end, final);
    if (fields.length > MAX_FIELDS) throw new ReadFault('too_large', `一行超过 ${MAX_FIELDS} 列`);
    at = end + 1;
    // A separator at the very end leaves an empty field, which holds nothing.
    if (at === source.length && final) return at;
  }
}

const MAY_GO_ON = -1;
const NOT_QUOTED = -2;

function endsField(char: number, separator: number): boolean {
  return char === separator || char === LINE_FEED || char === RETURN;
}

/** Where the record after the line end at `end` starts. */
function nextRecord(source: string, end: number, final: boolean): number {
  if (end === source.length) return end;
  if (source.charCodeAt(end) === LINE_FEED) return end + 1;
  if (end + 1 === source.length && !final) return MAY_GO_ON;
  return source.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
}

/** Where the quote is closed that the field at `at` opens with; a formula that is only a text, `="9141…"`, opens with one, too. */
function quotedEnd(source: string, at: number, final: boolean): number {
  const quote = source.charCodeAt(at) === EQUALS ? at + 1 : at;
  if (source.charCodeAt(quote) !== QUOTE) return quote === source.length && !final ? MAY_GO_ON : NOT_QUOTED;
  const closed = closingQuote(source, quote + 1);
  if (closed < 0) return !final && source.length - quote < MAX_QUOTED ? MAY_GO_ON : NOT_QUOTED;
  return closed - quote < MAX_QUOTED ? closed : NOT_QUOTED;
}

function quotedText(source: string, at: number, closed: number): string {
  const text = source.slice(source.indexOf('"', at) + 1, closed);
  return text.includes('"') ? formulaText(text.replaceAll('""', '"')) : text;
}

/** Of `="9141…"`, a formula that is only a text, the text is what the cell holds. */
function formulaText(field: string): string {
  return /^="([^"]*)"$/u.exec(field)?.[1] ?? field;
}

/** Position of the quote that closes a field; doubled quotes are passed over. */
function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at >= 0; at = source.indexOf('"', at + 2)) {
    if (source.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}
