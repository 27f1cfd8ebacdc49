import type { ChartSpec } from '../contract/charts.ts';
import type { FigureRef } from '../contract/figures.ts';
import { RATE_WORDS } from '../contract/figureWords.ts';
import type { CellStatus, GridCell, RateRow, Rates } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { compareText } from './compareText.ts';
import { isOwed } from './grid.ts';
import { dayOf, lastDay, periodKind, periodOf, periodsOf, periodTitle, previousPeriod } from './period.ts';
import { type RankingRules, rankedUnits } from './smallBases.ts';

type Of<K extends ChartSpec['kind']> = Extract<ChartSpec, { readonly kind: K }>;

/** What a chart is about: narrowed to duties and units where there are lists. */
export interface ChartSubject {
  readonly period: Period;
  readonly asOf: Moment;
  readonly duties: readonly string[] | null;
  readonly units: readonly string[] | null;
}

/** The twelve months up to a period, oldest first; of a quarter, half or year up to its last month, of a week the month of its Sunday. */
export function monthsUpTo(period: Period): readonly Period[] {
  const months = [periodOf('month', lastDay(period))];
  while (months.length < 12) months.unshift(previousPeriod(months[0] ?? period));
  return months;
}

/**
 * The three rates month by month against 100 % (西信用办〔2022〕5号 一（一）); a month without rates has null. Months before anything was owed
 * or sent are left out down to the last three.
 */
export function trendChart(all: readonly { readonly period: Period; readonly total: RateRow | null }[]): Of<'trend'> {
  const begun = all.findIndex(({ total }) => total !== null && total.expected + total.records > 0);
  const latest = Math.max(0, all.length - FEWEST_MONTHS);
  const months = all.slice(begun < 0 ? latest : Math.min(begun, latest));
  const [first, last] = [months[0], months.at(-1)];
  const values = (rate: 'reportRate' | 'complianceRate' | 'timelinessRate') =>
    months.map(({ total }) => total?.[rate] ?? null);
  return {
    kind: 'trend',
    title: first && last ? `${periodTitle(first.period)}至${periodTitle(last.period)}三项比率` : '三项比率',
    periods: months.map(({ period }) => period),
    labels: months.map(({ period }, index) => monthLabel(period, index === 0)),
    series: [
      { name: RATE_WORDS.report, values: values('reportRate') },
      { name: RATE_WORDS.compliance, values: values('complianceRate') },
      { name: RATE_WORDS.timeliness, values: values('timelinessRate') },
    ],
    target: 100,
  };
}

/** What a line needs to be one. */
const FEWEST_MONTHS = 3;

/** The units by their 综合得分 as a circular ranks them: who is left out there, for a small base or without score, is not drawn. Each opens what the unit owed. */
export function rankingChart(
  rates: Rates,
  subject: ChartSubject,
  { units, ...rules }: Omit<RankingRules, 'order'> & { readonly units: readonly Pick<Unit, 'id' | 'order'>[] },
): Of<'ranking'> {
  const places = new Map(units.map(({ id, order }) => [id, order]));
  const ranked = rankedUnits(rates.units, { ...rules, order: (unit) => places.get(unit) ?? 0 });
  return {
    kind: 'ranking',
    title: `${periodTitle(rates.period)}各单位综合得分`,
    items: ranked
      .filter(({ score, isSmall }) => score !== null && !isSmall)
      .map(({ unit, name, score }) => ({
        unit,
        name,
        value: score,
        ref: {
          kind: 'cells',
          period: subject.period,
          asOf: subject.asOf,
          state: 'expected',
          units: [unit],
          ...(subject.duties && { duties: subject.duties }),
        } satisfies FigureRef,
      })),
    measure: '分',
    target: 100,
  };
}

/**
 * What became of what each unit owed: by month of a quarter, half or year; of a month by its weeks and then the month itself. A week stands
 * in the month it is due in, what is owed for longer in the last month of its period. Of several squares the worst is shown, but 不足 where
 * some came and some did not. What is not yet due but partly there is told (`begun`).
 */
