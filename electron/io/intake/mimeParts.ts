import { headerParameter, headerText, headerValue, plainHeaders } from './mailHeaders.ts';
import { ReadFault } from './readFault.ts';

/** One part of a MIME message. */
export interface MimePart {
  /** `text/html`, in lower case. */
  readonly type: string;
  /** `Content-Location`. */
  readonly location: string;
  /** The decoded bytes. */
  body(): Buffer;
}

/** The parts of a `multipart/related` message, as web archives are; a message of one part is that part. */
export function mimeParts(message: Buffer): MimePart[] {
  const { headers, body } = splitPart(message);
  const mark = headerParameter(headers, 'content-type', 'boundary');
  if (mark === '') return [partOf(headers, body)];
  return bodyParts(body, `--${mark}`).map((part) => {
    const split = splitPart(part);
    return partOf(split.headers, split.body);
  });
}

const MAX_PARTS = 10_000;
const MAX_HEADERS = 64 * 1024;

function partOf(headers: string, body: Buffer): MimePart {
  const encoding = headerValue(headers, 'content-transfer-encoding');
  return {
    type: headerValue(headers, 'content-type'),
    location: headerText(headers, 'content-location'),
    body: () => {
      if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
      return encoding === 'quoted-printable' ? unquoted(body) : body;
    },
  };
}

function bodyParts(body: Buffer, mark: string): Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length;
    if (body.toString('latin1', from, from + 2) === '--') break;
    const end = body.indexOf(`\n${mark}`, from);
    parts.push(body.subarray(from, end < 0 ? body.length : end));
    if (parts.length > MAX_PARTS) throw new ReadFault('too_large', '网页归档的部分过多');
    start = end < 0 ? -1 : end + 1;
  }
  return parts;
}

/** The block of headers, and what follows the empty line. */
function splitPart(part: Buffer): { readonly headers: string; readonly body: Buffer } {
  const text = part.toString('latin1', 0, MAX_HEADERS);
  const start = /\S/u.exec(text)?.index ?? 0;
  const end = /\r?\n\r?\n/u.exec(text.slice(start));
  const stop = start + (end?.index ?? text.length);
  return {
    headers: plainHeaders(part.subarray(start, stop)),
    body: part.subarray(end ? stop + end[0].length : part.length),
  };
}

/** Decodes quoted-printable (RFC 2045): `=E5`, and `=` at the end of a line that goes on. */
function unquoted(body: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte !== EQUALS) {
      bytes[length++] = byte;
      continue;
    }
    const code = body.toString('latin1', at + 1, at + 3);
    if (/^[0-9a-f]{2}$/iu.test(code)) {
      bytes[length++] = Number.parseInt(code, 16);
      at += 2;
    } else if (code === '\r\n') at += 2;
    else if (code[0] === '\n') at += 1;
    else bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

const EQUALS = 61;
