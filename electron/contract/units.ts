import type { Day } from './time.ts';

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
}

/** A unit group (单位分组) as a notice names it. An open group ends in 等: the office may add to it. */
export interface UnitGroup {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly units: readonly string[];
  readonly open: boolean;
  readonly note: string;
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
}
