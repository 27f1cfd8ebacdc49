import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

/** The folder of outputs nobody asked a place for: the data folder's `outputs`. Refuses `output_failed`. */
export async function ownOutputFolder(context: Context): Promise<string> {
  const folder = join(context.deps.dataFolder, 'outputs');
  await made(folder);
  return folder;
}

/**
 * The folder that was asked for, made where it is missing, but nothing from the root of a disk on: a slip in a path begins there. Refuses
 * `output_failed`.
 */
export async function askedOutputFolder(asked: string): Promise<string> {
  const folder = resolve(asked);
  let known = folder;
  while (!existsSync(known) && dirname(known) !== known) known = dirname(known);
  if (known !== folder && dirname(known) === known) throw new Refusal('output_failed', folder);
  await made(folder);
  return folder;
}

async function made(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Refusal('output_failed', folder);
  });
}
