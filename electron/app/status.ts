import { standingSlips } from '../../db/queries/openReturns.ts';
import { type FaultyRecord, firstFaulty } from '../../db/queries/records.ts';
import { hasLaterFiles, listSubmissions } from '../../db/queries/submissions.ts';
import { countTallies, listTallies, type Tally } from '../../db/queries/tallies.ts';
import type { ReadDb } from '../../db/types.ts';
import { unitsAt } from '../contract/nameAt.ts';
import type { PaperScope } from '../contract/papers.ts';
import type { GridCell, Rates } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { recordTermSentence } from '../core/due.ts';
import { expectationsOf } from '../core/expectation.ts';
import { gridCells, type ReceivedSubmission } from '../core/grid.ts';
import { nameDay } from '../core/nameDay.ts';
import { cadenceKind, isPeriod, periodsOf } from '../core/period.ts';
import { countsTable } from '../core/quota.ts';
import { computeRates, type UnitTally } from '../core/rates.ts';
import { termsIn } from '../core/recordTerms.ts';
import { Refusal } from '../core/refusal.ts';
import { dueOf, periodsHeld, scheduleKind } from '../core/schedule.ts';
import { textsOf } from './circularWording.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';

/** The three rates of a period. */
export function getRates(
  context: Context,
  query: { readonly period: Period; readonly asOf?: string | undefined },
): Rates {
  const db = context.store().read;
  return ratesOf(db, readDirectory(db), { period: query.period, asOf: nowOf(query.asOf, context.deps.now) }, context);
}

interface At {
  readonly period: Period;
  readonly asOf: Moment;
}

/** Grid cells of a period as they stood at a moment; of one unit or duty only, at its own cost. */
export function cellsOf(
  db: ReadDb,
  directory: Directory,
  { period, asOf }: At,
  { calendar }: Context,
  { unit, duty }: { readonly unit?: string | undefined; readonly duty?: string | undefined } = {},
): GridCell[] {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const { settings } = directory.office;
  const only = { unit, duty };
  const duties = directory.duties.filter((one) => (duty ?? one.id) === one.id);
  const expectations = expectationsOf({ ...directory, period, settings, calendar, only });
  const periods = periodsIn({ ...directory, duties }, period, calendar);
  const byId = new Map(duties.map((one) => [one.id, one]));
  const submissions = listSubmissions(db, { ...only, periods }).filter((one) => byId.has(one.duty));
  const returned = new Set(standingSlips(db, periods, asOf).map(tableKey));
  // What nobody owes then has no due moment: an event's duty, a campaign in a month without one.
  const unassignedDue = (id: string, of: Period): Moment | null => {
    const sent = byId.get(id);
    return sent && periodsHeld(sent, of, settings, calendar).includes(of) ? dueOf(sent, of, settings, calendar) : null;
  };
  const marked = submissions.map((s): ReceivedSubmission => {
    const isReturned = returned.has(tableKey(s));
    const isUncounted = s.template !== null && !countsTable(byId.get(s.duty), s.period, s.template);
    return isReturned || isUncounted ? { ...s, returned: isReturned, isUncounted } : s;
  });
  return gridCells(expectations, marked, asOf, unassignedDue, settings.intake?.returnedCounts);
}

/** A table of a batch: what a return sends back, and a submission is. */
function tableKey(of: {
  readonly batch: string | null;
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly template: string | null;
}): string {
  return [of.batch, of.unit, of.duty, of.period, of.template].join('\n');
}

/** Rates of a period as they stood at a moment. */
export function ratesOf(
  db: ReadDb,
  directory: Directory,
  at: At,
  context: Context,
  cells = cellsOf(db, directory, at, context),
  tallies: readonly Tally[] = talliesOf(db, directory, at, context),
): Rates {
  const terms = directory.duties.flatMap((duty) => termsIn(duty, at.period).map(recordTermSentence));
  return computeRates({
    ...at,
    cells,
    tallies: byUnit(tallies),
    units: unitsAt(directory.units, nameDay(at.period, at.asOf)),
    settings: directory.office.settings,
    recordTermText: [...new Set(terms)].join('或'),
    minDenominator: textsOf(context, directory.office.id).limits.minDenominator,
  });
}

/**
 * Record counts of a period by unit, duty, period and template, without what came after the moment. Rows that say that nothing arose
 * (情况说明) are the zero report itself and no records of any rate (domain.md §5.3).
 */
export function talliesOf(
  db: ReadDb,
  directory: Directory,
  { period, asOf }: At,
  { calendar, resources }: Context,
): Tally[] {
  const periods = periodsIn(directory, period, calendar);
  const tallies = hasLaterFiles(db, periods, asOf) ? countTallies(db, periods, asOf) : listTallies(db, periods);
  const counted = new Set(countedTemplates(resources).map(({ id }) => id));
  return tallies.filter(({ template }) => counted.has(template));
}

/** Templates whose rows are records of the rates: not those that say that nothing arose. */
export const countedTemplates = ({ templates }: Context['resources']) => templates.filter(({ nothing }) => !nothing);

/** The first non-compliant records of each unit in a period, without what came after the moment. */
export function faultyOf(
  db: ReadDb,
  directory: Directory,
  { period, asOf }: At,
  { calendar, resources }: Context,
  { perUnit, scope }: { readonly perUnit: number; readonly scope?: PaperScope },
): FaultyRecord[] {
  const periods = periodsIn(directory, period, calendar);
  const titled = countedTemplates(resources).toSorted((a, b) => (a.title < b.title ? -1 : 1));
  const moment = hasLaterFiles(db, periods, asOf) ? asOf : null;
  return firstFaulty(db, periods, { moment, perUnit, scope, templates: titled.map((template) => template.id) });
}

/** Every period whose submissions a period holds: its own duties' periods (months with the weeks due in them, and so on). */
export function periodsIn(directory: Directory, period: Period, calendar: Context['calendar']): Period[] {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const { duties, office } = directory;
  const held = duties.flatMap((duty) => periodsHeld(duty, period, office.settings, calendar));
  // What has no schedule is filed by its rhythm, what has no rhythm by the month.
  const loose = duties.filter((duty) => scheduleKind(duty) === null || cadenceKind(duty.cadence) === null);
  const kinds = new Set(loose.map(({ cadence }) => cadenceKind(cadence) ?? 'month'));
  const filed = [...kinds].flatMap((kind) => (kind === 'week' ? [] : periodsOf(kind, period)));
  return [...new Set([...held, ...filed, period])];
}

function byUnit(tallies: readonly Tally[]): UnitTally[] {
  const sums = new Map<string, UnitTally>();
  for (const t of tallies) {
    const sum = sums.get(t.unit) ?? { unit: t.unit, records: 0, compliant: 0, updates: 0, clocked: 0, timely: 0 };
    sums.set(t.unit, {
      unit: t.unit,
      records: sum.records + t.records,
      compliant: sum.compliant + t.compliant,
      updates: sum.updates + t.updates,
      clocked: sum.clocked + t.clocked,
      timely: sum.timely + t.timely,
    });
  }
  return [...sums.values()];
}
