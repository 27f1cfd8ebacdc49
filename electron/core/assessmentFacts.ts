import type { Duty } from '../contract/duties.ts';
import type { IndicatorYear } from '../contract/indicators.ts';
import type { GridCell, OwedCell, UnitRates } from '../contract/status.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import { isOwed } from './grid.ts';

/** Everything that a year's points are counted from, of all units. */
export interface AssessmentFacts {
  readonly year: number;
  readonly asOf: Moment;
  /** Units under the names of the year, in the office's order; `ended`: the last day of one that was gone before the year's end. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly ended?: Day }[];
  readonly duties: readonly Pick<Duty, 'id' | 'title' | 'templates' | 'zeroReport'>[];
  readonly templates: readonly { readonly id: string; readonly title: string; readonly unitOfCount: string }[];
  readonly cells: readonly GridCell[];
  readonly tallies: readonly RecordTally[];
  /** The year's three rates (`computeRates`). */
  readonly rates: readonly UnitRates[];
  /** Papers handed in, which are no records; of each duty those of its first template. */
  readonly papers: readonly { readonly unit: string; readonly template: string; readonly count: number }[];
  /** Compliant records that were adopted (采用). */
  readonly adopted: readonly { readonly unit: string; readonly template: string; readonly count: number }[];
  /** Contacts with a unit to chase what it owed (催报). */
  readonly chases: ReadonlyMap<string, number>;
  /** The year's indicators; `own`: the unit's own two numbers, where the program counts both. */
  readonly indicators: readonly IndicatorFacts[];
}

export interface IndicatorFacts {
  readonly year: IndicatorYear;
  readonly own: ReadonlyMap<string, { readonly numerator: number; readonly denominator: number | null }> | null;
}

/** Records of a unit, by duty and template. */
export interface RecordTally {
  readonly unit: string;
  readonly duty: string;
  readonly template: string;
  readonly records: number;
  readonly compliant: number;
  readonly clocked: number;
  readonly timely: number;
}

/** The facts of one unit, beside those of all. */
export interface UnitFacts {
  readonly unit: string;
  readonly name: string;
  readonly ended?: Day;
  readonly period: Period;
  readonly all: AssessmentFacts;
  /** Its squares that are owed. */
  readonly owed: readonly OwedCell[];
  readonly tallies: readonly RecordTally[];
  readonly rates: UnitRates | null;
}

/** The facts, unit by unit. */
export function factsByUnit(all: AssessmentFacts): UnitFacts[] {
  const cells = Map.groupBy(all.cells.filter(isOwed), (cell) => cell.unit);
  const tallies = Map.groupBy(all.tallies, (tally) => tally.unit);
  const rates = new Map(all.rates.map((row) => [row.unit, row]));
  return all.units.map(({ id, name, ended }) => ({
    unit: id,
    name,
    ...(ended === undefined ? {} : { ended }),
    period: String(all.year),
    all,
    owed: cells.get(id) ?? [],
    tallies: tallies.get(id) ?? [],
    rates: rates.get(id) ?? null,
  }));
}

/** Duties that collect one of the templates. */
export function dutiesOf({ duties }: AssessmentFacts, templates: readonly string[]): string[] {
  return duties.filter((duty) => duty.templates.some((id) => templates.includes(id))).map(({ id }) => id);
}
