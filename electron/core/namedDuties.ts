import type { Template } from '../contract/templates.ts';
import { foldText } from './fold.ts';

/**
 * The duties that a text speaks of: by their titles, else by the title words of their templates; words of two duties name neither. Null where
 * it speaks of none.
 */
export function namedDuties<Duty extends { readonly title: string; readonly templates: readonly string[] }>(
  text: string,
  duties: readonly Duty[],
  templates: readonly Template[],
): Duty[] | null {
  const folded = foldText(text);
  const titled = duties.filter(({ title }) => folded.includes(foldText(title)));
  if (titled.length > 0) return titled;
  const inUse = new Set(duties.flatMap((duty) => duty.templates));
  const ids = templates
    .filter(({ id, titleWords }) => inUse.has(id) && titleWords.some((word) => folded.includes(foldText(word))))
    .map(({ id }) => id);
  return ids.length === 0 ? null : duties.filter((duty) => ids.every((id) => duty.templates.includes(id)));
}
