import type { Moment, Period } from './time.ts';

/** Where a number of an indicator comes from: typed in, or counted by the program. */
export const INDICATOR_SOURCES = [
  'typed',
  'report-met',
  'report-expected',
  'records',
  'records-compliant',
  'records-clocked',
  'records-timely',
  'commitments',
  'fulfilments',
  'commitments-and-fulfilments',
  'submissions',
  'units-drawn',
  'units-to-draw',
] as const;

/** How often an indicator is looked at. */
export const INDICATOR_CADENCES = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type IndicatorSource = (typeof INDICATOR_SOURCES)[number];

export interface IndicatorNumber {
  readonly title: string;
  readonly from: IndicatorSource;
  /** Template the records or submissions are counted of; absent: all of the indicator's duty. */
  readonly template?: string;
}

/** A ratio or a count against a target (指标). */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** Notice and clause. */
  readonly source: string;
  readonly duty: string | null;
  readonly numerator: IndicatorNumber;
  /** Null: a count. */
  readonly denominator: IndicatorNumber | null;
  /** `value` in percent of a ratio, in pieces of a count. */
  readonly target: { readonly is: '=' | '>=' | '<' | '<='; readonly value: number };
  readonly unitOfCount: string;
  readonly cadence: (typeof INDICATOR_CADENCES)[number];
  readonly note: string;
}

/** An indicator at a period. `rate` in percent with as many decimals as the target needs (0.01 % wants four); null: no denominator. */
export interface IndicatorValue {
  readonly period: Period;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  readonly met: boolean | null;
  /** 还差 37 家: pieces of the numerator missing (positive) or too many; null: unknown. 0 when met. */
  readonly gap: number | null;
  readonly gapText: string;
  /** Why a number cannot be counted yet: a due moment it asks for lies in a year without holidays. The sentence with the remedy. */
  readonly refused?: string;
  readonly note: string;
  readonly at: Moment | null;
  readonly by: string;
}

export interface IndicatorYear {
  readonly indicator: Indicator;
  /** The target as words: ≥20%. */
  readonly targetText: string;
  readonly values: readonly IndicatorValue[];
  /** The newest period with a number. */
  readonly latest: IndicatorValue | null;
}

export interface IndicatorEntry {
  readonly indicator: string;
  readonly period: Period;
  /** Null takes a typed number back; a computed one is never typed over. */
  readonly numerator?: number | null | undefined;
  readonly denominator?: number | null | undefined;
  readonly note?: string | undefined;
  readonly by?: string | undefined;
}
