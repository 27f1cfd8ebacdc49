import type { Finding, SkippedRow } from '../contract/findings.ts';
import type { Column, Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import type { AnalyseContext, AnalysedRecord, AnalysedTable, RoutableDuty } from './analysed.ts';
import { createCalendar } from './calendar.ts';
import type { DateOrder } from './columnDates.ts';
import { copiedColumn } from './copiedColumn.ts';
import { isTimely, recordDueDay } from './due.ts';
import type { ExtractedRow, ExtractedTable } from './extract.ts';
import { type Normalised, normaliseCell } from './normalise.ts';
import { dayOf, isDay } from './period.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import { contentOf, recordKey } from './recordKey.ts';
import type { UnitMatcher } from './unitNames.ts';
import { rowFinding, validateRow } from './validate.ts';

interface CheckInput {
  readonly extracted: ExtractedTable;
  readonly template: Template;
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  readonly dateOrders: ReadonlyMap<string, DateOrder>;
  readonly duty: RoutableDuty | null;
  readonly unit: AnalysedTable['unit'];
  readonly context: AnalyseContext;
  readonly matcher: UnitMatcher;
}

interface CheckedRecords {
  readonly records: readonly AnalysedRecord[];
  readonly skipped: readonly SkippedRow[];
  readonly otherFindings: readonly Finding[];
}

/** Normalises and checks the rows; exact duplicates are skipped, equal keys with other content marked. */
export function checkRecords(input: CheckInput): CheckedRecords {
  const { extracted, template, context } = input;
  const position = new Map(input.columns.flatMap((c) => (c.field === null ? [] : [[c.field, c.column] as const])));
  const headers = new Map(input.columns.map((c) => [c.field, c.header]));
  const header = (column: Column): string => headers.get(column.id) || column.name;
  const records: AnalysedRecord[] = [];
  const skipped: SkippedRow[] = [...extracted.skipped];
  const otherFindings: Finding[] = [];
  const byContent = new Map<string, number>();
  const byKey = new Map<string, { row: number; times: number }>();
  const firstKeyField = template.columns.find((c) => c.id === template.key[0]?.[0]) ?? null;

  for (const row of extracted.records) {
    const address = (field: string): string | null => {
      const column = position.get(field);
      return column === undefined ? null : `${columnLetters(column)}${row.row}`;
    };
    const values = readRow(row, template, input.dateOrders);
    const content = contentOf(values, template, row.extras);
    const twin = byContent.get(content);
    if (twin !== undefined) {
      skipped.push({ row: row.row, reason: 'duplicate_row' });
      otherFindings.push(
        rowFinding('duplicate_row', row.row, context.severities, String(twin), { cell: null, column: null }),
      );
      continue;
    }
    byContent.set(content, row.row);
    const findings = validateRow(row, values, {
      template,
      address,
      header,
      severities: context.severities,
      today: dayOf(context.receivedAt),
      unit: input.unit,
      matcher: input.matcher,
    });
    if (row.hidden)
      findings.push(rowFinding('hidden_row', row.row, context.severities, '', { cell: null, column: null }));
    const key = recordKey(values, template);
    const before = byKey.get(key);
    // Two decisions without a number are not one decision.
    const named = template.key[0]?.some((field) => (values.get(field)?.value ?? null) !== null) ?? false;
    if (before) before.times++;
    else byKey.set(key, { row: row.row, times: 1 });
    if (before && named) {
      const at = firstKeyField
        ? { cell: address(firstKeyField.id), column: firstKeyField, header: header(firstKeyField) }
        : { cell: null, column: null };
      findings.push(rowFinding('duplicate_record', row.row, context.severities, String(before.row), at));
    }
    const clock = runClock(values, input);
    if (clock.late && clock.column)
      findings.push(
        rowFinding('late_record', row.row, context.severities, clock.late, {
          cell: address(clock.column.id),
          column: clock.column,
          header: header(clock.column),
          value: values.get(clock.column.id)?.raw ?? '',
        }),
      );
    records.push({
      row: row.row,
      raw: Object.fromEntries(
        [...values].filter(([, cell]) => cell.raw !== '').map(([field, cell]) => [field, cell.raw]),
      ),
      values: Object.fromEntries([...values].map(([field, cell]) => [field, cell.value])),
      extras: row.extras,
      key: before ? `${key}#${before.times}` : key,
      content,
      decisionDate: clock.decided,
      timely: clock.timely,
      compliant: findings.every((finding) => finding.severity !== 'error'),
      findings,
    });
  }
  otherFindings.push(...copiedColumn(records, { ...input, severities: context.severities }));
  return { records, skipped: skipped.sort((a, b) => a.row - b.row), otherFindings };
}

function readRow(
  row: ExtractedRow,
  template: Template,
  orders: ReadonlyMap<string, DateOrder>,
): Map<string, Normalised> {
  return new Map(
    template.columns.map((column) => [
      column.id,
      normaliseCell(row.cells.get(column.id), column, orders.get(column.id) ?? null),
    ]),
  );
}

const CALENDAR = createCalendar();

/** The record's own clock, decision date → receipt (product.md 及时率). Without the duty's term or a decision column there is none. */
function runClock(
  values: ReadonlyMap<string, Normalised>,
  { template, duty, context }: CheckInput,
): { decided: string | null; timely: boolean | null; late: string | null; column: Column | null } {
  const column = template.columns.find((c) => c.id === template.decisionDate) ?? null;
  const cell = column ? values.get(column.id) : undefined;
  const decided = typeof cell?.value === 'string' && isDay(cell.value) ? cell.value : null;
  if (column === null || !duty?.recordTerm) return { decided, timely: null, late: null, column };
  const received = dayOf(context.receivedAt);
  const timely = isTimely(decided, received, duty.recordTerm, CALENDAR);
  const late = !timely && decided !== null && decided <= received ? dueDayText(decided, duty.recordTerm) : null;
  return { decided, timely, late, column };
}

/** The last day in words; a decision before the known calendar is late all the same, only its last day cannot be named. */
function dueDayText(decided: string, term: NonNullable<RoutableDuty['recordTerm']>): string {
  const year = Number(decided.slice(0, 4));
  return year < CALENDAR.from || year > CALENDAR.to ? '规定时限' : recordDueDay(decided, term, CALENDAR);
}
