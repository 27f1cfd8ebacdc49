import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the members of archives and mails lie between preview and commit: `unpacked/<sha-256 of the container>/`. */
export const unpackedFolder = (dataFolder: string): string => join(dataFolder, 'unpacked');

/** Throws the members away; what was committed is in the archive of originals. At start and on close, with nobody else at work. */
export function clearUnpacked(dataFolder: string): void {
  try {
    rmSync(unpackedFolder(dataFolder), { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // A virus scanner may hold a file; the next start tries again.
  }
}
