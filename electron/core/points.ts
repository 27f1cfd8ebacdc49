/** Points are counted in whole hundredths, so that no noise of binary fractions is printed and what is printed adds up. */
export type Hundredths = number;

/** Whole hundredths of points as written in a scheme or typed. */
export function hundredths(points: number): Hundredths {
  return Math.round(points * 100);
}

/** Whole ten-thousandths: what a scheme may write (`each`, `share`, `atLeast`) has up to four decimals, and is multiplied before it is rounded. */
export function tenThousandths(value: number): number {
  return Math.round(value * 10_000);
}

/** Whether a number has no more decimals than that. */
export function hasDecimals(value: number, most: number): boolean {
  return Number(value.toFixed(most)) === value;
}

/** `each` points × pieces, of which there may be hundredths (93.5 %); half up. */
export function timesPieces(each: number, pieces: number): Hundredths {
  return Math.floor((tenThousandths(each) * hundredths(pieces) + 5000) / 10_000);
}

/** What is left of the full points less `each` per piece, half up, at least 0. */
export function lessPieces(full: Hundredths, each: number, pieces: number): Hundredths {
  return Math.max(0, Math.floor((full * 10_000 - tenThousandths(each) * hundredths(pieces) + 5000) / 10_000));
}

/** `11.80` of 1180. */
export function pointsText(points: Hundredths): string {
  return (points / 100).toFixed(2);
}

/**
 * `part ÷ whole` of points, half up. What is less than whole never rounds up to all of them, as no rate below 100 % prints as 100 %.
 * `part` and `whole` are whole numbers.
 */
export function shareOf(full: Hundredths, part: number, whole: number): Hundredths {
  if (part >= whole) return full;
  if (part <= 0) return 0;
  return Math.max(0, Math.min(full - 1, Math.floor((2 * full * part + whole) / (2 * whole))));
}

/** The mean of points, half up; of none 0. */
export function meanOf(all: readonly Hundredths[]): Hundredths {
  if (all.length === 0) return 0;
  return Math.floor((2 * sumOf(all) + all.length) / (2 * all.length));
}

/** Their sum. */
export function sumOf(all: readonly Hundredths[]): Hundredths {
  return all.reduce((sum, one) => sum + one, 0);
}
