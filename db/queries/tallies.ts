import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Moment, Period } from '../../electron/contract/time.ts';
import type { Scope } from '../../electron/core/planImport.ts';
import { record, tally } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inScope } from './scope.ts';
import { inForce } from './standing.ts';

export type Tally = typeof tally.$inferSelect;

/** Counts a scope's current records again; part of every transaction that changes them. */
export function renewTally(db: WriteDb, scope: Scope): void {
  const here = and(inScope(record, scope), eq(record.state, 'current'));
  const counted = db.select(COUNTS).from(record).where(here).get();
  if (!counted || counted.records === 0) {
    db.delete(tally).where(inScope(tally, scope)).run();
    return;
  }
  db.insert(tally)
    .values({ ...scope, ...counted })
    .onConflictDoUpdate({ target: [tally.period, tally.unit, tally.duty, tally.template], set: counted })
    .run();
}

/** The same counts as they stood at a moment, from the records themselves: slower, only for a look back. */
export function countTallies(db: ReadDb, periods: readonly Period[], moment: Moment): Tally[] {
  const { period, unit, duty, template } = record;
  return db
    .select({ period, unit, duty, template, ...COUNTS })
    .from(record)
    .where(and(inArray(period, [...periods]), inForce(db, moment)))
    .groupBy(period, unit, duty, template)
    .all();
}

/** Tallies of the given periods. */
export function listTallies(db: ReadDb, periods: readonly Period[]): Tally[] {
  return db
    .select()
    .from(tally)
    .where(inArray(tally.period, [...periods]))
    .all();
}

/** Number of records in force, and of those that are not compliant. */
export function countRecords(db: ReadDb): { records: number; faulty: number } {
  const sum = db
    .select({
      records: sql<number>`coalesce(sum(${tally.records}), 0)`,
      compliant: sql<number>`coalesce(sum(${tally.compliant}), 0)`,
    })
    .from(tally)
    .get();
  const records = sum?.records ?? 0;
  return { records, faulty: records - (sum?.compliant ?? 0) };
}

const COUNTS = {
  records: sql<number>`count(*)`,
  compliant: sql<number>`coalesce(sum(${record.compliant}), 0)`,
  updates: sql<number>`coalesce(sum(${record.version} > 1), 0)`,
  clocked: sql<number>`count(${record.timely})`,
  timely: sql<number>`coalesce(sum(${record.timely}), 0)`,
};
