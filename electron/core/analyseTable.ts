import type { Override, Question, Remark } from '../contract/imports.ts';
import type { WorkbookFormat } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters, rowNumber } from './address.ts';
import type { AnalyseContext, AnalysedTable, SheetAnalysis, TableMemory } from './analysed.ts';
import { applyCorrections } from './applyCorrections.ts';
import type { TableMark } from './blankMark.ts';
import type { WorkCalendar } from './calendar.ts';
import { checkRecords } from './checkRecords.ts';
import { type DateOrder, dateOrderOf } from './columnDates.ts';
import { columnQuestion, proposedColumns } from './columnQuestion.ts';
import { type ExtractedTable, extractRows } from './extract.ts';
import { inItsVersion, templateInForce } from './formerVersion.ts';
import {
  fingerprintOf,
  headersByPlace,
  movedColumns,
  recalledRemark,
  recallMapping,
  rememberedField,
  unanswered,
} from './mappingMemory.ts';
import { overrideFor } from './overrideFor.ts';
import { dayOf } from './period.ts';
import type { HeaderColumn, HeaderMatch } from './recogniseHeader.ts';
import { rowsMark, withMarkedUnit } from './returnedRows.ts';
import { routeDuty, routePeriod } from './routeTable.ts';
import { type RoutedUnit, routePart, routeUnit } from './routeUnit.ts';
import type { SheetView } from './sheetView.ts';
import { splitByUnit, splitRemark } from './splitByUnit.ts';
import { type RowSurvey, surveyRows } from './surveyRows.ts';
import { chosenColumns, withHeaderless } from './tableColumns.ts';
import { tableRemarks } from './tableRemarks.ts';
import type { UnitMatcher } from './unitNames.ts';

export interface TableInput {
  readonly format: WorkbookFormat;
  /** What a handed-out template says of this table. */
  readonly mark: TableMark | null;
  readonly part: string;
  readonly view: SheetView;
  /** Lines that head the sheet of several tables. */
  readonly heading: SheetView | null;
  /** The table lies on its side: what is told of its cells would name the wrong ones. */
  readonly isTurned: boolean;
  readonly header: HeaderMatch;
  readonly rivals: readonly HeaderMatch[];
  readonly override: Partial<Override>;
  readonly context: AnalyseContext;
  readonly calendar: WorkCalendar;
  readonly digest: (content: string) => string;
  readonly matcher: UnitMatcher;
}

/**
 * Routes one recognised table to unit, duty and period, reads its rows and checks them; doubts become questions. A table of several units that the
 * clerk splits becomes a table for each.
 */
export function analyseTable(input: TableInput): SheetAnalysis[] {
  const { view, header, override, matcher, context } = input;
  const returned = rowsMark(input.mark);
  const isSplit = override.splitByUnit ?? (returned !== null && override.unit === undefined);
  const read = readTable(isSplit ? withCellsOfParts(input) : input);
  const table = { ...read, remarks: [...read.remarks, ...(input.isTurned ? [] : remarksOn(input, read))] };
  const { template, headerRow } = header;
  const lead = returned?.unit ?? null;
  const parts = isSplit ? splitByUnit({ ...table, view, template, headerRow, matcher, lead }) : null;
  if (parts === null) return [assemble(input, table)];
  const remark = splitRemark(parts);
  return withMarkedUnit(parts, returned, context).map((part) => {
    const own = inputOfPart(input, part.part);
    if (own.override.skip) return { kind: 'skipped', sheet: view.sheet.name, part: own.part, detail: '' };
    const unit = routePart(own, part);
    const rows = new Set(part.extracted.records);
    const corrections = table.corrections.filter(({ cell }) => rows.has(rowNumber(cell)));
    const routed = { ...unit, remarks: [remark, ...unit.remarks] };
    return assemble(own, { ...table, extracted: part.extracted, survey: part.survey, corrections, unit: routed });
  });
}

function remarksOn({ view, header, part, format, context }: TableInput, read: ReadTable): Remark[] {
  const { template, headerRow } = header;
  const { columns, extracted, survey } = read;
  const { hiddenRows } = context.policy;
  const { facts } = survey;
  return tableRemarks({
    view,
    template,
    headerRow,
    columns,
    extracted,
    facts,
    format,
    hiddenRows,
    received: dayOf(context.receivedAt),
    isFirst: part === '',
  });
}

interface ReadTable {
  readonly columns: readonly HeaderColumn[];
  readonly extracted: ExtractedTable;
  readonly survey: RowSurvey;
  readonly corrections: AnalysedTable['corrections'];
  readonly unit: RoutedUnit;
  readonly remarks: readonly Remark[];
  readonly usedMapping: TableMemory['usedMapping'];
}

