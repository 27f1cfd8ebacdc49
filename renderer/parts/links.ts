import type { FigureCell } from '../../electron/contract/figures.ts';
import type { StoredRecord } from '../../electron/contract/records.ts';
import type { Period } from '../../electron/contract/time.ts';

/** The address of a paper. */
export const paperLink = (id: number) => `/circulars?paper=${id}`;

/** Where a new paper is begun. */
export const NEW_PAPER_LINK = '/circulars?new=1';

/** Where the year of a unit or duty is shown. */
export function yearLink(subject: 'unit' | 'duty', id: string): string {
  return `/status?${new URLSearchParams({ tab: 'year', [subject]: id })}`;
}

/** The grid at a square: its period, its duty, its unit. */
export function gridLink({ period, duty, unitName }: FigureCell): string {
  return `/status?${new URLSearchParams({ period, duty, search: unitName })}`;
}

/** The grid at a unit's row. */
export function unitLink(name: string, period: Period): string {
  return `/status?${new URLSearchParams({ period, search: name })}`;
}

/** The records page at this one. */
export function recordLink({ unit, template, period, id }: StoredRecord): string {
  return `/records?${new URLSearchParams({ unit, template, period, record: String(id) })}`;
}
