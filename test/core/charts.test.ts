import { describe, expect, it } from 'vitest';
import type { GridCell, RateRow } from '../../electron/contract/status.ts';
import { compositionChart, heatChart, monthsUpTo, rankingChart, trendChart } from '../../electron/core/charts.ts';
import { computeRates } from '../../electron/core/rates.ts';
import { cell, settings, unit } from './sampleDesk.ts';

const subject = { period: '2022-04', asOf: '2022-05-06T09:00', duties: null, units: null };
const units = [unit('u1', { order: 2 }), unit('u2', { order: 1 }), unit('u3', { order: 3 })];

describe('the twelve months up to a period', () => {
  it.each([
    ['2022-04', '2021-05', '2022-04'],
    ['2022-Q2', '2021-07', '2022-06'],
    ['2022-H1', '2021-07', '2022-06'],
    ['2022', '2022-01', '2022-12'],
    ['2022-W17', '2021-06', '2022-05'],
  ])('%s: %s to %s', (period, first, last) => {
    const months = monthsUpTo(period);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, first, last]);
  });
});

describe('the trend', () => {
  const total = (reportRate: number | null, expected = 4) =>
    ({ expected, records: 0, reportRate, complianceRate: 90, timelinessRate: null }) as RateRow; // what it reads
  it('has a value or null for every month, and the year under the first and every January', () => {
    const trend = trendChart([
      { period: '2021-12', total: total(50) },
      { period: '2022-01', total: null },
      { period: '2022-02', total: total(null) },
    ]);
    expect(trend.labels).toEqual(['12月\n2021年', '1月\n2022年', '2月']);
    expect(trend.series).toEqual([
      { name: '上报率', values: [50, null, null] },
      { name: '合规率', values: [90, null, 90] },
      { name: '及时率', values: [null, null, null] },
    ]);
    expect(trend).toMatchObject({ title: '2021年12月至2022年2月三项比率', target: 100 });
  });

  it.each([
    ['begins where something was owed', [null, 0, 5, 5, 5, 5], 4],
    ['keeps three months to be a line', [0, 0, 0, 0, 0, 5], 3],
    ['of nothing at all keeps three', [null, 0, 0, 0, 0, 0], 3],
    ['keeps a month without duties between others', [5, 0, 0, 5, 5, 5], 6],
  ])('%s', (_name, expected, kept) => {
    const months = expected.map((count, index) => ({
      period: `2022-0${index + 1}`,
      total: count === null ? null : total(50, count),
    }));
    expect(trendChart(months).periods).toEqual(months.slice(-kept).map(({ period }) => period));
  });
});

describe('the ranking', () => {
  it('is in the order of the ranks, without those who are not ranked, and each opens what it owed', () => {
    const rates = computeRates({
      ...subject,
      cells: [
        cell({ unit: 'u1' }),
        cell({ unit: 'u2', status: 'reported' }),
        cell({ unit: 'u3', status: 'pending', due: '2022-05-31T18:00' }),
      ],
      tallies: [],
      units,
      settings,
      recordTermText: '',
      minDenominator: 1,
    });
    const { items } = rankingChart(rates, { ...subject, duties: ['d1'] }, { least: 1, units });
    expect(items.map(({ unit: id, value }) => [id, value])).toEqual([
      ['u2', 100],
      ['u1', 0],
    ]);
    expect(items[0]?.ref).toEqual({
      kind: 'cells',
      period: '2022-04',
      asOf: subject.asOf,
      state: 'expected',
      units: ['u2'],
      duties: ['d1'],
    });
  });
});

describe('the ranking of units with few tasks', () => {
  it('draws nobody the ranking of the paper leaves out', () => {
    const cells = [
      cell({ unit: 'u1', status: 'reported' }),
      ...['2022-01', '2022-02', '2022-03'].map((period) => cell({ unit: 'u2', period, status: 'reported' })),
      cell({ unit: 'u2' }),
    ];
    const rates = computeRates({
      ...subject,
      cells,
      tallies: [],
      units,
      settings,
      recordTermText: '',
      minDenominator: 1,
    });
    const { items } = rankingChart(rates, subject, { least: 3, units });
    expect(items.map(({ unit: id, value }) => [id, value])).toEqual([['u2', 75]]);
  });
});