export function heatChart(
  period: Period,
  cells: readonly GridCell[],
  units: readonly Pick<Unit, 'id' | 'name' | 'order'>[],
): Of<'heat'> {
  const shown = cells.filter((cell) => cell.assigned && (isOwed(cell) || cell.status === 'exempt'));
  const columns = heatColumns(period, shown);
  const squares = Map.groupBy(shown, (cell) => `${cell.unit}\n${columnOf(cell, period)}`);
  const owing = new Set(shown.map(({ unit }) => unit));
  const rows = units.filter(({ id }) => owing.has(id)).sort((a, b) => a.order - b.order);
  const held = (unit: string, column: Period) => squares.get(`${unit}\n${column}`) ?? [];
  const begun = rows.flatMap(({ id: unit }) =>
    columns.filter((period) => isBegun(held(unit, period))).map((period) => ({ unit, period })),
  );
  return {
    kind: 'heat',
    title: `${periodTitle(period)}各单位报送情况`,
    units: rows.map(({ id, name }) => ({ unit: id, name })),
    periods: columns,
    labels: columns.map(columnLabel),
    values: rows.map(({ id }) => columns.map((column) => statusOf(held(id, column)))),
    ...(begun.length > 0 && { begun }),
  };
}

/** Records received by template, most first. Each opens its records. */
export function compositionChart(
  tallies: readonly { readonly template: string; readonly records: number }[],
  titleOf: (template: string) => string,
  { period, asOf, duties, units }: ChartSubject,
): Of<'composition'> {
  const counts = new Map<string, number>();
  for (const { template, records } of tallies) counts.set(template, (counts.get(template) ?? 0) + records);
  return {
    kind: 'composition',
    title: `${periodTitle(period)}数据记录构成`,
    items: [...counts]
      .filter(([, count]) => count > 0)
      .sort(([a, few], [b, many]) => many - few || compareText(a, b))
      .map(([template, count]) => ({
        template,
        name: titleOf(template),
        count,
        ref: {
          kind: 'records',
          period,
          asOf,
          state: 'all',
          templates: [template],
          ...(duties && { duties }),
          ...(units && { units }),
        } satisfies FigureRef,
      })),
  };
}

/** What several squares come to in one; null: nothing was owed. */
function statusOf(cells: readonly GridCell[]): CellStatus | null {
  const held = new Set(cells.map(({ status, late }) => (status === 'zero' && late ? 'late' : status)));
  const worst = SEVERITY.findLast((status) => held.has(status)) ?? null;
  const hasSome = held.has('reported') || held.has('zero') || held.has('late') || held.has('partial');
  return worst === 'missing' && hasSome ? 'partial' : worst;
}

/** Not yet due as a whole, but part of it came. */
function isBegun(cells: readonly GridCell[]): boolean {
  return statusOf(cells) === 'pending' && cells.some(({ status }) => status === 'reported' || status === 'zero');
}

/** From what needs no look to what is worst. */
const SEVERITY: readonly CellStatus[] = [
  'exempt',
  'zero',
  'reported',
  'pending',
  'late',
  'partial',
  'returned',
  'missing',
];

function heatColumns(period: Period, cells: readonly GridCell[]): readonly Period[] {
  const kind = periodKind(period);
  if (kind === 'week') return [period];
  if (kind !== 'month') return periodsOf('month', period);
  const used = new Set(cells.map((cell) => columnOf(cell, period)));
  used.delete(period);
  // The month comes last, whatever else is due in it.
  return [...[...used].sort(compareText), period];
}

function columnOf({ period: own, due }: GridCell, period: Period): Period {
  const kind = periodKind(own);
  if (periodKind(period) === 'week' || periodKind(period) === 'month') return kind === 'week' ? own : period;
  const month = kind === 'week' && due !== null ? periodOf('month', dayOf(due)) : periodOf('month', lastDay(own));
  const held = periodsOf('month', period);
  return held.includes(month) ? month : (held.at(-1) ?? period);
}

function columnLabel(period: Period): string {
  return periodKind(period) === 'week' ? `第${Number(period.slice(6))}周` : `${Number(period.slice(5))}月`;
}

/** `4月`; the first and every January with its year below. */
function monthLabel(month: Period, isFirst: boolean): string {
  const label = columnLabel(month);
  return isFirst || month.endsWith('-01') ? `${label}\n${month.slice(0, 4)}年` : label;
}
