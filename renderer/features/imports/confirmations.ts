import type { Finding } from '../../../electron/contract/findings.ts';
import type { Confirmation } from '../../../electron/contract/imports.ts';

/** The other open findings that say the same of the same content: one reason may do for all of them. */
export function findingsAlike(findings: readonly Finding[], finding: Finding): readonly Finding[] {
  return findings.filter(
    (other) =>
      (other.row !== finding.row || other.cell !== finding.cell) &&
      other.reason === undefined &&
      other.row !== null &&
      other.rule === finding.rule &&
      other.field === finding.field &&
      other.value === finding.value,
  );
}

/** A finding as confirmed with a reason; one about a whole file cannot be. */
export function confirmationOf(reason: string): (finding: Finding) => readonly Confirmation[] {
  return ({ row, cell, rule }) => (row === null ? [] : [{ row, cell, rule, reason }]);
}
