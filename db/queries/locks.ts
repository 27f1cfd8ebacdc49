import { asc } from 'drizzle-orm';
import type { PeriodLock } from '../../electron/contract/locks.ts';
import { periodLock } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Closed periods, as the newest line of each says, in the order they were closed. */
export function lockedPeriods(db: ReadDb): PeriodLock[] {
  const newest = new Map<string, typeof periodLock.$inferSelect>();
  for (const line of db.select().from(periodLock).orderBy(asc(periodLock.id)).all()) newest.set(line.period, line);
  return [...newest.values()]
    .filter((line) => line.locked)
    .sort((a, b) => a.id - b.id)
    .map(({ period, at, by, reason }) => ({ period, lockedAt: at, by, reason }));
}

/** Closes or opens a period: a line more, none is changed. */
export function insertLock(db: WriteDb, line: Omit<typeof periodLock.$inferSelect, 'id'>): void {
  db.insert(periodLock).values(line).run();
}
