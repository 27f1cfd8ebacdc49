import type { CellState, FigureRef, RecordState } from '../contract/figures.ts';
import type { RecordTally, UnitFacts } from './assessmentFacts.ts';
import { isMet, isOverdue } from './grid.ts';
import type { Hundredths } from './points.ts';

/** What the program counted for an item, with the numbers it counted from. `applies: false`: the unit has nothing to do with it. */
export type Measure =
  | { readonly applies: false; readonly how: string; readonly counts: readonly CountLine[] }
  | {
      readonly applies: true;
      readonly points: Hundredths;
      readonly how: string;
      readonly counts: readonly CountLine[];
    };

/** One number behind the points, in words, and the rows behind it. */
export interface CountLine {
  readonly text: string;
  readonly ref?: FigureRef;
}

/** What a unit owed of the duties named (of all without them), and how much of it came. */
export function owedOf(unit: UnitFacts, duties: readonly string[] | undefined) {
  const own = duties === undefined ? unit.owed : unit.owed.filter((cell) => duties.includes(cell.duty));
  const met = own.filter(isMet);
  return {
    expected: met.length + own.filter((cell) => isOverdue(cell, unit.all.asOf)).length,
    met: met.length,
    onTime: met.filter((cell) => !cell.late).length,
  };
}

/** One number of all tallies. */
export function totalOf(tallies: readonly RecordTally[], of: 'records' | 'compliant' | 'clocked' | 'timely'): number {
  return tallies.reduce((sum, tally) => sum + tally[of], 0);
}

/** The squares of a unit behind a number. */
export function cellRef({ unit, period, all }: UnitFacts, state: CellState, duties?: readonly string[]): FigureRef {
  const { asOf } = all;
  return { kind: 'cells', period, asOf, state, units: [unit], ...(duties === undefined ? {} : { duties }) };
}

/** The records of a unit behind a number. */
export function recordRef(
  { unit, period, all }: UnitFacts,
  state: RecordState,
  {
    templates,
    duties,
  }: { readonly templates?: readonly string[] | undefined; readonly duties?: readonly string[] | undefined },
): FigureRef {
  const { asOf } = all;
  return {
    kind: 'records',
    period,
    asOf,
    state,
    units: [unit],
    ...(templates === undefined ? {} : { templates }),
    ...(duties === undefined ? {} : { duties }),
  };
}
