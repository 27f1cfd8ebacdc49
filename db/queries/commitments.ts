import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Indicator, IndicatorSource } from '../../electron/contract/indicators.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { indicator, indicatorValue } from '../dutySchema.ts';
import { record } from '../schema.ts';
import type { ReadDb } from '../types.ts';
import { inForce } from './standing.ts';

/** Of the commitments in force of the periods at a moment (null: now), what the ledger counts and lists. */
export function listCommitments(db: ReadDb, periods: readonly Period[], moment: Moment | null) {
  const field = (id: string) => sql<string | null>`json_extract(${record.values}, ${`$.${id}`})`;
  return db
    .select({
      id: record.lineage,
      unit: record.unit,
      promisor: record.name,
      promiseKind: field('promiseKind'),
      promisorKind: field('promisorKind'),
      promisorCode: field('promisorCode'),
      validUntil: field('validUntil'),
      fulfilment: field('fulfilment'),
    })
    .from(record)
    .where(and(eq(record.template, 'commitment'), inArray(record.period, [...periods]), inForce(db, moment)))
    .orderBy(record.id)
    .all();
}

/** Denominators typed in for indicators, newest first, each with what it is called and what it divides. */
export function typedDenominators(
  db: ReadDb,
): { readonly period: Period; readonly title: string; readonly divides: IndicatorSource; readonly value: number }[] {
  return db
    .select({ period: indicatorValue.period, value: indicatorValue.denominator, data: indicator.data })
    .from(indicatorValue)
    .innerJoin(indicator, eq(indicator.id, indicatorValue.indicator))
    .where(isNotNull(indicatorValue.denominator))
    .orderBy(desc(indicatorValue.at))
    .all()
    .flatMap(({ period, value, data }) => {
      const { numerator, denominator } = data as Indicator; // only putIndicator writes it
      if (value === null || denominator === null) return [];
      return [{ period, value, title: denominator.title, divides: numerator.from }];
    });
}
