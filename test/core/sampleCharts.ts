import type { ChartSpec } from '../../electron/contract/charts.ts';
import { CELL_STATUSES } from '../../electron/contract/status.ts';

export const NAMES = [
  '市场监督管理局',
  '农业农村局',
  '人力资源和社会保障局',
  '西峡县公共资源交易中心及政府采购监督管理办公室',
  '南阳市生态环境局西峡分局',
];
const MONTHS = Array.from({ length: 12 }, (_, index) => `2022-${String(index + 1).padStart(2, '0')}`);

/** One chart of each kind with every case: no value, a value just below the target, a long name, every status, nothing owed. */
export const CHARTS = {
  trend: {
    kind: 'trend',
    title: '2022年三项比率',
    periods: MONTHS,
    labels: MONTHS.map((_, index) => `${index + 1}月`),
    series: [
      { name: '上报率', values: [null, null, 62.5, 78.13, 88.89, 91.2, 93.33, 95, 97.1, 96.55, 98.53, 100] },
      { name: '合规率', values: [null, null, 82.5, 88.13, 88.89, 99.99, 99.98, 95, 94.1, 97.55, 97.03, 100] },
      { name: '及时率', values: [null, null, 72.5, null, 68.89, 71.2, 83.33, 85, 87.1, 86.55, 88.53, 100] },
    ],
    target: 100,
  },
  ranking: {
    kind: 'ranking',
    title: '2022年4月各单位上报率',
    items: NAMES.map((name, index) => ({ unit: `u${index}`, name, value: [100, 99.99, 75, 0, null][index] ?? null })),
    measure: '%',
    target: 100,
  },
  heat: {
    kind: 'heat',
    title: '2022年各单位报送情况',
    units: NAMES.map((name, index) => ({ unit: `u${index}`, name })),
    periods: MONTHS,
    labels: MONTHS.map((_, index) => `${index + 1}月`),
    values: NAMES.map((_, unit) =>
      MONTHS.map((_month, index) => [...CELL_STATUSES, null][(index + unit) % (CELL_STATUSES.length + 1)] ?? null),
    ),
  },
  composition: {
    kind: 'composition',
    title: '2022年4月数据记录构成',
    items: [
      { template: 'permit-legal', name: '行政许可（法人）', count: 85 },
      { template: 'penalty-legal', name: '行政处罚（法人）', count: 48 },
      { template: 'award', name: '行政奖励', count: 1 },
    ],
  },
} as const satisfies Readonly<Record<ChartSpec['kind'], ChartSpec>>;

/** A ranking of so many units. */
export function rankingOf(count: number): Extract<ChartSpec, { kind: 'ranking' }> {
  const items = Array.from({ length: count }, (_, index) => ({
    unit: `u${index}`,
    name: `第${index + 1}单位`,
    value: 90 - index / 2,
  }));
  return { kind: 'ranking', title: '排名', items, measure: '条', target: null };
}
