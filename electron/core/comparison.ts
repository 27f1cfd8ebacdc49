import type { Rates } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { addDays, dayOf, daysBetween, lastDay } from './period.ts';

/** The rates of a period at a moment. */
export interface PeriodRates {
  readonly period: Period;
  readonly asOf: Moment;
  readonly rates: Rates;
  /** Whether records came from units that owe nothing then: those are in no rate. */
  readonly hasOthers: boolean;
}

/**
 * The moment at which an earlier period stood as far from its end as the later one does at `asOf`: April on 5 May is compared with March as
 * it stood on 5 April, not with what was mended since.
 */
export function equivalentMoment(asOf: Moment, period: Period, earlier: Period): Moment {
  const after = daysBetween(lastDay(period), dayOf(asOf));
  return `${addDays(lastDay(earlier), after)}${asOf.slice(10)}`;
}

/** Percentage points between two rates or scores, without the noise of binary fractions. */
export function pointsBetween(now: number, before: number): number {
  return Math.round(now * 100 - before * 100) / 100;
}

/** `5`, `5.25`, `0.5`: the size of a difference without trailing zeros. */
export function pointsPrinted(points: number): string {
  return Math.abs(points)
    .toFixed(2)
    .replace(/\.?0+$/u, '');
}

/**
 * A difference as a share of what was before, which is not 0, `35.29%`. Two decimals; never 100.00% or 0.00% unless it is exactly that
 * (pitfall 191).
 */
export function growthPrinted(difference: number, before: number): string {
  const size = Math.abs(difference);
  const hundredths = Math.floor((size * 20_000 + before) / (2 * before));
  const isExact = hundredths * before === size * 10_000;
  const nearby = hundredths === 0 ? 1 : size > before ? 10_001 : 9999;
  const shown = isExact || (hundredths !== 0 && hundredths !== 10_000) ? hundredths : nearby;
  return `${(shown / 100).toFixed(2)}%`;
}
