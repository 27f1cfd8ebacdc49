import { expect, it } from 'vitest';
import type { ChartSpec } from '../../electron/contract/charts.ts';
import { chartFigure } from '../../renderer/features/papers/chartFigure.ts';

const ASOF = '2022-05-05T09:00';
const REF = { kind: 'records', period: '2022-04', asOf: ASOF, state: 'all' } as const;

const HEAT: ChartSpec = {
  kind: 'heat',
  title: '报送情况',
  units: [
    { unit: 'a', name: '甲局' },
    { unit: 'b', name: '乙局' },
  ],
  periods: ['2022-03', '2022-04'],
  labels: ['3月', '4月'],
  values: [
    ['reported', 'pending'],
    ['missing', null],
  ],
};

it.each([
  [[0, 1], 'expected', '乙局 3月'],
  [[1, 0], 'pending', '甲局 4月'],
])('a square %j of the heat map leads to the %s ones of its unit and period', (value, state, shown) => {
  const found = chartFigure(HEAT, { index: 0, value }, ASOF);
  expect(found).toMatchObject({ shown, ref: { kind: 'cells', state, asOf: ASOF } });
});

it('a square where nothing is owed leads nowhere', () => {
  expect(chartFigure(HEAT, { index: 0, value: [1, 1] }, ASOF)).toBeNull();
  expect(chartFigure(HEAT, { index: 0, value: 'title' }, ASOF)).toBeNull();
});

it('a bar leads to the rows it was counted from', () => {
  const spec: ChartSpec = {
    kind: 'ranking',
    title: '排名',
    items: [
      { unit: 'a', name: '甲局', value: 98.5, ref: REF },
      { unit: 'b', name: '乙局', value: null },
    ],
    measure: '%',
    target: null,
  };
  expect(chartFigure(spec, { index: 0, value: 98.5 }, ASOF)).toEqual({ ref: REF, shown: '甲局 98.5%' });
  expect(chartFigure(spec, { index: 1, value: null }, ASOF)).toBeNull();
});
