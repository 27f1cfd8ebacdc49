import { and, asc, eq, exists, inArray, like, type SQL, sql } from 'drizzle-orm';
import type { StoredFinding } from '../../electron/contract/findings.ts';
import type { RecordPage, RecordQuery, StoredRecord } from '../../electron/contract/records.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { finding, record } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inForce } from './standing.ts';

/** Current records that meet a query, in order of arrival, with their findings; `periods` are those the query's period holds. */
export function queryRecords(db: ReadDb, query: RecordQuery, periods: readonly Period[] | null): RecordPage {
  const where = and(eq(record.state, 'current'), ...conditions(db, query, periods));
  const total = db.select({ n: sql<number>`count(*)` }).from(record).where(where).get()?.n ?? 0;
  const rows = db
    .select()
    .from(record)
    .where(where)
    .orderBy(asc(record.id))
    .limit(query.limit ?? -1)
    .offset(query.offset ?? 0)
    .all();
  const findings = findingsOf(
    db,
    rows.map((row) => row.id),
  );
  return { total, records: rows.map((row) => toRecord(row, findings.get(row.id) ?? [])) };
}

/** Non-compliant records of the periods in force at a moment (null: now), unit by unit, for the circular's annex. */
export function faultyRecords(db: ReadDb, periods: readonly Period[], moment: Moment | null): StoredRecord[] {
  const rows = db
    .select()
    .from(record)
    .where(and(inArray(record.period, [...periods]), inForce(db, moment), sql`${record.compliant} = 0`))
    .orderBy(asc(record.unit), asc(record.template), asc(record.id))
    .all();
  const findings = findingsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toRecord(row, findings.get(row.id) ?? []));
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
  return row && { finding: toFinding(row.finding), record: row.record };
}

/** Writes or clears a confirmation and judges the record again; returns whether it is compliant now. */
export function confirmFinding(db: WriteDb, id: number, recordId: number, reason: string | null, at: string): boolean {
  db.update(finding)
    .set({ confirmedReason: reason, confirmedAt: reason === null ? null : at })
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

function conditions(db: ReadDb, query: RecordQuery, periods: readonly Period[] | null): (SQL | undefined)[] {
  return [
    query.template === undefined ? undefined : eq(record.template, query.template),
    query.unit === undefined ? undefined : eq(record.unit, query.unit),
    periods === null ? undefined : inArray(record.period, [...periods]),
    query.compliant === undefined ? undefined : eq(record.compliant, query.compliant),
    query.search ? like(record.values, `%${query.search.replace(/[%_]/gu, '')}%`) : undefined,
    query.finding === undefined
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(finding)
            .where(and(eq(finding.rule, query.finding), eq(finding.record, record.id))),
        ),
  ];
}

const CHUNK = 500;

function findingsOf(db: ReadDb, ids: readonly number[]): Map<number, StoredFinding[]> {
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
      if (list) list.push(toFinding(row));
      else found.set(row.record, [toFinding(row)]);
    }
  }
  return found;
}

function toFinding({
  record: _record,
  confirmedAt: _at,
  rule,
  severity,
  ...row
}: typeof finding.$inferSelect): StoredFinding {
  return { ...row, rule: rule as StoredFinding['rule'], severity: severity as StoredFinding['severity'] };
}

function toRecord(row: typeof record.$inferSelect, findings: readonly StoredFinding[]): StoredRecord {
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
  };
}
