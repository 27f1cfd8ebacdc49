import type { TablePlan } from '../../../electron/contract/imports.ts';

/** Which of several tables of a sheet: `A12:H30` for a block of cells; the rows of one unit are told by the unit itself. */
export function partText({ part }: Pick<TablePlan, 'part'>): string {
  return part.startsWith('@') ? '' : part;
}
