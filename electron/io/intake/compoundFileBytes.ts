import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** Bytes that can be read at any place without holding all of them. Reading blocks: intake has a thread of its own. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `at` on, `length` of them or fewer where the source ends. The answer is only to be looked at. */
  read(at: number, length: number): Buffer;
}

/** An open file as bytes. Small files are read in one go. */
export function fileBytes(file: FileHandle, size: number): ByteSource {
  if (size <= SMALL_FILE) return bufferBytes(readAt(file.fd, 0, size));
  return { size, read: (at, length) => readAt(file.fd, at, Math.min(length, size - at)) };
}

/** Bytes in memory. */
export function bufferBytes(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, Math.max(at, at + length)) };
}

const SMALL_FILE = 4 * 1024 * 1024;

function readAt(descriptor: number, at: number, length: number): Buffer {
  if (length <= 0) return Buffer.alloc(0);
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, at + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
