import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archivedHashes } from '../../db/queries/batches.ts';
import { paperHashes } from '../../db/queries/paperPrints.ts';
import type { VerifyResult } from '../contract/overview.ts';
import { fingerprint } from '../io/originals.ts';
import { type Context, dataFile } from './context.ts';

/** Checks the data file and every archived original: whether it is there and still has the bytes its name says. */
export async function verifyData(context: Context): Promise<VerifyResult> {
  const store = context.store();
  const file = dataFile(context.deps.dataFolder);
  const folder = join(context.deps.dataFolder, 'originals');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const kept = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.partial'));
  const present = new Set<string>();
  const damaged: string[] = [];
  for (const entry of kept) {
    const name = entry.name.split('.')[0] ?? '';
    const { sha256 } = await fingerprint(join(entry.parentPath, entry.name));
    present.add(name);
    if (sha256 !== name) damaged.push(entry.name);
  }
  return {
    file,
    sha256: (await fingerprint(file)).sha256,
    integrity: store.integrity(),
    originals: kept.length,
    missingOriginals: [...archivedHashes(store.read), ...paperHashes(store.read)].filter((hash) => !present.has(hash)),
    damagedOriginals: damaged,
    schemaVersion: store.schemaVersion(),
  };
}
