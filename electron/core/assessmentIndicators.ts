import type { Indicator, IndicatorNumber } from '../contract/indicators.ts';
import type { GridCell } from '../contract/status.ts';
import type { Moment } from '../contract/time.ts';
import type { IndicatorFacts, RecordTally } from './assessmentFacts.ts';
import { isMet, isOverdue, isOwed } from './grid.ts';

/** A unit's own two numbers of an indicator, by unit; null: one of them is typed, or of the whole county. */
export function ownNumbers(
  indicator: Indicator,
  cells: readonly GridCell[],
  tallies: readonly RecordTally[],
  asOf: Moment,
): IndicatorFacts['own'] {
  const { duty, numerator, denominator } = indicator;
  const isOwn = (of: { readonly duty: string }): boolean => duty === null || of.duty === duty;
  const owed = Map.groupBy(
    cells.filter((cell) => isOwed(cell) && isOwn(cell)),
    (cell) => cell.unit,
  );
  const records = Map.groupBy(tallies.filter(isOwn), (tally) => tally.unit);
  const numbers = new Map<string, { numerator: number; denominator: number | null }>();
  for (const unit of new Set([...owed.keys(), ...records.keys()])) {
    const of = (number: IndicatorNumber): number | null =>
      countOwn(number, owed.get(unit) ?? [], records.get(unit) ?? [], asOf);
    const counted = of(numerator);
    const whole = denominator === null ? null : of(denominator);
    if (counted === null || (denominator !== null && whole === null)) return null;
    numbers.set(unit, { numerator: counted, denominator: whole });
  }
  return numbers;
}

function countOwn(
  { from, template }: IndicatorNumber,
  cells: readonly GridCell[],
  tallies: readonly RecordTally[],
  asOf: Moment,
): number | null {
  const own = tallies.filter((tally) => (template ?? tally.template) === tally.template);
  const total = (of: 'records' | 'compliant' | 'clocked' | 'timely'): number =>
    own.reduce((sum, tally) => sum + tally[of], 0);
  switch (from) {
    case 'report-met':
      return cells.filter(isMet).length;
    case 'report-expected':
      return cells.filter((cell) => isMet(cell) || isOverdue(cell, asOf)).length;
    case 'submissions':
      return cells.reduce((sum, cell) => sum + cell.count, 0);
    case 'records':
      return total('records');
    case 'records-compliant':
      return total('compliant');
    case 'records-clocked':
      return total('clocked');
    case 'records-timely':
      return total('timely');
    case 'typed':
    case 'commitments':
    case 'fulfilments':
    case 'commitments-and-fulfilments':
    case 'units-drawn':
    case 'units-to-draw':
      return null;
    default:
      return from satisfies never;
  }
}
