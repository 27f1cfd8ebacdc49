import { splitChart } from '../contract/chartLayout.ts';
import type { ChartSpec } from '../contract/charts.ts';
import type { CircularTable } from '../contract/circulars.ts';

/** Millimetres that a chart may take beside label and title of its annex. */
export function chartRoom({ landscape }: Pick<CircularTable, 'landscape'>): { width: number; height: number } {
  return landscape ? { width: 225, height: 95 } : { width: 156, height: 160 };
}

/** The charts of an annex as printed: one that would be higher than its room in parts. */
export function annexCharts(table: CircularTable): readonly ChartSpec[] {
  const most = Math.floor((chartRoom(table).height / 25.4) * 96);
  return (table.charts ?? []).flatMap((spec) => splitChart(spec, most));
}
