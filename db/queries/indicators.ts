import { and, asc, eq, gte, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Indicator } from '../../electron/contract/indicators.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { indicator, indicatorValue } from '../dutySchema.ts';
import { record } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inForce } from './standing.ts';

/** A number of an indicator that somebody typed. */
export type TypedValue = typeof indicatorValue.$inferSelect;

/** All indicators in the notice's order, the office's own behind. */
export function listIndicators(db: ReadDb): Indicator[] {
  return db
    .select({ data: indicator.data })
    .from(indicator)
    .orderBy(asc(indicator.position), asc(indicator.id))
    .all()
    .map((row) => row.data as Indicator); // only putIndicator writes it
}

/** Writes an indicator; `position` is its place in the notice and stays when it is changed. */
export function putIndicator(db: WriteDb, data: Indicator, position: number): void {
  const values = { id: data.id, position, data };
  db.insert(indicator).values(values).onConflictDoUpdate({ target: indicator.id, set: { data } }).run();
}

/** Typed numbers of every indicator for the periods of a year. */
export function listTypedValues(db: ReadDb, year: number): TypedValue[] {
  const { period } = indicatorValue;
  return db
    .select()
    .from(indicatorValue)
    .where(and(gte(period, String(year)), lt(period, String(year + 1))))
    .all();
}

/** Writes or replaces a typed number. */
export function putTypedValue(db: WriteDb, value: TypedValue): void {
  const { indicator: id, period } = indicatorValue;
  db.insert(indicatorValue)
    .values(value)
    .onConflictDoUpdate({ target: [id, period], set: value })
    .run();
}

/** Takes a typed number back. */
export function deleteTypedValue(db: WriteDb, id: string, period: Period): void {
  db.delete(indicatorValue)
    .where(and(eq(indicatorValue.indicator, id), eq(indicatorValue.period, period)))
    .run();
}

/** Commitments in force of the periods, and those of them whose fulfilment was determined. */
export function countCommitments(
  db: ReadDb,
  periods: readonly Period[],
  moment: Moment | null,
): { readonly commitments: number; readonly fulfilments: number } {
  const fulfilment = sql<string>`json_extract(${record.values}, '$.fulfilment')`;
  const counted = db
    .select({
      commitments: sql<number>`count(*)`,
      fulfilments: sql<number>`coalesce(sum(${and(isNotNull(fulfilment), ne(fulfilment, ''))}), 0)`,
    })
    .from(record)
    .where(and(eq(record.template, 'commitment'), inArray(record.period, [...periods]), inForce(db, moment)))
    .get();
  return counted ?? { commitments: 0, fulfilments: 0 };
}
