import type { OfficeSettings } from '../contract/profiles.ts';
import type { RateRow, UnitRates } from '../contract/status.ts';
import { exactScore, ranksOf } from './ranking.ts';

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

/** By what rules units are ranked. */
export interface RankingRules {
  /** Whoever owes and sent fewer than this is not ranked (`limits.minDenominator`); 1: no such rule. */
  readonly least: number;
  readonly weights: OfficeSettings['scoreWeights'];
  /** Place of a unit in the directory. */
  readonly order: (unit: string) => number;
}

/**
 * The units in the one ranking there is, of the rates as of circulars and charts: by 综合得分 before it is cut to two decimals, ties share a
 * rank and the next is skipped, within a rank in the order given. Small ones are not ranked and come behind the ranked ones; where all are
 * small they are compared with their like, and all are ranked. Last come those without score. Where all who could be ranked have the same
 * score nobody is first: none has a rank.
 */
export function rankedUnits(units: readonly Omit<UnitRates, 'rank'>[], rules: RankingRules): RankedUnit[] {
  const { least, weights, order } = rules;
  const allSmall = units.every((row) => row.score === null || isSmall(row, least));
  const guarded = units.map((row) => ({ ...row, isSmall: !allSmall && row.score !== null && isSmall(row, least) }));
  const exact = new Map(guarded.map((row) => [row.unit, exactScore(row, weights)]));
  const ranks = ranksOf(guarded.map((row) => (row.isSmall ? null : (exact.get(row.unit) ?? null))));
  const isEqual = areEqual(ranks);
  const ranked = guarded.map((row, index) => ({ ...row, rank: isEqual ? null : (ranks[index] ?? null) }));
  const place = (row: RankedUnit) => (row.isSmall ? 1 : row.score === null ? 2 : 0);
  const score = (row: RankedUnit) => exact.get(row.unit) ?? 0;
  return ranked.sort((a, b) => place(a) - place(b) || score(b) - score(a) || order(a.unit) - order(b.unit));
}

function areEqual(ranks: readonly (number | null)[]): boolean {
  const given = ranks.filter((rank) => rank !== null);
  return given.length > 1 && given.every((rank) => rank === 1);
}

/** Whether several could have been ranked, and none is because all have the same score. */
export function areUnranked(units: readonly RankedUnit[]): boolean {
  return units.every(({ rank }) => rank === null) && units.some(({ score, isSmall }) => score !== null && !isSmall);
}
