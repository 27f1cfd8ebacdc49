import type { OfficeSettings } from '../contract/profiles.ts';
import type { GridCell, RateRow, Rates, UnitRates } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { isMet, isOverdue, isOwed } from './grid.ts';
import { scoreOf } from './ranking.ts';
import { rankedUnits } from './smallBases.ts';

/** A unit's records of the period: received, without unconfirmed error, changed by a later file, with a clock, within their term. */
export interface UnitTally {
  readonly unit: string;
  readonly records: number;
  readonly compliant: number;
  readonly updates: number;
  readonly clocked: number;
  readonly timely: number;
}

export interface RatesInput {
  readonly period: Period;
  readonly asOf: Moment;
  readonly cells: readonly GridCell[];
  readonly tallies: readonly UnitTally[];
  readonly units: readonly Unit[];
  readonly settings: OfficeSettings;
  /** The term of the records' own clock in words (`recordTermSentence`); empty: no duty has one. */
  readonly recordTermText: string;
  /** Units that owe and sent fewer than this are not ranked (`limits.minDenominator` of the circular). */
  readonly minDenominator: number;
}

/**
 * 上报率, 合规率 and 及时率 per unit and in total (cli.md, Grid and rates). Units that owe nothing are not listed nor in the total, so
 * the units always sum to it; the total's rates are rates of sums. In the order of their rank; their place is that of circulars (`rankedUnits`).
 */
export function computeRates(input: RatesInput): Rates {
  const { period, asOf, settings, minDenominator: least } = input;
  const tallies = new Map(input.tallies.map((tally) => [tally.unit, tally]));
  const owing = Map.groupBy(input.cells.filter(isOwed), (cell) => cell.unit);
  const counted = inUnitOrder(owing, input.units).map(({ id, name, cells }) => ({
    unit: id,
    name,
    counts: countsOf(cells, tallies.get(id), asOf),
  }));
  const rows = counted.map(({ unit, name, counts }) => ({ unit, name, ...rateRow(counts, settings) }));
  const places = new Map(rows.map(({ unit }, index) => [unit, index]));
  const rules = { least, order: (unit: string) => places.get(unit) ?? 0 };
  const units = rankedUnits(rows, rules)
    .map(({ isSmall: _, ...row }): UnitRates => row)
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return {
    period,
    asOf,
    formula: rateFormula(settings, input.recordTermText, least),
    total: rateRow(sumOf(counted.map((unit) => unit.counts)), settings),
    units,
  };
}

/**
 * `n` of `d` as 0–100 with two decimals, null when `d` is 0. 100 only when all (pitfalls §5.8, 191), 0 only when none, and in whole
 * numbers, so that no rounding of binary fractions shows.
 */
export function percent(n: number, d: number): number | null {
  if (d <= 0) return null;
  if (n >= d) return 100;
  if (n <= 0) return 0;
  const hundredths = Math.floor((n * 20_000 + d) / (2 * d));
  return Math.min(9999, Math.max(1, hundredths)) / 100;
}

/** The formulas in force in one Chinese text, printed under every table and in every circular (product.md, Words). */
export function rateFormula(settings: OfficeSettings, recordTermText: string, least: number): string {
  const { report, compliance, timeliness } = settings.scoreWeights;
  return [
    `上报率＝已报期数÷应报期数×100%，已报含迟报和零报，未到截止时间的报了才计入，免报的不计${
      settings.intake?.returnedCounts === false ? '，退回后没有重新报送的不计为已报' : ''
    }；`,
    '合规率＝合规记录数÷收到记录数×100%，合规指没有未经书面确认的错误；',
    '及时率＝及时记录数÷有决定日期时限的记录数×100%，每条记录按首次收到计一次，更正不改变是否及时。',
    recordTermText === ''
      ? '报送期的截止时间过后收到的计为迟报。'
      : `时限有两个：报送期的截止时间，过后收到的计为迟报；记录自身的时限，${recordTermText}收到的为及时。`,
    `综合得分＝上报率、合规率、及时率按${report}∶${compliance}∶${timeliness}加权平均，各率用表中所列保留两位小数的值，没有分母的一项不参加；`,
    '名次按表中所列综合得分排列，得分相同的名次并列，其后名次空出，全部相同的不排名次',
    least > 1 ? `；应报不足${least}项次且记录不足${least}条的单位基数过小，不参加排名（全部如此的除外）` : '',
    '。合计的各率按各单位数量之和计算。',
    '分母为0的记“—”，不参加排名；保留两位小数，不足100%的不进为100%。',
  ].join('');
}

interface Counts {
  readonly expected: number;
  readonly met: number;
  readonly late: number;
  readonly records: number;
  readonly compliant: number;
  readonly updates: number;
  readonly clocked: number;
  readonly timely: number;
}

const NOTHING: Counts = { expected: 0, met: 0, late: 0, records: 0, compliant: 0, updates: 0, clocked: 0, timely: 0 };

function countsOf(cells: readonly GridCell[], tally: UnitTally | undefined, asOf: Moment): Counts {
  const met = cells.filter(isMet);
  return {
    expected: met.length + cells.filter((cell) => isOverdue(cell, asOf)).length,
    met: met.length,
    late: met.filter((cell) => cell.late).length,
    records: tally?.records ?? 0,
    compliant: tally?.compliant ?? 0,
    updates: tally?.updates ?? 0,
    clocked: tally?.clocked ?? 0,
    timely: tally?.timely ?? 0,
  };
}

function sumOf(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      expected: sum.expected + one.expected,
      met: sum.met + one.met,
      late: sum.late + one.late,
      records: sum.records + one.records,
      compliant: sum.compliant + one.compliant,
      updates: sum.updates + one.updates,
      clocked: sum.clocked + one.clocked,
      timely: sum.timely + one.timely,
    }),
    NOTHING,
  );
}

function rateRow(counts: Counts, settings: OfficeSettings): RateRow {
  const rates = {
    reportRate: percent(counts.met, counts.expected),
    complianceRate: percent(counts.compliant, counts.records),
    timelinessRate: percent(counts.timely, counts.clocked),
  };
  const timely = counts.clocked === 0 ? null : counts.timely;
  return { ...counts, ...rates, timely, score: scoreOf(rates, settings.scoreWeights) };
}

function inUnitOrder(
  owing: ReadonlyMap<string, readonly GridCell[]>,
  units: readonly Unit[],
): { id: string; name: string; cells: readonly GridCell[] }[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return [...owing]
    .map(([id, cells]) => ({
      id,
      name: known.get(id)?.name ?? id,
      order: known.get(id)?.order ?? Number.MAX_SAFE_INTEGER,
      cells,
    }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
