/** What is due next and what is late, at a glance (工作台). */
export function OverviewPage() {
  return <h1>工作台</h1>;
}
