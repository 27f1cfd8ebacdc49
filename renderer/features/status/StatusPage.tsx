/** The unit × duty grid and the rates (报送台账). */
export function StatusPage() {
  return <h1>报送台账</h1>;
}
