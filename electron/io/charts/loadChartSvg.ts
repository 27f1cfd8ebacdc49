import type { ChartSpec } from '../../contract/charts.ts';

/** What draws a chart as SVG (`chartSvg.ts`), once echarts is loaded: only who draws waits for it. */
export async function loadChartSvg(): Promise<(spec: ChartSpec, widthMm: number) => string> {
  const { chartSvg } = await import('./chartSvg.ts');
  return chartSvg;
}
