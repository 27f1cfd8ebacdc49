import type { ReadDb } from '../../db/types.ts';
import type { Grid, GridCell, OwedCell } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { errorSentence } from '../contract/words.ts';
import { isOwed } from '../core/grid.ts';
import { addDays, dayOf, firstDay, lastDay } from '../core/period.ts';
import { periodsBefore } from '../core/reminderHistory.ts';
import { owedStatus } from '../core/reminders.ts';
import { REACH } from '../core/schedule.ts';
import { unknownDues } from '../core/unknownDue.ts';
import { whereKnown } from '../core/whereKnown.ts';
import type { Context, Directory } from './context.ts';
import { knownCells } from './grid.ts';

interface Asked {
  /** Null: whatever period it is about. */
  readonly period: Period | null;
  readonly asOf: Moment;
  /** Days ahead that count as soon. */
  readonly soonDays: number;
}

/**
 * The squares a reminder list is made of: of one period, or all that this year and the one before hold, as far as the office's notice was
 * in force. What is older was settled with its year's score. A square whose due day lies in a year nobody knows is named, where it may be
 * due by now.
 */
export function reminderCells(
  db: ReadDb,
  directory: Directory,
  { period, asOf, soonDays }: Asked,
  context: Context,
): Pick<Grid, 'cells' | 'refused'> {
  if (period !== null) return knownCells(db, directory, { period, asOf }, context);
  const until = addDays(dayOf(asOf), soonDays + REACH);
  const first = firstYear(directory, asOf);
  const grids = yearsBetween(first, Number(until.slice(0, 4))).map(
    (year) =>
      whereKnown(() => knownCells(db, directory, { period: String(year), asOf }, context), null) ??
      unknownYear(String(year), directory, context),
  );
  // What lies further ahead is not pressing yet, whatever its calendar will say.
  const refused = grids
    .flatMap((grid) => grid.refused ?? [])
    .filter((one) => `${one.year}-01-01` <= until && firstDay(one.period) <= until);
  const cells = grids.flatMap((grid) => grid.cells);
  return refused.length === 0 ? { cells } : { cells, refused };
}

/**
 * The squares of the periods before, of the duties that some unit owes in `cells` and not already among them: what tells who is late
 * again. Each period is looked up once, for all units.
 */
export function earlierCells(
  db: ReadDb,
  directory: Directory,
  cells: readonly GridCell[],
  { period, asOf, count }: { readonly period: Period | null; readonly asOf: Moment; readonly count: number },
  context: Context,
): GridCell[] {
  const begin = period === null ? `${firstYear(directory, asOf)}-01-01` : null;
  const { effectiveFrom } = directory.office.settings;
  const wanted = new Map<Period, Set<string>>();
  const open = cells.filter((cell): cell is OwedCell => owedStatus(cell) !== null);
  for (const [duty, own] of Map.groupBy(open, (cell) => cell.duty)) {
    const present = new Set(own.map((cell) => cell.period));
    for (const before of new Set([...present].flatMap((one) => periodsBefore(one, count)))) {
      // What the list itself was made of is known.
      if (lastDay(before) < effectiveFrom || (begin !== null && firstDay(before) >= begin)) continue;
      wanted.set(before, (wanted.get(before) ?? new Set()).add(duty));
    }
  }
  return [...wanted].flatMap(([of, duties]) => {
    const part = { ...directory, duties: directory.duties.filter(({ id }) => duties.has(id)) };
    const grid = whereKnown(() => knownCells(db, part, { period: of, asOf }, context), NOTHING);
    return grid.cells.filter((cell) => cell.period === of && isOwed(cell));
  });
}

/** A year of which no square can be shown: all of them are named. */
function unknownYear(
  container: Period,
  { duties, office }: Directory,
  { calendar }: Context,
): Pick<Grid, 'cells' | 'refused'> {
  const refused = duties.flatMap((duty) =>
    unknownDues(duty, container, office.settings, calendar).map(({ period, year }) => ({
      duty: duty.id,
      period,
      year,
      message: errorSentence('year_unknown', year),
    })),
  );
  return { cells: [], refused };
}

const NOTHING: Pick<Grid, 'cells' | 'refused'> = { cells: [] };

/** This year and the one before, as far as anything was owed. */
function firstYear({ office }: Directory, asOf: Moment): number {
  return Math.max(Number(dayOf(asOf).slice(0, 4)) - 1, Number(office.settings.effectiveFrom.slice(0, 4)));
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
}
