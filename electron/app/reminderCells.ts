import type { ReadDb } from '../../db/types.ts';
import type { Grid, GridCell, OwedCell } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { errorSentence } from '../contract/words.ts';
import { isOwed } from '../core/grid.ts';
import { addDays, dayOf, firstDay, lastDay } from '../core/period.ts';
import { owedBefore } from '../core/reminderHistory.ts';
import { owedStatus } from '../core/reminders.ts';
import { longestWait, REACH } from '../core/schedule.ts';
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
 * The squares a reminder list is made of: of one period, or all since the office's notice took effect. A square whose due day lies in a year
 * nobody knows is named, where it may be due by now.
 */
export function reminderCells(
  db: ReadDb,
  directory: Directory,
  { period, asOf, soonDays }: Asked,
  context: Context,
): Pick<Grid, 'cells' | 'refused'> {
  if (period !== null) return knownCells(db, directory, { period, asOf }, context);
  const until = addDays(dayOf(asOf), soonDays + REACH);
  const grids = yearsBetween(firstYear(directory), Number(until.slice(0, 4))).map(
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
 * Squares that the units owed of the same duties in periods before those open in `cells`: what tells who is late again. Looked up by years,
 * newest first, only as far back as one of them lacks so many. A list of everything holds them already.
 */
export function earlierCells(
  db: ReadDb,
  directory: Directory,
  cells: readonly GridCell[],
  { period, asOf, count }: { readonly period: Period | null; readonly asOf: Moment; readonly count: number },
  context: Context,
): GridCell[] {
  const open = cells.filter((cell): cell is OwedCell => isOwed(cell) && owedStatus(cell) !== null);
  if (period === null || open.length === 0) return [];
  const waits = new Map(directory.duties.map((duty) => [duty.id, longestWait(duty)]));
  const years = open.map((cell) => addDays(lastDay(cell.period), waits.get(cell.duty) ?? 0).slice(0, 4));
  const earlier: GridCell[] = [];
  for (const year of yearsBetween(firstYear(directory), Math.max(...years.map(Number))).reverse()) {
    const before = owedBefore([...cells, ...earlier]);
    const lacking = new Set(open.filter((cell) => before(cell).length < count).map(({ duty }) => duty));
    if (lacking.size === 0) break;
    const part = { ...directory, duties: directory.duties.filter(({ id }) => lacking.has(id)) };
    const grid = whereKnown(() => knownCells(db, part, { period: String(year), asOf }, context), NOTHING);
    earlier.push(...grid.cells.filter(isOwed));
  }
  return earlier;
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

/** The year in which the office's notice took effect: nothing was owed before. */
function firstYear({ office }: Directory): number {
  return Number(office.settings.effectiveFrom.slice(0, 4));
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
}
