import type { Moment, Period } from './time.ts';

export const CELL_STATUSES = [
  'reported',
  'late',
  'zero',
  'missing',
  'pending',
  'returned',
  'exempt',
  'partial',
] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

/** One square of the unit × duty grid (报送台账). */
export interface GridCell {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  /** Null: the duty has no schedule then (◇ and ○ duties); what came is seen, nothing is owed. */
  readonly due: Moment | null;
  readonly status: CellStatus;
  /** What fulfilled the duty; of a `partial` one the newest piece. */
  readonly receivedAt: Moment | null;
  /** Received after the due moment (a late zero report has status `zero` and `late: true`). */
  readonly late: boolean;
  readonly quota: number | null;
  /** Records, or manual registrations, received. */
  readonly count: number;
  /** False: the unit sent what it does not owe; not expected, not counted. */
  readonly assigned: boolean;
  /** 未分配: the office allots the numbers of this duty, and this unit has none yet; it owes all the same, any piece meets it. */
  readonly unallotted?: true;
  /** A zero report stands beside data or papers: which of them holds is to be settled. */
  readonly contradicted?: true;
  /** Of status `returned`: it counts as met by its first receipt all the same. */
  readonly returnedCounts?: true;
}

/** A square that is owed: those alone have a due moment for certain. */
export type OwedCell = GridCell & { readonly due: Moment };

export interface Grid {
  readonly period: Period;
  readonly asOf: Moment;
  readonly cells: readonly GridCell[];
  /** Left out, because only the calendar of a year not loaded could say their due moments; absent: nothing. */
  readonly refused?: readonly RefusedDue[];
}

/** A duty's period whose squares cannot be shown. */
export interface RefusedDue {
  readonly duty: string;
  readonly period: Period;
  /** The year whose holiday notice is missing. */
  readonly year: string;
  /** Why, and the remedy. */
  readonly message: string;
}

export const REGISTER_KINDS = ['zero', 'paper', 'waived'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** How something registered by hand came: on paper, by WeChat, by phone. */
export const REGISTER_WAYS = ['paper', 'wechat', 'phone'] as const;
export type RegisterWay = (typeof REGISTER_WAYS)[number];

export interface RegisterRequest {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly kind: RegisterKind;
  readonly received?: Moment | undefined;
  /** Kept in front of the note, `【微信】照片`. */
  readonly via?: RegisterWay | undefined;
  readonly note?: string | undefined;
  /** A file on this machine: the 情况说明 or the scan. Archived by hash. */
  readonly file?: string | undefined;
  /** How many (paper) pieces were handed in; 1 if absent. */
  readonly count?: number | undefined;
  readonly by?: string | undefined;
}

/** What a unit sent for a duty and period: a table of a file, or a manual registration. */
export interface Submission {
  readonly id: number;
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly template: string | null;
  readonly kind: 'file' | RegisterKind;
  readonly receivedAt: Moment;
  readonly note: string;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly batch: string | null;
  readonly records: number;
  readonly count: number;
  /** Of a zero report just registered: data stands for the same unit, duty and period, and which of them holds is to be settled. */
  readonly conflict?: string;
  /** Of one just registered: nobody expects it (非应报); it is shown and counts in no rate. */
  readonly assigned?: false;
}

/** The rates of one unit, or of all (`total`). Rates are 0–100 with two decimals; null where the denominator is 0. */
export interface RateRow {
  readonly expected: number;
  readonly met: number;
  readonly late: number;
  readonly reportRate: number | null;
  readonly records: number;
  readonly compliant: number;
  readonly complianceRate: number | null;
  /** Records changed by a later file. */
  readonly updates: number;
  /** Null where no record has a clock. */
  readonly timely: number | null;
  /** Records with a decision clock, the denominator of the 及时率. */
  readonly clocked: number;
  readonly timelinessRate: number | null;
  /** Weighted mean of the rates that have a denominator. */
  readonly score: number | null;
}

export interface UnitRates extends RateRow {
  readonly unit: string;
  readonly name: string;
  /** By 综合得分 alone, 1 is best; ties share a rank and the next is skipped; null: no score. */
  readonly rank: number | null;
  /** 名次 as screens, charts and circulars print it: among those whose base is not too small; null also where all have the same score. */
  readonly place: number | null;
}

export interface Rates {
  readonly period: Period;
  readonly asOf: Moment;
  /** The formulas in force, one sentence each, printed under every table. */
  readonly formula: string;
  readonly total: RateRow;
  readonly units: readonly UnitRates[];
}
