import type { GridCell, OwedCell } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { isOverdue, isOwed } from './grid.ts';
import { previousPeriod } from './period.ts';

/** The `count` periods of the same kind before one, newest first. */
export function periodsBefore(period: Period, count: number): Period[] {
  const before: Period[] = [];
  let last = period;
  for (let n = 0; n < count; n += 1) {
    last = previousPeriod(last);
    before.push(last);
  }
  return before;
}

/** Tells of a thing owed in how many of so many periods before the unit sent this duty late, or has not yet sent what was due. */
export function lateBeforeIn(
  cells: readonly GridCell[],
  asOf: Moment,
  count: number,
): (cell: Pick<OwedCell, 'unit' | 'duty' | 'period'>) => number {
  const faults = new Set(
    cells
      .filter((cell) => isOwed(cell) && (cell.late || isOverdue(cell, asOf)))
      .map(({ unit, duty, period }) => keyOf(unit, duty, period)),
  );
  return ({ unit, duty, period }) =>
    periodsBefore(period, count).filter((before) => faults.has(keyOf(unit, duty, before))).length;
}

const keyOf = (...parts: readonly string[]): string => parts.join('\n');
