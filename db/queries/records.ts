import { and, asc, eq, exists, inArray, like, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StoredFinding } from '../../electron/contract/findings.ts';
import type { PaperScope } from '../../electron/contract/papers.ts';
import type { RecordPage, RecordQuery, StoredCorrection, StoredRecord } from '../../electron/contract/records.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { finding, record, tally } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { correctionsOf } from './corrections.ts';
import { inForce } from './standing.ts';

/** Current records that meet a query, in order of arrival, with their findings; `periods` are those the query's period holds. */
export function queryRecords(db: ReadDb, query: RecordQuery, periods: readonly Period[] | null): RecordPage {
  const where = and(eq(record.state, 'current'), ...recordConditions(db, query, periods));
  // What the tallies know is not counted again: a million rows take a quarter of a second.
  const isTallied = !query.search && query.finding === undefined && query.severity === undefined;
  const total = isTallied ? talliedTotal(db, query, periods) : countRows(db, where);
  const rows = db
    .select()
    .from(record)
    .where(where)
    .orderBy(asc(record.id))
    .limit(query.limit ?? -1)
    .offset(query.offset ?? 0)
    .all();
  return { total, records: shownRecords(db, rows) };
}

/** Stored rows as they are shown, with their findings and corrections. */
export function shownRecords(db: ReadDb, rows: readonly (typeof record.$inferSelect)[]): StoredRecord[] {
  const findings = findingsOf(
    db,
    rows.map((row) => row.id),
  );
  const corrections = correctionsOf(
    db,
    rows.map((row) => row.lineage),
  );
  return rows.map((row) => toRecord(row, findings.get(row.id) ?? [], corrections.get(row.lineage) ?? []));
}

/** A non-compliant record as the circular lists it. */
export interface FaultyRecord {
  readonly unit: string;
  readonly template: string;
  readonly file: string;
  readonly row: number;
  readonly name: string;
  readonly values: StoredRecord['values'];
  /** The errors nobody confirmed. */
  readonly findings: readonly StoredFinding[];
}

/**
 * The first non-compliant records of each unit in the periods, in force at a moment (null: now), by template in the order given, file and
 * row. A unit may have thousands; the circular lists `perUnit` of them.
 */
export function firstFaulty(
  db: ReadDb,
  periods: readonly Period[],
  {
    moment,
    perUnit,
    templates,
    scope,
  }: {
    readonly moment: Moment | null;
    readonly perUnit: number;
    readonly templates: readonly string[];
    readonly scope?: PaperScope | undefined;
  },
): FaultyRecord[] {
  const order = sql.join(
    templates.map((id, index) => sql`when ${id} then ${index}`),
    sql` `,
  );
  const ranked = db
    .select({
      id: record.id,
      place: sql<number>`row_number() over (partition by ${record.unit} order by case ${record.template} ${order} end,
        ${record.file}, ${record.row})`.as('place'),
    })
    .from(record)
    .where(
      and(
        inArray(record.period, [...periods]),
        inForce(db, moment),
        sql`${record.compliant} = 0`,
        scope?.units ? inArray(record.unit, [...scope.units]) : undefined,
        scope?.duties ? inArray(record.duty, [...scope.duties]) : undefined,
      ),
    )
    .as('ranked');
  const { id, unit, template, file, row, name, values } = record;
  const rows = db
    .select({ id, unit, template, file, row, name, values })
    .from(ranked)
    .innerJoin(record, eq(record.id, ranked.id))
    .where(lte(ranked.place, perUnit))
    .orderBy(asc(record.unit), asc(ranked.place))
    .all();
  const findings = findingsOf(
    db,
    rows.map((found) => found.id),
  );
  return rows.map(({ id: recordId, ...found }) => ({
    ...found,
    findings: (findings.get(recordId) ?? []).filter((one) => one.severity === 'error' && one.confirmedReason === null),
  }));
}

/** The version of a record in force, as written and as shown, or undefined; `id` is its lineage. */
export function getRecord(
  db: ReadDb,
  id: number,
): { row: typeof record.$inferSelect; shown: StoredRecord } | undefined {
  const row = db
    .select()
    .from(record)
    .where(and(eq(record.lineage, id), eq(record.state, 'current')))
    .get();
  if (!row) return undefined;
  const findings = findingsOf(db, [row.id]).get(row.id) ?? [];
  return { row, shown: toRecord(row, findings, correctionsOf(db, [id]).get(id) ?? []) };
}