/** Reads a table by its header's names and the clerk's mapping, and by the remembered mapping of the very same header line, if there is one. */
function readTable(input: TableInput): ReadTable {
  const { header, override, context } = input;
  const { template, headerRow } = header;
  const named = chosenColumns(inItsVersion(header), override);
  const plain = readColumns(input, named);
  const unit = routeUnit(input, plain.extracted.records, plain.survey.agencies);
  const line = { template, unit: unit.unit?.id ?? null, columns: header.columns };
  const moved = movedColumns(context.mappings, line, headerRow);
  const recalled = unanswered(recallMapping(context.mappings, line), override.columns ?? {});
  if (recalled === null) return { ...plain, unit, remarks: moved ? [moved] : [], usedMapping: null };
  const columns = { ...recalled.columns, ...override.columns };
  const read = readColumns(input, chosenColumns(inItsVersion(header), { ...override, columns }));
  const remark = recalledRemark(recalled, template, named, headerRow);
  return {
    ...read,
    // The agency column may be one of those remembered.
    unit: unit.unit === null ? routeUnit(input, read.extracted.records, read.survey.agencies) : unit,
    remarks: remark ? [remark] : [],
    usedMapping: { unit: recalled.unit },
  };
}

function readColumns({ view, header, override, context }: TableInput, headed: readonly HeaderColumn[]) {
  const extract = (of: readonly HeaderColumn[]): ExtractedTable =>
    extractRows(view, header.headerRow, of, context.policy.hiddenRows);
  const first = extract(headed);
  const columns = withHeaderless(headed, first.headerless);
  const sent = columns.length > headed.length ? extract(columns) : first;
  const { extracted, corrections } = applyCorrections(sent, columns, override.cells ?? []);
  const { template, headerRow } = header;
  const survey = surveyRows({ view, template, headerRow, columns, extracted });
  return { columns, extracted, survey, corrections };
}

/** Cells are mended before the table is taken apart, those told of a part among them. */
function withCellsOfParts(input: TableInput): TableInput {
  const { part, override, context, view } = input;
  const ofParts = context.overrides.filter(
    (o) => (o.sheet ?? view.sheet.name) === view.sheet.name && o.part?.startsWith(`${part}@`),
  );
  return {
    ...input,
    override: { ...override, cells: [...(override.cells ?? []), ...ofParts.flatMap((o) => o.cells ?? [])] },
  };
}

/** The answers for one unit's part of a table that is split; the whole table's unit is not its own. */
function inputOfPart(input: TableInput, suffix: string): TableInput {
  const part = `${input.part}${suffix}`;
  const { unit: _unit, ...whole } = input.override;
  const own = input.context.overrides.filter((o) => o.part === part);
  return { ...input, part, override: { ...whole, ...overrideFor(own, input.view.sheet.name, part) } };
}

function assemble(
  input: TableInput,
  { columns, extracted, survey, corrections, unit, ...read }: ReadTable,
): AnalysedTable {
  const { view, header, override, context, calendar, digest, matcher } = input;
  const { headerRow } = header;
  const template = templateInForce(header, dayOf(context.receivedAt));
  const duty = routeDuty(input, unit.unit?.id ?? null, survey.matters);
  const period = routePeriod(input, duty.duty, survey.periods);
  const dates = readDateOrders(template, columns, survey, override);
  const line = { template, unit: unit.unit?.id ?? null };
  const remembered = (text: string): string | null => rememberedField(context.mappings, line, text);
  const question = { template, headerRow, columns, override, remembered };
  const questions = [unit.question, duty.question, period.question, columnQuestion(question), dates.question];

  const checked = checkRecords({
    extracted,
    template,
    headerRow,
    columns,
    dateOrders: dates.orders,
    duty: duty.duty,
    unit: unit.unit,
    context,
    calendar,
    digest,
    matcher,
    fillDitto: override.fillDitto ?? false,
  });
  return {
    kind: 'table',
    sheet: view.sheet.name,
    part: input.part,
    headerRow,
    corrections,
    fingerprint: fingerprintOf(header.columns),
    mark: input.mark,
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
    remarks: [...unit.remarks, ...read.remarks, ...proposedColumns(question), ...checked.remarks],
    memory: {
      ...unit.memory,
      headers: headersByPlace(header.columns),
      columns: override.columns ?? null,
      usedMapping: read.usedMapping,
    },
  };
}

function readDateOrders(
  template: Template,
  columns: readonly HeaderColumn[],
  survey: RowSurvey,
  override: Partial<Override>,
): { readonly orders: ReadonlyMap<string, DateOrder>; readonly question: Question | null } {
  const orders = new Map<string, DateOrder>();
  let question: Question | null = null;
  for (const column of template.columns) {
    if (column.type !== 'date') continue;
    const position = columns.find((c) => c.field === column.id)?.column;
    if (position === undefined) continue;
    const chosen = override.dateOrder?.[columnLetters(position)];
    const read = dateOrderOf(survey.dates.get(column.id) ?? [], column, position);
    orders.set(column.id, chosen ?? read.order);
    if (chosen === undefined) question ??= read.question;
  }
  return { orders, question };
}
