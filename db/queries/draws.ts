import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Draw } from '../../electron/contract/assignments.ts';
import type { Period } from '../../electron/contract/time.ts';
import { draw } from '../dutySchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Draws in force, oldest first; every filter may be left out. */
export function listDraws(
  db: ReadDb,
  filter: { readonly duty?: string | undefined; readonly periods?: readonly Period[] | undefined } = {},
): Draw[] {
  return db
    .select()
    .from(draw)
    .where(
      and(
        isNull(draw.withdrawnAt),
        filter.duty === undefined ? undefined : eq(draw.duty, filter.duty),
        filter.periods === undefined ? undefined : inArray(draw.period, [...filter.periods]),
      ),
    )
    .orderBy(asc(draw.id))
    .all()
    .map(({ withdrawnAt: _withdrawn, ...row }) => row);
}

/** Keeps a draw; returns its id. */
export function insertDraw(db: WriteDb, values: Omit<Draw, 'id'>): number {
  return Number(
    db
      .insert(draw)
      .values({ ...values, withdrawnAt: null })
      .run().lastInsertRowid,
  );
}

/** Takes a draw back; its line stays. */
export function withdrawDraw(db: WriteDb, id: number, at: string): void {
  db.update(draw).set({ withdrawnAt: at }).where(eq(draw.id, id)).run();
}
