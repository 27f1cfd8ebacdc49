import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { dutyEvent } from '../dutySchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

export type EventRow = Omit<typeof dutyEvent.$inferSelect, 'withdrawnAt'>;

/** Events that were not withdrawn, the newest day first; every filter may be left out. */
export function listEvents(
  db: ReadDb,
  filter: { readonly id?: number; readonly duty?: string | undefined; readonly unit?: string | undefined } = {},
): EventRow[] {
  return db
    .select()
    .from(dutyEvent)
    .where(
      and(
        isNull(dutyEvent.withdrawnAt),
        filter.id === undefined ? undefined : eq(dutyEvent.id, filter.id),
        filter.duty === undefined ? undefined : eq(dutyEvent.duty, filter.duty),
        filter.unit === undefined ? undefined : eq(dutyEvent.unit, filter.unit),
      ),
    )
    .orderBy(desc(dutyEvent.day), asc(dutyEvent.id))
    .all()
    .map(({ withdrawnAt: _withdrawnAt, ...row }) => row);
}

/** Writes an event; with an id what is kept under it is replaced. Returns the id. */
export function putEvent(
  db: WriteDb,
  { id, ...values }: Omit<EventRow, 'id'> & { readonly id: number | null },
): number {
  if (id === null)
    return Number(
      db
        .insert(dutyEvent)
        .values({ ...values, withdrawnAt: null })
        .run().lastInsertRowid,
    );
  db.update(dutyEvent).set(values).where(eq(dutyEvent.id, id)).run();
  return id;
}

/** Takes an event back; its line stays. */
export function withdrawEvent(db: WriteDb, id: number, at: string): void {
  db.update(dutyEvent).set({ withdrawnAt: at }).where(eq(dutyEvent.id, id)).run();
}
