import type { Column, Template } from '../contract/templates.ts';

/** Header line of the upload template (汇总上报表): the standard's own names in the standard's order. */
export function uploadHeader(template: Template): readonly string[] {
  return template.columns.map((column) => column.name);
}

/**
 * One record as a line of the upload template. Numbers stay numbers (amounts in 万元, as the columns say); everything else is text:
 * codes keep all their digits, dates read `YYYY/MM/DD`, an empty field is null.
 */
export function uploadRow(
  template: Template,
  values: Readonly<Record<string, string | number | null>>,
): readonly (string | number | null)[] {
  return template.columns.map((column) => cellOf(column, values[column.id] ?? null));
}

function cellOf(column: Column, value: string | number | null): string | number | null {
  if (value === null || value === '') return null;
  if (column.type === 'number') return value;
  const text = String(value);
  return column.type === 'date' ? text.replaceAll('-', '/') : text;
}
