import type { Finding, RuleCode, Severity } from '../contract/findings.ts';
import type { Column, Condition, Template } from '../contract/templates.ts';
import type { Day } from '../contract/time.ts';
import { columnChecks } from './columnChecks.ts';
import { conditionSentence, holds } from './condition.ts';
import type { ExtractedRow } from './extract.ts';
import { findingSentence } from './findingSentence.ts';
import { EMPTY, type Normalised } from './normalise.ts';
import type { UnitMatcher } from './unitNames.ts';

/** The cells of a row by field. */
export type Values = Pick<ReadonlyMap<string, Normalised>, 'get'>;

/** What the checks of a row may ask of its surroundings. */
export interface RowContext {
  readonly template: Template;
  /** Address of a field's cell in a row; the header's column, so that an empty cell has one, too. */
  readonly address: (field: string, row: number) => string | null;
  /** Header of a field as the table writes it; the template's name where the column is absent. */
  readonly header: (column: Column) => string;
  readonly severities: Readonly<Record<RuleCode, Severity>>;
  /** Day of receipt: nothing can have been decided after it. */
  readonly today: Day;
  /** The table's unit, null while it is asked. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** Units that went on from it (合并、分设): a row that names one of them names no other. */
  readonly heirs: ReadonlySet<string>;
  readonly matcher: UnitMatcher;
}

/** Reports one finding: rule, column, and the detail its sentence needs. */
export type Report = (rule: RuleCode, column: Column, detail?: string) => void;

/** All findings of one record, in column order (domain.md §1.1–1.5, §3.1; severities are data). */
export function validateRow(row: ExtractedRow, values: Values, context: RowContext): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (rule, at, detail = '') => {
    const value = values.get(at.id);
    const shown = rule === 'date_future' || rule === 'date_order' ? String(value?.value ?? '') : (value?.raw ?? '');
    findings.push({
      row: row.row,
      cell: context.address(at.id, row.row),
      column: context.header(at),
      field: at.id,
      rule,
      severity: context.severities[rule],
      value: value?.raw ?? '',
      message: findingSentence(rule, context.header(at), shown, detail),
    });
  };
  for (const column of context.template.columns) {
    const cell = values.get(column.id) ?? EMPTY;
    for (const trouble of cell.troubles)
      report(trouble.rule, column, troubleDetail(trouble.rule, trouble.detail, column));
    if (row.merged.has(column.id)) report('merged_value', column, '内容取自或并入相邻单元格');
    if (row.cells.get(column.id)?.struckOut) report('struck_out', column);
    checkPresence(column, cell, values, context.template, report);
    if (cell.value !== null && (cell.troubles.length === 0 || cell.troubles.every((t) => PASSABLE.has(t.rule)))) {
      checkLength(column, String(cell.value), report);
      columnChecks(column, cell.value, values, context, report);
    }
  }
  return findings;
}

/** A finding of a whole row (hidden, duplicate), not of one column. */
export function rowFinding(
  rule: RuleCode,
  row: number,
  severities: RowContext['severities'],
  detail: string,
  at: {
    readonly cell: string | null;
    readonly column: Column | null;
    readonly header?: string;
    readonly value?: string;
  },
): Finding {
  const header = at.header ?? at.column?.name ?? null;
  return {
    row,
    cell: at.cell,
    column: header,
    field: at.column?.id ?? null,
    rule,
    severity: severities[rule],
    value: at.value ?? '',
    message: findingSentence(rule, header ?? '', at.value ?? '', detail),
  };
}

function checkPresence(column: Column, cell: Normalised, values: Values, template: Template, report: Report): void {
  // A formula without its result is not an empty cell.
  if (cell.troubles.length > 0 && cell.troubles.some((trouble) => trouble.rule === 'formula_uncached')) return;
  if (cell.value !== null) {
    const forbidden = firstThatHolds(column.mustBeEmptyWhen, values);
    if (forbidden) report('must_be_empty', column, conditionSentence(forbidden, template));
    return;
  }
  const required = column.required ? undefined : firstThatHolds(column.requiredWhen, values);
  if (column.required) report('required', column);
  else if (required) report('conditional_required', column, conditionSentence(required, template));
}

function firstThatHolds(conditions: readonly Condition[], values: Values): Condition | undefined {
  return conditions.length === 0 ? undefined : conditions.find((condition) => holds(condition, values));
}

function checkLength(column: Column, value: string, report: Report): void {
  if (column.length === null || value.length <= column.length) return;
  // Rare characters have two units of UTF-16.
  const length = [...value].length;
  if ((column.type === 'text' || column.codes?.otherWithText) && length > column.length)
    report('too_long', column, `${length} 字，不得超过 ${column.length} 字`);
}

function troubleDetail(rule: RuleCode, detail: string, column: Column): string {
  if (rule !== 'enum' || !column.codes) return detail;
  const values = column.codes.values.map((value) =>
    value === '其他' && column.codes?.otherWithText ? '其他-具体内容' : value,
  );
  return values.join('、');
}

/** Troubles after which the value is still the value. */
const PASSABLE: ReadonlySet<RuleCode> = new Set<RuleCode>(['date_ambiguous', 'date_lost_format']);
