import type { Indicator, IndicatorValue } from '../contract/indicators.ts';

type Target = Indicator['target'];

/** Rate, whether the target is met, and what is missing: derived from the two numbers, never stored. */
export type IndicatorVerdict = Pick<IndicatorValue, 'rate' | 'met' | 'gap' | 'gapText'>;

/**
 * Judges an indicator's numbers. The comparison is one of whole numbers (`n × 100` against `value × d`), never of rounded rates: what is
 * below 100 % by one in a million is not met. A count (`denominator` null in the indicator) is compared itself. Without a number, or with
 * a denominator of 0, nothing is said.
 */
export function judgeIndicator(
  indicator: Pick<Indicator, 'denominator' | 'target' | 'unitOfCount'>,
  numerator: number | null,
  denominator: number | null,
): IndicatorVerdict {
  const { target, unitOfCount } = indicator;
  const isRatio = indicator.denominator !== null;
  if (numerator === null || (isRatio && (denominator === null || denominator <= 0)))
    return { rate: null, met: null, gap: null, gapText: '' };
  const [part, whole] = isRatio ? [numerator * 100, denominator ?? 0] : [numerator, 1];
  const met = compares(part, target, whole);
  const gap = met ? 0 : gapOf(numerator, target, isRatio ? whole / 100 : 1);
  return {
    rate: isRatio ? rateOf(numerator, denominator ?? 0, decimalsOf(target)) : null,
    met,
    gap,
    gapText: met ? '已达标' : gap > 0 ? `还差 ${gap} ${unitOfCount}` : `超出 ${-gap} ${unitOfCount}`,
  };
}

/** The target as words: `＝100%`, `≥20%`, `<0.01%`, `≥1 篇`. */
export function targetText({
  denominator,
  target,
  unitOfCount,
}: Pick<Indicator, 'denominator' | 'target' | 'unitOfCount'>): string {
  return `${SIGNS[target.is]}${target.value}${denominator === null ? ` ${unitOfCount}` : '%'}`;
}

/** Decimals a rate is shown with: two, or two more than the target has, so that a rate below 0.01 % does not read 0. */
function decimalsOf({ value }: Target): number {
  const written = String(value).split('.')[1]?.length ?? 0;
  return written < 2 ? 2 : written + 2;
}

const SIGNS: Readonly<Record<Target['is'], string>> = { '=': '＝', '>=': '≥', '<': '＜', '<=': '≤' };

/** A target of 0.01 % times a count is no whole number in binary fractions: what differs by less is equal. */
const HAIR = 1e-9;

function compares(part: number, { is, value }: Target, whole: number): boolean {
  const bound = value * whole;
  const difference = part - bound;
  const isEqual = Math.abs(difference) <= HAIR * Math.max(1, Math.abs(bound));
  switch (is) {
    case '=':
      return isEqual;
    case '>=':
      return isEqual || difference > 0;
    case '<=':
      return isEqual || difference < 0;
    case '<':
      return !isEqual && difference < 0;
  }
}

/** Whole pieces of the numerator that are missing (positive) or too many (negative) for the target. */
function gapOf(numerator: number, { is, value }: Target, wholeHundredth: number): number {
  const bound = value * wholeHundredth;
  switch (is) {
    case '>=':
      return Math.ceil(bound - numerator - HAIR);
    case '<=':
      return -Math.ceil(numerator - bound - HAIR);
    case '<':
      // The largest whole number below the bound.
      return Math.ceil(bound - HAIR) - 1 - numerator;
    case '=': {
      const missing = bound - numerator;
      return missing > 0 ? Math.ceil(missing - HAIR) : -Math.ceil(-missing - HAIR);
    }
  }
}

/** `n` of `d` in percent. Only what is all is 100, only what is none is 0 (pitfalls §5.8, 191). */
function rateOf(n: number, d: number, decimals: number): number {
  if (n === d) return 100;
  if (n === 0) return 0;
  const scale = 10 ** decimals;
  const rounded = Math.round((n / d) * 100 * scale);
  const shown = n < d ? Math.min(100 * scale - 1, Math.max(1, rounded)) : Math.max(100 * scale + 1, rounded);
  return shown / scale;
}
