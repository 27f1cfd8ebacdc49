import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCharts } from '../../electron/app/chartFiles.ts';
import type { ChartKind, ChartSpec } from '../../electron/contract/charts.ts';
import { closeCounties, openCounty } from './counties.ts';
import type { Desk } from './desk.ts';

closeCounties();

async function april(): Promise<Desk> {
  const desk = await openCounty('xixia-2022', '2022-05-06T09:00');
  const [unit] = (await desk.ask('status.grid', { period: '2022-W17' })).cells;
  if (!unit) throw new Error('nobody owes anything');
  for (const [duty, period] of [
    ['000-02', '2022-W16'],
    ['000-02', '2022-W17'],
    ['000-14', '2022-04'],
  ] as const)
    await desk.ask('submissions.register', {
      unit: unit.unit,
      duty,
      period,
      kind: 'paper',
      received: '2022-04-21T09:00',
      by: '张三',
    });
  return desk;
}

function chart<K extends ChartKind>(charts: readonly ChartSpec[], kind: K): Extract<ChartSpec, { kind: K }> {
  const found = charts.find((one): one is Extract<ChartSpec, { kind: K }> => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

describe('the charts of a period', () => {
  it('say what the rates and the grid say', async () => {
    const desk = await april();
    const charts = await desk.ask('charts.list', { period: '2022-04' });
    const rates = await desk.ask('rates.compute', { period: '2022-04' });
    expect(chart(charts, 'trend').series[0]?.values.at(-1)).toBe(rates.total.reportRate);
    expect(rates.total.reportRate).toBeGreaterThan(0);
    // Who owes and sent fewer than three is not ranked in this office's papers.
    const ranked = rates.units.filter(({ expected, records }) => expected >= 3 || records >= 3);
    expect(ranked.length).toBeGreaterThan(0);
    expect(chart(charts, 'ranking').items.map(({ unit, value }) => [unit, value])).toEqual(
      ranked.map(({ unit, score }) => [unit, score]),
    );
    const heat = chart(charts, 'heat');
    expect(heat.units.map(({ unit }) => unit).toSorted()).toEqual(rates.units.map(({ unit }) => unit).toSorted());
  });

  it('open as many rows as they count', async () => {
    const desk = await april();
    const charts = await desk.ask('charts.list', { period: '2022-04' });
    const rates = await desk.ask('rates.compute', { period: '2022-04' });
    const [item] = chart(charts, 'ranking').items;
    if (!item?.ref) throw new Error('no rows behind it');
    const { total } = await desk.ask('figures.open', { ref: item.ref });
    expect(total).toBe(rates.units.find(({ unit }) => unit === item.unit)?.expected);
  });

  it('have no value for months before the duties began and after today, and leave out the earliest of them', async () => {
    const desk = await april();
    const trend = chart(await desk.ask('charts.list', { period: '2022' }), 'trend');
    const [report] = trend.series;
    expect(report?.values.map((value) => value !== null)).toEqual([...Array(4).fill(true), ...Array(8).fill(false)]);
    const before = chart(await desk.ask('charts.list', { period: '2022-02' }), 'trend');
    expect(before.periods).toEqual(['2021-12', '2022-01', '2022-02']);
    expect(before.series[0]?.values[0]).toBeNull();
  });

  it('keep to duties and units', async () => {
    const desk = await april();
    const all = await desk.ask('charts.list', { period: '2022-04' });
    const units = chart(all, 'ranking').items.slice(0, 2);
    const few = await desk.ask('charts.list', {
      period: '2022-04',
      duties: ['000-02'],
      units: units.map(({ unit }) => unit),
    });
    expect(chart(few, 'heat').units).toHaveLength(2);
    expect(chart(few, 'heat').labels.at(-1)).toBe('4月');
    expect(chart(few, 'heat').values.map((row) => row.at(-1))).toEqual([null, null]);
    expect(await desk.refusal('charts.list', { period: '2022-04', duties: ['none'] })).toMatchObject({
      code: 'duty_unknown',
    });
  });

  it('pass over the months of a year nobody knows', async () => {
    const desk = await openCounty('xixia-2022', '2027-02-10T09:00');
    const trend = chart(await desk.ask('charts.list', { period: '2026-12', asOf: '2026-11-21T09:00' }), 'trend');
    expect(trend.series[0]?.values.slice(0, 3).every((value) => value !== null)).toBe(true);
    expect(await desk.refusal('charts.list', { period: '2027-01' })).toMatchObject({ code: 'year_unknown' });
  });

  it('are written as files whose names say what they show', async () => {
    const desk = await april();
    const charts = await desk.ask('charts.list', { period: '2022-04' });
    const folder = path.join(desk.dataFolder, '图表');
    const files = await writeCharts([chart(charts, 'trend')], folder);
    expect(files.map((file) => path.basename(file))).toEqual([
      '01 2022年1月至2022年4月三项比率.svg',
      '01 2022年1月至2022年4月三项比率.png',
    ]);
    expect(files.every((file) => existsSync(file))).toBe(true);
    expect(readFileSync(files[0] ?? '', 'utf8')).toMatch(/^<svg /u);
  });
});

describe('the typefaces of this machine', () => {
  it('are answered for every role of an official paper', async () => {
    const desk = await openCounty('xixia-2022', '2022-05-06T09:00');
    const uses = await desk.ask('fonts.check', {});
    expect(uses.map(({ role }) => role)).toEqual(['title', 'body', 'kai', 'hei', 'song']);
    for (const { used, wanted, advice } of uses)
      expect(advice === '' ? wanted : advice).toContain(advice === '' ? used : wanted);
  });
});
