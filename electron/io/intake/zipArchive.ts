import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { createHeapGuard } from './heapGuard.ts';
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

/**
 * Reads the directory of a zip from an open file, or from bytes that were decrypted. Nothing is written to disk and no entry is read
 * before it is asked for.
 */
export async function openZip(content: FileHandle | Buffer, limits: IntakeLimits): Promise<ZipArchive> {
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  const bytes = Buffer.isBuffer(content) ? content : await bytesOf(content);
  const zip = await openDirectory(bytes);
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
  const budget = { left: limits.maxInflated };
  const source: Source = { bytes, zip, budget, guard: createHeapGuard(limits.maxHeap) };
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
/** Files and entries up to these sizes are handled in one go: mailed files are small, and streams cost more than they. */
const SMALL_FILE = 4 * 1024 * 1024;
const SMALL_ENTRY = 512 * 1024;
const OPEN_OPTIONS = { autoClose: false, lazyEntries: true, decodeStrings: false };

/** A small file is read in one go. */
async function bytesOf(file: FileHandle): Promise<Buffer | FileHandle> {
  const { size } = await file.stat();
  return size <= SMALL_FILE ? readWhole(file, size) : file;
}

async function readWhole(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** `fileNameRaw` is used because yauzl's own decoding refuses the absolute names that some programs write. */
async function openDirectory(bytes: Buffer | FileHandle): Promise<ZipFile> {
  try {
    return await (Buffer.isBuffer(bytes)
      ? fromBufferPromise(bytes, OPEN_OPTIONS)
      : fromFdPromise(bytes.fd, OPEN_OPTIONS));
  } catch {
    throw damaged();
  }
}

interface Source {
  /** An open file, or the bytes of a small one. */
  readonly bytes: FileHandle | Buffer;
  readonly zip: ZipFile;
  /** Bytes that may still be inflated. */
  readonly budget: { left: number };
  readonly guard: () => void;
}

async function* readEntry(source: Source, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new ReadFault('truncated', '缺少工作簿的组成部分');
  if (entry.isEncrypted()) throw new ReadFault('encrypted', '设有打开密码');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new ReadFault('unsupported_format', '使用少见压缩方法的工作簿');
  }
  let sum = 0;
  try {
    for await (const bytes of inflatedBytes(source, entry)) {
      sum = crc32(bytes, sum);
      source.budget.left -= bytes.length;
      if (source.budget.left < 0) throw new ReadFault('too_large', '解压后的内容过大');
      source.guard();
      yield bytes;
    }
    if (entry.crc32 !== 0 && sum !== entry.crc32) throw damaged();
  } catch (error) {
    if (error instanceof ReadFault) throw error;
    throw damaged();
  }
}

async function* inflatedBytes(source: Source, entry: Entry): AsyncGenerator<Buffer> {
  const { fileDataStart } = await source.zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const end = fileDataStart + entry.compressedSize;
  if (Buffer.isBuffer(source.bytes) && entry.compressionMethod === 8 && entry.uncompressedSize <= SMALL_ENTRY) {
    // An entry larger than it says is cut off here as damaged.
    yield inflateRawSync(source.bytes.subarray(fileDataStart, end), { maxOutputLength: SMALL_ENTRY });
    return;
  }
  const stored = Readable.from(storedBytes(source, fileDataStart, end), {
    objectMode: false,
    highWaterMark: CHUNK_BYTES,
  });
  for await (const chunk of entry.compressionMethod === 0 ? stored : inflate(stored)) yield chunk;
}

async function* storedBytes({ bytes }: Source, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const wanted = Math.min(CHUNK_BYTES, end - at);
    const chunk = Buffer.isBuffer(bytes) ? bytes.subarray(at, at + wanted) : await readChunk(bytes, at, wanted);
    if (chunk.length === 0) throw damaged();
    at += chunk.length;
    yield chunk;
  }
}

async function readChunk(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const chunk = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(chunk, 0, length, at);
  return chunk.subarray(0, bytesRead);
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
