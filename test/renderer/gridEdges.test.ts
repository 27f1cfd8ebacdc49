import { expect, it } from 'vitest';
import { chartOption } from '../../electron/contract/chartOption.ts';
import { gridEdges } from '../../renderer/features/overview/gridEdges.ts';
import { CHARTS } from '../core/sampleCharts.ts';

it('puts the heads of a heat map where its squares are drawn', () => {
  const longer = CHARTS.heat.units.map((unit) => ({ ...unit, name: `${unit.name}中国共产党纪律检查委员会` }));
  const edges = gridEdges(chartOption(CHARTS.heat, 'screen'));
  expect(edges.left).toBeGreaterThan(30);
  expect(edges.right).toBeGreaterThan(0);
  // The names take more room, and the squares begin further to the right.
  expect(gridEdges(chartOption({ ...CHARTS.heat, units: longer }, 'screen')).left).toBeGreaterThan(edges.left);
});

it('knows no edges of a drawing without a grid', () => {
  expect(gridEdges({})).toEqual({ left: 0, right: 0 });
});
