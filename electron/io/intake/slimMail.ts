import { randomUUID } from 'node:crypto';
import { headerParameter, headerValue, plainHeaders } from './mailHeaders.ts';

/** A mail without its weight: what the parser of mails reads, and the attachments it would hold in memory several times over. */
export interface SlimMail {
  readonly bytes: Buffer;
  /** Bodies left out, by the text that stands in their place. */
  readonly bodies: ReadonlyMap<string, () => Buffer>;
}

/**
 * Cuts long bodies of attachments out of a mail and writes its headers in plain UTF-8. The parser needs seven times the size of an
 * attachment; so it costs what it is.
 */
export function slimMail(raw: Buffer): SlimMail {
  const out: Buffer[] = [];
  const bodies = new Map<string, () => Buffer>();
  const boundaries: Buffer[] = [];
  const mark = `body-${randomUUID()}`;
  let hasHeaders = true;
  for (let at = 0; at < raw.length; ) {
    let headers = '';
    if (hasHeaders) {
      const head = headEnd(raw, at, boundaries);
      headers = plainHeaders(raw.subarray(at, head.end));
      out.push(Buffer.from(headers === '' ? '\r\n' : `${headers}\r\n\r\n`));
      const boundary = headerParameter(headers, 'content-type', 'boundary');
      if (boundary !== '') boundaries.unshift(Buffer.from(`--${boundary}`));
      at = head.next;
    }
    const line = nextBoundary(raw, at, boundaries);
    const body = raw.subarray(at, line.start);
    const heavy = hasHeaders ? heavyBody(headers, body) : null;
    if (heavy) {
      const name = `${mark}-${bodies.size}`;
      bodies.set(name, heavy.decode);
      out.push(Buffer.from(`${heavy.isBase64 ? Buffer.from(name).toString('base64') : name}\r\n`));
    } else out.push(body);
    out.push(raw.subarray(line.start, line.next));
    // What follows the last part of a multipart has no headers of its own.
    hasHeaders = !line.isLast;
    at = line.next;
  }
  return { bytes: Buffer.concat(out), bodies };
}

const LONG_BODY = 64 * 1024;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const DASH = 0x2d;

/** The body of an attachment that is worth cutting out; null for texts, short ones and odd encodings, which the parser reads itself. */
function heavyBody(headers: string, body: Buffer): { isBase64: boolean; decode: () => Buffer } | null {
  if (body.length < LONG_BODY) return null;
  const type = headerValue(headers, 'content-type');
  const isText = type === '' || type.startsWith('text/');
  if (type.startsWith('multipart/')) return null;
  if (isText && headerValue(headers, 'content-disposition') !== 'attachment') return null;
  const encoding = headerValue(headers, 'content-transfer-encoding');
  if (encoding === 'base64')
    return isOneUnit(body) ? { isBase64: true, decode: () => Buffer.from(body.toString('latin1'), 'base64') } : null;
  if (encoding === 'quoted-printable') return null;
  return { isBase64: false, decode: () => body };
}

/** Some programs pad every line; Node stops reading at the first padding. */
function isOneUnit(body: Buffer): boolean {
  const padding = body.indexOf('=');
  return padding < 0 || /^[=\s]*$/u.test(body.toString('latin1', padding, Math.min(body.length, padding + 1024)));
}

/** Where a block of headers ends and its body begins. */
function headEnd(raw: Buffer, from: number, boundaries: readonly Buffer[]): { end: number; next: number } {
  if (raw[from] === LINE_FEED) return { end: from, next: from + 1 };
  if (raw[from] === RETURN && raw[from + 1] === LINE_FEED) return { end: from, next: from + 2 };
  const limit = nextBoundary(raw, from, boundaries).start;
  for (let at = raw.indexOf(LINE_FEED, from); at >= 0 && at < limit; at = raw.indexOf(LINE_FEED, at + 1)) {
    const end = raw[at - 1] === RETURN ? at - 1 : at;
    if (raw[at + 1] === LINE_FEED) return { end, next: at + 2 };
    if (raw[at + 1] === RETURN && raw[at + 2] === LINE_FEED) return { end, next: at + 3 };
  }
  return { end: limit, next: limit };
}

interface BoundaryLine {
  /** First byte of the line, and first byte behind it; both the end of the mail if there is none. */
  readonly start: number;
  readonly next: number;
  /** `--` at its end: the multipart is over. */
  readonly isLast: boolean;
}

function nextBoundary(raw: Buffer, from: number, boundaries: readonly Buffer[]): BoundaryLine {
  for (let at = from; boundaries.length > 0 && at < raw.length; ) {
    const isHere = at === from && raw[at] === DASH && raw[at + 1] === DASH;
    const start = isHere ? at : raw.indexOf('\n--', at) + 1;
    if (start === 0 && !isHere) break;
    const lineEnd = raw.indexOf(LINE_FEED, start);
    const next = lineEnd < 0 ? raw.length : lineEnd + 1;
    const text = raw.subarray(start, next);
    for (const boundary of boundaries) {
      if (!text.subarray(0, boundary.length).equals(boundary)) continue;
      const rest = text.toString('latin1', boundary.length).trimEnd();
      if (rest === '' || rest === '--') return { start, next, isLast: rest === '--' };
    }
    at = next - 1;
  }
  return { start: raw.length, next: raw.length, isLast: false };
}
