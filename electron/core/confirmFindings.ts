import type { Finding } from '../contract/findings.ts';
import type { Confirmation } from '../contract/imports.ts';
import type { AnalysedTable } from './analysed.ts';

/** A record is compliant when it has no error that nobody vouches for. */
export function isCompliant(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error' || finding.reason !== undefined);
}

/**
 * Lets findings of a table pass with the reasons a clerk wrote before the commit. A confirmation without cell holds for every finding of
 * its rule in the row; one whose finding no longer stands has nothing to confirm.
 */
export function confirmFindings(table: AnalysedTable, confirmations: readonly Confirmation[]): AnalysedTable {
  if (confirmations.length === 0) return table;
  const byRow = Map.groupBy(confirmations, (confirmation) => confirmation.row);
  const reasonOf = ({ row, cell, rule }: Finding): string | undefined =>
    byRow
      .get(row ?? 0)
      ?.findLast((given) => given.rule === rule && (given.cell === null || given.cell === cell))
      ?.reason.trim() || undefined;
  const confirmed = (finding: Finding): Finding => {
    const reason = reasonOf(finding);
    return reason === undefined ? finding : { ...finding, reason };
  };
  return {
    ...table,
    records: table.records.map((record) => {
      if (!byRow.has(record.row)) return record;
      const findings = record.findings.map(confirmed);
      return { ...record, findings, compliant: isCompliant(findings) };
    }),
    otherFindings: table.otherFindings.map(confirmed),
  };
}
