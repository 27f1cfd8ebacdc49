import { countAdopted, countChases, countPapers } from '../../db/queries/assessment.ts';
import { hasLaterFiles } from '../../db/queries/submissions.ts';
import type { AssessmentScheme } from '../contract/assessment.ts';
import { REFUSING } from '../contract/caseAdoption.ts';
import { unitsAt } from '../contract/nameAt.ts';
import type { GridCell, RefusedDue } from '../contract/status.ts';
import type { Moment } from '../contract/time.ts';
import { itemsOf } from '../core/assessment.ts';
import type { AssessmentFacts, IndicatorFacts, RecordTally } from '../core/assessmentFacts.ts';
import { ownNumbers } from '../core/assessmentIndicators.ts';
import { nameDay } from '../core/nameDay.ts';
import { withoutRefusals } from '../core/unknownDue.ts';
import { asPrinted } from './asPrinted.ts';
import { type Context, readDirectory } from './context.ts';
import { knownCells } from './grid.ts';
import { listIndicators } from './indicators.ts';
import { periodsIn, ratesOf, talliesOf } from './status.ts';

/**
 * Everything a year's points are counted from, as it stood at a moment. What is due in a year whose calendar is not loaded is left out and
 * named (`refused`), as in the grid.
 */
export function gatherFacts(
  context: Context,
  scheme: AssessmentScheme,
  { year, asOf }: { readonly year: number; readonly asOf: Moment },
): { readonly facts: AssessmentFacts; readonly refused: readonly RefusedDue[] } {
  const db = context.store().read;
  const directory = readDirectory(db);
  const at = { period: String(year), asOf };
  const { cells, refused = [] } = knownCells(db, directory, at, context);
  // Which periods' records are the year's does not hang on a due day that nobody knows.
  const lenient: Context = { ...context, calendar: withoutRefusals(context.calendar) };
  const tallies = talliesOf(db, directory, at, lenient);
  const periods = periodsIn(directory, at.period, lenient.calendar);
  const today = nameDay(at.period, asOf);
  const { duties } = asPrinted(db, directory, at);
  const ledgerOf = new Map(duties.map((duty) => [duty.id, duty.templates[0]]));
  const facts: AssessmentFacts = {
    year,
    asOf,
    units: unitsAt(directory.units, today).map(({ id, name, activeTo }) => ({
      ...{ id, name },
      ...(activeTo !== null && activeTo < today ? { ended: activeTo } : {}),
    })),
    duties,
    templates: context.resources.templates,
    cells,
    tallies,
    rates: ratesOf(db, directory, at, lenient, [...cells]).units,
    papers: countPapers(db, periods, asOf).flatMap(({ unit, duty, count }) => {
      const template = ledgerOf.get(duty);
      return template === undefined ? [] : [{ unit, template, count }];
    }),
    adopted: countAdopted(db, periods, REFUSING, hasLaterFiles(db, periods, asOf) ? asOf : null),
    chases: countChases(db, year, asOf),
    indicators: indicatorFacts(context, scheme, { cells, tallies, year, asOf }),
  };
  return { facts, refused };
}

/** Only those that the scheme asks for: the others' numbers cost much. */
function indicatorFacts(
  context: Context,
  scheme: AssessmentScheme,
  {
    cells,
    tallies,
    year,
    asOf,
  }: {
    readonly cells: readonly GridCell[];
    readonly tallies: readonly RecordTally[];
    readonly year: number;
    readonly asOf: Moment;
  },
): readonly IndicatorFacts[] {
  const wanted = itemsOf(scheme).flatMap(({ source }) => (source.from === 'indicator' ? [source.indicator] : []));
  if (wanted.length === 0) return [];
  return listIndicators(context, { year, asOf })
    .filter((one) => wanted.includes(one.indicator.id))
    .map((one) => ({ year: one, own: ownNumbers(one.indicator, cells, tallies, asOf) }));
}
