import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { RuleCode, Severity } from '../../electron/contract/findings.ts';
import type { FindingCount, RecordQuery } from '../../electron/contract/records.ts';
import type { Period } from '../../electron/contract/time.ts';
import { finding, record } from '../schema.ts';
import type { ReadDb } from '../types.ts';
import { recordConditions } from './records.ts';

/** Findings of the records asked for, per rule; a rule or severity asked for leaves the others out. */
export function countFindings(db: ReadDb, query: RecordQuery, periods: readonly Period[] | null): FindingCount[] {
  const findings = sql<number>`count(*)`;
  return db
    .select({
      rule: finding.rule,
      severity: finding.severity,
      findings,
      records: sql<number>`count(distinct ${finding.record})`,
      confirmed: sql<number>`count(${finding.confirmedReason})`,
    })
    .from(finding)
    .innerJoin(record, eq(record.id, finding.record))
    .where(asked(db, query, periods))
    .groupBy(finding.rule, finding.severity)
    .orderBy(desc(findings), asc(finding.rule))
    .all()
    .map((row) => ({ ...row, rule: row.rule as RuleCode, severity: row.severity as Severity })); // written as such
}

/** Reasons by which findings of a rule (and field) passed before, most used first. */
export function reasonsFor(db: ReadDb, rule: RuleCode, field: string | undefined): string[] {
  return db
    .select({ reason: finding.confirmedReason })
    .from(finding)
    .where(
      and(
        eq(finding.rule, rule),
        field === undefined ? undefined : eq(finding.field, field),
        isNotNull(finding.confirmedReason),
      ),
    )
    .groupBy(finding.confirmedReason)
    .orderBy(desc(sql`count(*)`), asc(finding.confirmedReason))
    .limit(MOST_OFFERED)
    .all()
    .map((row) => row.reason ?? '');
}

const MOST_OFFERED = 20;

/** One finding with the place of its record, as it is listed for people. */
export interface FindingLine {
  readonly id: number;
  readonly unit: string;
  readonly duty: string;
  readonly template: string;
  readonly period: Period;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly cell: string | null;
  readonly column: string | null;
  readonly value: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string | null;
}

/** Findings asked for by period, unit and row; `page` of them after `offset`, so that no list is held whole. */
export function findingLines(
  db: ReadDb,
  query: RecordQuery,
  periods: readonly Period[] | null,
  { offset, page }: { readonly offset: number; readonly page: number },
): FindingLine[] {
  const { unit, duty, template, period, file, sheet } = record;
  const { id, cell, column, value, severity, message } = finding;
  return db
    .select({
      ...{ id, unit, duty, template, period, file, sheet, cell, column, value, severity, message },
      row: record.row,
      reason: finding.confirmedReason,
    })
    .from(finding)
    .innerJoin(record, eq(record.id, finding.record))
    .where(asked(db, query, periods))
    .orderBy(asc(period), asc(unit), asc(duty), asc(file), asc(record.id), asc(id))
    .limit(page)
    .offset(offset)
    .all()
    .map((row) => ({ ...row, severity: row.severity as Severity })); // written as such
}

function asked(db: ReadDb, query: RecordQuery, periods: readonly Period[] | null): SQL | undefined {
  return and(
    eq(record.state, 'current'),
    ...recordConditions(db, query, periods),
    query.finding === undefined ? undefined : eq(finding.rule, query.finding),
    query.severity === undefined ? undefined : eq(finding.severity, query.severity),
  );
}
