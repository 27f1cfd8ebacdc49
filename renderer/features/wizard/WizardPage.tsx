/** Being written. */
export function WizardPage() {
  return null;
}
