/** The directory of member units and their groups (单位). */
export function UnitsPage() {
  return <h1>单位</h1>;
}
