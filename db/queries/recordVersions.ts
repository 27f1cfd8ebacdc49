import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Finding } from '../../electron/contract/findings.ts';
import type { Scope } from '../../electron/core/planImport.ts';
import { batch, finding, record, sighting } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inScope } from './scope.ts';

export type RecordVersion = typeof record.$inferSelect;
export type NewRecord = Omit<RecordVersion, 'id' | 'lineage' | 'version' | 'state' | 'removedBy'>;

/** What a later file is compared with, and what a changed version follows. */
export type CurrentRecord = Pick<RecordVersion, 'id' | 'lineage' | 'version' | 'key' | 'hash' | 'receivedAt'>;

/** Current records of a scope, without their content. */
export function currentRecords(db: ReadDb, scope: Scope): CurrentRecord[] {
  const { id, lineage, version, key, hash, receivedAt } = record;
  return db
    .select({ id, lineage, version, key, hash, receivedAt })
    .from(record)
    .where(and(inScope(record, scope), eq(record.state, 'current')))
    .all();
}

/** Writes versions of records; made once per transaction, for its statements are prepared. */
export interface RecordWriter {
  /** The first version of a record with its findings. */
  add(values: NewRecord, findings: readonly Finding[]): CurrentRecord;
  /** A changed version; the one before is kept as superseded. */
  change(before: CurrentRecord, values: NewRecord, findings: readonly Finding[]): CurrentRecord;
  /** Notes that a later file held the version unchanged. */
  see(before: CurrentRecord, batchId: string, receivedAt: string): void;
  /** Marks a current record as removed by a batch. */
  remove(before: CurrentRecord, batchId: string): void;
}

export function createRecordWriter(db: WriteDb): RecordWriter {
  const statements = prepare(db);
  // Ids are given here, so that the first version can carry its own as lineage; nothing is ever deleted.
  let lastId =
    db
      .select({ id: sql<number | null>`max(${record.id})` })
      .from(record)
      .get()?.id ?? 0;

  const insert = (
    values: NewRecord,
    place: { lineage: number | null; version: number },
    findings: readonly Finding[],
  ): CurrentRecord => {
    const id = ++lastId;
    const lineage = place.lineage ?? id;
    const timely = values.timely === null ? null : Number(values.timely);
    statements.record.run({ ...values, timely, id, lineage, version: place.version });
    for (const found of findings) statements.finding.run({ ...found, record: id });
    return { id, lineage, version: place.version, key: values.key, hash: values.hash, receivedAt: values.receivedAt };
  };
  return {
    add: (values, findings) => insert(values, { lineage: null, version: 1 }, findings),
    change(before, values, findings) {
      statements.supersede.run({ id: before.id });
      return insert(values, { lineage: before.lineage, version: before.version + 1 }, findings);
    },
    see: (before, batchId, receivedAt) => statements.sighting.run({ record: before.id, batch: batchId, receivedAt }),
    remove: (before, batchId) => statements.remove.run({ id: before.id, batch: batchId }),
  };
}

function prepare(db: WriteDb) {
  const p = sql.placeholder;
  return {
    record: db
      .insert(record)
      .values({
        id: p('id'),
        lineage: p('lineage'),
        version: p('version'),
        state: 'current',
        batch: p('batch'),
        removedBy: null,
        unit: p('unit'),
        duty: p('duty'),
        period: p('period'),
        template: p('template'),
        key: p('key'),
        hash: p('hash'),
        name: p('name'),
        values: p('values'),
        raw: p('raw'),
        extras: p('extras'),
        decisionDate: p('decisionDate'),
        sentAt: p('sentAt'),
        receivedAt: p('receivedAt'),
        // A boolean column's own placeholder would turn null into 0.
        timely: sql`${p('timely')}`,
        compliant: p('compliant'),
        file: p('file'),
        sheet: p('sheet'),
        row: p('row'),
      })
      .prepare(),
    finding: db
      .insert(finding)
      .values({
        record: p('record'),
        row: p('row'),
        cell: p('cell'),
        column: p('column'),
        field: p('field'),
        rule: p('rule'),
        severity: p('severity'),
        value: p('value'),
        message: p('message'),
        confirmedReason: null,
        confirmedAt: null,
      })
      .prepare(),
    sighting: db
      .insert(sighting)
      .values({ record: p('record'), batch: p('batch'), receivedAt: p('receivedAt') })
      .onConflictDoNothing()
      .prepare(),
    supersede: db
      .update(record)
      .set({ state: 'superseded' })
      .where(eq(record.id, p('id')))
      .prepare(),
    remove: db
      .update(record)
      .set({ state: 'removed', removedBy: sql`${p('batch')}` })
      .where(eq(record.id, p('id')))
      .prepare(),
  };
}

/** Scopes in which a batch wrote or removed a record. */
export function scopesOfBatch(db: ReadDb, batchId: string): Scope[] {
  const { unit, duty, period, template } = record;
  const written = db
    .selectDistinct({ unit, duty, period, template })
    .from(record)
    .where(eq(record.batch, batchId))
    .all();
  const removed = db
    .selectDistinct({ unit, duty, period, template })
    .from(record)
    .where(eq(record.removedBy, batchId))
    .all();
  return [...new Map([...written, ...removed].map((scope) => [Object.values(scope).join('|'), scope])).values()];
}

/** A version that was not taken back, as far as an undo moves it. */
export type LiveVersion = Pick<
  RecordVersion,
  | 'id'
  | 'lineage'
  | 'version'
  | 'state'
  | 'batch'
  | 'removedBy'
  | 'key'
  | 'decisionDate'
  | 'sentAt'
  | 'receivedAt'
  | 'timely'
>;

/** Versions of a scope that were not taken back, in the order they were written. */
export function liveVersions(db: ReadDb, scope: Scope): LiveVersion[] {
  const {
    id,
    lineage,
    version,
    state,
    batch: batchId,
    removedBy,
    key,
    decisionDate,
    sentAt,
    receivedAt,
    timely,
  } = record;
  return db
    .select({ id, lineage, version, state, batch: batchId, removedBy, key, decisionDate, sentAt, receivedAt, timely })
    .from(record)
    .where(and(inScope(record, scope), inArray(record.state, ['current', 'superseded', 'removed'])))
    .orderBy(asc(record.id))
    .all();
}

/** Later files, not undone, that held a version of the scope unchanged, oldest first. */
export function liveSightings(db: ReadDb, scope: Scope): { record: number; batch: string; receivedAt: string }[] {
  return db
    .select({ record: sighting.record, batch: sighting.batch, receivedAt: sighting.receivedAt })
    .from(record)
    .innerJoin(sighting, eq(sighting.record, record.id))
    .innerJoin(batch, eq(batch.id, sighting.batch))
    .where(and(inScope(record, scope), isNull(batch.undoneAt)))
    .orderBy(asc(sighting.receivedAt), asc(batch.id))
    .all();
}

/** Writes what an undo changed of versions. */
export function updateVersions(db: WriteDb, versions: readonly LiveVersion[]): void {
  const p = sql.placeholder;
  const update = db
    .update(record)
    .set({
      lineage: sql`${p('lineage')}`,
      version: sql`${p('version')}`,
      state: sql`${p('state')}`,
      batch: sql`${p('batch')}`,
      removedBy: sql`${p('removedBy')}`,
      sentAt: sql`${p('sentAt')}`,
      receivedAt: sql`${p('receivedAt')}`,
      timely: sql`${p('timely')}`,
    })
    .where(eq(record.id, p('id')))
    .prepare();
  for (const version of versions)
    update.run({ ...version, timely: version.timely === null ? null : Number(version.timely) });
}