/** A finding with its record, or undefined. */
export function getFinding(
  db: ReadDb,
  id: number,
): { finding: StoredFinding; record: typeof record.$inferSelect } | undefined {
  const row = db
    .select()
    .from(finding)
    .innerJoin(record, eq(record.id, finding.record))
    .where(eq(finding.id, id))
    .get();
  return row && { finding: toStoredFinding(row.finding), record: row.record };
}

/** Writes or clears a confirmation and judges the record again; returns whether it is compliant now. */
export function confirmFinding(
  db: WriteDb,
  id: number,
  recordId: number,
  reason: string | null,
  { at, by }: { readonly at: string; readonly by: string },
): boolean {
  db.update(finding)
    .set({
      confirmedReason: reason,
      confirmedAt: reason === null ? null : at,
      confirmedBy: reason === null ? null : by,
    })
    .where(eq(finding.id, id))
    .run();
  const open = db
    .select({ n: sql<number>`count(*)` })
    .from(finding)
    .where(and(eq(finding.record, recordId), eq(finding.severity, 'error'), sql`${finding.confirmedReason} is null`))
    .get();
  const compliant = (open?.n ?? 0) === 0;
  db.update(record).set({ compliant }).where(eq(record.id, recordId)).run();
  return compliant;
}

/** What a query asks of a record, but that it is in force. */
export function recordConditions(
  db: ReadDb,
  query: RecordQuery,
  periods: readonly Period[] | null,
): (SQL | undefined)[] {
  return [
    query.template === undefined ? undefined : eq(record.template, query.template),
    query.unit === undefined ? undefined : eq(record.unit, query.unit),
    periods === null ? undefined : inArray(record.period, [...periods]),
    query.compliant === undefined ? undefined : eq(record.compliant, query.compliant),
    query.search ? like(record.values, `%${query.search.replace(/[%_]/gu, '')}%`) : undefined,
    query.finding === undefined && query.severity === undefined
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(asked)
            .where(
              and(
                query.finding === undefined ? undefined : eq(asked.rule, query.finding),
                query.severity === undefined ? undefined : eq(asked.severity, query.severity),
                eq(asked.record, record.id),
              ),
            ),
        ),
  ];
}

function countRows(db: ReadDb, where: SQL | undefined): number {
  return db.select({ n: sql<number>`count(*)` }).from(record).where(where).get()?.n ?? 0;
}

function talliedTotal(db: ReadDb, query: RecordQuery, periods: readonly Period[] | null): number {
  const counted =
    query.compliant === undefined
      ? sql`${tally.records}`
      : query.compliant
        ? sql`${tally.compliant}`
        : sql`${tally.records} - ${tally.compliant}`;
  const where = and(
    query.template === undefined ? undefined : eq(tally.template, query.template),
    query.unit === undefined ? undefined : eq(tally.unit, query.unit),
    periods === null ? undefined : inArray(tally.period, [...periods]),
  );
  return (
    db
      .select({ n: sql<number>`coalesce(sum(${counted}), 0)` })
      .from(tally)
      .where(where)
      .get()?.n ?? 0
  );
}

/** Findings beside those a query joins itself. */
const asked = alias(finding, 'asked');

const CHUNK = 500;

/** Findings of versions of records, in the order they were written, by `record.id`. */
export function findingsOf(db: ReadDb, ids: readonly number[]): Map<number, StoredFinding[]> {
  const found = new Map<number, StoredFinding[]>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const rows = db
      .select()
      .from(finding)
      .where(inArray(finding.record, ids.slice(i, i + CHUNK)))
      .orderBy(asc(finding.id))
      .all();
    for (const row of rows) {
      const list = found.get(row.record);
      if (list) list.push(toStoredFinding(row));
      else found.set(row.record, [toStoredFinding(row)]);
    }
  }
  return found;
}

/** A finding as it is kept. */
export function toStoredFinding({
  record: _record,
  rule,
  severity,
  ...row
}: typeof finding.$inferSelect): StoredFinding {
  return { ...row, rule: rule as StoredFinding['rule'], severity: severity as StoredFinding['severity'] };
}

function toRecord(
  row: typeof record.$inferSelect,
  findings: readonly StoredFinding[],
  corrections: readonly StoredCorrection[],
): StoredRecord {
  return {
    id: row.lineage,
    unit: row.unit,
    duty: row.duty,
    template: row.template,
    period: row.period,
    values: row.values,
    raw: row.raw,
    findings,
    decisionDate: row.decisionDate,
    receivedAt: row.receivedAt,
    timely: row.timely,
    compliant: row.compliant,
    file: row.file,
    sheet: row.sheet,
    row: row.row,
    batch: row.batch,
    extras: row.extras,
    corrections,
  };
}
