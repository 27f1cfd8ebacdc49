/** The reporting duties of the notice in force (事项). */
export function DutiesPage() {
  return <h1>事项</h1>;
}
