import type { GridCell, OwedCell } from '../contract/status.ts';
import type { Moment } from '../contract/time.ts';
import { isOverdue, isOwed } from './grid.ts';
import { firstDay } from './period.ts';

/** A thing owed: what of a square names it. */
type Owed = Pick<OwedCell, 'unit' | 'duty' | 'period'>;

/**
 * Tells of a thing owed in how many of so many periods before the unit sent this duty late, or has not yet sent what was due. Only periods
 * in which the unit owed the duty are periods before: of a campaign those with a campaign, of an exempted unit none that it was spared.
 */
export function lateBeforeIn(cells: readonly GridCell[], asOf: Moment, count: number): (cell: Owed) => number {
  const before = owedBefore(cells);
  return (cell) =>
    before(cell)
      .slice(0, count)
      .filter((one) => one.late || isOverdue(one, asOf)).length;
}

/** What a unit owed of the same duty in the periods before one, newest first; a square given twice counts once. */
export function owedBefore(cells: readonly GridCell[]): (cell: Owed) => OwedCell[] {
  const unique = new Map(cells.filter(isOwed).map((cell) => [`${keyOf(cell)}\n${cell.period}`, cell]));
  const byDuty = new Map(
    [...Map.groupBy(unique.values(), keyOf)].map(([key, own]) => [
      key,
      own
        .map((cell) => ({ cell, begin: firstDay(cell.period) }))
        .sort((a, b) => (a.begin < b.begin ? 1 : a.begin > b.begin ? -1 : 0)),
    ]),
  );
  return (cell) => {
    const begin = firstDay(cell.period);
    return (byDuty.get(keyOf(cell)) ?? []).filter((one) => one.begin < begin).map((one) => one.cell);
  };
}

const keyOf = ({ unit, duty }: Pick<Owed, 'unit' | 'duty'>): string => `${unit}\n${duty}`;
