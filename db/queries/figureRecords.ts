import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { RecordState } from '../../electron/contract/figures.ts';
import type { RecordPage } from '../../electron/contract/records.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { record } from '../schema.ts';
import type { ReadDb } from '../types.ts';
import { shownRecords } from './records.ts';
import { inForce } from './standing.ts';

/** Which records a number was counted from; null: all of them. */
export interface FigureRecordQuery {
  readonly periods: readonly Period[];
  /** Null: now. */
  readonly moment: Moment | null;
  readonly state: RecordState;
  readonly templates: readonly string[];
  readonly units: readonly string[] | null;
  readonly duties: readonly string[] | null;
}

/** Records that were in force at a moment, in order of arrival, a page of them with their total. */
export function figureRecords(
  db: ReadDb,
  query: FigureRecordQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): RecordPage {
  const where = chosen(db, query);
  const total = db.select({ n: sql<number>`count(*)` }).from(record).where(where).get()?.n ?? 0;
  const rows = db.select().from(record).where(where).orderBy(asc(record.id)).limit(limit).offset(offset).all();
  return { total, records: shownRecords(db, rows) };
}

/** How many there are of each unit that has any. */
export function recordsPerUnit(db: ReadDb, query: FigureRecordQuery): Map<string, number> {
  const { unit } = record;
  const n = sql<number>`count(*)`;
  const rows = db.select({ unit, n }).from(record).where(chosen(db, query)).groupBy(unit).all();
  return new Map(rows.map((row) => [row.unit, row.n]));
}

function chosen(db: ReadDb, { periods, moment, state, templates, units, duties }: FigureRecordQuery): SQL | undefined {
  return and(
    inArray(record.period, [...periods]),
    inArray(record.template, [...templates]),
    units === null ? undefined : inArray(record.unit, [...units]),
    duties === null ? undefined : inArray(record.duty, [...duties]),
    inForce(db, moment),
    inState(state),
  );
}

/** A decision date that can be true: a decision made after it came was not (`isTimely`). */
const DATED = sql`${record.decisionDate} <= substr(${record.receivedAt}, 1, 10)`;

function inState(state: RecordState): SQL | undefined {
  switch (state) {
    case 'all':
      return undefined;
    case 'compliant':
      return eq(record.compliant, true);
    case 'faulty':
      return eq(record.compliant, false);
    case 'clocked':
      return sql`${record.timely} is not null`;
    case 'timely':
      return eq(record.timely, true);
    case 'untimely':
      return eq(record.timely, false);
    case 'overdue':
      return and(eq(record.timely, false), DATED);
    case 'undated':
      return and(eq(record.timely, false), sql`not coalesce(${DATED}, 0)`);
    case 'updated':
      return sql`${record.version} > 1`;
    default:
      return state satisfies never;
  }
}
