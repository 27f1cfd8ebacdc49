import { CHART_SIZES, type ChartLook, longestBar, nameLines, rowHeight, wholeOf } from './chartLayout.ts';
import { chartValue, LOOKS } from './chartLook.ts';
import { type ChartOf, headHeight, nameAxis, targetLine, titles, widest } from './chartParts.ts';
import type { ChartSpec } from './charts.ts';

/** Units by a rate or score as bars; those below the target are hatched. */
export function rankingOption(spec: ChartOf<'ranking'>, look: ChartLook): object {
  const colours = LOOKS[look];
  const { target, measure } = spec;
  const isShort = (value: number | null) => target !== null && (value ?? 0) < target;
  const note = target === null ? '' : `虚线：目标${target}${measure}　斜纹：未达到目标`;
  return barOption(spec, look, {
    names: spec.items.map(({ name }) => name),
    most: longestBar(spec),
    bars: spec.items.map(({ value }) => ({
      value: value ?? 0,
      text: chartValue(value, measure),
      style: isShort(value) ? { color: colours.shortBar, decal: HATCH(colours.ink) } : { color: colours.bar },
    })),
    note,
    ...(target === null ? {} : { target }),
  });
}

/** How many records there are of each kind, as bars. */
export function compositionOption(spec: ChartOf<'composition'>, look: ChartLook): object {
  const colours = LOOKS[look];
  const { most, total } = wholeOf(spec);
  return barOption(spec, look, {
    names: spec.items.map(({ name }) => name),
    most,
    bars: spec.items.map(({ count }) => ({
      value: count,
      text: `${count}条，占${chartValue(total === 0 ? null : (count / total) * 100, '%')}`,
      style: { color: colours.bar },
    })),
    note: '',
  });
}

interface Bars {
  readonly names: readonly string[];
  readonly most: number;
  readonly bars: readonly { readonly value: number; readonly text: string; readonly style: object }[];
  /** Printed under the bars. */
  readonly note: string;
  readonly target?: number;
}

function barOption(spec: ChartSpec, look: ChartLook, { names, most, bars, note, target }: Bars): object {
  const colours = LOOKS[look];
  const top = headHeight(look) + (target === undefined ? 4 : CHART_SIZES.axis - 6);
  return {
    title: titles(spec, look, note),
    grid: {
      left: widest(names.flatMap(nameLines)) + 12,
      right: widest(bars.map(({ text }) => text)) + 14,
      top,
      height: Math.max(1, names.length) * rowHeight(names),
    },
    xAxis: { type: 'value', min: 0, max: most === 0 ? 1 : most, show: false },
    // The numbers stand in a column of their own: behind its bar each would run into the line of the target.
    yAxis: [
      nameAxis(names, colours),
      {
        ...nameAxis(
          bars.map(({ text }) => text),
          colours,
        ),
        position: 'right',
        axisLine: { show: false },
      },
    ],
    series: [
      {
        type: 'bar',
        barWidth: rowHeight(names) - 7,
        data: bars.map(({ value, style }) => ({ value, itemStyle: style })),
        ...(target === undefined ? {} : { markLine: targetLine(target, '', colours, 'x') }),
      },
    ],
  };
}

const HATCH = (color: string) => ({
  symbol: 'rect',
  color,
  dashArrayX: [1, 0],
  dashArrayY: [1, 4],
  rotation: -Math.PI / 4,
});
