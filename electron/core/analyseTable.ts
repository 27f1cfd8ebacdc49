import type { Override, Question } from '../contract/imports.ts';
import type { CellContent } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import type { AnalyseContext, AnalysedTable } from './analysed.ts';
import { applyCorrections } from './applyCorrections.ts';
import type { WorkCalendar } from './calendar.ts';
import { checkRecords } from './checkRecords.ts';
import { type DateOrder, dateOrderOf } from './columnDates.ts';
import { type ExtractedTable, extractRows } from './extract.ts';
import type { HeaderColumn, HeaderMatch } from './recogniseHeader.ts';
import { routeDuty, routePeriod, routeUnit } from './routeTable.ts';
import type { SheetView } from './sheetView.ts';
import { chosenColumns, columnQuestion, withHeaderless } from './tableColumns.ts';
import type { UnitMatcher } from './unitNames.ts';

export interface TableInput {
  readonly part: string;
  readonly view: SheetView;
  /** Lines that head the sheet of several tables. */
  readonly heading: SheetView | null;
  readonly header: HeaderMatch;
  readonly rivals: readonly HeaderMatch[];
  readonly override: Partial<Override>;
  readonly context: AnalyseContext;
  readonly calendar: WorkCalendar;
  readonly matcher: UnitMatcher;
}

/** Routes one recognised table to unit, duty and period, reads its rows and checks them. Doubts become questions. */
export function analyseTable(input: TableInput): AnalysedTable {
  const { view, header, override, context, calendar, matcher } = input;
  const { template } = header;
  const headed = chosenColumns(header, override);
  const first = extractRows(view, header.headerRow, headed);
  const columns = withHeaderless(headed, first.headerless);
  const sent = columns.length > headed.length ? extractRows(view, header.headerRow, columns) : first;
  const { extracted, corrections } = applyCorrections(sent, columns, override.cells ?? []);
  const unit = routeUnit(input, columns, extracted);
  const duty = routeDuty(input, unit.unit?.id ?? null);
  const period = routePeriod(input, duty.duty);
  const dates = readDateOrders(template, columns, extracted, override);
  const questions = [
    unit.question,
    duty.question,
    period.question,
    columnQuestion(header, columns, override),
    dates.question,
  ];

  const checked = checkRecords({
    extracted,
    template,
    headerRow: header.headerRow,
    columns,
    dateOrders: dates.orders,
    duty: duty.duty,
    unit: unit.unit,
    context,
    calendar,
    matcher,
  });
  return {
    kind: 'table',
    sheet: view.sheet.name,
    part: input.part,
    headerRow: header.headerRow,
    remarks: [],
    corrections,
    fingerprint: '',
    mark: null,
    columns: columns.map((c) => ({ column: columnLetters(c.column), header: c.header, field: c.field })),
    template: template.id,
    templateTitle: template.title,
    unit: unit.unit,
    duty: duty.duty ? { id: duty.duty.id, title: duty.duty.title } : null,
    period: period.period,
    periodEvidence: period.evidence,
    question: questions.find((question) => question !== null) ?? null,
    rows: extracted.rows,
    ...checked,
  };
}

function readDateOrders(
  template: Template,
  columns: readonly HeaderColumn[],
  extracted: ExtractedTable,
  override: Partial<Override>,
): { readonly orders: ReadonlyMap<string, DateOrder>; readonly question: Question | null } {
  const orders = new Map<string, DateOrder>();
  let question: Question | null = null;
  const dates = template.columns.filter((c) => c.type === 'date');
  const texts = new Map(dates.map((column) => [column.id, new Map<string, CellContent>()]));
  for (const row of extracted.records) {
    const { cells } = extracted.take(row);
    for (const [field, known] of texts) {
      const cell = cells.get(field);
      // Only texts can be slashed, and a date repeated in every row says nothing new.
      if (cell && cell.type !== 'date' && cell.type !== 'number' && !known.has(cell.text)) known.set(cell.text, cell);
    }
  }
  for (const column of dates) {
    const position = columns.find((c) => c.field === column.id)?.column;
    if (position === undefined) continue;
    const chosen = override.dateOrder?.[columnLetters(position)];
    const read = dateOrderOf(texts.get(column.id)?.values() ?? [], column, position);
    orders.set(column.id, chosen ?? read.order);
    if (chosen === undefined) question ??= read.question;
  }
  return { orders, question };
}
