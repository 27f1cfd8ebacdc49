import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { App } from './app/createApp.ts';
import type { ImportSource } from './contract/imports.ts';
import type { Reply } from './contract/reply.ts';
import type { Moment } from './contract/time.ts';

/** When the sample inbox reached the office, and where the demonstration's clock starts. */
export const DEMO_RECEIVED: Moment = '2022-04-29T16:00';
export const DEMO_NOW: Moment = '2022-04-29T17:00';

/** A demonstration folder ready to be opened by another process; returns its path. */
export async function fillNewDemoFolder(open: (dataFolder: string) => App, inbox: string): Promise<string> {
  const dataFolder = await makeDemoFolder();
  const app = open(dataFolder);
  try {
    await fillDemo(app, inbox);
  } finally {
    await app.close();
  }
  return dataFolder;
}

/** A new data folder below the system's temporary folder. */
export function makeDemoFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'credit-desk-demo-'));
}

/** Throws the folder away; what another program holds open stays for the system to clear. */
export async function removeDemoFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined);
}

/** Sets up the sample county and imports every file below `inbox`. Throws when the application refuses. */
export async function fillDemo(app: App, inbox: string): Promise<void> {
  accepted(await app.dispatch('profiles.init', { profile: 'xixia-2022' }));
  const sources = await filesBelow(inbox);
  if (sources.length > 0) accepted(await app.dispatch('imports.commit', { sources, received: DEMO_RECEIVED }));
}

/** Every file below a folder as an import source, named relative to the folder, in the order of their names. */
export async function filesBelow(folder: string): Promise<ImportSource[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.expected.json'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: path.relative(folder, file).split(path.sep).join('/') }));
}

function accepted(reply: Reply<unknown>): void {
  if (!reply.ok) throw new Error(reply.error.message);
}
