import type { OfficeSettings } from '../contract/profiles.ts';

/** The three rates, 0–100 with two decimals, null without denominator. */
export interface ThreeRates {
  readonly reportRate: number | null;
  readonly complianceRate: number | null;
  readonly timelinessRate: number | null;
}

/**
 * 综合得分: the weighted mean of the rates as printed, so that a clerk can check it by hand; rates without denominator and those of
 * weight 0 leave the mean. Two decimals; 100 only when every rate in it is 100, 0 only when every one is 0. Null: nothing to score.
 */
export function scoreOf(rates: ThreeRates, weights: OfficeSettings['scoreWeights']): number | null {
  // Rates and weights go in as whole numbers: equal printed rates give equal scores.
  const parts = (
    [
      [rates.reportRate, weights.report],
      [rates.complianceRate, weights.compliance],
      [rates.timelinessRate, weights.timeliness],
    ] as const
  ).flatMap(([rate, weight]) => (rate === null || weight <= 0 ? [] : [{ rate, weight: Math.round(weight * 1e6) }]));
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return null;
  const hundredths = parts.reduce((sum, part) => sum + Math.round(part.rate * 100) * part.weight, 0) / weight;
  if (hundredths === 0 || hundredths === WHOLE) return hundredths / 100;
  // Without the tiny addition a mean that ends in exactly 5 may round down by the noise of the division.
  return Math.min(WHOLE - 1, Math.max(1, Math.round(hundredths + 1e-9))) / 100;
}

/** 100 points in hundredths. */
const WHOLE = 10_000;

/** Whether several have a rank and all the same: then nobody is first. */
export function areEqual(ranks: readonly (number | null)[]): boolean {
  const given = ranks.filter((rank) => rank !== null);
  return given.length > 1 && given.every((rank) => rank === 1);
}

/** Ranks of scores, 1 is best; equal ones share a rank and the next is skipped (1, 2, 2, 4); null stays unranked. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map((score) =>
    score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length,
  );
}
