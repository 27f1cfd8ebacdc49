import type { Duty } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Unit, UnitGroup } from '../contract/units.ts';
import { defaultDueRule } from './due.ts';
import { dueSentence } from './dueSentence.ts';
import type { ProfileDuty, ProfileUnit } from './profile.ts';

/** A unit with the groups it is in. */
export function resolveUnit(unit: ProfileUnit, groups: readonly UnitGroup[]): Unit {
  return { ...unit, groups: groups.filter((group) => group.units.includes(unit.id)).map((group) => group.id) };
}

/** A duty with its units (those of its groups, each once), and the office's due rule where the notice gives none. */
export function resolveDuty(duty: ProfileDuty, groups: readonly UnitGroup[], settings: OfficeSettings): Duty {
  const units = [...new Set(duty.groups.flatMap((id) => groups.find((group) => group.id === id)?.units ?? []))];
  const due = duty.due ?? (duty.kind === 'scheduled' ? defaultDueRule(duty.cadence, settings) : null);
  return { ...duty, due, units, dueText: dueSentence(due, duty.cadence) };
}
