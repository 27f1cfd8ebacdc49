import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Submission } from '../../electron/contract/status.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import type { OpenReturn } from '../../electron/core/importRemarks.ts';
import type { Scope } from '../../electron/core/planImport.ts';
import { returnSlip, submission } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inScope } from './scope.ts';

/** Writes a submission and returns its id. */
export function insertSubmission(
  db: WriteDb,
  values: Omit<Submission, 'id'> & {
    /** `imported_file.id` and the table of it that was handed in. */
    readonly importedFile?: number;
    readonly sheet?: string;
    readonly part?: string;
  },
): number {
  return Number(
    db
      .insert(submission)
      .values({ ...values, withdrawnAt: null })
      .run().lastInsertRowid,
  );
}

/** Submissions in force, oldest receipt first; every filter may be left out. */
export function listSubmissions(
  db: ReadDb,
  filter: { unit?: string | undefined; duty?: string | undefined; periods?: readonly Period[] | undefined },
): Submission[] {
  return db
    .select()
    .from(submission)
    .where(
      and(
        isNull(submission.withdrawnAt),
        filter.unit === undefined ? undefined : eq(submission.unit, filter.unit),
        filter.duty === undefined ? undefined : eq(submission.duty, filter.duty),
        filter.periods === undefined ? undefined : inArray(submission.period, [...filter.periods]),
      ),
    )
    .orderBy(asc(submission.receivedAt), asc(submission.id))
    .all()
    .map(toSubmission);
}

/** Whether a file of these periods came after a moment, so that the kept tallies say too much for it. */
export function hasLaterFiles(db: ReadDb, periods: readonly Period[], moment: Moment): boolean {
  const later = and(
    isNull(submission.withdrawnAt),
    inArray(submission.period, [...periods]),
    gt(submission.receivedAt, moment),
  );
  return db.select({ id: submission.id }).from(submission).where(later).get() !== undefined;
}

/** One submission in force, or undefined. */
export function getSubmission(db: ReadDb, id: number): Submission | undefined {
  const row = db
    .select()
    .from(submission)
    .where(and(eq(submission.id, id), isNull(submission.withdrawnAt)))
    .get();
  return row && toSubmission(row);
}

/** Takes a submission back; its line stays. */
export function withdrawSubmission(db: WriteDb, id: number, at: string): void {
  db.update(submission).set({ withdrawnAt: at }).where(eq(submission.id, id)).run();
}

/** Takes all submissions of a batch back. */
export function withdrawBatch(db: WriteDb, batch: string, at: string): void {
  db.update(submission)
    .set({ withdrawnAt: at })
    .where(and(eq(submission.batch, batch), isNull(submission.withdrawnAt)))
    .run();
}

/** Sets how many records the submissions of a batch brought to a scope, all sheets together; a zero report counts none. */
export function setBatchCount(db: WriteDb, scope: Scope, batch: string, count: number): void {
  const parts = db
    .select({ id: submission.id, count: submission.count })
    .from(submission)
    .where(
      and(
        inScope(submission, scope),
        eq(submission.batch, batch),
        eq(submission.kind, 'file'),
        isNull(submission.withdrawnAt),
      ),
    )
    .orderBy(asc(submission.id))
    .all();
  const [first] = parts;
  const more = count - parts.reduce((sum, part) => sum + part.count, 0);
  if (!first || more === 0) return;
  db.update(submission)
    .set({ count: first.count + more })
    .where(eq(submission.id, first.id))
    .run();
}

/** Whether a file, or a zero report, stands as the submission of a unit, duty and period (of a file also: template). */
export function isSubmitted(db: ReadDb, scope: Scope, kind: 'file' | 'zero'): boolean {
  const { unit, duty, period, template } = scope;
  const here = and(eq(submission.unit, unit), eq(submission.duty, duty), eq(submission.period, period));
  // A table of 情况说明 is a file, too.
  const asked =
    kind === 'file'
      ? and(eq(submission.template, template), inArray(submission.kind, ['file', 'zero']))
      : eq(submission.kind, kind);
  const found = db
    .select({ id: submission.id })
    .from(submission)
    .where(and(isNull(submission.withdrawnAt), here, asked))
    .get();
  return found !== undefined;
}

/** The newest return (退回) of a scope that was not withdrawn, to match the re-sent file against; null: none. */
export function newestReturn(db: ReadDb, scope: Scope): OpenReturn | null {
  const row = db
    .select({ at: returnSlip.at, items: returnSlip.items })
    .from(returnSlip)
    .where(and(inScope(returnSlip, scope), isNull(returnSlip.withdrawnAt)))
    .orderBy(desc(returnSlip.id))
    .get();
  return row ? { at: row.at, items: row.items as OpenReturn['items'] } : null; // written so by `returns.write`
}

function toSubmission({
  withdrawnAt: _withdrawn,
  importedFile: _file,
  sheet: _sheet,
  part: _part,
  kind,
  ...row
}: typeof submission.$inferSelect): Submission {
  return { ...row, kind: kind as Submission['kind'] };
}
