import type { AsOf } from './asOf.ts';
import type { WrittenFile } from './circulars.ts';
import type { FigureRef } from './figures.ts';
import type { RefusedDue } from './status.ts';
import type { Day, Moment } from './time.ts';

export const RATE_NAMES = ['report', 'compliance', 'timeliness'] as const;

/** Where the points of an item come from. Shares are 0–1 of the item’s points; rates 0–100. Points have two decimals at most; `each`, `less`, `full`, `share` and `atLeast` four: products are exact and rounded once. */
export type PointSource =
  /**
   * Typed by the office with its evidence. Where pieces are typed: `each`: points per piece; `less`: points off the full ones per piece;
   * `full`: how many earn all points, fewer in proportion. At most one of the three. `unit`: what is counted (家, 次; 件 without it), in
   * whole numbers; `%`: a share up to 100, with two decimals.
   */
  | {
      readonly from: 'typed';
      readonly each?: number;
      readonly less?: number;
      readonly full?: number;
      readonly unit?: string;
    }
  /** One of the three rates of the year. `full`: the rate that earns all points (default 100); below it in proportion, or by `steps`. */
  | {
      readonly from: 'rate';
      readonly rate: (typeof RATE_NAMES)[number];
      readonly full?: number;
      readonly steps?: readonly { readonly atLeast: number; readonly share: number }[];
      readonly templates?: readonly string[];
      readonly duties?: readonly string[];
    }
  /** Met ÷ owed of duties, found by id, or by the template they collect; `onTime`: late ones do not count as met. */
  | {
      readonly from: 'duties';
      readonly duties?: readonly string[];
      readonly templates?: readonly string[];
      readonly onTime?: boolean;
    }
  /** Compliant records of templates × `each` points, at most the item's points; `atLeast` pieces earn all of them. */
  | {
      readonly from: 'count';
      readonly templates: readonly string[];
      readonly each?: number;
      readonly atLeast?: number;
      readonly adoptedOnly?: boolean;
    }
  /** Zero reports with their statement ÷ periods in which nothing else came; full points where none was needed. */
  | { readonly from: 'zeroReports' }
  /** Answered chases: full points, less `each` per chase that was needed. */
  | { readonly from: 'chases'; readonly each: number }
  | { readonly from: 'indicator'; readonly indicator: string };

export interface AssessmentItem {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** How it is judged, as the units read it. */
  readonly basis: string;
  readonly source: PointSource;
}

export interface AssessmentGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly AssessmentItem[];
}

/** Points taken off: `each` per piece, at most `max` (null: without end). */
export interface Deduction {
  readonly id: string;
  readonly title: string;
  readonly each: number;
  readonly max: number | null;
  readonly source: { readonly from: 'typed' } | { readonly from: 'late' } | { readonly from: 'missing' };
}

/** What earns points above the hundred; typed with evidence. */
export interface Bonus {
  readonly id: string;
  readonly title: string;
  readonly each: number | null;
  readonly max: number;
}

/** A scheme of the year's score (考核方案): data, of which a year may have several versions. */
export interface AssessmentScheme {
  readonly id: string;
  readonly title: string;
  /** The document it comes from. */
  readonly source: string;
  /** What the items' points add up to, 100 without it. Another sum (part of a scheme) is scaled to 100. */
  readonly total?: number;
  readonly groups: readonly AssessmentGroup[];
  readonly bonus: readonly Bonus[];
  readonly bonusMax: number;
  readonly deductions: readonly Deduction[];
  /** What happens to an item that does not apply to a unit: the mean of the units it applies to (灌南), or the rest scaled up (文登). */
  readonly notApplicable: 'average' | 'rescale';
  /** Best first; the last one is `atLeast: 0`. */
  readonly bands: readonly { readonly title: string; readonly atLeast: number }[];
}

/** The scheme of a year; the newest version is in force. Version 0: the default scheme, which nobody saved. */
export interface SchemeVersion {
  readonly year: number;
  readonly version: number;
  readonly scheme: AssessmentScheme;
  readonly reason: string;
  readonly by: string;
  readonly at: Moment;
}

/** How an item's points came about. `na`: it does not apply to the unit; `open`: the office has not typed it yet, or what it typed does not fit the scheme in force. */
export type ItemState = 'computed' | 'typed' | 'objected' | 'na' | 'open';

export interface ItemScore {
  readonly item: string;
  readonly title: string;
  /** Points earned; of `na` what `notApplicable` gives in its place (average) or null (rescale); `open`: 0. Two decimals. */
  readonly points: number | null;
  /** Most points there are; 0: a deduction without end. */
  readonly max: number;
  readonly state: ItemState;
  /** `上报率98.33% ÷ 100% × 12` */
  readonly how: string;
  readonly evidence: string;
  readonly ref: FigureRef | null;
}

