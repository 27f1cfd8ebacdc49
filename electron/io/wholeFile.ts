import { rename, rm } from 'node:fs/promises';
import { stagingPath } from './stagingPath.ts';

/**
 * Has a file written beside its place and gives it its name when it is whole: what is cut off half-way, or cannot replace a file that is open
 * elsewhere, leaves what was there. Throws what `write` or the file system says.
 */
export async function writeWhole(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = stagingPath(path);
  try {
    await write(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}
