import type { ReadDb } from '../../db/types.ts';
import type { Exemption } from '../contract/assignments.ts';
import type { Duty } from '../contract/duties.ts';
import type { OwedCell } from '../contract/status.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import { dueBetween, type DueSpan as Span } from '../core/dueBetween.ts';
import { isOwed } from '../core/grid.ts';
import { dayOf } from '../core/period.ts';
import { isPeriodOf } from '../core/rhythms.ts';
import { dueOf, periodsHeld } from '../core/schedule.ts';
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
  const span = { from, to, settings, calendar: context.calendar };
  const extended = directory.exemptions.filter(
    ({ until }) => until !== null && dayOf(until) >= from && dayOf(until) <= to,
  );
  const owed = directory.duties.flatMap((duty) => {
    const asked = [() => dueBetween(duty, span).map(({ period }) => period), () => extendedOf(duty, extended, span)];
    // Each by itself: an extension nobody can place takes nothing else away.
    const periods = asked.flatMap((ask) => (onlyKnown ? whereKnown(ask, []) : ask()));
    return [...new Set(periods)].map((period) => ({ duty, period }));
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

/** The periods of a duty for which an extension (延期) is given, however long ago they were due; refuses `year_unknown`. */
function extendedOf(
  duty: Duty,
  extended: readonly Exemption[],
  { settings, calendar }: Pick<Span, 'settings' | 'calendar'>,
): Period[] {
  return extended.flatMap(({ duty: of, period }) => {
    if (period === null || (of ?? duty.id) !== duty.id || !isPeriodOf(duty, period)) return [];
    if (!periodsHeld(duty, period, settings, calendar).includes(period)) return [];
    return dueOf(duty, period, settings, calendar) === null ? [] : [period];
  });
}
