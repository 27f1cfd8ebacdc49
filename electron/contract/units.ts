import type { Day, Moment, Period } from './time.ts';

/** What a unit is; decides the headings it is listed under. */
export const UNIT_KINDS = [
  'department',
  'township',
  'subdistrict',
  'court',
  'public-body',
  'supervision',
  'office',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface Contact {
  readonly name: string;
  /** 分管领导 or 经办人 */
  readonly role: 'leader' | 'clerk';
  readonly phone: string;
  readonly email: string;
  readonly wechat?: string;
  /** When the office entered it last; absent: with the county, or named by the unit's contact list alone. */
  readonly enteredAt?: Moment;
}

/** Names a unit bore up to and including a day (原名称). */
export interface FormerName {
  readonly until: Day;
  readonly name: string;
  readonly officialName: string;
  readonly reason: string;
}

/** Units that went on from others on a day: renamed in place it is no succession. */
export const SUCCESSION_KINDS = ['merge', 'split'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** What became of a unit (合并、分设): its last day, and the units that go on. */
export interface Succession {
  readonly kind: SuccessionKind;
  /** First day of the successors. */
  readonly on: Day;
  readonly units: readonly string[];
  readonly reason: string;
}

/** A member unit (成员单位). `name` is the short name the office uses, `officialName` the name on its seal. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly officialName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly order: number;
  /** Ids of the groups it belongs to, by name or through an open-ended group. */
  readonly groups: readonly string[];
  readonly activeFrom: Day | null;
  readonly activeTo: Day | null;
  readonly contacts: readonly Contact[];
  readonly note: string;
  /** Unit it belongs to (主管单位), whose table its own rolls up into. */
  readonly parent?: string | null;
  /** Oldest first. */
  readonly formerNames?: readonly FormerName[];
  readonly succession?: Succession | null;
}

/** Who was in a group from a day on. The first of a group's revisions is what it was from the beginning (`0001-01-01`). */
export interface GroupRevision {
  readonly from: Day;
  readonly units: readonly string[];
  readonly reason: string;
}

/** A unit group (单位分组) as a notice names it. An open group ends in 等: the office may add to it. */
export interface UnitGroup {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly units: readonly string[];
  readonly open: boolean;
  readonly note: string;
  /** Oldest first; `units` is who is in it today. */
  readonly revisions?: readonly GroupRevision[];
}

/** What the units screen may change of a unit; a new one has `id: null`. */
export interface UnitDraft {
  readonly id: string | null;
  readonly name: string;
  readonly officialName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly activeFrom: Day | null;
  readonly activeTo: Day | null;
  readonly contacts: readonly Contact[];
  readonly note: string;
  readonly parent?: string | null;
}

/** A unit list as read from a workbook, against what is stored. */
export interface UnitImport {
  readonly rows: readonly {
    readonly row: number;
    readonly act: 'add' | 'change' | 'keep' | 'refuse';
    readonly name: string;
    /** Fields that change, in words. */
    readonly changes: readonly string[];
    /** Why it is refused. */
    readonly message: string | null;
  }[];
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
  /** Headings of columns that are not read. */
  readonly unknownColumns: readonly string[];
  /** Whether it was written, or only looked at. */
  readonly written: boolean;
}

/** Units that may be one: equal or like names. */
export interface UnitTwins {
  readonly units: readonly string[];
  readonly why: string;
}

/** Parts in a duty (报送事项) that go on from ended units to others, with the periods on either side of the change. */
export interface DutySuccession {
  readonly duty: string;
  readonly title: string;
  /** Units that end, which owe it, or lead it. */
  readonly from: readonly string[];
  /** Last period the ended units owe, and the first the others do; null for a duty without periods. */
  readonly last: Period | null;
  readonly first: Period | null;
}

/** What a succession would do, before it is done; names as shown. */
export interface SuccessionPreview {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly on: Day;
  readonly duties: readonly DutySuccession[];
  readonly groups: readonly { readonly id: string; readonly title: string; readonly units: readonly string[] }[];
  /** Parts of their own (责任分工) that end and begin anew. */
  readonly assignments: number;
  /** What stays to be done by hand, in whole sentences. */
  readonly notes: readonly string[];
}
