import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Finding } from '../../electron/contract/findings.ts';
import type { Scope } from '../../electron/core/planImport.ts';
import { batch, finding, record, sighting } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

export type RecordVersion = typeof record.$inferSelect;
export type NewRecord = Omit<RecordVersion, 'id' | 'lineage' | 'version' | 'state' | 'removedBy'>;

/** Keys, hashes and first receipts of a scope's current records, to compare a later file with. */
export function knownRecords(db: ReadDb, scope: Scope): { key: string; hash: string; receivedAt: string }[] {
  return db
    .select({ key: record.key, hash: record.hash, receivedAt: record.receivedAt })
    .from(record)
    .where(currentIn(scope))
    .all();
}

/** Current record of a scope by its key, or undefined. */
export function currentRecord(db: ReadDb, scope: Scope, key: string): RecordVersion | undefined {
  return db
    .select()
    .from(record)
    .where(and(currentIn(scope), eq(record.key, key)))
    .get();
}

/** Writes the first version of a record with its findings. */
export function insertRecord(db: WriteDb, values: NewRecord, findings: readonly Finding[]): number {
  const id = Number(
    db
      .insert(record)
      .values({ ...values, lineage: 0, version: 1, state: 'current', removedBy: null })
      .run().lastInsertRowid,
  );
  db.update(record).set({ lineage: id }).where(eq(record.id, id)).run();
  insertFindings(db, id, findings);
  return id;
}

/** Writes a changed version; the one before is kept as superseded. */
export function insertVersion(
  db: WriteDb,
  before: RecordVersion,
  values: NewRecord,
  findings: readonly Finding[],
): void {
  db.update(record).set({ state: 'superseded' }).where(eq(record.id, before.id)).run();
  const id = Number(
    db
      .insert(record)
      .values({ ...values, lineage: before.lineage, version: before.version + 1, state: 'current', removedBy: null })
      .run().lastInsertRowid,
  );
  insertFindings(db, id, findings);
}

/** Marks a current record as removed by a batch. */
export function removeRecord(db: WriteDb, id: number, by: string): void {
  db.update(record).set({ state: 'removed', removedBy: by }).where(eq(record.id, id)).run();
}

/** Notes that a later file held the record unchanged. */
export function insertSighting(db: WriteDb, lineage: number, batchId: string, receivedAt: string): void {
  db.insert(sighting).values({ lineage, batch: batchId, receivedAt }).onConflictDoNothing().run();
}

/** Every version a batch wrote. */
export function versionsOfBatch(db: ReadDb, batchId: string): RecordVersion[] {
  return db.select().from(record).where(eq(record.batch, batchId)).all();
}

/** Records a batch removed. */
export function removedByBatch(db: ReadDb, batchId: string): RecordVersion[] {
  return db
    .select()
    .from(record)
    .where(and(eq(record.removedBy, batchId), eq(record.state, 'removed')))
    .all();
}

/** Versions of a record that are in force or wait behind the current one, newest first. */
export function liveVersions(db: ReadDb, lineage: number): RecordVersion[] {
  return db
    .select()
    .from(record)
    .where(and(eq(record.lineage, lineage), inArray(record.state, ['current', 'superseded'])))
    .orderBy(desc(record.version))
    .all();
}

/** Later files, not undone, that held the record unchanged, oldest first. */
export function liveSightings(db: ReadDb, lineage: number): { batch: string; receivedAt: string }[] {
  return db
    .select({ batch: sighting.batch, receivedAt: sighting.receivedAt })
    .from(sighting)
    .innerJoin(batch, eq(batch.id, sighting.batch))
    .where(and(eq(sighting.lineage, lineage), isNull(batch.undoneAt)))
    .orderBy(sighting.receivedAt)
    .all();
}

/** Changes what an undo moves: state, owner, first receipt and its judgement. */
export function updateVersion(
  db: WriteDb,
  id: number,
  set: Partial<Pick<RecordVersion, 'state' | 'batch' | 'receivedAt' | 'sentAt' | 'timely' | 'removedBy'>>,
): void {
  db.update(record).set(set).where(eq(record.id, id)).run();
}

function insertFindings(db: WriteDb, id: number, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  db.insert(finding)
    .values(findings.map((f) => ({ ...f, record: id, confirmedReason: null, confirmedAt: null })))
    .run();
}

function currentIn(scope: Scope) {
  return and(
    eq(record.period, scope.period),
    eq(record.unit, scope.unit),
    eq(record.duty, scope.duty),
    eq(record.template, scope.template),
    eq(record.state, 'current'),
  );
}

/** Number of current records, and of those that are not compliant. */
export function countRecords(db: ReadDb): { records: number; faulty: number } {
  const row = db
    .select({ records: sql<number>`count(*)`, faulty: sql<number>`coalesce(sum(${record.compliant} = 0), 0)` })
    .from(record)
    .where(eq(record.state, 'current'))
    .get();
  return { records: row?.records ?? 0, faulty: row?.faulty ?? 0 };
}
