import { recordsPerUnit } from '../../db/queries/figureRecords.ts';
import { hasLaterFiles } from '../../db/queries/submissions.ts';
import type { Tally } from '../../db/queries/tallies.ts';
import type { ReadDb } from '../../db/types.ts';
import type { DocumentForm } from '../contract/circulars.ts';
import type { CircularKind, PaperScope } from '../contract/papers.ts';
import type { GridCell } from '../contract/status.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { CircularInput } from '../core/circularInput.ts';
import type { CircularAnnex } from '../core/circularTexts.ts';
import { equivalentMoment, type PeriodRates } from '../core/comparison.ts';
import { isMet } from '../core/grid.ts';
import { maskedRow } from '../core/maskedRow.ts';
import { dayOf, firstDay, periodKind, periodsOf, previousPeriod, yearBefore } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { asPrinted } from './asPrinted.ts';
import { textsOf } from './circularWording.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { cellsOf, countedTemplates, faultyOf, periodsIn, ratesOf, talliesOf } from './status.ts';

/** What decides a circular beside the data. */
export interface CircularQuestion {
  readonly kind: CircularKind;
  readonly period: Period;
  readonly asOf: Moment;
  readonly scope: PaperScope;
  readonly form: DocumentForm;
  /** Annexes in order; null: as the texts give them. */
  readonly annexes: readonly CircularAnnex[] | null;
  readonly no: number | null;
  /** 成文日期 */
  readonly date: Day;
}

/** Gathers what a circular is composed from, as the data stood at its moment, narrowed to its scope. */
export function circularInput(context: Context, question: CircularQuestion): CircularInput {
  const db = context.store().read;
  const { scope } = question;
  const directory = narrowed(readDirectory(db), scope);
  const at = { period: question.period, asOf: question.asOf };
  const texts = textsOf(context, directory.office.id);
  const { cells, tallies } = countedAt(db, directory, at, { context, scope });
  const { templates } = context.resources;
  const titleOf = (id: string): string => templates.find((template) => template.id === id)?.title ?? id;
  // A paper about an earlier period shows the names and rules of then.
  const printed = asPrinted(db, directory, at);
  return {
    ...question,
    office: directory.office,
    duties: inScope(printed.duties, scope.duties),
    units: printed.units,
    cells,
    rates: ratesOf(db, directory, at, context, cells, tallies),
    findings: faultyOf(db, directory, at, context, { perUnit: texts.limits.rowsPerUnit, scope }).map((faulty) => {
      const { unit, template, row } = faulty;
      const masked = maskedRow(
        faulty,
        templates.find(({ id }) => id === template),
        dayOf(question.asOf),
      );
      return { unit, template, row, templateTitle: titleOf(template), ...masked };
    }),
    findingTotals: faultyPerUnit(tallies),
    undated: undatedPerUnit(context, directory, question),
    unrecorded: unrecorded(cells, tallies),
    comparisons: comparable(question, directory).flatMap((earlier) => {
      const asOf = equivalentMoment(question.asOf, question.period, earlier);
      return whereKnown(() => [periodRates(context, directory, { period: earlier, asOf }, scope)], []);
    }),
    months: steps(context, directory, question, 'month'),
    quarters: steps(context, directory, question, 'quarter'),
    charts: [],
    counts: tallies.map(({ unit, template, records, compliant }) => ({
      unit,
      template,
      templateTitle: titleOf(template),
      records,
      compliant,
    })),
    texts,
  };
}

function unrecorded(cells: readonly GridCell[], tallies: readonly Tally[]): number {
  const square = (of: Pick<Tally, 'unit' | 'duty' | 'period'>) => `${of.unit}\n${of.duty}\n${of.period}`;
  const recorded = new Set(tallies.map(square));
  return cells.filter(
    (cell) => cell.assigned && isMet(cell) && cell.status !== 'zero' && cell.count > 0 && !recorded.has(square(cell)),
  ).length;
}

/**
 * What a period is compared with: the one before, and of a quarter the same of last year; none of which the office did not yet expect
 * reports (`effectiveFrom`).
 */
function comparable({ period }: CircularQuestion, { office }: Directory): Period[] {
  const earlier = [previousPeriod(period), ...(periodKind(period) === 'quarter' ? [yearBefore(period)] : [])];
  return earlier.filter((one) => firstDay(one) >= office.settings.effectiveFrom);
}

/** The shorter periods of a longer one that have begun; of one whose due moments nobody knows there is nothing to tell. */
function steps(
  context: Context,
  directory: Directory,
  { period, asOf, scope }: CircularQuestion,
  kind: 'month' | 'quarter',
): PeriodRates[] {
  if (kind === periodKind(period)) return [];
  const begun = periodsOf(kind, period).filter((one) => firstDay(one) <= dayOf(asOf));
  if (begun.length < 2) return [];
  return begun.flatMap((one) => whereKnown(() => [periodRates(context, directory, { period: one, asOf }, scope)], []));
}

function periodRates(
  context: Context,
  directory: Directory,
  at: { readonly period: Period; readonly asOf: Moment },
  scope: PaperScope,
): PeriodRates {
  const db = context.store().read;
  const { cells, tallies } = countedAt(db, directory, at, { context, scope });
  const rates = ratesOf(db, directory, at, context, cells, tallies);
  const rated = new Set(rates.units.map(({ unit }) => unit));
  return { ...at, rates, hasOthers: tallies.some(({ unit, records }) => records > 0 && !rated.has(unit)) };
}

/** The directory with the duties of a scope alone; refuses a duty or unit that there is not. */
export function narrowed(directory: Directory, { duties, units }: PaperScope): Directory {
  const missing = (ids: readonly string[] | null, known: readonly { readonly id: string }[]) =>
    ids?.find((id) => known.every((one) => one.id !== id));
  const duty = missing(duties, directory.duties);
  if (duty !== undefined) throw new Refusal('duty_unknown', duty);
  const unit = missing(units, directory.units);
  if (unit !== undefined) throw new Refusal('unit_unknown', unit);
  return duties === null ? directory : { ...directory, duties: inScope(directory.duties, duties) };
}

/** The grid and the record counts of a period at a moment, of a scope alone. */
export function countedAt(
  db: ReadDb,
  directory: Directory,
  at: { readonly period: Period; readonly asOf: Moment },
  { context, scope }: { readonly context: Context; readonly scope: PaperScope },
) {
  const isIn = (row: { readonly unit: string; readonly duty: string }) =>
    (scope.units?.includes(row.unit) ?? true) && (scope.duties?.includes(row.duty) ?? true);
  return {
    cells: cellsOf(db, directory, at, context).filter(isIn),
    tallies: talliesOf(db, directory, at, context).filter(isIn),
  };
}

function inScope<T extends { readonly id: string }>(all: readonly T[], ids: readonly string[] | null): readonly T[] {
  return ids === null ? all : all.filter((one) => ids.includes(one.id));
}

function undatedPerUnit(context: Context, directory: Directory, { period, asOf, scope }: CircularQuestion) {
  const db = context.store().read;
  const periods = periodsIn(directory, period, context.calendar);
  const moment = hasLaterFiles(db, periods, asOf) ? asOf : null;
  const templates = countedTemplates(context.resources).map(({ id }) => id);
  return recordsPerUnit(db, { ...scope, periods, moment, state: 'undated', templates });
}

function faultyPerUnit(tallies: readonly Tally[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { unit, records, compliant } of tallies) sums.set(unit, (sums.get(unit) ?? 0) + records - compliant);
  return sums;
}
