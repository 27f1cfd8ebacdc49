import type { PaperScope } from '../contract/papers.ts';
import type { CircularInput } from './circularInput.ts';
import { CASE_TEMPLATES } from './circularTexts.ts';

/** Whether a paper is about some duties or units alone: what is outside them it does not speak of, not even as nought. */
export function isNarrow({ duties, units }: PaperScope): boolean {
  return duties !== null || units !== null;
}

/** Whether records belong to what a paper is about; they do not where its duties have no tables and none came. */
export function speaksOfRecords({ scope, duties, rates }: CircularInput): boolean {
  return scope.duties === null || rates.total.records > 0 || duties.some(({ templates }) => templates.length > 0);
}

/** Whether a paper is about tables of records that are checked row by row, and not about cases and reports alone. */
export function speaksOfTables({ scope, duties }: CircularInput): boolean {
  if (scope.duties === null) return true;
  return duties.some(({ templates }) => templates.some((id) => CASE_TEMPLATES.every((template) => template !== id)));
}

/** Whether all of these templates are within what a paper is about. */
export function isAbout({ scope, duties }: CircularInput, templates: readonly string[]): boolean {
  if (scope.duties === null) return true;
  return templates.every((id) => duties.some((duty) => duty.templates.includes(id)));
}