export interface UnitScore {
  readonly unit: string;
  readonly name: string;
  /** Items + bonus − deductions; two decimals; never below 0. */
  readonly score: number;
  /** 0: not ranked: the unit is gone, or all units have the same score. */
  readonly rank: number;
  readonly band: string;
  /** The last day of a unit that was gone before the year's end: it has points for what it owed, and neither rank nor band (已撤并). */
  readonly ended?: Day;
  /** Sum of the items' points, and of the points they could have earned: those without points are in neither. */
  readonly sum: number;
  readonly full: number;
  /** Of the hundred: `sum`, scaled where `full` is not 100. */
  readonly base: number;
  readonly bonus: number;
  readonly deducted: number;
  readonly items: readonly ItemScore[];
  readonly bonuses: readonly ItemScore[];
  readonly deductions: readonly ItemScore[];
  readonly openObjections: number;
}

/** The year's score of all units, best first. */
export interface Assessment {
  readonly year: number;
  readonly asOf: Moment;
  readonly version: SchemeVersion;
  readonly units: readonly UnitScore[];
  /** Of the scores of all units but those that are gone, also where one unit was asked for; two decimals. Null: nobody is scored. */
  readonly mean: number | null;
  /** Lines that the office has yet to type (`open`). */
  readonly open: number;
  /** How score, ranks and bands are made, one sentence each line. */
  readonly formula: string;
  /** Left out, because only the calendar of a year not loaded could say their due moments; absent: nothing. */
  readonly refused?: readonly RefusedDue[];
}

/** What the office typed for a unit and an item, bonus or deduction; the newest of an item that was not withdrawn counts. */
export interface AssessmentEntry {
  readonly id: number;
  readonly year: number;
  readonly unit: string;
  readonly item: string;
  /** Null: does not apply (缺项). */
  readonly points: number | null;
  /** Pieces, where points are per piece. */
  readonly pieces: number | null;
  readonly evidence: string;
  readonly by: string;
  readonly at: Moment;
}

/** 申诉: a unit objects to its points; a granted one sets them, with its reason. */
export interface Objection {
  readonly id: number;
  readonly year: number;
  readonly unit: string;
  readonly item: string;
  readonly claim: string;
  readonly at: Moment;
  readonly by: string;
  readonly state: 'open' | 'granted' | 'refused';
  /** Points when it was raised, and those it gave. */
  readonly before: number | null;
  readonly after: number | null;
  readonly decision: string;
  readonly decidedBy: string;
  readonly decidedAt: Moment | null;
  /** Points when it was decided, which another decision or entry may have changed since it was raised. */
  readonly decidedFrom: number | null;
  /** `AssessmentEntry.id` of the line's newest entry when it was decided: what is typed after it counts instead. */
  readonly lastEntry: number;
}

type By = { readonly by?: string | undefined };
type Year = { readonly year: number };

/** The year's score: part of the one map of requests. */
export interface AssessmentRequests {
  'assessment.get': { args: AsOf & Year & { readonly unit?: string | undefined }; result: Assessment };
  /** What ships and what the office made, to choose from. */
  'assessment.schemes': { args: Record<string, never>; result: readonly AssessmentScheme[] };
  'assessment.versions': { args: Year; result: readonly SchemeVersion[] };
  /** A new version of the year's scheme. */
  'assessment.saveScheme': {
    args: By & Year & { readonly scheme: AssessmentScheme; readonly reason: string };
    result: SchemeVersion;
  };
  'assessment.entries': {
    args: Year & { readonly unit?: string | undefined; readonly item?: string | undefined };
    result: readonly AssessmentEntry[];
  };
  /** `points` (or `pieces`) and evidence; both null: does not apply. */
  'assessment.enter': {
    args: By &
      Year & {
        readonly unit: string;
        readonly item: string;
        readonly points: number | null;
        readonly pieces?: number | null | undefined;
        readonly evidence: string;
      };
    result: AssessmentEntry;
  };
  /** Takes an entry back: the one before it counts again. Its line stays. */
  'assessment.withdraw': { args: By & { readonly id: number }; result: AssessmentEntry };
  'assessment.objections': { args: Year & { readonly unit?: string | undefined }; result: readonly Objection[] };
  'assessment.object': {
    args: By &
      Year & { readonly unit: string; readonly item: string; readonly claim: string; readonly on?: Day | undefined };
    result: Objection;
  };
  'assessment.decide': {
    args: By & {
      readonly id: number;
      readonly granted: boolean;
      readonly points?: number | undefined;
      readonly decision: string;
    };
    /** `effect`: what granted points changed, in sentences: the unit's line, score, rank and band, and the other units; absent of a refused one. */
    result: Objection & { readonly effect?: string };
  };
  /** The table of all units (`.xlsx`), or score sheets per unit (`.docx`; of one unit, or all in one file). */
  'assessment.write': {
    args: AsOf &
      Year & {
        readonly format: 'xlsx' | 'docx';
        readonly unit?: string | undefined;
        readonly out?: string | undefined;
      };
    result: WrittenFile;
  };
}
