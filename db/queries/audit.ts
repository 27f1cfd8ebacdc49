import { audit } from '../schema.ts';
import type { WriteDb } from '../types.ts';

/** Writes a line of the audit log: who changed what is always known. */
export function logAction(db: WriteDb, at: string, action: string, subject: string, detail = ''): void {
  db.insert(audit).values({ at, action, subject, detail }).run();
}
