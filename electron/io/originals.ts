import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import type { ImportSource } from '../contract/imports.ts';
import { isLitter } from '../contract/litter.ts';
import { Refusal } from '../core/refusal.ts';
import { STAGING_ENDING, stagingPath } from './stagingPath.ts';

export interface Fingerprint {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Hash and size of a file. Refuses one that is missing or held by another program. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    throw refusalOf(error, path);
  }
  return { sha256: hash.digest('hex'), size };
}

/** Where the original of a hash is kept: `originals/9c/9c16….xlsx`. */
export function originalPath(dataFolder: string, sha256: string, name: string): string {
  return join(dataFolder, 'originals', sha256.slice(0, 2), `${sha256}${extname(name).toLowerCase()}`);
}

/**
 * The archived original; one that came in an archive or mail may be kept under another ending than its name has. Refuses `file_missing` where
 * it is gone.
 */
export async function findOriginal(dataFolder: string, sha256: string, name: string): Promise<string> {
  const path = originalPath(dataFolder, sha256, name);
  if (existsSync(path)) return path;
  const folder = dirname(path);
  const kept = (await readdir(folder).catch(() => [])).find(
    (one) => one.startsWith(sha256) && !one.endsWith(STAGING_ENDING),
  );
  if (kept === undefined) throw new Refusal('file_missing', name);
  return join(folder, kept);
}

/** Copies a file into the archive unless its bytes are there; a copy cut off half-way never takes the final name. */
export async function archiveOriginal(dataFolder: string, source: string, sha256: string): Promise<string> {
  const target = originalPath(dataFolder, sha256, basename(source));
  if (existsSync(target)) return target;
  await mkdir(join(target, '..'), { recursive: true });
  const partial = stagingPath(target);
  try {
    await copyFile(source, partial);
    // A file saved again since it was read would be kept under another file's hash.
    if ((await fingerprint(partial)).sha256 !== sha256) throw new Refusal('plan_changed', basename(source));
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw refusalOf(error, source);
  }
  return target;
}

/** Puts bytes that the program made into the archive, under `kept.ending`, also over a damaged file of that name; returns their hash. */
export async function archiveBytes(dataFolder: string, bytes: Uint8Array, ending: string): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if ((await archivedBytes(dataFolder, sha256, ending)) !== null) return sha256;
  const target = originalPath(dataFolder, sha256, `kept.${ending}`);
  const partial = stagingPath(target);
  try {
    await mkdir(dirname(target), { recursive: true });
    // On the disk before anything refers to it.
    await writeFile(partial, bytes, { flush: true });
    await rename(partial, target);
  } catch {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new Refusal('output_failed', target);
  }
  return sha256;
}

/** Archived bytes, or null where they are gone or are no longer the ones that were put there. */
export async function archivedBytes(dataFolder: string, sha256: string, ending: string): Promise<Uint8Array | null> {
  const bytes = await readFile(originalPath(dataFolder, sha256, `kept.${ending}`)).catch(() => null);
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
  return new Uint8Array(bytes);
}

/** Files behind the given paths: a folder stands for every file below it, named relative to the folder. */
export async function expandSources(sources: readonly ImportSource[]): Promise<ImportSource[]> {
  const found: ImportSource[] = [];
  for (const source of sources) {
    const info = await stat(source.path).catch((error) => {
      if (sources.length === 1) throw refusalOf(error, source.path);
      return null; // Of many, the one that is gone is shown with its reason when its turn comes.
    });
    if (!info?.isDirectory()) {
      found.push(source);
      continue;
    }
    const entries = await readdir(source.path, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(source.path, join(entry.parentPath, entry.name)))
      .filter((name) => !isLitter(name));
    for (const name of names.sort()) found.push({ path: join(source.path, name), name: name.split(sep).join('/') });
  }
  return withOwnNames(found);
}

/** One name is one file: an answer for `x.xlsx` must not speak for another `x.xlsx`. The second becomes `x(2).xlsx`. */
export function withOwnNames(sources: readonly ImportSource[]): ImportSource[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const ending = extname(source.name);
    let name = source.name;
    for (let n = 2; taken.has(name); n++)
      name = `${source.name.slice(0, source.name.length - ending.length)}(${n})${ending}`;
    taken.add(name);
    return { ...source, name };
  });
}

function refusalOf(error: unknown, path: string): Error {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return new Refusal('file_missing', path);
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') return new Refusal('file_locked', path);
  // Whatever else the system says of a file (a broken disk, a folder in its place) is that file's fault, not the program's.
  if (typeof code === 'string' && code !== '') return new Refusal('file_unreadable', `不能读取“${path}”（${code}）。`);
  return error instanceof Error ? error : new Error(String(error));
}
