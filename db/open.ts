import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as duties from './dutySchema.ts';
import * as schema from './schema.ts';
import type { ReadDb, WriteDb } from './types.ts';

/** An open data file. Queries take `read`; every change goes through `write`, one synchronous transaction. */
export interface Store {
  readonly read: ReadDb;
  write<T>(work: (db: WriteDb) => T): T;
  /** `ok`, or what SQLite found. */
  integrity(): string;
  schemaVersion(): number;
  close(): void;
}

/** The file was made by a newer program; nothing was touched. */
export class NewerDatabase extends Error {}

/**
 * Opens (and creates or migrates) the data file. Migrations run with foreign keys off, because a table rebuild inside a transaction
 * cannot switch them off itself and would empty child tables; the file is copied to `backupsFolder` first.
 */
export function openStore(file: string, migrationsFolder: string, backupsFolder: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const existed = existsSync(file);
  const sqlite = new Database(file);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('cache_size = -16000');
    sqlite.pragma('busy_timeout = 5000');
    const known = knownMigrations(migrationsFolder);
    const applied = appliedMigrations(sqlite);
    if (applied > (known.at(-1) ?? 0)) throw new NewerDatabase(file);
    if (applied < (known.at(-1) ?? 0)) {
      if (existed && applied > 0) copyBefore(sqlite, backupsFolder, applied);
      sqlite.pragma('foreign_keys = OFF');
      migrate(drizzle(sqlite), { migrationsFolder });
      const broken = sqlite.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`foreign keys broken after migration of ${file}`);
    }
    sqlite.pragma('foreign_keys = ON');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const db = drizzle(sqlite, { schema: { ...schema, ...duties }, casing: 'snake_case' });
  const prepare = (source: string) => sqlite.prepare(source);
  return {
    read: db,
    write: (work) => db.transaction((tx) => work(Object.assign(tx, { prepare })), { behavior: 'immediate' }),
    integrity: () => String(sqlite.pragma('integrity_check', { simple: true })),
    schemaVersion: () => appliedCount(sqlite),
    close: () => sqlite.close(),
  };
}

/** Creation times of the shipped migrations, oldest first: drizzle's own order. */
function knownMigrations(folder: string): number[] {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'),
  );
  return journal.entries.map((entry) => entry.when);
}

function appliedMigrations(sqlite: Database.Database): number {
  if (!hasLedger(sqlite)) return 0;
  return Number(sqlite.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0);
}

function appliedCount(sqlite: Database.Database): number {
  return hasLedger(sqlite) ? Number(sqlite.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()) : 0;
}

function hasLedger(sqlite: Database.Database): boolean {
  return sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get() !== undefined;
}

function copyBefore(sqlite: Database.Database, folder: string, version: number): void {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `before-migration-${version}.db`);
  if (existsSync(target)) return;
  // A copy cut off half-way never takes the final name.
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  sqlite.prepare('VACUUM INTO ?').run(partial);
  renameSync(partial, target);
}
