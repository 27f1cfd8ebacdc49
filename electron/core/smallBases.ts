import type { RateRow, UnitRates } from '../contract/status.ts';
import { ranksOf } from './ranking.ts';

/**
 * Whether a unit's rates say too little to praise, blame or rank it by them: it owes and sent fewer than `least` each. Two of two is no
 * better than forty-nine of fifty.
 */
function isSmall(row: Pick<RateRow, 'expected' | 'records'>, least: number): boolean {
  return row.expected < least && row.records < least;
}

/** A line of the ranking; `isSmall`: not ranked for its small base. */
export interface RankedUnit extends UnitRates {
  readonly isSmall: boolean;
}

/**
 * The units as a circular ranks them: by 综合得分, ties share a rank and the next is skipped, within a rank in the order given. Small ones
 * are not ranked and come behind the ranked ones; where all are small they are compared with their like, and all are ranked. Last come
 * those without score. Where all who could be ranked have the same score nobody is first: none has a rank.
 */
export function rankedUnits(units: readonly UnitRates[], least: number, order: (unit: string) => number): RankedUnit[] {
  const allSmall = units.every((row) => row.score === null || isSmall(row, least));
  const guarded = units.map((row) => ({ ...row, isSmall: !allSmall && row.score !== null && isSmall(row, least) }));
  const ranks = ranksOf(guarded.map((row) => (row.isSmall ? null : row.score)));
  const isEqual = areEqual(guarded);
  const ranked = guarded.map((row, index) => ({ ...row, rank: isEqual ? null : (ranks[index] ?? null) }));
  const place = (row: RankedUnit) => (row.isSmall ? 1 : row.score === null ? 2 : 0);
  return ranked.sort((a, b) => place(a) - place(b) || (b.score ?? 0) - (a.score ?? 0) || order(a.unit) - order(b.unit));
}

/** Whether several could be ranked, and all by the same score. */
export function areEqual(units: readonly Pick<RankedUnit, 'score' | 'isSmall'>[]): boolean {
  const scores = units.flatMap(({ score, isSmall }) => (score === null || isSmall ? [] : [score]));
  return scores.length > 1 && new Set(scores).size === 1;
}
