import { expect } from 'vitest';
import type { AnalyseContext, AnalysedRecord, AnalysedTable } from '../../../electron/core/analysed.ts';
import { allFindings, type RowDraft, tableOf, tableSheet } from '../../core/sheetOf.ts';

/** A table of a template with the rows given over faultless ones. */
export function penaltyTable(rows: readonly RowDraft[], context: Partial<AnalyseContext> = {}): AnalysedTable {
  const table = tableOf(tableSheet('penalty-legal', rows), context);
  expect(table.question).toBeNull();
  return table;
}

/** The one record of a penalty with these fields over a faultless one. */
export function penalty(row: RowDraft, context: Partial<AnalyseContext> = {}): AnalysedRecord {
  const [record] = penaltyTable([row], context).records;
  if (!record) throw new Error('no record');
  return record;
}

/** `field rule severity` of every finding. */
export function found(row: RowDraft, template = 'penalty-legal'): string[] {
  return allFindings(tableOf(tableSheet(template, [row]))).map((f) => `${f.field} ${f.rule} ${f.severity}`);
}

/** Fails unless each text in the field gives exactly these findings. */
export function expectFound(field: string, texts: readonly string[], findings: readonly string[]): void {
  for (const text of texts) expect([text, found({ [field]: text })]).toEqual([text, findings]);
}
