import type { CellState, FigureRef, RecordState } from '../contract/figures.ts';
import { RATE_WORDS } from '../contract/figureWords.ts';
import type { RateRow } from '../contract/status.ts';
import { ratePrinted } from '../contract/words.ts';
import { scoreChange } from './circularCompare.ts';
import type { CircularFacts } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import type { Wording } from './circularOverview.ts';
import { circularPeriod } from './circularPeriod.ts';
import { refsOfPeriod } from './circularRefs.ts';
import { type Cell, column, type TableBody } from './circularTable.ts';
import { sentence } from './circularTexts.ts';
import { officialMoment } from './officialMoment.ts';
import { periodKind, periodTitle } from './period.ts';
import { areUnranked, type RankedUnit, rankedUnits } from './smallBases.ts';

/** 附件 of the three rates: the units by 综合得分, with the change against the period before where one can be compared. */
export function rankingTable({ input, facts, refs }: Wording): TableBody {
  const { rates, units, texts } = input;
  const places = new Map(units.map((unit) => [unit.id, unit.order]));
  const ranked = rankedUnits(rates.units, {
    least: texts.limits.minDenominator,
    order: (unit) => places.get(unit) ?? 0,
  });
  const before = scoredBefore(input);
  const scores = new Map(before?.rates.units.map((row) => [row.unit, row]));
  const rows = ranked.map((row): Cell[] => {
    const own = { units: [row.unit] };
    const cells = rateCells(row, {
      cells: (state) => refs.cells(state, own),
      records: (state) => refs.records(state, own),
    });
    const change = before ? [scoreChange(row, scores.get(row.unit))] : [];
    return [row.place === null ? '—' : String(row.place), row.name, ...cells, ...change];
  });
  const sum = rateCells(rates.total, { cells: refs.cells, records: refs.rated });
  const sumChange = before ? [scoreChange(rates.total, before.rates.total)] : [];
  return {
    landscape: before !== undefined || isWide(rates.total),
    columns: before
      ? [...columnsOf(TURNED), column('环比', TURNED.change)]
      : columnsOf(isWide(rates.total) ? TURNED : UPRIGHT),
    rows: rows.length === 0 ? [] : [...rows, ['', '合计', ...sum, ...sumChange]],
    note: rankingNote(input, ranked, facts),
  };
}

/** Whether the sums would break in the columns of an upright page: 2 916 of the duties, 12 916 of the records. */
function isWide({ expected, records }: RateRow): boolean {
  return expected > 999 || records > 9999;
}

/** Shares of the width; with 环比 the table no longer fits upright without breaking `100.00%`. */
const UPRIGHT = { place: 9, name: 24.3, few: 9, rate: 19.1, count: 12.9, score: 16.7 };
const TURNED = { place: 13, name: 40, few: 14, rate: 20, count: 17, score: 20, change: 18 };

function columnsOf({ place, name, few, rate, count, score }: typeof UPRIGHT) {
  return [
    column('名次', place),
    column('单位', name),
    column('应报', few),
    column('已报', few),
    column(RATE_WORDS.report, rate),
    column('记录数', count),
    column('合规数', count),
    column(RATE_WORDS.compliance, rate),
    column('及时数', count),
    column(RATE_WORDS.timeliness, rate),
    column('综合得分', score),
  ];
}

interface RowRefs {
  readonly cells: (state: CellState) => FigureRef;
  readonly records: (state: RecordState) => FigureRef;
}

/** A rate and the score open what they are of: their denominators; of the score that of 上报率. */
function rateCells(row: RateRow, { cells, records }: RowRefs): Cell[] {
  const number = (text: string, ref: FigureRef): Cell => (text === '—' ? text : { text, ref });
  return [
    number(String(row.expected), cells('expected')),
    number(String(row.met), cells('met')),
    number(ratePrinted(row.reportRate), cells('expected')),
    number(String(row.records), records('all')),
    number(String(row.compliant), records('compliant')),
    number(ratePrinted(row.complianceRate), records('all')),
    number(row.timely === null ? '—' : String(row.timely), records('timely')),
    number(ratePrinted(row.timelinessRate), records('clocked')),
    number(row.score === null ? '—' : row.score.toFixed(2), cells('expected')),
  ];
}

/** The period before, unless nothing at all came in it: every unit would only have gained its whole score. */
function scoredBefore({ comparisons: [before] }: CircularInput) {
  return before && before.rates.total.met + before.rates.total.records > 0 ? before : undefined;
}

/** Places a reader takes for praise. */
const FIRST_PLACES = 10;

/** What of the rules the table shows: ties, units not ranked, criticised ones in front, and what 环比 is against. */
function rankingNote(input: CircularInput, ranked: readonly RankedUnit[], { severe }: CircularFacts): string {
  const { texts } = input;
  const before = scoredBefore(input);
  const ranks = ranked.flatMap(({ place }) => (place === null ? [] : [place]));
  const small = ranked.some((row) => row.isSmall);
  const isAll = ranked.every((row) => row.score !== null && !row.isSmall);
  // A high score of what was sent, with much that was not: else a reader takes the place for a pardon.
  const isFirstSevere = ranked.some(({ unit, place }) => place !== null && place <= FIRST_PLACES && severe.has(unit));
  const values = before && { before: circularPeriod(before.period), beforeAsOf: officialMoment(before.asOf) };
  return [
    areUnranked(ranked) ? sentence(texts, isAll ? 'rankingEqual' : 'rankingEqualRanked', {}).text : '',
    new Set(ranks).size < ranks.length ? sentence(texts, 'rankingTies', {}).text : '',
    small ? sentence(texts, 'rankingSmall', {}).text : '',
    isFirstSevere ? sentence(texts, 'rankingOwing', {}).text : '',
    values ? sentence(texts, 'rankingChange', values).text : '',
  ].join('');
}

/** 附件 of a longer period: the rates quarter by quarter of a year, else month by month. */
export function periodsTable({ input, refs }: Wording): TableBody {
  const rows = stepsOf(input).map((step): Cell[] => {
    const own = refsOfPeriod(step, input.scope);
    const cells = rateCells(step.rates.total, { cells: own.cells, records: own.rated });
    return [periodTitle(step.period).replace(/^\d{4}年/u, ''), ...cells];
  });
  const sum = rateCells(input.rates.total, { cells: refs.cells, records: refs.rated });
  return {
    landscape: isWide(input.rates.total),
    columns: columnsOf(isWide(input.rates.total) ? TURNED : UPRIGHT)
      .slice(1)
      .map((one, index) => (index === 0 ? { ...one, title: stepWord(input) } : one)),
    rows: rows.length === 0 ? [] : [...rows, ['合计', ...sum]],
  };
}

/** The shorter periods that a paper about a longer one tells apart. */
function stepsOf({ quarters, months }: CircularInput) {
  return quarters.length > 1 ? quarters : months;
}

/** What those are called. */
export function stepWord({ period }: CircularInput): string {
  return periodKind(period) === 'year' ? '季度' : '月份';
}
