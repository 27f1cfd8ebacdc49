import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll } from 'vitest';
import { dataFile } from '../../electron/app/context.ts';
import { type Desk, openDesk } from './desk.ts';

/**
 * Opens desks that begin with the same files received: the first of a test file imports them, the others begin with a copy of its data folder.
 * Call once in the file; `prepare` tells what was done on the first.
 */
export function preparedDesks<T>(prepare: (desk: Desk) => Promise<T>): () => Promise<{ desk: Desk; prepared: T }> {
  let kept: { readonly folder: string; readonly now: string; readonly prepared: T } | null = null;
  afterAll(() => {
    if (kept !== null) rmSync(kept.folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return async () => {
    if (kept !== null) {
      const desk = await openDesk({ init: false });
      desk.now = kept.now;
      cpSync(kept.folder, desk.dataFolder, { recursive: true });
      return { desk, prepared: kept.prepared };
    }
    const desk = await openDesk();
    const prepared = await prepare(desk);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-prepared-'));
    await copyData(desk.dataFolder, folder);
    kept = { folder, now: desk.now, prepared };
    return { desk, prepared };
  };
}

/** A copy of a data folder in use: the data file as its last transaction left it, the other files as they are. */
async function copyData(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const file = dataFile(from);
  for (const name of readdirSync(from))
    if (!name.startsWith(path.basename(file)) && !name.endsWith('.lock'))
      cpSync(path.join(from, name), path.join(to, name), { recursive: true });
  const sqlite = new Database(file, { readonly: true });
  try {
    await sqlite.backup(dataFile(to));
  } finally {
    sqlite.close();
  }
}
