import { sql } from 'drizzle-orm';
import { audit } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Writes a line of the audit log: who changed what is always known. */
export function logAction(db: WriteDb, at: string, action: string, subject: string, detail = '', by = ''): void {
  db.insert(audit).values({ at, action, subject, detail, by }).run();
}

/** Number of the last line: as every change writes one, an equal number means that nothing has changed. */
export function lastAction(db: ReadDb): number {
  return (
    db
      .select({ id: sql<number | null>`max(${audit.id})` })
      .from(audit)
      .get()?.id ?? 0
  );
}
