import type { RateRow, UnitRates } from '../contract/status.ts';
import { areEqual, ranksOf } from './ranking.ts';

/**
 * Whether a unit's rates say too little to praise, blame or rank it by them: it owes and sent fewer than `least` each. Two of two is no
 * better than forty-nine of fifty.
 */
function isSmall(row: Pick<RateRow, 'expected' | 'records'>, least: number): boolean {
  return row.expected < least && row.records < least;
}

/** A line of the ranking; `isSmall`: without a place for its small base. */
export interface RankedUnit extends UnitRates {
  readonly isSmall: boolean;
}

/** By what rules units are ranked. */
export interface RankingRules {
  /** Whoever owes and sent fewer than this has no place (`limits.minDenominator`); 1: no such rule. */
  readonly least: number;
  /** Place of a unit in the directory. */
  readonly order: (unit: string) => number;
}

/**
 * The units in the one ranking there is, of the rates as of circulars and charts: by 综合得分 as printed, since nobody can be told to stand
 * behind an equal score; ties share a place and the next is skipped, within one in the order given. Small ones have no place and come behind;
 * where all are small they are compared with their like. Last come those without score. Where all who could have a place have the same score
 * nobody is first: none has one.
 */
export function rankedUnits(
  units: readonly Omit<UnitRates, 'rank' | 'place'>[],
  { least, order }: RankingRules,
): RankedUnit[] {
  const allSmall = units.every((row) => row.score === null || isSmall(row, least));
  const guarded = units.map((row) => ({ ...row, isSmall: !allSmall && row.score !== null && isSmall(row, least) }));
  const ranks = ranksOf(guarded.map(({ score }) => score));
  const places = ranksOf(guarded.map((row) => (row.isSmall ? null : row.score)));
  const isEqual = areEqual(places);
  const ranked = guarded.map((row, index) => ({
    ...row,
    rank: ranks[index] ?? null,
    place: isEqual ? null : (places[index] ?? null),
  }));
  const group = (row: RankedUnit) => (row.isSmall ? 1 : row.score === null ? 2 : 0);
  return ranked.sort((a, b) => group(a) - group(b) || (b.score ?? 0) - (a.score ?? 0) || order(a.unit) - order(b.unit));
}

/** Whether several could have a place, and none has because all have the same score. */
export function areUnranked(units: readonly RankedUnit[]): boolean {
  return units.every(({ place }) => place === null) && units.some(({ score, isSmall }) => score !== null && !isSmall);
}
