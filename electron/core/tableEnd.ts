/** Data rows that go with a sum to the next page. */
const WITH_SUM = 2;

/** How many of a table's last rows stay on one page: a sum (合计) alone below a repeated head would say nothing of what it adds up. */
export function rowsTogether(rows: readonly (readonly string[])[]): number {
  const isSum = rows.at(-1)?.includes('合计') === true;
  return isSum ? Math.min(rows.length, 1 + WITH_SUM) : 1;
}
