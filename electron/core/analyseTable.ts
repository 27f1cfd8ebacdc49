import type { Override, Question } from '../contract/imports.ts';
import type { CellContent } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters, columnNumber } from './address.ts';
import type { AnalyseContext, AnalysedTable, RoutableDuty } from './analysed.ts';
import type { WorkCalendar } from './calendar.ts';
import { checkRecords } from './checkRecords.ts';
import { type DateOrder, dateOrderOf } from './columnDates.ts';
import { type ExtractedTable, extractRows } from './extract.ts';
import { foldHeader } from './fold.ts';
import type { HeaderColumn, HeaderMatch } from './recogniseHeader.ts';
import { recognisePeriod } from './recognisePeriod.ts';
import { recogniseUnit } from './recogniseUnit.ts';
import type { SheetView } from './sheetView.ts';
import type { UnitMatcher } from './unitNames.ts';

export interface TableInput {
  readonly view: SheetView;
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
  const extracted = columns.length > headed.length ? extractRows(view, header.headerRow, columns) : first;
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
    part: '',
    headerRow: header.headerRow,
    remarks: [],
    corrections: [],
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

/** The header's columns with the clerk's mapping (`C` → field or null) laid over them. */
function chosenColumns(header: HeaderMatch, override: Partial<Override>): HeaderColumn[] {
  const mapping = new Map(
    Object.entries(override.columns ?? {}).map(([letters, field]) => [columnNumber(letters), field]),
  );
  const claimed = new Set([...mapping.values()].filter((field) => field !== null));
  const headless = [...mapping].filter(([column]) => !header.columns.some((c) => c.column === column));
  const named = header.columns.map((column) => {
    const chosen = mapping.get(column.column);
    if (chosen !== undefined) return { ...column, field: chosen };
    // A field given to another column by hand is no longer this one's.
    return column.field !== null && claimed.has(column.field) ? { ...column, field: null } : column;
  });
  return [...named, ...headless.map(([column, field]) => ({ column, header: '', field }))].sort(
    (a, b) => a.column - b.column,
  );
}

/** Columns that hold data below an empty header are kept as extras. */
function withHeaderless(columns: readonly HeaderColumn[], headerless: ReadonlySet<number>): HeaderColumn[] {
  const added = [...headerless].map((column) => ({ column, header: '', field: null }));
  return [...columns, ...added].sort((a, b) => a.column - b.column);
}

function routeUnit(
  { view, header, override, context, matcher }: TableInput,
  columns: readonly HeaderColumn[],
  extracted: ExtractedTable,
): { readonly unit: AnalysedTable['unit']; readonly question: Question | null } {
  const result = recogniseUnit(
    {
      view,
      topRow: header.topRow,
      headerRow: header.headerRow,
      dataRows: new Set(extracted.records),
      sheet: view.sheet.name,
      file: context.file,
      sender: context.sender,
      agencies: agencyTexts(header.template, columns, extracted),
    },
    matcher,
  );
  const chosen = context.units.find((unit) => unit.id === override.unit);
  // A choice that says what the table says keeps the table's evidence.
  if (chosen && !(result.kind === 'found' && result.unit.id === chosen.id))
    return { unit: { id: chosen.id, name: chosen.name, evidence: CHOSEN }, question: null };
  return result.kind === 'found' ? { unit: result.unit, question: null } : { unit: null, question: result.question };
}

const CHOSEN = '由经办人指定';

function agencyTexts(
  template: Template,
  columns: readonly HeaderColumn[],
  extracted: ExtractedTable,
): { cell: string; text: string }[] {
  const column = columns.find((c) => c.field === template.unitField);
  if (!column || template.unitField === null) return [];
  const seen = new Map<string, string>();
  for (const row of extracted.records) {
    const text = extracted.take(row).cells.get(template.unitField)?.text.trim() ?? '';
    if (text !== '' && !seen.has(text)) seen.set(text, `${columnLetters(column.column)}${row}`);
  }
  return [...seen].map(([text, cell]) => ({ cell, text }));
}

/** The duty a template reports to; where several use it, the one owed by the unit. */
function routeDuty(
  { rivals, header, override, context }: TableInput,
  unit: string | null,
): { readonly duty: RoutableDuty | null; readonly question: Question | null } {
  const chosen = context.duties.find((duty) => duty.id === override.duty);
  if (chosen) return { duty: chosen, question: null };
  const fitting = context.duties.filter((duty) => duty.templates.includes(header.template.id));
  const owed = fitting.filter((duty) => unit !== null && duty.units.includes(unit));
  const possible = owed.length > 0 ? owed : fitting;
  const templateRivals = override.template === undefined ? rivals : [];
  if (possible.length === 1 && templateRivals.length === 0) return { duty: possible[0] ?? null, question: null };
  const candidates = [
    ...possible.map((duty) => ({
      value: duty.id,
      label: duty.title,
      evidence: `模板“${header.template.title}”`,
      choice: templateRivals.length > 0 ? { duty: duty.id, template: header.template.id } : { duty: duty.id },
    })),
    ...templateRivals.flatMap((rival) =>
      context.duties
        .filter((duty) => duty.templates.includes(rival.template.id))
        .map((duty) => ({
          value: `${duty.id}/${rival.template.id}`,
          label: duty.title,
          evidence: `模板“${rival.template.title}”`,
          choice: { duty: duty.id, template: rival.template.id },
        })),
    ),
  ];
  const message =
    possible.length === 0
      ? `模板“${header.template.title}”没有对应的报送事项。请指定报送事项。`
      : `这张表可归入 ${candidates.length} 个报送事项或模板。请选定。`;
  return { duty: null, question: { code: 'duty_ambiguous', message, candidates } };
}

function routePeriod(
  { view, header, override, context }: TableInput,
  duty: RoutableDuty | null,
): { readonly period: string | null; readonly evidence: string | null; readonly question: Question | null } {
  if (duty === null)
    return { period: override.period ?? null, evidence: override.period ? CHOSEN : null, question: null };
  const result = recognisePeriod({
    view,
    topRow: header.topRow,
    sheet: view.sheet.name,
    file: context.file,
    receivedAt: context.receivedAt,
    kind: duty.periodKind,
  });
  if (override.period !== undefined && !(result.kind === 'found' && result.period === override.period))
    return { period: override.period, evidence: CHOSEN, question: null };
  if (result.kind === 'question') return { period: null, evidence: null, question: result.question };
  return { period: result.period, evidence: result.evidence, question: null };
}

/** Two columns for one field, or a required column that is not there. */
function columnQuestion(
  header: HeaderMatch,
  columns: readonly HeaderColumn[],
  override: Partial<Override>,
): Question | null {
  const { template } = header;
  for (const column of template.columns) {
    const claims = columns.filter((c) => c.field === column.id);
    if (claims.length < 2) continue;
    return {
      code: 'column_ambiguous',
      message: `有 ${claims.length} 列都像“${column.name}”：${claims.map(at).join('、')}。请选定用哪一列。`,
      candidates: claims.map((claim) => ({
        value: columnLetters(claim.column),
        label: at(claim),
        evidence: `第 ${header.headerRow} 行表头`,
        choice: {
          columns: Object.fromEntries(
            claims.map((c) => [columnLetters(c.column), c.column === claim.column ? column.id : null]),
          ),
        },
      })),
    };
  }
  const missing = template.columns.filter((c) => c.required && !columns.some((known) => known.field === c.id));
  const [first] = missing;
  if (!first || override.acceptMissingColumns) return null;
  const spare = columns.filter((c) => c.field === null && !/^(序号|编号|备注)$/u.test(foldHeader(c.header)));
  return {
    code: 'column_missing',
    message: `缺少必填列：${missing.map((c) => c.name).join('、')}。请指定由哪一列填入，或确认确实没有（该列各行将记为错误）。`,
    candidates: [
      ...[...spare]
        .sort((a, b) => likeness(b.header, first.name) - likeness(a.header, first.name))
        .slice(0, 5)
        .map((c) => ({
          value: columnLetters(c.column),
          label: `${at(c)} 作为“${first.name}”`,
          evidence: `第 ${header.headerRow} 行表头`,
          choice: { columns: { [columnLetters(c.column)]: first.id } },
        })),
      { value: 'accept', label: '确实没有这些列', evidence: '', choice: { acceptMissingColumns: true } },
    ],
  };
}

const at = (column: HeaderColumn): string => `${columnLetters(column.column)} 列“${column.header}”`;

/** Shared characters, to list near matches first. Only an order of proposals, never a choice. */
function likeness(a: string, b: string): number {
  const known = new Set(foldHeader(b));
  return [...new Set(foldHeader(a))].filter((c) => known.has(c)).length;
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
