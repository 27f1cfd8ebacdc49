import type { Assignment } from '../contract/assignments.ts';
import type { Duty } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Day } from '../contract/time.ts';
import type { Unit, UnitGroup } from '../contract/units.ts';
import { defaultDueRule } from './due.ts';
import { dueSentence } from './dueSentence.ts';
import { dutyOn } from './dutyHistory.ts';
import { leadAt, unitsAt } from './dutyUnits.ts';
import type { ProfileDuty, ProfileUnit } from './profile.ts';

/** A unit with the groups it is in. */
export function resolveUnit(unit: ProfileUnit, groups: readonly UnitGroup[]): Unit {
  return { ...unit, groups: groups.filter((group) => group.units.includes(unit.id)).map((group) => group.id) };
}

/**
 * A duty as it stands on a day, with who owes and leads it then, its due rule (the office's where the notice gives none) in words, and its
 * revisions.
 */
export function resolveDuty(
  stored: ProfileDuty,
  groups: readonly UnitGroup[],
  settings: OfficeSettings,
  { assignments = [], today = LATEST }: { readonly assignments?: readonly Assignment[]; readonly today?: Day } = {},
): Duty {
  const duty = dutyOn(stored, today);
  const due = duty.due ?? (duty.kind === 'scheduled' ? defaultDueRule(duty.cadence, settings) : null);
  return {
    ...duty,
    due,
    units: unitsAt(stored, today, { groups, assignments }),
    lead: leadAt(stored, today, assignments),
    dueText: dueSentence(due, duty.cadence),
  };
}

/** A day after every change: the directories as they are to be. */
export const LATEST: Day = '9999-12-31';
