import type { Allotment, Assignment } from '../contract/assignments.ts';
import type { CountyDay, HolidayNotice } from '../contract/calendar.ts';
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

/** What an office added to its profile that another needs to owe the same on the same days; a profile that ships has none of it. */
export interface ProfileAdditions {
  /** Units' own parts in duties (责任分工), oldest first. */
  readonly assignments: readonly Omit<Assignment, 'id'>[];
  /** Numbers allotted for this year and later ones. */
  readonly allotments: readonly Allotment[];
  readonly calendar: {
    /** Notices of years that were imported. */
    readonly years: readonly HolidayNotice[];
    readonly county: readonly CountyDay[];
  };
}

/** A profile as one file carries it from office to office. */
export type PortableProfile = Profile & ProfileAdditions;

export const NO_ADDITIONS: ProfileAdditions = { assignments: [], allotments: [], calendar: { years: [], county: [] } };
