import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { IntakeLimits } from './limits.ts';
import { ReadFault } from './readFault.ts';

/** The entries of a zip, found by name in any letter case, with `/` or `\`, with or without a leading slash. */
export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Decompressed bytes of an entry, chunk by chunk; counts against the limit of inflated bytes. */
  chunks(name: string): AsyncIterable<Buffer>;
  /** A small entry as UTF-8 text. */
  text(name: string): Promise<string>;
}

/** Reads the directory of a zip from an open file. Nothing is written to disk and no entry is read before it is asked for. */
export async function openZip(file: FileHandle, limits: IntakeLimits): Promise<ZipArchive> {
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  const zip = await openDirectory(file);
  if (zip.entryCount > limits.maxEntries) throw new ReadFault('too_large', `压缩包内文件超过 ${limits.maxEntries} 个`);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      names.push(name);
      const key = entryKey(name);
      if (!entries.has(key)) entries.set(key, entry);
    }
  } catch {
    throw damaged();
  }
  const source: Source = { file, zip, budget: { left: limits.maxInflated } };
  const chunks = (name: string) => readEntry(source, entries.get(entryKey(name)));
  return {
    names,
    has: (name) => entries.has(entryKey(name)),
    chunks,
    async text(name) {
      const parts: Buffer[] = [];
      let length = 0;
      for await (const part of chunks(name)) {
        length += part.length;
        if (length > MAX_TEXT) throw new ReadFault('too_large', '工作簿目录过大');
        parts.push(part);
      }
      return Buffer.concat(parts).toString('utf8');
    },
  };
}

const MAX_TEXT = 16 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** `fileNameRaw` is used because yauzl's own decoding refuses the absolute names that some programs write. */
async function openDirectory(file: FileHandle): Promise<ZipFile> {
  try {
    return await fromFdPromise(file.fd, { autoClose: false, lazyEntries: true, decodeStrings: false });
  } catch {
    throw damaged();
  }
}

interface Source {
  readonly file: FileHandle;
  readonly zip: ZipFile;
  /** Bytes that may still be inflated. */
  readonly budget: { left: number };
}

async function* readEntry(source: Source, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new ReadFault('truncated', '缺少工作簿的组成部分');
  if (entry.isEncrypted()) throw new ReadFault('encrypted', '设有打开密码');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new ReadFault('unsupported_format', '使用少见压缩方法的工作簿');
  }
  const stored = Readable.from(storedBytes(source, entry), { objectMode: false, highWaterMark: CHUNK_BYTES });
  const stream = entry.compressionMethod === 0 ? stored : inflate(stored);
  let sum = 0;
  try {
    for await (const chunk of stream) {
      const bytes: Buffer = chunk;
      sum = crc32(bytes, sum);
      source.budget.left -= bytes.length;
      if (source.budget.left < 0) throw new ReadFault('too_large', '解压后的内容过大');
      yield bytes;
    }
    if (entry.crc32 !== 0 && sum !== entry.crc32) throw damaged();
  } catch (error) {
    if (error instanceof ReadFault) throw error;
    throw damaged();
  }
}

async function* storedBytes({ file, zip }: Source, entry: Entry): AsyncGenerator<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const end = fileDataStart + entry.compressedSize;
  for (let at = fileDataStart; at < end; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - at));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) throw damaged();
    at += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

function inflate(stored: Readable): Readable {
  const inflater = createInflateRaw({ chunkSize: 2 * CHUNK_BYTES });
  stored.on('error', (error) => inflater.destroy(error));
  inflater.on('close', () => stored.destroy());
  return stored.pipe(inflater);
}

function entryKey(name: string): string {
  const key = name.replaceAll('\\', '/').toLowerCase();
  return key.startsWith('/') ? key.slice(1) : key;
}

function damaged(): ReadFault {
  return new ReadFault('truncated', '压缩结构不完整');
}
