import type { ReadDb } from '../../db/types.ts';
import type { Duty } from '../contract/duties.ts';
import type { Grid } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { errorSentence } from '../contract/words.ts';
import type { WorkCalendar } from '../core/calendar.ts';
import { unitsAt } from '../core/dutyUnits.ts';
import { isActive } from '../core/expectation.ts';
import { addDays, firstDay, isPeriod, lastDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { longestWait } from '../core/schedule.ts';
import { unknownDues, withoutRefusals } from '../core/unknownDue.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { cellsOf } from './status.ts';

interface StatusQuery {
  readonly period: Period;
  readonly asOf?: string | undefined;
  readonly duty?: string | undefined;
  readonly unit?: string | undefined;
}

/** The grid of a period, or the part of it that belongs to a duty or unit. */
export function getGrid(context: Context, query: StatusQuery): Grid {
  const db = context.store().read;
  const directory = readDirectory(db);
  if (query.unit !== undefined && !directory.units.some((u) => u.id === query.unit))
    throw new Refusal('unit_unknown', query.unit);
  if (query.duty !== undefined && !directory.duties.some((d) => d.id === query.duty))
    throw new Refusal('duty_unknown', query.duty);
  const asOf = nowOf(query.asOf, context.deps.now);
  return { period: query.period, asOf, ...knownCells(db, directory, { period: query.period, asOf }, context, query) };
}

/**
 * The cells of a period as `cellsOf` gives them, without those whose due moment lies in a year nobody knows, which are named instead: a
 * report of December due in January takes no other square away. Refuses `year_unknown` where nothing else is left.
 */
export function knownCells(
  db: ReadDb,
  directory: Directory,
  at: { readonly period: Period; readonly asOf: Moment },
  context: Context,
  only: { readonly unit?: string | undefined; readonly duty?: string | undefined } = {},
): Pick<Grid, 'cells' | 'refused'> {
  if (!isPeriod(at.period)) throw new Refusal('period_invalid', at.period);
  const duties = directory.duties.filter((duty) => reachesUnknown(duty, at.period, context.calendar));
  const unknown = duties
    .filter(({ id }) => (only.duty ?? id) === id)
    .flatMap((duty) =>
      unknownDues(duty, at.period, directory.office.settings, context.calendar).map((one) => ({ duty, ...one })),
    );
  if (unknown.length === 0) return { cells: cellsOf(db, directory, at, context, only) };
  const left = new Set(unknown.map(({ duty, period }) => squareOf(duty.id, period)));
  const calendar = withoutRefusals(context.calendar);
  const all = cellsOf(db, directory, at, { ...context, calendar }, only);
  const cells = all.filter(({ duty, period }) => !left.has(squareOf(duty, period)));
  // Of one unit only what it owes then or sent is named; another's unknown day is nothing to it.
  const own = new Set(all.map(({ duty, period }) => squareOf(duty, period)));
  const refused = unknown
    .filter(
      ({ duty, period }) =>
        only.unit === undefined || own.has(squareOf(duty.id, period)) || owes(only.unit, duty, period, directory),
    )
    .map(({ duty, period, year }) => ({
      duty: duty.id,
      period,
      year,
      message: errorSentence('year_unknown', year),
    }));
  if (refused.length === 0) return { cells };
  if (cells.length === 0) {
    // Each year by its name: of a whole year some days fall in the one before or after.
    const years = [...new Set(refused.map(({ year }) => Number(year)))].toSorted((a, b) => a - b);
    throw new Refusal('year_unknown', years.join('、'));
  }
  return { cells, refused };
}

function squareOf(duty: string, period: Period): string {
  return `${duty}\n${period}`;
}

/** Whether a unit is one of those that owe a duty in a period, whenever that is due. */
function owes(unit: string, duty: Duty, period: Period, directory: Directory): boolean {
  const found = directory.units.find(({ id }) => id === unit);
  return found !== undefined && isActive(found, period) && unitsAt(duty, lastDay(period), directory).includes(unit);
}

/** Whether a due day of the period can lie in an unknown year; most periods need not be looked through. */
function reachesUnknown(duty: Duty, period: Period, { from, to }: WorkCalendar): boolean {
  const last = Number(addDays(lastDay(period), longestWait(duty)).slice(0, 4));
  return Number(firstDay(period).slice(0, 4)) <= from || last > to;
}
