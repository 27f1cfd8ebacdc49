import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Day } from '../../electron/contract/time.ts';
import { record } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import type { RecordVersion } from './recordVersions.ts';

/** A version of a table with a decision date, and where it is counted; `timely` null: its duty gave it no term. */
export type DatedVersion = Pick<
  RecordVersion,
  'id' | 'lineage' | 'state' | 'batch' | 'unit' | 'duty' | 'period' | 'template' | 'receivedAt'
> & { readonly decisionDate: Day | null; readonly timely: boolean | null };

/** All versions of a duty in these templates, those taken back left out. */
export function datedVersions(db: ReadDb, duty: string, templates: readonly string[]): readonly DatedVersion[] {
  const { id, lineage, state, batch, unit, period, template, receivedAt, decisionDate, timely } = record;
  return db
    .select({ id, lineage, state, batch, unit, duty: record.duty, period, template, receivedAt, decisionDate, timely })
    .from(record)
    .where(and(eq(record.duty, duty), inArray(template, [...templates]), ne(state, 'undone')))
    .all();
}

/** Writes whether a version is timely, or that nothing is asked of it. */
export function setClock(db: WriteDb, id: number, timely: boolean | null): void {
  db.update(record).set({ timely }).where(eq(record.id, id)).run();
}
