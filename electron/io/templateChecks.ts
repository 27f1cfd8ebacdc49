import type { Template } from '../contract/templates.ts';
import type { Fault } from './resourceChecks.ts';

/** What a template says of its period, of nothing having arisen, of its former version and of numbers that must add up: every field named is there and fits. */
export function checkRelations(file: string, template: Template, fault: Fault): void {
  const types = new Map(template.columns.map((column) => [column.id, column.type]));
  const known = (path: string, field: string | null) => {
    if (field !== null && !types.has(field)) fault(file, path, `没有这个字段：${field}`);
  };
  const numeric = (path: string, field: string) => {
    known(path, field);
    if (types.get(field) !== 'number') fault(file, path, `不是数字字段：${field}`);
  };
  known('periodField', template.periodField ?? null);
  known('nothing.matter', template.nothing?.matter ?? null);
  known('nothing.reason', template.nothing?.reason ?? null);
  for (const [n, field] of (template.former?.absent ?? []).entries()) known(`former.absent[${n}]`, field);
  for (const [header, field] of Object.entries(template.former?.fields ?? {})) known(`former.fields.${header}`, field);
  for (const [n, sum] of (template.sums ?? []).entries()) {
    numeric(`sums[${n}].field`, sum.field);
    for (const [m, fields] of sum.of.entries())
      for (const [k, field] of fields.entries()) numeric(`sums[${n}].of[${m}][${k}]`, field);
    for (const [m, field] of sum.less.entries()) numeric(`sums[${n}].less[${m}]`, field);
  }
  for (const [n, tie] of (template.ties ?? []).entries()) numeric(`ties[${n}].field`, tie.field);
}

/** What templates say of each other: the tables and number fields that a tie names are there. */
export function checkTies(templates: readonly Template[], fault: Fault): void {
  const byId = new Map(templates.map((template) => [template.id, template]));
  for (const { id, ties } of templates)
    for (const [n, tie] of (ties ?? []).entries())
      for (const [m, other] of tie.of.entries()) {
        const at = `ties[${n}].of[${m}]`;
        const template = byId.get(other.template);
        if (!template) fault(`templates/${id}.json`, `${at}.template`, `没有这个模板：${other.template}`);
        else if ('field' in other && template.columns.find((c) => c.id === other.field)?.type !== 'number')
          fault(`templates/${id}.json`, `${at}.field`, `不是该模板的数字字段：${other.field}`);
      }
}