describe('the heat map', () => {
  const week = (n: number, changes: Partial<GridCell> = {}) =>
    cell({ period: `2022-W${n}`, due: `2022-04-${n === 13 ? '01' : '29'}T18:00`, ...changes });

  it('of a month has its weeks and then the month, units in their order', () => {
    const heat = heatChart(
      '2022-04',
      [week(17, { status: 'zero' }), week(13), cell({ unit: 'u2', status: 'late' })],
      units,
    );
    expect(heat.labels).toEqual(['第13周', '第17周', '4月']);
    expect(heat.units.map(({ unit: id }) => id)).toEqual(['u2', 'u1']);
    expect(heat.values).toEqual([
      [null, null, 'late'],
      ['missing', 'zero', null],
    ]);
  });

  it('of a quarter or year has months: a week stands where it is due, a quarter in its last month', () => {
    const cells = [
      week(13, { status: 'reported', period: '2022-W13' }),
      cell({ period: '2022-Q2', due: '2022-07-05T18:00', status: 'pending' }),
      cell({ period: '2022-05', due: '2022-06-05T18:00', status: 'returned' }),
    ];
    expect(heatChart('2022-Q2', cells, units).labels).toEqual(['4月', '5月', '6月']);
    expect(heatChart('2022-Q2', cells, units).values).toEqual([['reported', 'returned', 'pending']]);
    expect(heatChart('2022', cells, units).periods).toHaveLength(12);
  });

  it.each([
    [['reported', 'late'], 'late'],
    [['reported', 'pending'], 'pending'],
    [['missing', 'pending'], 'missing'],
    [['missing', 'reported'], 'partial'],
    [['reported', 'returned', 'missing'], 'partial'],
    [['exempt', 'zero'], 'zero'],
    [['exempt', 'missing'], 'missing'],
    [['returned', 'reported'], 'returned'],
  ] as const)('%j come to %s, in any order', (statuses, together) => {
    const cells = statuses.map((status, index) => cell({ duty: `d${index}`, status }));
    expect(heatChart('2022-04', cells, units).values).toEqual([[together]]);
    expect(heatChart('2022-04', cells.toReversed(), units).values).toEqual([[together]]);
  });

  it.each([
    [['reported', 'pending'], true],
    [['pending', 'zero'], true],
    [['pending', 'exempt'], false],
    [['pending'], false],
    [['reported', 'zero'], false],
    [['missing', 'reported', 'pending'], false],
  ] as const)('of %j tells whether part of what is not yet due has come: %s', (statuses, isBegun) => {
    const cells = statuses.map((status, index) => cell({ duty: `d${index}`, status }));
    expect(heatChart('2022-04', cells, units).begun).toEqual(isBegun ? [{ unit: 'u1', period: '2022-04' }] : undefined);
  });

  it('shows a late zero report as late, and nothing of what nobody expected', () => {
    expect(heatChart('2022-04', [cell({ status: 'zero', late: true })], units).values).toEqual([['late']]);
    expect(heatChart('2022-04', [cell({ assigned: false, status: 'reported' })], units).units).toEqual([]);
  });
});

describe('the composition', () => {
  it('adds the records of a template up, most first, and leaves out what has none', () => {
    const tallies = [
      { template: 'award', records: 2 },
      { template: 'permit', records: 3 },
      { template: 'award', records: 4 },
      { template: 'empty', records: 0 },
    ];
    const { items } = compositionChart(tallies, (id) => `${id}表`, { ...subject, units: ['u1'] });
    expect(items.map(({ name, count }) => [name, count])).toEqual([
      ['award表', 6],
      ['permit表', 3],
    ]);
    expect(items[0]?.ref).toMatchObject({ kind: 'records', state: 'all', templates: ['award'], units: ['u1'] });
  });
});
