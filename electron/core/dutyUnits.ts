import type { Assignment } from '../contract/assignments.ts';
import type { Day } from '../contract/time.ts';
import type { UnitGroup } from '../contract/units.ts';
import { dutyAt } from './dutyHistory.ts';
import { membersAt } from './groupHistory.ts';
import { addDays } from './period.ts';
import type { ProfileDuty } from './profile.ts';

/** What decides who owes a duty. */
export interface Parts {
  readonly groups: readonly UnitGroup[];
  /** Those in force, oldest first. */
  readonly assignments: readonly Assignment[];
}

/**
 * Units that owe a duty on a day, each once: those in its groups that day, and those that are assigned it (responsible); the newest
 * assignment of a unit decides. A unit that only leads (牵头) owes nothing by that.
 */
export function unitsAt(duty: ProfileDuty, day: Day, { groups, assignments }: Parts): string[] {
  const own = new Set(dutyAt(duty, day).groups);
  const units = new Set(groups.filter(({ id }) => own.has(id)).flatMap((group) => membersAt(group, day)));
  for (const { unit, role } of assignedAt(duty.id, day, assignments)) {
    if (role === 'responsible') units.add(unit);
    if (role === 'none') units.delete(unit);
  }
  return [...units];
}

/** Units that lead a duty on a day: those it names, and those that are assigned its lead. */
export function leadAt(duty: ProfileDuty, day: Day, assignments: readonly Assignment[]): string[] {
  const assigned = assignedAt(duty.id, day, assignments).filter(({ role }) => role === 'lead');
  return [...new Set([...dutyAt(duty, day).lead, ...assigned.map(({ unit }) => unit)])];
}

/** First days of the spans in which neither the duty nor who owes it changes, in order; before the first nothing had changed yet. */
export function turningDays(duty: ProfileDuty, { groups, assignments }: Parts): Day[] {
  const named = new Set([...duty.groups, ...(duty.revisions ?? []).flatMap((one) => one.groups ?? [])]);
  const days = [
    ...(duty.revisions ?? []).map(({ from }) => from),
    ...groups.filter(({ id }) => named.has(id)).flatMap(({ revisions = [] }) => revisions.map(({ from }) => from)),
    ...assignments.filter((one) => one.duty === duty.id).flatMap(({ from, to }) => [from, to && addDays(to, 1)]),
  ];
  return [...new Set(days.filter((day) => day !== null))].sort();
}

function assignedAt(duty: string, day: Day, assignments: readonly Assignment[]): Assignment[] {
  return assignments.filter(
    (one) => one.duty === duty && (one.from === null || one.from <= day) && (one.to === null || one.to >= day),
  );
}
