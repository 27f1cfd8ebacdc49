import { writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { isLitter } from '../../contract/litter.ts';
import type { FileCode } from '../../contract/sheets.ts';
import { memberName } from './memberName.ts';
import { ReadFault } from './readFault.ts';

/** What may still be taken out of one outer container, counted while inflating: the sizes a zip states are never believed. */
export interface UnpackBudget {
  /** Bytes after decompression. */
  bytes: number;
  members: number;
  /** Bytes of one member. */
  readonly memberBytes: number;
}

/** A member written to disk, or the reason why not. */
export type ZipMember =
  | { readonly name: string; readonly file: string; readonly refused: null }
  | {
      readonly name: string;
      readonly file: null;
      readonly refused: { readonly code: FileCode; readonly detail: string };
    };

/**
 * Takes every file out of a zip but what systems leave there, which is named; `place` says where a name goes. A damaged or locked member costs itself. Throws `ReadFault` where the
 * whole archive is damaged, locked, empty or too large.
 */
export async function unpackZip(
  file: FileHandle,
  budget: UnpackBudget,
  place: (name: string) => string,
): Promise<{ readonly members: readonly ZipMember[]; readonly litter: readonly string[] }> {
  const { zip, entries, litter } = await readDirectory(file, budget);
  if (entries.length === 0)
    throw new ReadFault('empty', litter.length > 0 ? '压缩包里只有系统留下的文件' : '压缩包里没有文件');
  if (entries.every(({ entry }) => entry.isEncrypted())) throw new ReadFault('unsupported_format', LOCKED);
  budget.members -= entries.length;
  const members: ZipMember[] = [];
  for (const { name, entry } of entries) members.push(await takeOut(zip, { name, entry }, budget, place));
  return { members, litter };
}

const LOCKED = '加密的压缩包';
const MEGABYTE = 1024 * 1024;
/** Deflate gives at most 1032 to 1; a table of blanks may come near a hundred. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 50 * MEGABYTE;

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

interface ZipDirectory {
  readonly zip: ZipFile;
  readonly entries: readonly NamedEntry[];
  /** Names of what systems leave in archives. */
  readonly litter: readonly string[];
}

async function readDirectory(file: FileHandle, budget: UnpackBudget): Promise<ZipDirectory> {
  const entries: NamedEntry[] = [];
  const litter: string[] = [];
  try {
    const zip = await fromFdPromise(file.fd, {
      autoClose: false,
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    for await (const entry of zip.eachEntry()) {
      const raw = entry.fileNameRaw;
      const isFolder = raw.at(-1) === SLASH || raw.at(-1) === BACKSLASH;
      const name = memberName(entry);
      if (isFolder || name === '') continue;
      if (isLitter(name)) litter.push(name);
      else entries.push({ name, entry });
      if (entries.length + litter.length > budget.members)
        throw new ReadFault('too_large', `压缩包内文件超过 ${MOST_MEMBERS.toLocaleString('en')} 个`);
    }
    return { zip, entries, litter };
  } catch (error) {
    if (error instanceof ReadFault) throw error;
    throw new ReadFault('truncated', '压缩包的目录不完整');
  }
}

/** Members of one outer container. */
export const MOST_MEMBERS = 5000;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

async function takeOut(
  zip: ZipFile,
  { name, entry }: NamedEntry,
  budget: UnpackBudget,
  place: (name: string) => string,
): Promise<ZipMember> {
  const refused = (code: FileCode, detail: string): ZipMember => ({ name, file: null, refused: { code, detail } });
  if (entry.isEncrypted()) return refused('unsupported_format', LOCKED);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return refused('unsupported_format', '用少见方法压缩的压缩包成员');
  const file = place(name);
  const target = await open(file, 'w');
  try {
    await inflateTo(zip, entry, target.fd, budget);
    return { name, file, refused: null };
  } catch (error) {
    if (budget.bytes < 0) throw new ReadFault('too_large', '压缩包解压后超过 2 GB');
    if (error instanceof ReadFault) return refused(error.code, error.detail);
    if (isDiskError(error)) throw error;
    return refused('truncated', '压缩包里的这个文件已损坏');
  } finally {
    await target.close();
  }
}

/** Only our own disk says ENOSPC and the like; a damaged entry has zlib's or yauzl's words. */
function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function inflateTo(zip: ZipFile, entry: Entry, fd: number, budget: UnpackBudget): Promise<void> {
  const stored = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  let sum = 0;
  let length = 0;
  const keep = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      length += chunk.length;
      budget.bytes -= chunk.length;
      if (budget.bytes < 0 || length > budget.memberBytes)
        throw new ReadFault('too_large', `压缩包里的文件解压后超过 ${Math.floor(budget.memberBytes / MEGABYTE)} MB`);
      if (length > RATIO_COUNTS_FROM && length > entry.compressedSize * MOST_RATIO)
        throw new ReadFault('too_large', `压缩包里的文件压缩比超过 ${MOST_RATIO} 倍`);
      sum = crc32(chunk, sum);
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
    }
  };
  if (entry.compressionMethod === 0) await pipeline(stored, keep);
  else await pipeline(stored, createInflateRaw(), keep);
  if (entry.crc32 !== 0 && sum !== entry.crc32) throw new ReadFault('truncated', '压缩包里的这个文件已损坏');
}
