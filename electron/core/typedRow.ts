import type { Finding } from '../contract/findings.ts';
import type { CellContent } from '../contract/sheets.ts';
import type { Column, Template } from '../contract/templates.ts';
import type { AnalyseContext, AnalysedRecord, AnalysedTable, RoutableDuty } from './analysed.ts';
import type { WorkCalendar } from './calendar.ts';
import { checkRecords } from './checkRecords.ts';
import type { ExtractedTable } from './extract.ts';
import { FieldRow, placesOf } from './fieldRow.ts';
import { isDay } from './period.ts';
import type { UnitMatcher } from './unitNames.ts';
import { rowFinding } from './validate.ts';

interface TypedRowInput {
  readonly template: Template;
  /** Field id → text as typed. */
  readonly values: Readonly<Record<string, string>>;
  readonly duty: RoutableDuty | null;
  readonly unit: AnalysedTable['unit'];
  readonly context: AnalyseContext;
  readonly calendar: WorkCalendar;
  readonly digest: (content: string) => string;
  readonly matcher: UnitMatcher;
}

/**
 * Reads and checks a row typed in by hand exactly as the only row of a mailed table; its findings name fields, no cells. Null where nothing
 * was typed.
 */
export function readTypedRow({ template, values, context, ...input }: TypedRowInput): AnalysedRecord | null {
  const extracted = tableOf(template, values);
  if (extracted === null) return null;
  const checked = checkRecords({
    ...input,
    template,
    context,
    extracted,
    headerRow: 0,
    columns: [],
    dateOrders: new Map(),
    fillDitto: false,
  });
  const [record] = checked.records;
  if (record === undefined) return null;
  const doubtful = template.columns.flatMap((column) => unreadDay(column, record, context));
  if (doubtful.length === 0) return record;
  return {
    ...record,
    findings: [...record.findings, ...doubtful],
    compliant: record.compliant && doubtful.every((finding) => finding.severity !== 'error'),
  };
}

function tableOf({ columns }: Template, values: Readonly<Record<string, string>>): ExtractedTable | null {
  const fields = columns.map((column) => column.id);
  const cells = fields.map((field, index): CellContent | undefined => {
    const text = values[field] ?? '';
    return text.trim() === ''
      ? undefined
      : { column: index + 1, text, type: 'string' as const, value: text, format: 'General' };
  });
  if (cells.every((cell) => cell === undefined)) return null;
  const row = { row: ROW, hidden: false, cells: new FieldRow(placesOf(fields), cells), merged: NOT_MERGED, extras: {} };
  return { rows: 1, records: [ROW], take: () => row, skipped: [], headerless: new Set() };
}

/** Of a mailed column it is asked whether `4/3/2022` is April or March; of a day typed in, it is simply not clear. */
function unreadDay(
  column: Column,
  { values, raw, findings }: AnalysedRecord,
  { severities }: AnalyseContext,
): Finding[] {
  const value = values[column.id] ?? null;
  if (column.type !== 'date' || value === null || isDay(String(value))) return [];
  if (findings.some(({ field }) => field === column.id)) return [];
  const at = { cell: null, column, value: raw[column.id] ?? '' };
  return [rowFinding('date_invalid', ROW, severities, '日、月先后不明', at)];
}

const ROW = 1;
const NOT_MERGED: ReadonlySet<string> = new Set();
