import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Standing, StoredContent } from '../../electron/core/planContext.ts';
import type { Scope } from '../../electron/core/planImport.ts';
import { batch, correction, finding, record, sighting, tally } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { correctedLineages } from './corrections.ts';
import { toStoredFinding } from './records.ts';
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

/** Content of some current records of a scope, by key. */
export function recordContents(db: ReadDb, scope: Scope, keys: readonly string[]): Map<string, StoredContent> {
  const found = new Map<string, StoredContent>();
  const { key, values, raw, extras, decisionDate, timely } = record;
  for (let i = 0; i < keys.length; i += CHUNK) {
    const rows = db
      .select({ key, values, raw, extras, decisionDate, timely })
      .from(record)
      .where(and(inScope(record, scope), eq(record.state, 'current'), inArray(key, keys.slice(i, i + CHUNK))))
      .all();
    for (const { key: at, ...content } of rows) found.set(at, content);
  }
  return found;
}

const CHUNK = 500;

/** The current records of a scope that have findings or corrections, by key. */
export function recordStandings(db: ReadDb, scope: Scope): Map<string, Standing> {
  const here = and(inScope(record, scope), eq(record.state, 'current'));
  const found = db
    .select({ key: record.key, finding })
    .from(record)
    .innerJoin(finding, eq(finding.record, record.id))
    .where(here)
    .orderBy(asc(finding.id))
    .all();
  const mended = db
    .selectDistinct({ key: record.key, lineage: record.lineage })
    .from(record)
    .innerJoin(correction, eq(correction.lineage, record.lineage))
    .where(and(here, isNull(correction.undoneAt)))
    .all();
  const inForce = correctedLineages(
    db,
    mended.map(({ lineage }) => lineage),
  );
  const corrected = new Set(mended.flatMap(({ key, lineage }) => (inForce.has(lineage) ? [key] : [])));
  const byKey = Map.groupBy(found, ({ key }) => key);
  return new Map(
    [...new Set([...byKey.keys(), ...corrected])].map((key) => {
      const findings = (byKey.get(key) ?? []).map((row) => toStoredFinding(row.finding));
      return [key, { findings, corrected: corrected.has(key) }];
    }),
  );
}

/** Periods of the scope's year before its own in which the unit's records of the duty and template are held. */
export function earlierPeriods(db: ReadDb, { unit, duty, template, period }: Scope): string[] {
  return db
    .select({ period: tally.period })
    .from(tally)
    .where(
      and(
        eq(tally.unit, unit),
        eq(tally.duty, duty),
        eq(tally.template, template),
        sql`${tally.period} like ${`${period.slice(0, 4)}%`}`,
        lt(tally.period, period),
      ),
    )
    .orderBy(asc(tally.period))
    .all()
    .map((row) => row.period);
}

/** The import that brought the newest version of a record that came in a file, also one taken back since. */
export function importedVersion(db: ReadDb, lineage: number): string | undefined {
  return db
    .select({ batch: record.batch })
    .from(record)
    .innerJoin(batch, eq(batch.id, record.batch))
    .where(and(eq(record.lineage, lineage), eq(batch.kind, 'import')))
    .orderBy(desc(record.id))
    .get()?.batch;
}

/** Scopes in which a batch wrote or removed a record, and those in which it only saw one. */
export function scopesOfBatch(db: ReadDb, batchId: string): { readonly written: Scope[]; readonly seen: Scope[] } {
  const { unit, duty, period, template } = record;
  const scope = { unit, duty, period, template };
  const written = db.selectDistinct(scope).from(record).where(eq(record.batch, batchId)).all();
  const removed = db.selectDistinct(scope).from(record).where(eq(record.removedBy, batchId)).all();
  const seen = db
    .selectDistinct(scope)
    .from(sighting)
    .innerJoin(record, eq(record.id, sighting.record))
    .where(eq(sighting.batch, batchId))
    .all();
  const byName = (scopes: readonly Scope[]) => new Map(scopes.map((one) => [Object.values(one).join('|'), one]));
  const touched = byName([...written, ...removed]);
  const onlySeen = byName(seen)
    .entries()
    .filter(([name]) => !touched.has(name));
  return { written: [...touched.values()], seen: [...onlySeen.map(([, one]) => one)] };
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
  | 'hash'
  | 'decisionDate'
  | 'sentAt'
  | 'receivedAt'
  | 'timely'
> & { readonly isCorrection: boolean };

/** Versions of a scope that were not taken back, in the order they were written. */
export function liveVersions(db: ReadDb, scope: Scope): LiveVersion[] {
  const { id, lineage, version, state, removedBy, key, hash, decisionDate, sentAt, receivedAt, timely } = record;
  const columns = { id, lineage, version, state, removedBy, key, hash, decisionDate, sentAt, receivedAt, timely };
  return db
    .select({ ...columns, batch: record.batch, kind: batch.kind })
    .from(record)
    .leftJoin(batch, eq(batch.id, record.batch))
    .where(and(inScope(record, scope), inArray(record.state, ['current', 'superseded', 'removed'])))
    .orderBy(asc(record.id))
    .all()
    .map(({ kind, ...row }) => ({ ...row, isCorrection: kind === 'correction' }));
}

/** Files that held a version of the scope unchanged, oldest first: those not undone, and those of one batch. */
export function sightingsOf(
  db: ReadDb,
  scope: Scope,
  undoing: string,
): { record: number; batch: string; receivedAt: string }[] {
  return db
    .select({ record: sighting.record, batch: sighting.batch, receivedAt: sighting.receivedAt })
    .from(record)
    .innerJoin(sighting, eq(sighting.record, record.id))
    .innerJoin(batch, eq(batch.id, sighting.batch))
    .where(and(inScope(record, scope), sql`(${batch.undoneAt} is null or ${batch.id} = ${undoing})`))
    .orderBy(asc(sighting.receivedAt), asc(batch.id))
    .all();
}

/** What a file held of a correction taken back, it held of the version before. */
export function moveSightings(db: WriteDb, from: number, to: number): void {
  db.prepare(
    'insert or ignore into "sighting" select ?, "batch", "received_at" from "sighting" where "record" = ?',
  ).run(to, from);
}

/** Writes what an undo changed of versions. */
export function updateVersions(db: WriteDb, versions: readonly LiveVersion[]): void {
  const update =
    db.prepare(`update "record" set "lineage" = ?, "version" = ?, "state" = ?, "batch" = ?, "removed_by" = ?,
    "sent_at" = ?, "received_at" = ?, "timely" = ? where "id" = ?`);
  const follow = db.prepare('update "correction" set "lineage" = ? where "record" = ?');
  for (const { id, lineage, version, state, batch: by, removedBy, sentAt, receivedAt, timely } of versions) {
    update.run(lineage, version, state, by, removedBy, sentAt, receivedAt, timely === null ? null : Number(timely), id);
    follow.run(lineage, id);
  }
}
