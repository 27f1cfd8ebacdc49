/** Points are counted in whole hundredths, so that no noise of binary fractions is printed and what is printed adds up. */
export type Hundredths = number;

/** Whole hundredths of points as written in a scheme or typed. */
export function hundredths(points: number): Hundredths {
  return Math.round(points * 100);
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
