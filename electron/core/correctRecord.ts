import type { RecordTerm } from '../contract/duties.ts';
import type { Finding, RuleCode, StoredFinding } from '../contract/findings.ts';
import type { StoredRecord } from '../contract/records.ts';
import type { Column } from '../contract/templates.ts';
import type { Day } from '../contract/time.ts';
import type { AnalysedRecord } from './analysed.ts';
import type { WorkCalendar } from './calendar.ts';
import { carryConfirmations } from './compareRow.ts';
import { isCompliant } from './confirmFindings.ts';
import { isTimely, recordDueDay } from './due.ts';
import { createCellReader, EMPTY, type ReadCell, type Trouble } from './normalise.ts';
import { dayOf, isDay } from './period.ts';
import { type RowContext, rowFinding, type Values, validateRow } from './validate.ts';

interface CorrectionInput {
  readonly record: StoredRecord;
  readonly column: Column;
  /** As typed; empty empties the value. */
  readonly text: string;
  /** `today` is the day the record's file came. */
  readonly rules: RowContext;
  /** The term of records decided on a day. */
  readonly termOn: (decided: Day) => RecordTerm | null;
  readonly calendar: WorkCalendar;
}

/** A record as it is to be after one of its values was mended. */
export type CorrectedRecord = Pick<AnalysedRecord, 'values' | 'decisionDate' | 'timely' | 'compliant' | 'findings'> & {
  readonly vouched: ReturnType<typeof carryConfirmations>['vouched'];
};

/**
 * Reads a mended value like a cell of a file, and judges the record anew by the rules of the import. What only the file's cells could tell
 * (merges, strike-out, lost digits of other fields) stays as it was found; confirmations stay with what they confirm.
 */
export function correctRecord(input: CorrectionInput): CorrectedRecord {
  const { record, column, rules } = input;
  const mended = readText(input);
  const values = new Map<string, ReadCell>(
    rules.template.columns.map((each) => [each.id, each.id === column.id ? mended : storedCell(record, each)]),
  );
  const stored: Record<string, string | number | null> = { ...record.values, [column.id]: mended.value };
  const clock = runClock(input, stored[rules.template.decisionDate ?? ''] ?? null);
  const findings = [
    ...checked(record, column, values, rules),
    ...record.findings.filter((finding) => OF_THE_ROW.has(finding.rule) && finding.field !== column.id).map(plain),
    ...clock.late,
  ];
  const judged = { findings, compliant: isCompliant(findings), values: stored, ...clock };
  const { record: carried, vouched } = carryConfirmations({ ...EMPTY_ROW, ...judged }, record.findings);
  const { decisionDate, timely, compliant } = carried;
  return { values: stored, decisionDate, timely, compliant, findings: carried.findings, vouched };
}

const EMPTY_ROW = { row: 0, raw: {}, extras: {}, key: '', content: '', sent: '' };

function readText({ column, text }: CorrectionInput): ReadCell {
  if (text.trim() === '') return EMPTY;
  const cell = { column: 1, text, type: 'string' as const, value: text, format: 'General' };
  const read = createCellReader(column, null)(cell);
  const isUnread = column.type === 'date' && read.troubles.length === 0 && !isDay(String(read.value ?? ''));
  if (!isUnread || read.value === null) return read;
  return { ...read, troubles: [{ rule: 'date_invalid', detail: '日、月先后不明' }] };
}

/** A value as stored, with what its cell was found to be. */
function storedCell(record: StoredRecord, { id }: Column): ReadCell {
  const value = record.values[id] ?? null;
  const raw = record.corrections.findLast((one) => one.field === id)?.value ?? record.raw[id] ?? '';
  const troubles = record.findings.flatMap(({ field, rule }): Trouble[] =>
    field === id && isTrouble(rule) ? [{ rule, detail: '' }] : [],
  );
  return { value, raw, troubles, compared: '' };
}

/** Findings of the rules, those of other cells' troubles in the words they were found with. */
function checked(record: StoredRecord, column: Column, values: Values, rules: RowContext): Finding[] {
  const row = { row: record.row, hidden: false, cells: new Map(), merged: new Set<string>(), extras: record.extras };
  const fresh = validateRow(row, values, rules).filter(({ rule, field }) => field === column.id || !isTrouble(rule));
  const old = record.findings.filter(
    ({ rule, field }) => field !== column.id && (isTrouble(rule) || OF_CELLS.has(rule)),
  );
  return [...fresh, ...old.map(plain)];
}

function runClock(
  { record, column, rules, termOn, calendar }: CorrectionInput,
  decided: string | number | null,
): { readonly decisionDate: Day | null; readonly timely: boolean | null; readonly late: readonly Finding[] } {
  const { template } = rules;
  const decisionDate = typeof decided === 'string' && isDay(decided) ? decided : null;
  const clock = template.columns.find((each) => each.id === template.decisionDate);
  const received = dayOf(record.receivedAt);
  const term = termOn(decisionDate ?? received);
  if (!clock || term === null) return { decisionDate, timely: null, late: [] };
  // Another value than the date leaves the clock as it ran.
  if (column.id !== clock.id)
    return {
      decisionDate,
      timely: record.timely,
      late: record.findings.filter((finding) => finding.rule === 'late_record').map(plain),
    };
  const timely = isTimely(decisionDate, received, term, calendar);
  if (timely || decisionDate === null || decisionDate > received) return { decisionDate, timely, late: [] };
  const at = {
    cell: rules.address(clock.id, record.row),
    column: clock,
    header: rules.header(clock),
    value: decisionDate,
  };
  const last = recordDueDay(decisionDate, term, calendar);
  return { decisionDate, timely, late: [rowFinding('late_record', record.row, rules.severities, last, at)] };
}

function plain({
  id: _id,
  confirmedReason: _r,
  confirmedAt: _at,
  confirmedBy: _by,
  ...finding
}: StoredFinding): Finding {
  return finding;
}

const TROUBLES = {
  date_invalid: true,
  date_ambiguous: true,
  date_lost_format: true,
  number_invalid: true,
  precision_lost: true,
  placeholder: true,
  formula_error: true,
  formula_uncached: true,
  enum: true,
} satisfies Readonly<Record<Trouble['rule'], true>>;
const isTrouble = (rule: RuleCode): rule is Trouble['rule'] => rule in TROUBLES;
const OF_CELLS: ReadonlySet<RuleCode> = new Set(['merged_value', 'struck_out']);
const OF_THE_ROW: ReadonlySet<RuleCode> = new Set(['hidden_row', 'duplicate_record']);
