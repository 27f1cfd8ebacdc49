import type { FormerVersion, Template } from '../contract/templates.ts';
import type { Day } from '../contract/time.ts';
import { foldHeader } from './fold.ts';
import type { HeaderColumn, HeaderMatch } from './recogniseHeader.ts';

/** The columns of a table that speak for the version before. */
export function formerColumns(template: Template, columns: readonly HeaderColumn[]): HeaderColumn[] {
  const former = new Set(template.former?.headers.map(foldHeader));
  const all = former.size === 0 ? [] : columns.filter((c) => former.has(foldHeader(c.header)));
  return all.length >= FORMER_COLUMNS ? all : [];
}

/** The version before, if the table is of it throughout: it has columns of that version and none that only today's has. */
export function formerOf(template: Template, columns: readonly HeaderColumn[]): FormerVersion | null {
  const { former } = template;
  if (!former?.absent || formerColumns(template, columns).length === 0) return null;
  const absent = new Set(former.absent);
  const isMixed = columns.some((c) => c.field !== null && absent.has(c.field) && !isReread(former, c));
  return isMixed ? null : former;
}

/** A header whose columns mean what they meant in the version of the table. */
export function inItsVersion(header: HeaderMatch): HeaderMatch {
  const former = formerOf(header.template, header.columns);
  if (!former?.fields) return header;
  const meaning = new Map(Object.entries(former.fields).map(([name, field]) => [foldHeader(name), field]));
  const columns = header.columns.map((column) => {
    const field = meaning.get(foldHeader(column.header));
    return field === undefined ? column : { ...column, field };
  });
  return { ...header, columns };
}

/** The template as it holds for a table: of what the former version did not have nothing is asked while that was in force. */
export function templateInForce({ template, columns }: HeaderMatch, received: Day): Template {
  const former = formerOf(template, columns);
  if (!former?.absent || former.until === undefined || received > former.until) return template;
  const absent = new Set(former.absent);
  return {
    ...template,
    columns: template.columns.map((column) =>
      absent.has(column.id) ? { ...column, required: false, requiredWhen: [] } : column,
    ),
  };
}

const isReread = ({ fields }: FormerVersion, column: HeaderColumn): boolean =>
  Object.keys(fields ?? {}).some((name) => foldHeader(name) === foldHeader(column.header));

const FORMER_COLUMNS = 2;
