import { countCommitments } from '../../db/queries/indicators.ts';
import { hasLaterFiles } from '../../db/queries/submissions.ts';
import type { Tally } from '../../db/queries/tallies.ts';
import type { IndicatorNumber } from '../contract/indicators.ts';
import type { GridCell } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { isMet, isOverdue, isOwed } from '../core/grid.ts';
import { isAfter } from '../core/period.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { coverageOf } from './draws.ts';
import { cellsOf, periodsIn, talliesOf } from './status.ts';

/** What the program counts for indicators, as of one moment; each period is read once for a duty. */
export interface IndicatorCounts {
  /** A number that is not typed. `duty` null: of all duties. Refuses `year_unknown` where it asks for a due moment nobody knows. */
  of(number: IndicatorNumber, duty: string | null, period: Period): number;
}

export function createIndicatorCounts(context: Context, asOf: Moment): IndicatorCounts {
  const db = context.store().read;
  const directory = readDirectory(db);
  // Only the duty's own squares are laid out: another one's due moment in an unknown year is no reason not to count.
  const bookOf = (id: string | null): Directory =>
    id === null ? directory : { ...directory, duties: directory.duties.filter((duty) => duty.id === id) };
  const cells = remembered((period, duty): GridCell[] => cellsOf(db, bookOf(duty), { period, asOf }, context));
  const tallies = remembered((period, duty): Tally[] =>
    talliesOf(db, bookOf(duty), { period, asOf }, context).filter((tally) => (duty ?? tally.duty) === tally.duty),
  );
  const commitments = remembered((period) => {
    const periods = periodsIn(directory, period, context.calendar);
    return countCommitments(db, periods, hasLaterFiles(db, periods, asOf) ? asOf : null);
  });
  /** Of the half year or year that must hold every unit; none of a duty that is not sampled. */
  const drawsOf = (id: string | null, period: Period): { readonly drawn: number; readonly units: number } => {
    const sampled = directory.duties.find((duty) => duty.id === id && duty.sampling);
    if (sampled === undefined) return { drawn: 0, units: 0 };
    const { draws, units } = coverageOf(context, { duty: sampled.id, period });
    const held = new Set(draws.filter((draw) => !isAfter(draw.at, asOf)).flatMap((draw) => draw.units));
    return { drawn: units.filter((unit) => held.has(unit)).length, units: units.length };
  };
  return {
    of({ from, template }, duty, period) {
      const owed = () => cells(period, duty).filter(isOwed);
      const sum = (count: (tally: Tally) => number): number =>
        tallies(period, duty)
          .filter((tally) => (template ?? tally.template) === tally.template)
          .reduce((total, tally) => total + count(tally), 0);
      switch (from) {
        case 'report-met':
          return owed().filter(isMet).length;
        case 'report-expected':
          return owed().filter((cell) => isMet(cell) || isOverdue(cell, asOf)).length;
        case 'submissions':
          return owed().reduce((total, cell) => total + cell.count, 0);
        case 'records':
          return sum((tally) => tally.records);
        case 'records-compliant':
          return sum((tally) => tally.compliant);
        case 'records-clocked':
          return sum((tally) => tally.clocked);
        case 'records-timely':
          return sum((tally) => tally.timely);
        case 'commitments':
          return commitments(period, null).commitments;
        case 'fulfilments':
          return commitments(period, null).fulfilments;
        case 'commitments-and-fulfilments':
          return commitments(period, null).commitments + commitments(period, null).fulfilments;
        case 'units-drawn':
          return drawsOf(duty, period).drawn;
        case 'units-to-draw':
          return drawsOf(duty, period).units;
        case 'typed':
          throw new Error('a typed number is not counted');
        default:
          return from satisfies never;
      }
    },
  };
}

function remembered<T>(read: (period: Period, duty: string | null) => T): (period: Period, duty: string | null) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return (period, duty) => {
    const key = `${period} ${duty ?? ''}`;
    const found = answers.get(key) ?? { answer: read(period, duty) };
    answers.set(key, found);
    return found.answer;
  };
}
