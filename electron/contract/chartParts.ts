import { CHART_SIZES, type ChartLook, chartHeight, nameLines, textEms } from './chartLayout.ts';
import { LOOKS, type Look } from './chartLook.ts';
import type { ChartSpec } from './charts.ts';

/** A chart of one kind. */
export type ChartOf<K extends ChartSpec['kind']> = Extract<ChartSpec, { readonly kind: K }>;

const { font, titleFont, legend } = CHART_SIZES;

/** Room above a chart: the printed title's. */
export function headHeight(look: ChartLook): number {
  return look === 'print' ? CHART_SIZES.title : 4;
}

/** The printed title above, and what explains the signs below. */
export function titles(spec: ChartSpec, look: ChartLook, note = ''): object[] {
  const { ink } = LOOKS[look];
  const common = { left: 'center', padding: 0 };
  const plain = { color: ink, fontSize: font, fontWeight: 'normal' };
  return [
    ...(look === 'print'
      ? [{ ...common, text: spec.title, top: 4, textStyle: { color: ink, fontSize: titleFont, fontWeight: 'normal' } }]
      : []),
    ...(note === '' ? [] : [{ ...common, text: note, top: chartHeight(spec, look) - legend + 6, textStyle: plain }]),
    ...(isEmpty(spec) ? [{ ...common, text: '无', top: headHeight(look) + 6, textStyle: plain }] : []),
  ];
}

/** Nothing to draw is said, not left blank. */
function isEmpty(spec: ChartSpec): boolean {
  if (spec.kind === 'trend') return false;
  return (spec.kind === 'heat' ? spec.units : spec.items).length === 0;
}

/** Names beside their rows, in one line or two. */
export function nameAxis(names: readonly string[], colours: Look): object {
  return {
    type: 'category',
    inverse: true,
    data: names.map((name) => nameLines(name).join('\n')),
    axisTick: { show: false },
    axisLine: names.length > 0 ? line(colours.ink) : { show: false },
    axisLabel: { interval: 0, color: colours.ink, fontSize: font, lineHeight: 14 },
  };
}

/** The dashed line of a target across the other axis. */
export function targetLine(value: number, label: string, colours: Look, along: 'x' | 'y'): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.rule, type: 'dashed', width: 1.2 },
    label: { show: label !== '', position: 'end', formatter: label, color: colours.ink, fontSize: font },
    data: [along === 'x' ? { xAxis: value } : { yAxis: value }],
  };
}

/** A line in a colour, of an axis or across the plot. */
export const line = (color: string) => ({ show: true, lineStyle: { color } });
/** Pixels of the widest of the texts. */
export const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map(textEms)) * font);
