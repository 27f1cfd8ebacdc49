import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { ReadFault } from './readFault.ts';
import type { XmlHandler } from './xmlHandler.ts';
import { MAX_DEPTH, scanXml } from './xmlScanner.ts';
import type { ZipArchive } from './zipArchive.ts';

/**
 * Reads a small or unusual part with saxes, which checks that it is well-formed. Document types are skipped and their
 * entities stay unresolved, so nothing outside the part is ever read and nothing can expand.
 */
export function readPart(zip: ZipArchive, name: string, handler: XmlHandler): Promise<void> {
  return readCarefully(decodedChunks(zip.chunks(name)), handler);
}

/**
 * Reads a large part with the fast scanner; where that meets anything but elements and text (comments, CDATA, a
 * document type) or an odd end, the part is read again from its start with saxes. Hence the handler is made anew.
 */
export function readLargePart<H extends XmlHandler>(zip: ZipArchive, name: string, makeHandler: () => H): Promise<H> {
  return readXml(() => decodedChunks(zip.chunks(name)), makeHandler);
}

/** The same for any XML text that can be had from its start as often as it is asked for. */
export async function readXml<H extends XmlHandler>(
  open: () => AsyncIterable<string>,
  makeHandler: () => H,
): Promise<H> {
  const handler = makeHandler();
  if (await scanXml(open(), handler)) return handler;
  const careful = makeHandler();
  await readCarefully(open(), careful);
  return careful;
}

async function readCarefully(chunks: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ position: false });
  parser.ENTITIES = new Proxy(parser.ENTITIES, { get: (known, key) => Reflect.get(known, key) ?? '' });
  parser.on('error', (error) => {
    // Control characters that a careless program wrote do not make the rest unreadable.
    if (!/character|entity/u.test(error.message)) throw new ReadFault('truncated', '工作簿内的 XML 不完整');
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw new ReadFault('too_large', 'XML 嵌套过深');
    handler.open(localName(tag.name), attributeText(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close(localName(tag.name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  for await (const text of chunks) parser.write(text);
  parser.close();
}

/** Text of a part, in the encoding that its first bytes tell: UTF-8 unless a mark or the declaration says otherwise. */
async function* decodedChunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    yield decoder.decode(chunk, { stream: true });
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function decoderOf(start: Buffer): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/u.exec(start.toString('latin1', 0, 200))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attributes as the text that `attributeOf` reads. */
function attributeText(attributes: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    text += ` ${name}="${String(value).replace(/[&"]/gu, (char) => (char === '&' ? '&amp;' : '&quot;'))}"`;
  }
  return text;
}
