/** Whether two amounts are one: sums of decimals differ by less than any table writes (0.1 + 0.2). */
export function isSameAmount(a: number, b: number): boolean {
  return Math.abs(a - b) < 5e-7 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** An amount with six decimals at most, as it is shown: 0.3, not 0.30000000000000004. */
export function roundedAmount(amount: number): number {
  return Number(amount.toFixed(6));
}
