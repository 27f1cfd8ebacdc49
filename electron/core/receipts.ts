import type { Receipt } from '../contract/batches.ts';
import type { FilePlan } from '../contract/imports.ts';

/** The receipts (回执) of a batch, one per file in its order; `written` are the files the commit wrote, in the same order. */
export function receiptsOf(
  batch: string,
  files: readonly FilePlan[],
  written: readonly { readonly id: number; readonly name: string; readonly sha256: string }[],
): Receipt[] {
  const left = [...written];
  return files.map((file, index) => {
    // Two files of one name are told apart by their order.
    const at = left.findIndex((one) => one.name === file.name && one.sha256 === file.sha256);
    const [own] = at < 0 ? [] : left.splice(at, 1);
    return {
      number: `${batch}-${String(index + 1).padStart(2, '0')}`,
      file: own?.id ?? null,
      name: file.name,
      receivedAt: file.receivedAt,
      status: file.status,
      message: file.message,
      tables: file.tables.map((table) => ({
        unit: table.unit?.name ?? null,
        duty: table.duty?.title ?? null,
        period: table.period,
        rows: table.rows,
        records: table.records,
        compliant: table.compliant,
        errors: table.findings.filter((finding) => finding.severity === 'error' && finding.reason === undefined).length,
        status: table.status,
      })),
    };
  });
}
