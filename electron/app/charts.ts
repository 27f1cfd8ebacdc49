import type { ChartSpec } from '../contract/charts.ts';
import { unitsAt } from '../contract/nameAt.ts';
import type { RateRow } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import {
  type ChartSubject,
  compositionChart,
  heatChart,
  monthsUpTo,
  rankingChart,
  trendChart,
} from '../core/charts.ts';
import { nameDay } from '../core/nameDay.ts';
import { dayOf, firstDay } from '../core/period.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { countedAt, narrowed } from './circularData.ts';
import { textsOf } from './circularWording.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { ratesOf } from './status.ts';

/** The charts of a period: trend, ranking, heat map, composition. Refuses a period whose due moments nobody knows (`year_unknown`). */
export function listCharts(
  context: Context,
  { period, asOf, duties = null, units = null }: Omit<Args<'charts.list'>, 'duties' | 'units'> & Lists,
): readonly ChartSpec[] {
  return chartsOf(context, { period, asOf: nowOf(asOf, context.deps.now), duties, units });
}

interface Lists {
  readonly duties?: readonly string[] | null | undefined;
  readonly units?: readonly string[] | null | undefined;
}

/** The same for a circular, which has its moment and scope already. */
export function chartsOf(context: Context, subject: ChartSubject): readonly ChartSpec[] {
  const db = context.store().read;
  const { period, asOf } = subject;
  const directory = narrowed(readDirectory(db), subject);
  const counted = countedAt(db, directory, { period, asOf }, { context, scope: subject });
  const rates = ratesOf(db, directory, { period, asOf }, context, counted.cells, counted.tallies);
  const titles = new Map(context.resources.templates.map(({ id, title }) => [id, title]));
  const units = unitsAt(directory.units, nameDay(period, asOf));
  return [
    trendOf(context, directory, subject, { period, total: rates.total }),
    rankingChart(rates, subject, {
      least: textsOf(context, directory.office.id).limits.minDenominator,
      units,
    }),
    heatChart(period, counted.cells, units),
    compositionChart(counted.tallies, (id) => titles.get(id) ?? id, subject),
  ];
}

interface Month {
  readonly period: Period;
  readonly total: RateRow | null;
}

/** The rates of the twelve months up to a period; `known` is one already counted. */
export function trendOf(context: Context, directory: Directory, subject: ChartSubject, known?: Month): ChartSpec {
  return trendChart(
    monthsUpTo(subject.period).map((period) =>
      period === known?.period ? known : { period, total: totalOf(context, directory, { ...subject, period }) },
    ),
  );
}

/** Null for a month that has not begun, and where only the calendar of an unknown year could say what was owed. */
function totalOf(
  context: Context,
  directory: Directory,
  subject: ChartSubject & { readonly period: Period; readonly asOf: Moment },
): RateRow | null {
  const { period, asOf } = subject;
  if (firstDay(period) > dayOf(asOf)) return null;
  const db = context.store().read;
  return whereKnown(() => {
    const { cells, tallies } = countedAt(db, directory, { period, asOf }, { context, scope: subject });
    return ratesOf(db, directory, { period, asOf }, context, cells, tallies).total;
  }, null);
}
