import { renameSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
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

/** An output written beside its place, to be put there inside the transaction that records it. */
export interface StagedOutput {
  /** Runs a transaction that calls `place`; what was not placed by its end is thrown away. */
  placeIn<T>(transaction: () => T): Promise<T>;
  /** Takes the final name; refused (and the transaction with it) where a file of that name is open in WPS. */
  place(): void;
}

/** Writes an output without giving it its name yet. */
export async function stageOutput(path: string, content: Uint8Array): Promise<StagedOutput> {
  const partial = `${path}.${process.pid}.partial`;
  await writeOutput(partial, content);
  return {
    place() {
      try {
        renameSync(partial, path);
      } catch {
        throw new Refusal('output_failed', path);
      }
    },
    async placeIn(transaction) {
      try {
        return transaction();
      } finally {
        await rm(partial, { force: true });
      }
    },
  };
}

/** Name and size of a written file. */
export async function describeOutput(path: string): Promise<WrittenFile> {
  const { size } = await stat(path).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return { path, name: basename(path), size };
}
