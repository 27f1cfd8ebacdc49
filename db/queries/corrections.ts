import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { StoredCorrection } from '../../electron/contract/records.ts';
import { correction, record } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

export type NewCorrection = Omit<typeof correction.$inferSelect, 'id' | 'undoneAt'>;

/** Writes what the office mended, beside the version that carries it. */
export function insertCorrection(db: WriteDb, row: NewCorrection): void {
  db.insert(correction)
    .values({ ...row, undoneAt: null })
    .run();
}

const CHUNK = 500;

/**
 * Corrections in force, oldest first, by lineage. Those made before the newest version that came in a file are gone with the row they
 * lay over; a file's version carries its own.
 */
export function correctionsOf(db: ReadDb, lineages: readonly number[]): Map<number, StoredCorrection[]> {
  const found = new Map<number, StoredCorrection[]>();
  for (let i = 0; i < lineages.length; i += CHUNK) {
    const rows = db
      .select()
      .from(correction)
      .where(
        and(
          inArray(correction.lineage, lineages.slice(i, i + CHUNK)),
          isNull(correction.undoneAt),
          sql`${correction.record} >= coalesce((select max(r.id) from record r join batch b on b.id = r.batch
            where r.lineage = ${correction.lineage} and r.state in ('current', 'superseded', 'removed')
            and b.kind = 'import'), 0)`,
        ),
      )
      .orderBy(asc(correction.id))
      .all();
    for (const { lineage, field, before, value, reason, by, at } of rows) {
      const list = found.get(lineage) ?? [];
      list.push({ field, before, value, reason, by, at });
      found.set(lineage, list);
    }
  }
  return found;
}

/** What a batch mended, each with the version of the record that carries it first; taken back or not. */
export function correctionsIn(db: ReadDb, batch: string) {
  const { unit, period, template, values } = record;
  const { lineage, field, before, value, reason, by } = correction;
  return db
    .select({ lineage, field, before, value, reason, by, unit, period, template, values })
    .from(correction)
    .innerJoin(record, eq(record.id, correction.record))
    .where(eq(correction.batch, batch))
    .orderBy(asc(correction.id))
    .all();
}

/** Which of the lineages carry a correction. */
export function correctedLineages(db: ReadDb, lineages: readonly number[]): ReadonlySet<number> {
  return new Set(correctionsOf(db, lineages).keys());
}

/** Takes the corrections of a batch back, but for records that were mended again since and stay as they are. */
export function undoCorrections(db: WriteDb, batch: string, at: string, staying: readonly number[]): void {
  db.update(correction)
    .set({ undoneAt: at })
    .where(and(eq(correction.batch, batch), notInArray(correction.lineage, [...staying])))
    .run();
}
