import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * The encoding of a text: byte order mark, zero bytes as UTF-16 has them, strict UTF-8, else GB18030. Nothing is guessed
 * from frequencies: those take a short GBK file for Latin. The whole text is looked at, for one line may tell.
 */
export async function textEncoding(chunks: AsyncIterable<Buffer>): Promise<TextEncoding> {
  const check = createUtf8Check();
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      const marked = markedEncoding(chunk) ?? wideEncoding(chunk.subarray(0, WIDE_SAMPLE));
      if (marked) return marked;
      first = false;
    }
    if (!check.add(chunk)) return 'gb18030';
  }
  return check.isUtf8() ? 'utf-8' : 'gb18030';
}

/** UTF-16 without a mark: zero bytes stand on one side of each pair, and what comes out is text. `null` for anything else. */
export function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length & ~1));
  const plain = text.match(WIDE_TEXT)?.length ?? 0;
  return CONTROLS.test(text) || plain < text.length * 0.9 ? null : encoding;
}

/** Text of chunks of bytes, without its byte order mark. Bytes that are no text become U+FFFD. */
export async function* decodedText(chunks: AsyncIterable<Buffer>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let first = true;
  for await (const chunk of chunks) {
    let text = decoder.decode(chunk);
    if (first && text !== '') {
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      first = false;
    }
    yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

interface StreamDecoder {
  decode(bytes: Buffer): string;
  end(): string;
}

function decoderOf(encoding: TextEncoding): StreamDecoder {
  if (encoding === 'gb18030' && !KNOWS_GB18030) {
    const decoder = iconv.getDecoder('gb18030');
    return { decode: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(encoding);
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

const WIDE_SAMPLE = 8192;
/** Letters of ASCII, Chinese characters and their punctuation. */
const WIDE_TEXT = /[\t\n\r\x20-\x7e\u00b7\u2010-\u2030\u3000-\u30ff\u3400-\u9fff\ud800-\udfff\uff00-\uffef]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\0-\x08\x0e-\x1f]/u;

/** Builds of Node without full ICU lack GB18030, older ones its four-byte characters. */
const KNOWS_GB18030 = decodesGb18030();

function decodesGb18030(): boolean {
  try {
    return new TextDecoder('gb18030').decode(Buffer.from('d6d08230ab339534b235', 'hex')) === '中㙍𠮷';
  } catch {
    return false;
  }
}

function markedEncoding(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return null;
}

/** Checks chunk by chunk; a character cut off by the end of a broken download does not make a text GB18030. */
function createUtf8Check(): { add(chunk: Buffer): boolean; isUtf8(): boolean } {
  let carry: Buffer = Buffer.alloc(0);
  let sample: Buffer | null = null;
  let chinese = false;
  return {
    add(chunk) {
      const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
      const end = bytes.length - cutLength(bytes);
      // A copy, for the buffer of the chunk may be used again.
      carry = Buffer.from(bytes.subarray(end));
      const whole = bytes.subarray(0, end);
      if (!chinese) chinese = whole.some((byte) => byte >= 0xe0);
      if (!chinese && sample === null && whole.some((byte) => byte >= 0x80)) sample = Buffer.from(whole);
      return isUtf8(whole);
    },
    // Chinese takes three bytes in UTF-8. A text with two-byte characters alone is Greek or, far likelier here, short GBK.
    isUtf8: () => chinese || sample === null || !CHINESE.test(iconv.decode(sample, 'gb18030')),
  };
}

const CHINESE = /^[^\ufffd]*[\u4e00-\u9fff][^\ufffd]*$/u;

/** Length of an unfinished UTF-8 character at the end of bytes. */
function cutLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
