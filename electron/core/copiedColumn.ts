import type { Finding, RuleCode, Severity } from '../contract/findings.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import type { AnalysedRecord } from './analysed.ts';
import { findingSentence } from './findingSentence.ts';
import type { HeaderColumn } from './recogniseHeader.ts';

interface Table {
  readonly template: Template;
  readonly columns: readonly HeaderColumn[];
  readonly headerRow: number;
  readonly severities: Readonly<Record<RuleCode, Severity>>;
}

/**
 * A document number that runs down the whole column of at least five records, all decided on one day: probably filled down by mistake.
 * One day alone or one number alone is common, so only both together are told, once, at the header.
 */
export function copiedColumn(records: readonly AnalysedRecord[], table: Table): Finding[] {
  const { template, columns, headerRow, severities } = table;
  const column = template.columns.find((c) => c.checks.includes('document-number'));
  const place = columns.find((c) => c.field === column?.id);
  const value = records[0]?.values[column?.id ?? ''];
  if (!column || !place || typeof value !== 'string' || records.length < FEWEST) return [];
  const day = records[0]?.decisionDate ?? null;
  if (day === null || !records.every((r) => r.decisionDate === day && r.values[column.id] === value)) return [];
  return [
    {
      row: headerRow,
      cell: `${columnLetters(place.column)}${headerRow}`,
      column: place.header || column.name,
      field: column.id,
      rule: 'copied_value',
      severity: severities.copied_value,
      value,
      message: findingSentence('copied_value', place.header || column.name, value, String(records.length)),
    },
  ];
}

const FEWEST = 5;
