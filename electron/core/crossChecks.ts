import type { Remark } from '../contract/imports.ts';
import type { TableTie, TiedNumber } from '../contract/templates.ts';
import { isSameAmount, roundedAmount } from './amounts.ts';
import type { AnalysedTable } from './analysed.ts';
import { periodTitle, previousPeriod } from './period.ts';
import type { PlanContext } from './planContext.ts';
import type { PlannedTable, Scope } from './planImport.ts';

/**
 * Tells of numbers that disagree with other tables of the unit (勾稽关系, domain.md §9): this month's total with last month's and the
 * increment, a count with the rows it counts. Other tables are those of the same file, else what is stored; what is in neither says
 * nothing. Each is a remark to verify, at the number compared.
 */
export function withCrossChecks(plans: readonly PlannedTable[], context: PlanContext): PlannedTable[] {
  return plans.map((plan) => {
    const ties = plan.scope === null ? [] : (context.templateOf(plan.table.template)?.ties ?? []);
    const { scope, table } = plan;
    if (scope === null || ties.length === 0) return plan;
    const remarks = ties.flatMap((tie) => differs(tie, table, scope, { plans, context }) ?? []);
    return remarks.length === 0 ? plan : { ...plan, table: { ...table, remarks: [...table.remarks, ...remarks] } };
  });
}

interface Known {
  readonly plans: readonly PlannedTable[];
  readonly context: PlanContext;
}

/** One number of another table with the words that say where it was read. */
interface Found {
  readonly amount: number;
  readonly said: string;
}

function differs(tie: TableTie, table: AnalysedTable, scope: Scope, known: Known): Remark | null {
  const said = sumOf(
    table.records.map((record) => record.values),
    tie.field,
  );
  const parts = tie.of.map((other) => find(other, scope, known));
  const found = parts.filter((part) => part !== null);
  if (said === null || found.length < parts.length) return null;
  const expected = roundedAmount(found.reduce((sum, { amount }) => sum + amount, 0));
  if (isSameAmount(said, expected)) return null;
  const place = table.columns.find((column) => column.field === tie.field);
  const row = table.records[0]?.row;
  const name = columnName(known.context, scope.template, tie.field);
  const sum = found.length > 1 ? `，合计 ${expected}` : '';
  return {
    code: 'total_differs',
    severity: 'verify',
    cell: place && row !== undefined ? `${place.column}${row}` : null,
    message: `“${place?.header || name}”写的是 ${said}，而${found.map((part) => part.said).join('，')}${sum}。请核对。`,
  };
}

function find(other: TiedNumber, scope: Scope, known: Known): Found | null {
  const { context } = known;
  const title = context.templateOf(other.template)?.title ?? other.template;
  if ('rows' in other) {
    const amount = rowsUntil({ ...scope, template: other.template }, known);
    return amount === 0 ? null : { amount, said: `《${title}》共有 ${amount} 条` };
  }
  const period = other.period === 'same' ? scope.period : previousPeriod(scope.period);
  const amount = sumOf(valuesIn({ ...scope, template: other.template, period }, known), other.field);
  const name = columnName(context, other.template, other.field);
  return amount === null ? null : { amount, said: `${periodTitle(period)}《${title}》的“${name}”为 ${amount}` };
}

/** Rows as sent in the same file; else what is stored of the period and, a cumulative table's rows being kept where they came first, before it. */
function rowsUntil(scope: Scope, { plans, context }: Known): number {
  const beside = besideOf(scope, plans);
  if (beside.length > 0) return beside.reduce((sum, table) => sum + table.records.length, 0);
  const periods = [scope.period, ...context.earlierPeriods(scope)];
  return periods.reduce((sum, period) => sum + context.known({ ...scope, period }).size, 0);
}

function valuesIn(scope: Scope, { plans, context }: Known): AnalysedTable['records'][number]['values'][] {
  const beside = besideOf(scope, plans);
  if (beside.length > 0) return beside.flatMap((table) => table.records.map((record) => record.values));
  const records = context.known(scope);
  const stored = [...records].filter(([, record]) => !record.planned).map(([key]) => key);
  const contents = stored.length === 0 ? [] : context.contents(scope, stored).values();
  return [
    ...[...records.values()].flatMap(({ planned }) => (planned ? [planned.values] : [])),
    ...[...contents].map(({ values }) => values),
  ];
}

/** Tables of the same file about the same unit and period, under whatever duty. */
function besideOf(scope: Scope, plans: readonly PlannedTable[]): AnalysedTable[] {
  return plans
    .filter((plan) => plan.scope?.unit === scope.unit && plan.scope.period === scope.period)
    .filter((plan) => plan.scope?.template === scope.template)
    .map(({ table }) => table);
}

function sumOf(rows: readonly AnalysedTable['records'][number]['values'][], field: string): number | null {
  const numbers = rows.map((values) => values[field]).filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}

const columnName = (context: PlanContext, template: string, field: string): string =>
  context.templateOf(template)?.columns.find((column) => column.id === field)?.name ?? field;
