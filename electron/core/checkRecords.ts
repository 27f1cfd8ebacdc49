import type { RecordTerm } from '../contract/duties.ts';
import type { Finding, SkippedRow } from '../contract/findings.ts';
import type { Remark } from '../contract/imports.ts';
import type { Column, Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import type { AnalyseContext, AnalysedRecord, AnalysedTable, RoutableDuty } from './analysed.ts';
import type { WorkCalendar } from './calendar.ts';
import type { DateOrder } from './columnDates.ts';
import { copiedColumn } from './copiedColumn.ts';
import { isTimely, recordDueDay } from './due.ts';
import type { ExtractedRow, ExtractedTable } from './extract.ts';
import { FieldRow, placesOf } from './fieldRow.ts';
import { watchLists } from './listedValue.ts';
import { createCellReader, type ReadCell } from './normalise.ts';
import { dayOf, isDay } from './period.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import { contentOf, recordKey } from './recordKey.ts';
import { termOn } from './recordTerms.ts';
import { createRowObjects } from './rowObjects.ts';
import { watchRows } from './rowRemarks.ts';
import { watchSums } from './rowSums.ts';
import type { UnitMatcher } from './unitNames.ts';
import { type RowContext, rowFinding, validateRow } from './validate.ts';

interface CheckInput {
  readonly extracted: ExtractedTable;
  readonly template: Template;
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  readonly dateOrders: ReadonlyMap<string, DateOrder>;
  readonly duty: RoutableDuty | null;
  readonly unit: AnalysedTable['unit'];
  readonly context: AnalyseContext;
  readonly calendar: WorkCalendar;
  /** Makes a short name of a row's content. */
  readonly digest: (content: string) => string;
  readonly matcher: UnitMatcher;
  /** 同上 takes the value of the row above. */
  readonly fillDitto: boolean;
}

interface CheckedRecords {
  readonly records: readonly AnalysedRecord[];
  readonly skipped: readonly SkippedRow[];
  readonly otherFindings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

/** Normalises and checks the rows; exact duplicates are skipped, equal keys with other content marked. */
export function checkRecords(input: CheckInput): CheckedRecords {
  const { extracted, template, context, digest } = input;
  const position = new Map(
    input.columns.flatMap((c) => (c.field === null ? [] : [[c.field, columnLetters(c.column)] as const])),
  );
  const headers = new Map(input.columns.map((c) => [c.field, c.header]));
  const header = (column: Column): string => headers.get(column.id) || column.name;
  const records: AnalysedRecord[] = [];
  const skipped: SkippedRow[] = [...extracted.skipped];
  const otherFindings: Finding[] = [];
  const rowsSent = new Map<string, number>();
  const byKey = new Map<string, { row: number; times: number }>();
  const firstKeyField = template.columns.find((c) => c.id === template.key[0]?.[0]) ?? null;

  const address = (field: string, row: number): string | null => {
    const letters = position.get(field);
    return letters === undefined ? null : `${letters}${row}`;
  };
  const rules: RowContext = {
    template,
    address,
    header,
    severities: context.severities,
    today: dayOf(context.receivedAt),
    unit: input.unit,
    heirs: new Set(context.units.find((unit) => unit.id === input.unit?.id)?.successors),
    matcher: input.matcher,
  };
  const readRow = createRowReader(template, input.dateOrders);
  const storedForm = createStoredForm(template);
  const runClock = createClock(input);

  const watch = watchRows(input.fillDitto);
  const sums = watchSums(template, rules);
  const lists = watchLists(template, rules);
  for (const row of extracted.records.values().map(extracted.take).map(watch.see)) {
    const values = readRow(row);
    const content = digest(contentOf(values, row.extras));
    const asSent = row.sent ? readRow(row.sent) : values;
    // Compared as sent: a row mended into the likeness of another keeps what was mended, and who did.
    const sent = row.sent ? digest(contentOf(asSent, row.extras)) : content;
    const twin = rowsSent.get(sent);
    if (twin !== undefined) {
      skipped.push({ row: row.row, reason: 'duplicate_row' });
      otherFindings.push(
        rowFinding('duplicate_row', row.row, context.severities, String(twin), { cell: null, column: null }),
      );
      continue;
    }
    rowsSent.set(sent, row.row);
    const findings = validateRow(row, values, rules);
    sums.see(row.row, values);
    lists.see(row.row, values);
    if (row.hidden)
      findings.push(rowFinding('hidden_row', row.row, context.severities, '', { cell: null, column: null }));
    // What the office mended does not make it another record.
    const key = recordKey(asSent, template);
    const before = byKey.get(key);
    if (before) before.times++;
    else byKey.set(key, { row: row.row, times: 1 });
    if (before && isNamed(values, template)) {
      const at = firstKeyField
        ? { cell: address(firstKeyField.id, row.row), column: firstKeyField, header: header(firstKeyField) }
        : { cell: null, column: null };
      findings.push(rowFinding('duplicate_record', row.row, context.severities, String(before.row), at));
    }
    const clock = runClock(values);
    if (clock.late && clock.column)
      findings.push(
        rowFinding('late_record', row.row, context.severities, clock.late, {
          cell: address(clock.column.id, row.row),
          column: clock.column,
          header: header(clock.column),
          value: values.get(clock.column.id)?.raw ?? '',
        }),
      );
    records.push({
      row: row.row,
      ...storedForm(values, asSent),
      extras: row.extras,
      key: before ? `${key}#${before.times}` : key,
      content,
      sent,
      decisionDate: clock.decided,
      timely: clock.timely,
      compliant: findings.length === 0 || findings.every((finding) => finding.severity !== 'error'),
      findings,
    });
  }
  otherFindings.push(...copiedColumn(records, { ...input, severities: context.severities }));
  return {
    records,
    skipped: skipped.sort((a, b) => a.row - b.row),
    otherFindings,
    remarks: [...watch.remarks(), ...sums.remarks(), ...lists.remarks()],
  };
}

function createRowReader(template: Template, orders: ReadonlyMap<string, DateOrder>): (row: ExtractedRow) => RowValues {
  const readers = template.columns.map((column) => createCellReader(column, orders.get(column.id) ?? null));
  const fields = template.columns.map((column) => column.id);
  const places = placesOf(fields);
  return ({ cells }) =>
    new FieldRow(
      places,
      readers.map((read, place) => read(cells.get(fields[place] ?? ''))),
    );
}

type RowValues = FieldRow<ReadCell>;

/** Values of every field, and of the filled ones the texts as sent. */
function createStoredForm({ columns }: Template) {
  const fields = columns.map(({ id }) => id);
  const rawOf = createRowObjects<string>(fields);
  const valuesOf = createRowObjects<string | number | null>(fields);
  return (values: RowValues, asSent: RowValues): Pick<AnalysedRecord, 'raw' | 'values'> => ({
    raw: rawOf(asSent.cells.map(({ raw }) => (raw === '' ? undefined : raw))),
    values: valuesOf(values.cells.map(({ value }) => value)),
  });
}

/** Two decisions without a number are not one decision. */
const isNamed = (values: RowValues, template: Template): boolean =>
  template.key[0]?.some((field) => (values.get(field)?.value ?? null) !== null) ?? false;

interface Clock {
  readonly decided: string | null;
  readonly timely: boolean | null;
  readonly late: string | null;
  readonly column: Column | null;
}

/** The record's own clock, decision date → receipt (product.md 及时率). Without the duty's term or a decision column there is none. */
function createClock({ template, duty, context, calendar }: CheckInput): (values: RowValues) => Clock {
  const column = template.columns.find((c) => c.id === template.decisionDate) ?? null;
  const received = dayOf(context.receivedAt);
  const run = (value: ReadCell['value']): Clock => {
    const decided = typeof value === 'string' && isDay(value) ? value : null;
    const term = duty && termOn(duty, decided ?? received);
    if (column === null || term === null) return { decided, timely: null, late: null, column };
    const timely = isTimely(decided, received, term, calendar);
    const late = !timely && decided !== null && decided <= received ? dueDayText(decided, term, calendar) : null;
    return { decided, timely, late, column };
  };
  // The rows of a table were decided on a few days.
  const known = new Map<ReadCell['value'], Clock>();
  return (values) => {
    const value = (column === null ? null : values.get(column.id)?.value) ?? null;
    const clock = known.get(value) ?? run(value);
    known.set(value, clock);
    return clock;
  };
}

/** The last day in words; a decision before the known calendar is late all the same, only its last day cannot be named. */
function dueDayText(decided: string, term: RecordTerm, calendar: WorkCalendar): string {
  const year = Number(decided.slice(0, 4));
  return year < calendar.from || year > calendar.to ? '规定时限' : recordDueDay(decided, term, calendar);
}
