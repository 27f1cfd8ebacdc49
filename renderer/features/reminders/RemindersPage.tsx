/** Who owes what since when, with paste-ready texts (催报). */
export function RemindersPage() {
  return <h1>催报</h1>;
}
