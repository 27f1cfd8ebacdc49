import type { FileHandle } from 'node:fs/promises';

/** The bytes of an open file from its start, chunk by chunk; may be asked for again. `guard` throws when memory runs short. */
export async function* fileChunks(file: FileHandle, guard?: () => void): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    guard?.();
    yield chunk.subarray(0, bytesRead);
  }
}

const CHUNK_BYTES = 256 * 1024;
