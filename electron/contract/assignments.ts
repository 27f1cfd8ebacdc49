import type { Day, Moment, Period } from './time.ts';

/**
 * A unit's own part in a duty (责任分工), beside its groups: `responsible` owes it though no group of the duty holds it, `lead` leads it,
 * `none` does not owe it though a group does. From and to are days; null: without end.
 */
export interface Assignment {
  readonly id: number;
  readonly unit: string;
  readonly duty: string;
  readonly role: 'responsible' | 'lead' | 'none';
  readonly from: Day | null;
  readonly to: Day | null;
  readonly reason: string;
  readonly documentNo: string;
  readonly by: string;
  readonly at: Moment;
}

/**
 * A unit that need not report (免报), or later (延期). `duty` null: all duties. An exemption holds for every period that ends between
 * `from` and `to`; an extension for the period `period`, which is then due at `until`.
 */
export interface Exemption {
  readonly id: number;
  readonly kind: 'exempt' | 'extended';
  readonly unit: string;
  readonly duty: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly period: Period | null;
  readonly until: Moment | null;
  readonly reason: string;
  readonly approver: string;
  readonly documentNo: string;
  readonly by: string;
  readonly at: Moment;
}

/** How many pieces a unit owes in a period (分配数量), where the office allots them. */
export interface Allotment {
  readonly duty: string;
  readonly period: Period;
  readonly unit: string;
  readonly count: number;
}

/** The numbers of a duty and period as they stand after saving. */
export interface SavedAllotments {
  /** 0: the unit is to do nothing (不分配). */
  readonly allotments: readonly Allotment[];
  /** Ids of the units that owe the duty and have no number yet (未分配): they owe it all the same. */
  readonly unallotted: readonly string[];
}

/** A drawn sample (抽查名单): the same seed over the same units draws the same ones. */
export interface Draw {
  readonly id: number;
  readonly duty: string;
  readonly period: Period;
  readonly seed: string;
  readonly units: readonly string[];
  readonly at: Moment;
  readonly by: string;
  readonly note: string;
}

/** The draws of a duty in a cover period, and which units none has held yet. */
export interface Coverage {
  readonly duty: string;
  /** Half year or year that must hold every unit. */
  readonly period: Period;
  readonly draws: readonly Draw[];
  readonly units: readonly string[];
  readonly uncovered: readonly string[];
  /** Periods of the cover period that have no draw yet. */
  readonly open: readonly Period[];
}
