import { asc } from 'drizzle-orm';
import type { Indicator } from '../../electron/contract/indicators.ts';
import { indicator } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** All indicators in the notice's order. */
export function listIndicators(db: ReadDb): Indicator[] {
  return db
    .select({ data: indicator.data })
    .from(indicator)
    .orderBy(asc(indicator.position))
    .all()
    .map((row) => row.data as Indicator);
}

/** Writes an indicator; `position` is its place in the notice. */
export function putIndicator(db: WriteDb, data: Indicator, position: number): void {
  const values = { id: data.id, position, data };
  db.insert(indicator).values(values).onConflictDoUpdate({ target: indicator.id, set: { data } }).run();
}
