import { describe, expect, it } from 'vitest';
import { consecutiveRuns, runTitle } from '../../electron/core/consecutive.ts';
import { composeReminders } from '../../electron/core/reminders.ts';
import { REMINDING } from './reminderSample.ts';
import { cell, duty, office, unit, weeklyDuty } from './sampleDesk.ts';

describe('what follows one another', () => {
  const runs = (periods: readonly string[], keyOf: (one: { period: string }) => string | null = () => 'same') =>
    consecutiveRuns(
      periods.map((period) => ({ period })),
      keyOf,
    ).map((run) => run.map(({ period }) => period).join(' '));

  it.each<[string[], string[]]>([
    [[], []],
    [['2022-04'], ['2022-04']],
    [['2022-03', '2022-01', '2022-02'], ['2022-01 2022-02 2022-03']],
    [
      ['2022-01', '2022-03', '2022-04'],
      ['2022-01', '2022-03 2022-04'],
    ],
    [['2023-W01', '2022-W52', '2022-W51'], ['2022-W51 2022-W52 2023-W01']],
    [['2022-12', '2023-01'], ['2022-12 2023-01']],
    [
      ['2022-Q1', '2022-W12'],
      ['2022-Q1', '2022-W12'],
    ],
  ])('%j is told as %j', (periods, told) => expect(runs(periods)).toEqual(told));

  it('keeps apart what differs, and the order of what comes first', () => {
    const keyOf = ({ period }: { period: string }) => (period === '2022-02' ? null : 'same');
    expect(runs(['2022-02', '2022-01', '2022-03'], keyOf)).toEqual(['2022-02', '2022-01', '2022-03']);
  });

  it.each([
    ['2022-01', '2022-03', '2022年1月至3月'],
    ['2022-12', '2023-02', '2022年12月至2023年2月'],
    ['2022-W01', '2022-W17', '2022年第1周至第17周（1月3日—5月1日）'],
    ['2026-W01', '2026-W52', '2026年第1周至第52周（2025年12月29日—2026年12月27日）'],
    ['2022-W50', '2023-W02', '2022年第50周至2023年第2周（12月12日—1月15日）'],
    ['2022-Q1', '2022-Q2', '2022年第一季度至第二季度'],
    ['2021', '2022', '2021年至2022年'],
  ])('%s to %s is called %s', (first, last, title) => expect(runTitle(first, last)).toBe(title));
});

describe('a list of everything', () => {
  const duties = [
    weeklyDuty('d1', { title: '归集报送' }),
    duty('d2', { title: '报道', quota: { count: 2, of: '篇' }, zeroReport: 'none' }),
  ];
  const cells = [
    cell({ period: '2022-W15', due: '2022-04-15T18:00' }),
    cell({ period: '2022-W16', due: '2022-04-22T18:00' }),
    cell({ period: '2022-W17' }),
    cell({ unit: 'u2', period: '2022-W17' }),
    cell({ duty: 'd2', period: '2022-02', due: '2022-02-28T18:00', quota: 2 }),
    cell({ duty: 'd2', period: '2022-03', due: '2022-03-31T18:00', quota: 2 }),
    cell({ duty: 'd2', period: '2022-04', status: 'partial', quota: 2, count: 1 }),
  ];
  const compose = (period: string | null) =>
    composeReminders({
      ...REMINDING,
      wording: { ...REMINDING.wording, unit: '{count}\n{items}', group: '{count}\n{items}' },
      ...{ period, asOf: '2022-05-01T09:00', cells, units: [unit('u1'), unit('u2')], duties, office },
    });

  it('tells in one line what a unit owes for periods one after the other, and counts the lines', () => {
    expect(compose(null).items[0]?.text.split('\n')).toEqual([
      '3',
      '1. 2022年2月至3月报道（每期应报2篇），共2期，最早一期应于2022年2月28日18时前报送，已逾期62天；',
      '2. 2022年第15周至第17周（4月11日—5月1日）归集报送，共3期，最早一期应于2022年4月15日18时前报送，已逾期16天；',
      '3. 2022年4月报道（应报2篇，已收到1篇），应于2022年4月29日18时前报送，已逾期2天。',
    ]);
  });

  it('puts only periods together that the same units owe', () => {
    expect(compose(null).groupText.split('\n')).toEqual([
      '4',
      '1. 2022年第15周至第16周（4月11日—4月24日）归集报送，共2期，最早一期应于2022年4月15日18时前报送，已逾期16天：u1局，共1家。',
      '2. 2022年第17周（4月25日—5月1日）归集报送，应于2022年4月29日18时前报送，已逾期2天：u1局、u2局，共2家。',
      '3. 2022年2月至3月报道（每期应报2篇），共2期，最早一期应于2022年2月28日18时前报送，已逾期62天：u1局，共1家。',
      '4. 2022年4月报道（应报2篇），应于2022年4月29日18时前报送，已逾期2天：u1局（已收到1篇），共1家。',
    ]);
  });

  it('names each period of a list about one', () => {
    expect(compose('2022').items[0]?.text.split('\n')).toHaveLength(7);
  });
});
