import { and, asc, eq } from 'drizzle-orm';
import type { DocumentNumber } from '../../electron/contract/papers.ts';
import { documentNumber } from '../paperSchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

export type StoredNumber = Omit<DocumentNumber, 'text'> & { readonly pattern: string };

/** The lines of a year in the order of their numbers, those of every pattern the office has had in it. */
export function listNumbers(db: ReadDb, year: number): StoredNumber[] {
  return db
    .select()
    .from(documentNumber)
    .where(eq(documentNumber.year, year))
    .orderBy(asc(documentNumber.seq), asc(documentNumber.id))
    .all();
}

export function getNumber(db: ReadDb, id: number): StoredNumber | undefined {
  return db.select().from(documentNumber).where(eq(documentNumber.id, id)).get();
}

/** The line of one number, if it has one. */
export function findNumber(db: ReadDb, pattern: string, year: number, seq: number): StoredNumber | undefined {
  return db
    .select()
    .from(documentNumber)
    .where(and(eq(documentNumber.pattern, pattern), eq(documentNumber.year, year), eq(documentNumber.seq, seq)))
    .get();
}

/** The number of a paper, if it has one. */
export function numberOfPaper(db: ReadDb, paper: number): StoredNumber | undefined {
  return db.select().from(documentNumber).where(eq(documentNumber.paper, paper)).get();
}

/** Keeps a new line; returns its id. A number that is there already breaks the unique index. */
export function insertNumber(db: WriteDb, values: Omit<StoredNumber, 'id'>): number {
  return Number(db.insert(documentNumber).values(values).run().lastInsertRowid);
}

/** Says what became of a number; pattern, year and number never change. */
export function updateNumber(
  db: WriteDb,
  id: number,
  values: Partial<Pick<StoredNumber, 'state' | 'paper' | 'subject' | 'reason' | 'by' | 'at'>>,
): void {
  db.update(documentNumber).set(values).where(eq(documentNumber.id, id)).run();
}

/** Takes a line out, as if the number had never been entered. */
export function deleteNumber(db: WriteDb, id: number): void {
  db.delete(documentNumber).where(eq(documentNumber.id, id)).run();
}
