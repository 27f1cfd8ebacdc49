import { and, between, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Finding } from '../../electron/contract/findings.ts';
import type { Day } from '../../electron/contract/time.ts';
import { batch, finding, record } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import type { RecordVersion } from './recordVersions.ts';

/** Where a version stands in its file and what it says as sent. */
export type SentRow = Pick<RecordVersion, 'file' | 'sheet' | 'row' | 'raw' | 'decisionDate'>;

/** What versions say as sent, by id. */
export function sentRows(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, SentRow> {
  const { id, file, sheet, row, raw, decisionDate } = record;
  const rows = db.select({ id, file, sheet, row, raw, decisionDate }).from(record).where(among(id, ids)).all();
  return new Map(rows.map((one) => [one.id, one]));
}

/** The import in which each lineage came last, corrections left out. */
export function importedBatches(db: ReadDb, lineages: readonly number[]): ReadonlyMap<number, string> {
  const rows = db
    .select({ id: record.id, lineage: record.lineage, batch: record.batch })
    .from(record)
    .innerJoin(batch, eq(batch.id, record.batch))
    .where(and(among(record.lineage, lineages), eq(batch.kind, 'import')))
    .all();
  return new Map(rows.sort((a, b) => a.id - b.id).map((one) => [one.lineage, one.batch]));
}

/** A version with a clock, and where it is counted. */
export type ClockedVersion = Pick<
  RecordVersion,
  'id' | 'lineage' | 'state' | 'batch' | 'unit' | 'duty' | 'period' | 'template' | 'receivedAt'
> & { readonly decisionDate: Day; readonly timely: boolean };

/**
 * Versions with a clock, those taken back left out, decided in one of the spans (both days included) and first received more than `over` and
 * at most `upTo` days later.
 */
export function clockedVersions(
  db: ReadDb,
  spans: readonly { readonly from: Day; readonly to: Day }[],
  { over, upTo }: { readonly over: number; readonly upTo: number },
): readonly ClockedVersion[] {
  const { id, lineage, state, batch, unit, duty, period, template, receivedAt, decisionDate, timely } = record;
  const decided = spans.map(({ from, to }) => between(decisionDate, from, to));
  const waited = sql`${elapsedDays} > ${over} and ${elapsedDays} <= ${upTo}`;
  return db
    .select({ id, lineage, state, batch, unit, duty, period, template, receivedAt, decisionDate, timely })
    .from(record)
    .where(and(or(...decided), waited, inArray(timely, [true, false]), ne(state, 'undone')))
    .all()
    .flatMap((row) =>
      row.decisionDate === null || row.timely === null
        ? []
        : [{ ...row, decisionDate: row.decisionDate, timely: row.timely }],
    );
}

/** Days from the decision to the first receipt; null without a decision date. */
export const elapsedDays = sql`(julianday(substr(${record.receivedAt}, 1, 10)) - julianday(${record.decisionDate}))`;

/** Writes whether versions are timely; null: nothing is asked of them. */
export function setTimely(
  db: WriteDb,
  versions: readonly { readonly id: number; readonly timely: boolean | null }[],
): void {
  for (const [timely, some] of Map.groupBy(versions, (one) => one.timely)) {
    const ids = some.map(({ id }) => id);
    db.update(record).set({ timely }).where(among(record.id, ids)).run();
  }
}

/** Lets versions carry their `late_record`, or none; one they carry already stays with what a clerk wrote to it. A few hundred at once. */
export function setLateness(
  db: WriteDb,
  versions: readonly { readonly id: number; readonly late: Finding | null }[],
): void {
  const ofThese = (ids: readonly number[]) => and(eq(finding.rule, 'late_record'), among(finding.record, ids));
  const all = versions.map(({ id }) => id);
  const standing = new Set(
    db
      .select({ id: finding.record })
      .from(finding)
      .where(ofThese(all))
      .all()
      .map(({ id }) => id),
  );
  const changed = versions.filter(({ id, late }) => standing.has(id) !== (late !== null));
  if (changed.length === 0) return;
  const gone = changed.filter(({ late }) => late === null).map(({ id }) => id);
  if (gone.length > 0) db.delete(finding).where(ofThese(gone)).run();
  const unconfirmed = { confirmedReason: null, confirmedAt: null, confirmedBy: null };
  const come = changed.flatMap(({ id, late }) => (late === null ? [] : [{ ...late, record: id, ...unconfirmed }]));
  if (come.length > 0) db.insert(finding).values(come).run();
  // An office may count lateness among the errors.
  const open = sql`exists (select 1 from ${finding} where ${finding.record} = ${record.id} and ${finding.severity} = 'error'
    and ${finding.confirmedReason} is null)`;
  const ids = changed.map(({ id }) => id);
  db.update(record)
    .set({ compliant: sql`not ${open}` })
    .where(among(record.id, ids))
    .run();
}

/** One bound value for any number of ids. */
function among(column: SQLiteColumn, ids: readonly number[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
