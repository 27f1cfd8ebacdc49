import type { SamplingRule } from '../contract/duties.ts';
import type { Period, PeriodKind } from '../contract/time.ts';
import { firstDay, periodOf, periodsOf } from './period.ts';

/** The period that must hold every unit (half year or year) and the draws it is made of, for a period it holds. */
export function coverPeriods(
  { draw, cover }: Pick<SamplingRule, 'draw' | 'cover'>,
  period: Period,
): { readonly cover: Period; readonly draws: readonly Period[] } {
  const whole = periodOf(COVER_KIND[cover], firstDay(period));
  return { cover: whole, draws: periodsOf(DRAW_KIND[draw], whole) };
}

export interface DrawInput {
  /** Chosen before the draw and kept with it: the same seed over the same units draws the same ones. */
  readonly seed: string;
  /** Units that can be drawn, in any order. */
  readonly units: readonly string[];
  /** Units of the cover period's earlier draws, one list per draw. */
  readonly drawn: readonly (readonly string[])[];
  /** Least share of the units, 0 < share ≤ 1. */
  readonly share: number;
  /** No draw follows in the cover period: all that no draw has held are taken. */
  readonly last: boolean;
}

/**
 * A reproducible draw (抽查名单): who was drawn least often comes first, among equals the order of a number made of seed and unit id; so
 * nobody is drawn twice before all were. At least `share` of the units, and in the last draw whoever is left. In the order drawn.
 */
export function drawUnits({ seed, units, drawn, share, last }: DrawInput): string[] {
  const times = new Map(units.map((unit) => [unit, drawn.filter((list) => list.includes(unit)).length]));
  const timesOf = (unit: string) => times.get(unit) ?? 0;
  // By id first, so that the order in which the units come in changes nothing even where two numbers were equal.
  const ordered = [...units]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((unit) => ({ unit, times: timesOf(unit), number: drawNumber(seed, unit) }))
    .sort((a, b) => a.times - b.times || a.number - b.number);
  const left = ordered.filter((entry) => entry.times === 0).length;
  // Without the margin 0.3 × 10 would be 3.0000000000000004 and draw four.
  const least = Math.ceil(units.length * share - 1e-9);
  return ordered.slice(0, last ? Math.max(least, left) : least).map((entry) => entry.unit);
}

const DRAW_KIND: Readonly<Record<SamplingRule['draw'], PeriodKind>> = { monthly: 'month', quarterly: 'quarter' };
const COVER_KIND: Readonly<Record<SamplingRule['cover'], PeriodKind>> = { 'half-yearly': 'half', yearly: 'year' };

/** A whole number below 2^53 of seed and unit id (cyrb53): kept draws rest on it, so it must never change. */
function drawNumber(seed: string, unit: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const sign of `${seed}\n${unit}`) {
    const code = sign.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
