/** Being written. */
export function AboutPage() {
  return null;
}
