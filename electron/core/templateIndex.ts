import type { Template } from '../contract/templates.ts';
import { foldHeader } from './fold.ts';

/** A template with the written forms of its headers, folded. */
export interface TemplateIndex {
  readonly template: Template;
  /** Names and aliases → field id. */
  readonly byName: ReadonlyMap<string, string>;
  /** Field codes written as headers (`XK_JDRQ`) → field id; a name beside them speaks first. */
  readonly byCode: ReadonlyMap<string, string>;
}

/** The headers a template knows; made once per template. */
export function indexTemplate(template: Template): TemplateIndex {
  const known = indexes.get(template);
  if (known) return known;
  const byName = new Map<string, string>();
  // Names win over aliases of another column.
  for (const column of template.columns) for (const alias of column.aliases) byName.set(foldHeader(alias), column.id);
  for (const column of template.columns) byName.set(foldHeader(column.name), column.id);
  // 罚款数额 is 罚款数额（万元） and the other way round; 元 is another amount and never assumed.
  for (const column of template.columns.filter((c) => c.type === 'number'))
    for (const name of [column.name, ...column.aliases].map(foldHeader)) {
      const other = name.endsWith(UNIT) ? name.slice(0, -UNIT.length) : `${name}${UNIT}`;
      if (!byName.has(other)) byName.set(other, column.id);
    }
  const byCode = new Map(template.columns.map((column) => [foldHeader(column.id), column.id]));
  const index = { template, byName, byCode };
  indexes.set(template, index);
  return index;
}

const UNIT = '万元';
const indexes = new WeakMap<Template, TemplateIndex>();
