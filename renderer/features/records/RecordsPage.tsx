/** Being written. */
export function RecordsPage() {
  return null;
}
