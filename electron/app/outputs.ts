import { existsSync, renameSync, rmSync } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, parse, resolve } from 'node:path';
import type { WrittenFile } from '../contract/circulars.ts';
import { Refusal } from '../core/refusal.ts';
import { stagingPath } from '../io/stagingPath.ts';
import type { Context } from './context.ts';
import { freePath } from './freePath.ts';
import { askedOutputFolder, ownOutputFolder } from './outputFolder.ts';

/**
 * Where an output goes: the path asked for, whatever is there, or a name of its own in the data folder's `outputs` that no file has yet: what
 * was written before may have been edited by hand.
 */
export async function outputPath(context: Context, asked: string | undefined, name: string): Promise<string> {
  if (asked !== undefined) {
    const path = resolve(asked);
    await askedOutputFolder(dirname(path));
    return path;
  }
  const { name: base, ext } = parse(name.replaceAll(/[\\/]/g, '_'));
  return freePath(await ownOutputFolder(context), base, ext, { has: () => false });
}

/** Writes an output; a file open in WPS or a missing folder is refused with its path. */
export async function writeOutput(path: string, content: Uint8Array | string): Promise<WrittenFile> {
  // Beside it first: what is cut off half-way takes nothing away.
  const partial = stagingPath(path);
  await writeFile(partial, content)
    .then(() => rename(partial, path))
    .catch(async () => {
      await rm(partial, { force: true }).catch(() => undefined);
      throw new Refusal('output_failed', path);
    });
  return describeOutput(path);
}

/** New outputs that belong together: all of them come, with what records them, or none. */
export interface OutputSet {
  /** Writes one more beside its place. Nothing may be there yet. */
  add(path: string, content: Uint8Array): Promise<WrittenFile>;
  /** Whether one of them will take this place. */
  has(path: string): boolean;
  /** Gives all of them their names; those that got theirs lose them again when one cannot. Call it last inside the transaction. */
  place(): void;
  /** Takes the names away again, where the transaction itself failed. */
  takeBack(): void;
  /** Throws away what was not placed. */
  discard(): Promise<void>;
}

/** A set of outputs without any yet. */
export function createOutputSet(): OutputSet {
  const staged = new Map<string, string>();
  const placed: string[] = [];
  const takeBack = (): void => {
    for (const path of placed.splice(0)) rmSync(path, { force: true });
  };
  return {
    async add(path, content) {
      const partial = stagingPath(path);
      staged.set(path, partial);
      await writeStaged(partial, path, content);
      return { path, name: basename(path), size: content.length };
    },
    has: (path) => staged.has(path),
    place() {
      for (const [path, partial] of staged) {
        try {
          if (existsSync(path)) throw new Error('taken');
          renameSync(partial, path);
          placed.push(path);
        } catch {
          takeBack();
          throw new Refusal('output_failed', path);
        }
      }
    },
    takeBack,
    async discard() {
      for (const partial of staged.values()) await rm(partial, { force: true });
    },
  };
}

async function writeStaged(partial: string, path: string, content: Uint8Array): Promise<void> {
  await writeFile(partial, content).catch(async () => {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new Refusal('output_failed', path);
  });
}

/** Name and size of a written file. */
export async function describeOutput(path: string): Promise<WrittenFile> {
  const { size } = await stat(path).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return { path, name: basename(path), size };
}
