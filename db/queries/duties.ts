import { asc } from 'drizzle-orm';
import type { ProfileDuty } from '../../electron/core/profile.ts';
import { duty } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** All duties in the notice's order. */
export function listDuties(db: ReadDb): ProfileDuty[] {
  return db
    .select({ data: duty.data })
    .from(duty)
    .orderBy(asc(duty.position))
    .all()
    .map((row) => row.data as ProfileDuty);
}

/** Writes a duty; `position` is its place in the notice. */
export function putDuty(db: WriteDb, data: ProfileDuty, position: number): void {
  db.insert(duty).values({ id: data.id, position, data }).onConflictDoUpdate({ target: duty.id, set: { data } }).run();
}
