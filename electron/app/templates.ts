import type { Template, TemplateSummary } from '../contract/templates.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';

/** The templates shipped, with the duties that use them. */
export function listTemplates(context: Context): readonly TemplateSummary[] {
  const duties = context.isInitialised() ? readDirectory(context.store().read).duties : [];
  return context.resources.templates.map((template) => ({
    id: template.id,
    title: template.title,
    name: template.title,
    version: template.version,
    columns: template.columns.length,
    required: template.columns.filter((column) => column.required).length,
    duties: duties.filter((duty) => duty.templates.includes(template.id)).map((duty) => duty.id),
  }));
}

/** One template with all its columns. */
export function getTemplate(context: Context, id: string): Template {
  const template = context.resources.templates.find((t) => t.id === id);
  if (!template) throw new Refusal('template_unknown', id);
  return template;
}
