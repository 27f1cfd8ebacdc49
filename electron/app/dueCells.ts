import type { ReadDb } from '../../db/types.ts';
import type { OwedCell } from '../contract/status.ts';
import type { Day, Moment } from '../contract/time.ts';
import { dueBetween } from '../core/dueBetween.ts';
import { isOwed } from '../core/grid.ts';
import { addDays, dayOf } from '../core/period.ts';
import { whereKnown } from '../core/whereKnown.ts';
import type { Context, Directory } from './context.ts';
import { cellsOf } from './status.ts';

interface DueSpan {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Moment;
  /** Leave a duty out whose due days nobody knows, instead of refusing `year_unknown`. */
  readonly onlyKnown?: boolean;
}

/** The owed squares whose due moment, extensions counted, lies between two days, whatever period they are about. */
export function dueCells(
  db: ReadDb,
  directory: Directory,
  { from, to, asOf, onlyKnown = false }: DueSpan,
  context: Context,
): OwedCell[] {
  const { settings } = directory.office;
  const span = { from: addDays(from, -LONGEST_EXTENSION), to, settings, calendar: context.calendar };
  const owed = directory.duties.flatMap((duty) => {
    const periods = () => dueBetween(duty, span);
    return (onlyKnown ? whereKnown(periods, []) : periods()).map(({ period }) => ({ duty, period }));
  });
  return [...Map.groupBy(owed, ({ period }) => period)]
    .flatMap(([period, due]) => {
      // Only the duties asked for: another of the same year may be due in a year without calendar.
      const part = { ...directory, duties: due.map(({ duty }) => duty) };
      return cellsOf(db, part, { period, asOf }, context).filter((cell) => cell.period === period);
    })
    .filter(isOwed)
    .filter((cell) => dayOf(cell.due) >= from && dayOf(cell.due) <= to);
}

/** An extension (延期) moves a due moment into the span from this many days before it. */
const LONGEST_EXTENSION = 62;
