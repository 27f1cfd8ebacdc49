import { describe, expect, it } from 'vitest';
import type { DutyProgress } from '../../electron/contract/overview.ts';
import { pressing } from '../../renderer/features/overview/pressing.ts';
import { chartLabel, chartLink } from '../../renderer/parts/chartLinks.ts';
import { CHARTS } from '../core/sampleCharts.ts';

const ref = { kind: 'cells', period: '2022-04', asOf: '2022-05-06T09:00', state: 'expected' } as const;

describe('a click on a chart', () => {
  it('opens the grid of the month of a trend', () => {
    expect(chartLink(CHARTS.trend, { index: 3, value: 78.13 })).toBe('/status?period=2022-04');
    expect(chartLink(CHARTS.trend, { index: 12, value: 1 })).toBeNull();
  });

  it('opens the grid of the unit of a bar, where its rows are known', () => {
    const ranking = { ...CHARTS.ranking, items: [{ unit: 'u1', name: '财政局', value: 100, ref }] };
    expect(chartLink(ranking, { index: 0, value: 100 })).toBe(
      `/status?${new URLSearchParams({ period: '2022-04', search: '财政局' })}`,
    );
    expect(chartLink(CHARTS.ranking, { index: 0, value: 100 })).toBeNull();
  });

  it('opens the grid of the unit and period of a square', () => {
    const link = chartLink(CHARTS.heat, { index: 14, value: [2, 1, 0] });
    expect(link).toBe(
      `/status?${new URLSearchParams({ period: '2022-03', search: CHARTS.heat.units[1]?.name ?? '' })}`,
    );
    expect(chartLink(CHARTS.heat, { index: 0, value: undefined })).toBeNull();
  });

  it('opens the records of a template', () => {
    const [first] = CHARTS.composition.items;
    const records = { ...ref, kind: 'records', state: 'all' } as const;
    const spec = { ...CHARTS.composition, items: [{ ...first, ref: records }] };
    expect(chartLink(spec, { index: 0, value: 85 })).toBe('/records?template=permit-legal&period=2022-04');
  });
});

it.each(Object.values(CHARTS))('says in words what a chart shows: $kind', (spec) => {
  expect(chartLabel(spec)).toContain(spec.title);
});

describe('the progress at a glance', () => {
  const line = (duty: string, due: string, missing = 0): DutyProgress => ({
    ...{ duty, title: duty, period: '2022-04', due, expected: 5, met: 0, late: 0, missing, pending: 0 },
  });
  const coming = (count: number) => Array.from({ length: count }, (_, index) => line(`c${index}`, '2022-05-05T18:00'));
  const passed = (count: number, missing: number) =>
    Array.from({ length: count }, (_, index) => line(`p${index}`, '2022-04-15T18:00', missing));

  it.each([
    [8, 4, 'c0 c1 c2 p0 p1'],
    [8, 0, 'c0 c1 c2 c3 c4'],
    [8, 1, 'c0 c1 c2 c3 p0'],
    [1, 6, 'c0 p0 p1 p2 p3'],
    [0, 0, ''],
  ])('of %i to come and %i late shows %s', (toCome, late, shown) => {
    const lines = [...coming(toCome), ...passed(late, 2)];
    expect(
      pressing(lines, '2022-04-29T09:00')
        .map(({ duty }) => duty)
        .join(' '),
    ).toBe(shown);
  });

  it('leaves out what has passed and is whole', () => {
    expect(pressing(passed(3, 0), '2022-04-29T09:00')).toEqual([]);
  });
});
