import { and, asc, desc, eq, isNotNull, isNull, like, sql } from 'drizzle-orm';
import type { BatchDetail, BatchKind, BatchSummary } from '../../electron/contract/batches.ts';
import type { FilePlan, Mail, Override } from '../../electron/contract/imports.ts';
import { batch, importedFile, submission } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Next free batch id of a day: `B20220429-001`. */
export function nextBatchId(db: ReadDb, day: string): string {
  const prefix = `B${day.replaceAll('-', '')}-`;
  const last = db
    .select({ id: batch.id })
    .from(batch)
    .where(like(batch.id, `${prefix}%`))
    .orderBy(desc(sql`length(${batch.id})`), desc(batch.id))
    .get();
  return `${prefix}${String(Number(last?.id.slice(prefix.length) ?? 0) + 1).padStart(3, '0')}`;
}

export interface NewBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly by: string;
  readonly committedAt: string;
  readonly receivedAt: string | null;
  readonly tables: number;
  readonly records: number;
  readonly files: readonly FilePlan[];
}

/** Writes the batch of an import or a correction. */
export function insertBatch(db: WriteDb, { tables, records, files, ...row }: NewBatch): void {
  db.insert(batch)
    .values({ ...row, undoneAt: null, fileCount: files.length, tableCount: tables, recordCount: records, files })
    .run();
}

/** Import history, newest first. */
export function listBatches(db: ReadDb): BatchSummary[] {
  return db.select(SUMMARY).from(batch).orderBy(desc(batch.committedAt), desc(batch.id)).all();
}

/** The newest import that was not taken back, or undefined. */
export function lastBatch(db: ReadDb): BatchSummary | undefined {
  return db
    .select(SUMMARY)
    .from(batch)
    .where(isNull(batch.undoneAt))
    .orderBy(desc(batch.committedAt), desc(batch.id))
    .limit(1)
    .get();
}

/** One batch with its files as they were shown, or undefined. */
export function getBatch(db: ReadDb, id: string): Omit<BatchDetail, 'receipts' | 'corrections'> | undefined {
  const row = db
    .select({ ...SUMMARY, items: batch.files })
    .from(batch)
    .where(eq(batch.id, id))
    .get();
  return row && { ...row, items: (row.items as readonly FilePlan[]).map(completed) };
}

/** What programs before 0.2 did not keep of a file and its tables. */
const FILE_DEFAULTS = { mail: null, article: null, filed: null } as const;
const TABLE_DEFAULTS = { part: '', remarks: [], differences: [], corrections: [], returned: null } as const;

function completed(file: FilePlan): FilePlan {
  return {
    ...FILE_DEFAULTS,
    ...file,
    tables: file.tables.map((table) => ({ ...TABLE_DEFAULTS, ...table })),
  };
}

/** Marks a batch as taken back. */
export function markUndone(db: WriteDb, id: string, at: string): void {
  db.update(batch).set({ undoneAt: at }).where(eq(batch.id, id)).run();
}

/** Where a sheet went, to send the same bytes the same way again; `settled`: its rows were compared and written. */
export interface Routing extends Override {
  readonly settled?: true;
}

export interface NewFile {
  readonly batch: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly receivedAt: string;
  readonly overrides: readonly Routing[];
  /** Hash of the archive or mail it came in. */
  readonly container: string | null;
  readonly mail: Mail | null;
}

/** Writes that a file was imported, with the answers that routed it; returns its id. */
export function insertFile(db: WriteDb, file: NewFile): number {
  return Number(db.insert(importedFile).values(file).run().lastInsertRowid);
}

/** The files a batch wrote, in their order. */
export function filesOfBatch(db: ReadDb, id: string): { id: number; name: string; sha256: string }[] {
  return db
    .select({ id: importedFile.id, name: importedFile.name, sha256: importedFile.sha256 })
    .from(importedFile)
    .where(eq(importedFile.batch, id))
    .orderBy(asc(importedFile.id))
    .all();
}

/**
 * The same bytes imported before and not undone: the name they last had, the answers of the last import, which hold those before it
 * (`routingOf`), and every table that an import of them settled.
 */
export function knownFile(db: ReadDb, sha256: string): { name: string; overrides: readonly Routing[] } | undefined {
  const rows = db
    .select({ name: importedFile.name, overrides: importedFile.overrides })
    .from(importedFile)
    .innerJoin(batch, eq(batch.id, importedFile.batch))
    .where(and(eq(importedFile.sha256, sha256), isNull(batch.undoneAt)))
    .orderBy(asc(importedFile.id))
    .all();
  const last = rows.at(-1);
  if (!last) return undefined;
  const answers = (last.overrides as readonly Routing[]).filter((one) => !one.settled);
  const settled = rows.flatMap((row) => row.overrides as readonly Routing[]).filter((one) => one.settled);
  return { name: last.name, overrides: [...answers, ...settled] };
}

const SUMMARY = {
  id: batch.id,
  kind: batch.kind,
  committedAt: batch.committedAt,
  receivedAt: batch.receivedAt,
  files: batch.fileCount,
  tables: batch.tableCount,
  records: batch.recordCount,
  undoneAt: batch.undoneAt,
};

/** Hashes of every original the data file refers to. */
export function archivedHashes(db: ReadDb): string[] {
  const files = db.selectDistinct({ sha256: importedFile.sha256 }).from(importedFile).all();
  const statements = db
    .selectDistinct({ sha256: submission.sha256 })
    .from(submission)
    .where(isNotNull(submission.sha256))
    .all();
  const containers = db.selectDistinct({ sha256: importedFile.container }).from(importedFile).all();
  const all = [...files, ...statements, ...containers].map((row) => row.sha256 ?? '');
  return [...new Set(all)].filter((hash) => hash !== '');
}
