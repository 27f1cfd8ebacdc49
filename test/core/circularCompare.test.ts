import { describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import { composeDraft } from '../../electron/core/circular.ts';
import { equivalentMoment, growthPrinted, type PeriodRates, pointsPrinted } from '../../electron/core/comparison.ts';
import { sampleCell, sampleInput, sampleUnits } from './circularSample.ts';

const units = sampleUnits(4);
const tally = { records: 10, compliant: 10, updates: 0, clocked: 0, timely: 0 };

/** A period in which so many of the four units reported, with so many records of the first unit. */
function month(period: string, reported: number, records: number, compliant = records) {
  const cells = units.map(({ id }, index) => sampleCell(id, 'd02', period, index < reported ? 'reported' : 'missing'));
  return sampleInput(units, cells, { period, tallies: [{ ...tally, unit: 'u0', records, compliant }] });
}

function ratesOf(period: string, reported: number, records: number, compliant = records): PeriodRates {
  return {
    period,
    asOf: '2022-04-05T16:00',
    rates: month(period, reported, records, compliant).rates,
    hasOthers: false,
  };
}

type Sent = [reported: number, records: number, compliant: number];

const textOf = ({ sections }: CircularDocument, wanted: string) =>
  sections.flatMap(({ paragraphs }) => paragraphs).find(({ key }) => key === wanted)?.text;

describe('the moment an earlier period is compared at', () => {
  it.each([
    ['2022-05-05T16:00', '2022-04', '2022-03', '2022-04-05T16:00'],
    ['2022-04-20T09:30', '2022-04', '2022-03', '2022-03-21T09:30'],
    ['2022-07-15T09:00:30', '2022-Q2', '2022-Q1', '2022-04-15T09:00:30'],
    ['2023-01-10T09:00', '2022', '2021', '2022-01-10T09:00'],
    ['2022-05-02T09:00', '2022-W17', '2022-W16', '2022-04-25T09:00'],
  ])('%s of %s is as far from its end as in %s: %s', (asOf, period, earlier, moment) => {
    expect(equivalentMoment(asOf, period, earlier)).toBe(moment);
  });
});

describe('differences', () => {
  it.each([
    [35, 100, '35.00%'],
    [-1, 3, '33.33%'],
    [100, 100, '100.00%'],
    [250, 100, '250.00%'],
    [99_999, 100_000, '99.99%'],
    [-99_999, 100_000, '99.99%'],
    [100_001, 100_000, '100.01%'],
    [1, 1_000_000, '0.01%'],
  ])('%d of %d before is %s', (difference, before, printed) => {
    expect(growthPrinted(difference, before)).toBe(printed);
  });

  it.each([
    [5, '5'],
    [-5.25, '5.25'],
    [0.5, '0.5'],
    [-10, '10'],
    [100, '100'],
  ])('%d points read %s', (points, printed) => {
    expect(pointsPrinted(points)).toBe(printed);
  });
});

describe('a circular', () => {
  it.each<[Sent, Sent, string]>([
    [[3, 20, 19], [2, 16, 16], '上报率上升25个百分点，合规率下降5个百分点，收到信用信息增加4条，增长25.00%'],
    [[2, 8, 8], [2, 16, 16], '上报率持平，合规率持平，收到信用信息减少8条，下降50.00%'],
    [[2, 8, 8], [4, 8, 8], '上报率下降50个百分点，合规率持平，收到信用信息条数持平'],
    [[2, 8, 8], [0, 0, 0], '上报率上升50个百分点，收到信用信息增加8条（上期为0）'],
    [[2, 0, 0], [1, 0, 0], '上报率上升25个百分点'],
  ])('tells %j against %j before: %s', (now, before, changes) => {
    const input = { ...month('2022-04', ...now), comparisons: [ratesOf('2022-03', ...before)] };
    expect(textOf(composeDraft(input), 'overview/compare')).toBe(
      `与2022年3月同一时点（截至2022年4月5日16时）相比，${changes}。`,
    );
  });

  it('compares nothing where nothing can be compared', () => {
    expect(textOf(composeDraft(month('2022-04', 2, 8)), 'overview/compare')).toBeUndefined();
  });

  it('shows how each score changed, and says against what', () => {
    const input = { ...month('2022-04', 3, 20, 15), comparisons: [ratesOf('2022-03', 2, 20, 20)] };
    const [ranking] = composeDraft(input).tables;
    expect(ranking?.columns.at(-1)?.title).toBe('环比');
    const changes = ranking?.rows.map((row) => [row[1], row.at(-1)]);
    expect(changes).toEqual([
      ['发改委', '-12.50'],
      ['公安局', '持平'],
      ['司法局', '+100.00'],
      ['教体局', '持平'],
      ['合计', '持平'],
    ]);
    expect(ranking?.landscape).toBe(true);
    expect(ranking?.note).toContain(
      '环比为综合得分与2022年3月同一时点（距期末天数相同，截至2022年4月5日16时）相比增减的分数。',
    );
  });

  it('shows no change of scores against a period in which nothing came', () => {
    const input = { ...month('2022-04', 3, 20), comparisons: [ratesOf('2022-03', 0, 0)] };
    expect(composeDraft(input).tables[0]?.columns.map(({ title }) => title)).not.toContain('环比');
  });

  it('compares a quarter also with the same of last year', () => {
    const comparisons = [ratesOf('2022-Q1', 2, 8), ratesOf('2021-Q2', 1, 4)];
    const draft = composeDraft({ ...month('2022-Q2', 2, 8), comparisons });
    expect(textOf(draft, 'overview/compare')).toMatch(/^与2022年第一季度同一时点（/);
    expect(textOf(draft, 'overview/compare/2')).toMatch(/^与2021年第二季度同一时点（.*增加4条，增长100.00%。$/);
  });

  it('tells the months of a quarter, leaving out a rate that hardly any has', () => {
    const months = [ratesOf('2022-04', 2, 0), ratesOf('2022-05', 3, 4, 3), ratesOf('2022-06', 4, 0)];
    const draft = composeDraft({ ...month('2022-Q2', 3, 4), months });
    expect(textOf(draft, 'overview/trend')).toBe('从各月看，上报率4月50.00%、5月75.00%、6月100.00%。');
  });

  it('tells the quarters of a year in an annex that adds up to the year', () => {
    const quarters = ['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4'].map((quarter, index) =>
      ratesOf(quarter, index + 1, 5),
    );
    const input = { ...month('2022', 3, 20), quarters };
    const table = composeDraft(input).tables.find(({ key }) => key === 'periods');
    expect(table?.caption).toBe('2022年度分季度信用信息归集报送情况表');
    expect(table?.columns[0]?.title).toBe('季度');
    expect(table?.rows.map((row) => row.slice(0, 4))).toEqual([
      ['第一季度', '4', '1', '25.00%'],
      ['第二季度', '4', '2', '50.00%'],
      ['第三季度', '4', '3', '75.00%'],
      ['第四季度', '4', '4', '100.00%'],
      ['合计', '4', '3', '75.00%'],
    ]);
    expect(table?.figures?.filter(({ row }) => row === 1)[0]?.ref).toMatchObject({
      period: '2022-Q2',
      state: 'expected',
    });
  });
});
