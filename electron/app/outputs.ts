import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { WrittenFile } from '../contract/circulars.ts';
import { Refusal } from '../core/refusal.ts';
import { safeFileName } from '../io/safePath.ts';
import type { Context } from './context.ts';

/** Where an output goes: the path asked for, or a name of its own in the data folder's `outputs`. */
export async function outputPath(context: Context, asked: string | undefined, name: string): Promise<string> {
  const path =
    asked === undefined
      ? join(context.deps.dataFolder, 'outputs', safeFileName(name.replaceAll(/[\\/]/g, '_')))
      : resolve(asked);
  await mkdir(dirname(path), { recursive: true }).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return path;
}

/** Writes an output; a file open in WPS or a missing folder is refused with its path. */
export async function writeOutput(path: string, content: Uint8Array | string): Promise<WrittenFile> {
  await writeFile(path, content).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return describeOutput(path);
}

/** Name and size of a written file. */
export async function describeOutput(path: string): Promise<WrittenFile> {
  const { size } = await stat(path).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return { path, name: basename(path), size };
}
