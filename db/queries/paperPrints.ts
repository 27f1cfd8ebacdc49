import { and, eq, sql } from 'drizzle-orm';
import { paper, paperPrint } from '../paperSchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

export type PrintForm = typeof paperPrint.$inferSelect.form;

/** The hash of what a paper came out as, or undefined where it has not come out in this form. */
export function findPrint(db: ReadDb, id: number, form: PrintForm): string | undefined {
  return db
    .select({ sha256: paperPrint.sha256 })
    .from(paperPrint)
    .where(and(eq(paperPrint.paper, id), eq(paperPrint.form, form)))
    .get()?.sha256;
}

/** Records what a paper came out as, unless it came out in this form before: the first one stays. */
export function keepPrint(
  db: WriteDb,
  print: { readonly paper: number; readonly form: PrintForm; readonly sha256: string; readonly at: string },
): void {
  db.insert(paperPrint).values(print).onConflictDoNothing().run();
}

/** Hashes of every file among the originals that papers refer to: what they came out as, and the office's templates of then. */
export function paperHashes(db: ReadDb): string[] {
  const prints = db.selectDistinct({ sha256: paperPrint.sha256 }).from(paperPrint).all();
  const template = sql<string | null>`json_extract(${paper.frozen}, '$.template.sha256')`;
  const templates = db.selectDistinct({ sha256: template }).from(paper).all();
  return [...prints, ...templates].flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
}
