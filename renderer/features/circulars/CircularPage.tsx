/** Composes, edits and exports the circular (通报). */
export function CircularPage() {
  return <h1>通报</h1>;
}
