import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Assignment } from '../../electron/contract/assignments.ts';
import { assignment } from '../dutySchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Assignments in force, oldest first; every filter may be left out. */
export function listAssignments(
  db: ReadDb,
  filter: { readonly unit?: string | undefined; readonly duty?: string | undefined } = {},
): Assignment[] {
  return db
    .select()
    .from(assignment)
    .where(
      and(
        isNull(assignment.withdrawnAt),
        filter.unit === undefined ? undefined : eq(assignment.unit, filter.unit),
        filter.duty === undefined ? undefined : eq(assignment.duty, filter.duty),
      ),
    )
    .orderBy(asc(assignment.id))
    .all()
    .map(({ withdrawnAt: _withdrawn, ...row }) => row);
}

/** Writes a unit's part in a duty; returns its id. */
export function insertAssignment(db: WriteDb, values: Omit<Assignment, 'id'>): number {
  return Number(
    db
      .insert(assignment)
      .values({ ...values, withdrawnAt: null })
      .run().lastInsertRowid,
  );
}

/** Takes a part back; its line stays. */
export function withdrawAssignment(db: WriteDb, id: number, at: string): void {
  db.update(assignment).set({ withdrawnAt: at }).where(eq(assignment.id, id)).run();
}
