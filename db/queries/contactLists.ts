import { and, asc, eq } from 'drizzle-orm';
import { record } from '../schema.ts';
import type { ReadDb } from '../types.ts';

type Values = (typeof record.$inferSelect)['values'];

/** The compliant rows in force of a template, as units sent them, the oldest first. */
export function compliantRows(db: ReadDb, template: string): { unit: string; at: string; values: Values }[] {
  return db
    .select({ unit: record.unit, at: record.sentAt, values: record.values })
    .from(record)
    .where(and(eq(record.template, template), eq(record.state, 'current'), eq(record.compliant, true)))
    .orderBy(asc(record.sentAt), asc(record.id))
    .all();
}
