import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { safeFileName } from '../io/safePath.ts';

/** A path in a folder that neither a file nor another output of the set has: `(2)` behind the second of a name. */
export function freePath(
  folder: string,
  base: string,
  ending: string,
  outputs: { has(path: string): boolean },
): string {
  for (let n = 1; ; n++) {
    const name = `${base}${n === 1 ? '' : `(${n})`}${ending}`;
    const path = join(folder, safeFileName(name.replaceAll(/[\\/]/gu, '_')));
    if (!outputs.has(path) && !existsSync(path)) return path;
  }
}
