import type { Template } from '../contract/templates.ts';

/** What a case is called: its own title where the template has one that is filled, else the name of its subject. */
export function caseTitle(values: Readonly<Record<string, string | number | null>>, { nameField }: Template): string {
  return String(values.title || values[nameField] || '') || '（无标题）';
}
