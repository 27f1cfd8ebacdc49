import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Paper, PaperKind, PaperState, PaperSummary } from '../../electron/contract/papers.ts';
import { documentNumber, paper } from '../paperSchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** What a paper said when it was checked or issued: as printed, and as the data alone had it then. */
export type FrozenPaper = NonNullable<typeof paper.$inferSelect.frozen>;

export type StoredPaper = Paper & { readonly frozen: FrozenPaper | null };

export interface PaperFilter {
  readonly search?: string | undefined;
  readonly kind?: PaperKind | undefined;
  readonly state?: PaperState | undefined;
  readonly year?: number | undefined;
  readonly period?: string | undefined;
  readonly about?: number | undefined;
}

/** A paper with all that decides its content, or undefined when there is none or it was thrown away. */
export function getPaper(db: ReadDb, id: number): StoredPaper | undefined {
  const row = db
    .select({ paper, number: NUMBER })
    .from(paper)
    .leftJoin(documentNumber, eq(documentNumber.paper, paper.id))
    .where(and(eq(paper.id, id), isNull(paper.removedAt)))
    .get();
  if (!row) return undefined;
  const { removedAt: _removed, kind, ...values } = row.paper;
  return { ...values, kind: kind as PaperKind, documentNo: numberOf(row) }; // only the program writes kinds
}

/** Lines of the register, newest first; every filter may be left out. */
export function listPapers(db: ReadDb, filter: PaperFilter = {}): PaperSummary[] {
  const { search, kind, state, year, period, about } = filter;
  return db
    .select({ ...LINE, number: NUMBER })
    .from(paper)
    .leftJoin(documentNumber, eq(documentNumber.paper, paper.id))
    .where(
      and(
        isNull(paper.removedAt),
        search === undefined ? undefined : found(search),
        kind === undefined ? undefined : eq(paper.kind, kind),
        state === undefined ? undefined : eq(paper.state, state),
        // A paper without a date yet is one of the year it speaks from.
        year === undefined ? undefined : sql`substr(coalesce(${paper.date}, ${paper.asOf}), 1, 4) = ${String(year)}`,
        period === undefined ? undefined : eq(paper.period, period),
        about === undefined ? undefined : eq(paper.about, about),
      ),
    )
    .orderBy(desc(paper.id))
    .all()
    .map(({ number, kind, ...line }) => {
      return { ...line, kind: kind as PaperKind, documentNo: numberOf({ number }) }; // only the program writes kinds
    });
}

/** Keeps a new paper; returns its id. */
export function insertPaper(db: WriteDb, values: Omit<StoredPaper, 'id' | 'documentNo'>): number {
  return Number(
    db
      .insert(paper)
      .values({ ...values, removedAt: null })
      .run().lastInsertRowid,
  );
}

/** Changes a paper and raises its revision. */
export function updatePaper(
  db: WriteDb,
  id: number,
  values: Partial<Omit<StoredPaper, 'id' | 'documentNo' | 'kind' | 'revision'>>,
): void {
  db.update(paper)
    .set({ ...values, revision: sql`${paper.revision} + 1` })
    .where(eq(paper.id, id))
    .run();
}

/** Throws a draft away; its line stays in the file. */
export function removePaper(db: WriteDb, id: number, at: string): void {
  db.update(paper).set({ removedAt: at }).where(eq(paper.id, id)).run();
}

const NUMBER = { pattern: documentNumber.pattern, year: documentNumber.year, seq: documentNumber.seq };

/** What the register shows: not the frozen documents, which are large. */
const LINE = {
  id: paper.id,
  kind: paper.kind,
  period: paper.period,
  state: paper.state,
  title: paper.title,
  date: paper.date,
  addressee: paper.addressee,
  steps: paper.steps,
  voidReason: paper.voidReason,
  about: paper.about,
};

function numberOf({
  number,
}: {
  readonly number: { readonly pattern: string; readonly year: number; readonly seq: number } | null;
}): string {
  if (number === null) return '';
  return number.pattern.replaceAll('{year}', String(number.year)).replaceAll('{no}', String(number.seq));
}

/** Papers whose title, addressee or number holds the text. */
function found(search: string): SQL | undefined {
  const part = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const printed = sql`replace(replace(${documentNumber.pattern}, '{year}', ${documentNumber.year}), '{no}', ${documentNumber.seq})`;
  return or(
    sql`${paper.title} like ${part} escape '\\'`,
    sql`${paper.addressee} like ${part} escape '\\'`,
    sql`${printed} like ${part} escape '\\'`,
  );
}
