import { and, asc, eq } from 'drizzle-orm';
import type { Allotment } from '../../electron/contract/assignments.ts';
import type { Period } from '../../electron/contract/time.ts';
import { allotment } from '../dutySchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Numbers allotted to units, by duty, period and unit; every filter may be left out. */
export function listAllotments(
  db: ReadDb,
  filter: { readonly duty?: string | undefined; readonly period?: Period | undefined } = {},
): Allotment[] {
  return db
    .select()
    .from(allotment)
    .where(
      and(
        filter.duty === undefined ? undefined : eq(allotment.duty, filter.duty),
        filter.period === undefined ? undefined : eq(allotment.period, filter.period),
      ),
    )
    .orderBy(asc(allotment.duty), asc(allotment.period), asc(allotment.unit))
    .all();
}

/** Puts the numbers of a duty and period in the place of those before. */
export function putAllotments(
  db: WriteDb,
  { duty, period }: Pick<Allotment, 'duty' | 'period'>,
  counts: readonly Pick<Allotment, 'unit' | 'count'>[],
): void {
  db.delete(allotment)
    .where(and(eq(allotment.duty, duty), eq(allotment.period, period)))
    .run();
  for (const { unit, count } of counts) db.insert(allotment).values({ duty, period, unit, count }).run();
}
