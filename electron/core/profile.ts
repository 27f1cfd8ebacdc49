import type { Duty } from '../contract/duties.ts';
import type { Indicator } from '../contract/indicators.ts';
import type { Office } from '../contract/profiles.ts';
import type { Unit, UnitGroup } from '../contract/units.ts';

/** A unit as a profile ships it; its groups follow from `groups.json`. */
export type ProfileUnit = Omit<Unit, 'groups'>;

/** A duty as a profile ships it: `groups` and `lead` as the notice names them, units and the due sentence are derived. */
export type ProfileDuty = Omit<Duty, 'dueText' | 'units'>;

/** One county's set-up (县情配置): its office, member units, unit groups and reporting duties. */
export interface Profile {
  readonly office: Office;
  readonly units: readonly ProfileUnit[];
  readonly groups: readonly UnitGroup[];
  readonly duties: readonly ProfileDuty[];
  readonly indicators: readonly Indicator[];
}
