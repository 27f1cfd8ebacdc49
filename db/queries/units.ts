import { asc, eq } from 'drizzle-orm';
import type { Assignment } from '../../electron/contract/assignments.ts';
import type { UnitGroup } from '../../electron/contract/units.ts';
import type { ProfileUnit } from '../../electron/core/profile.ts';
import { assignment } from '../dutySchema.ts';
import { unit, unitGroup } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** All units in the office's order, without their groups. */
export function listUnits(db: ReadDb): ProfileUnit[] {
  return db
    .select()
    .from(unit)
    .orderBy(asc(unit.position), asc(unit.id))
    .all()
    .map(({ position, kind, ...row }) => ({ ...row, kind: kind as ProfileUnit['kind'], order: position }));
}

/** Writes a unit, new or changed. */
export function putUnit(db: WriteDb, { order, ...row }: ProfileUnit): void {
  const values = { ...row, position: order };
  db.insert(unit).values(values).onConflictDoUpdate({ target: unit.id, set: values }).run();
}

/** All unit groups in the notice's order. */
export function listGroups(db: ReadDb): UnitGroup[] {
  return db
    .select()
    .from(unitGroup)
    .orderBy(asc(unitGroup.position))
    .all()
    .map(({ position: _position, ...row }) => row);
}

/** Writes a new group at its place. */
export function putGroup(db: WriteDb, group: UnitGroup, position: number): void {
  db.insert(unitGroup)
    .values({ ...group, position })
    .run();
}

/** Changes who is in a group, today and by day. */
export function setGroupUnits(db: WriteDb, { id, units, revisions = [] }: UnitGroup): void {
  db.update(unitGroup).set({ units, revisions }).where(eq(unitGroup.id, id)).run();
}

/** Ends assignments of units that are no more, and begins those of their successors. */
export function handOverAssignments(
  db: WriteDb,
  ended: readonly { readonly id: number; readonly to: string }[],
  begun: readonly Omit<Assignment, 'id'>[],
): void {
  for (const { id, to } of ended) db.update(assignment).set({ to }).where(eq(assignment.id, id)).run();
  for (const values of begun) db.insert(assignment).values(values).run();
}
