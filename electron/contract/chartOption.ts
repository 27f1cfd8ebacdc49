import {
  CHART_SIZES,
  type ChartLook,
  chartHeight,
  longestBar,
  monthAxis,
  nameLines,
  rowHeight,
  textEms,
  wholeOf,
} from './chartLayout.ts';
import { CHART_FONTS, CHART_SIGNS, chartValue, LOOKS, type Look } from './chartLook.ts';
import type { ChartSpec } from './charts.ts';
import { CELL_STATUSES, type CellStatus } from './status.ts';

/**
 * A chart as an option of echarts (6.1): the window, the print page and the picture in the Word document draw the same. Legible without
 * colour: series differ by sign, dash and lightness, bars below the target are hatched, squares carry a sign. `print` is in greys and has its title.
 */
export function chartOption(spec: ChartSpec, look: ChartLook): Record<string, unknown> {
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONTS, fontSize: CHART_SIZES.font, color: LOOKS[look].ink },
    ...(look === 'screen' ? { tooltip: { confine: true, trigger: spec.kind === 'trend' ? 'axis' : 'item' } } : {}),
    ...optionOf(spec, look),
  };
}

function optionOf(spec: ChartSpec, look: ChartLook): object {
  switch (spec.kind) {
    case 'trend':
      return trendOption(spec, look);
    case 'ranking':
      return rankingOption(spec, look);
    case 'heat':
      return heatOption(spec, look);
    case 'composition':
      return compositionOption(spec, look);
  }
}

type Of<K extends ChartSpec['kind']> = Extract<ChartSpec, { readonly kind: K }>;

const { font, titleFont, axis, tableRow, legend } = CHART_SIZES;
const MARKS = [
  { symbol: 'circle', letter: '●', dash: 'solid' },
  { symbol: 'triangle', letter: '▲', dash: [6, 3] },
  { symbol: 'rect', letter: '■', dash: [2, 3] },
] as const;

function trendOption(spec: Of<'trend'>, look: ChartLook): object {
  const colours = LOOKS[look];
  const top = headHeight(look);
  const plot = CHART_SIZES.plot[look];
  const names = spec.series.map(({ name }, index) => `{m${index}|${markOf(index).letter}} ${name}（%）`);
  const rich = Object.fromEntries(spec.series.map((_, index) => [`m${index}`, { color: colourOf(colours, index) }]));
  const left = widest(spec.series.map(({ name }) => `● ${name}（%）`)) + 10;
  const right = 62;
  const known = spec.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const least = Math.max(0, Math.floor((Math.min(...known, spec.target) - 4) / 10) * 10);
  const category = { type: 'category', data: spec.labels, axisTick: { show: false } };
  return {
    title: titles(spec, look),
    grid: [
      { left, right, top: top + 8, height: plot - 8 },
      { left, right, top: top + plot + monthAxis(spec), height: spec.series.length * tableRow },
    ],
    xAxis: [
      {
        ...category,
        axisLine: line(colours.ink),
        axisLabel: { interval: 0, color: colours.ink, fontSize: font, lineHeight: 14 },
      },
      { ...category, gridIndex: 1, axisLine: { show: false }, axisLabel: { show: false } },
    ],
    yAxis: [
      {
        type: 'value',
        min: least,
        max: Math.max(100, spec.target),
        axisLabel: { formatter: '{value}%', color: colours.ink, fontSize: font },
        splitLine: line(colours.faint),
      },
      {
        type: 'category',
        gridIndex: 1,
        inverse: true,
        data: names,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: colours.ink, fontSize: font, margin: 8, rich },
        splitLine: { ...line(colours.faint), interval: 0 },
      },
    ],
    series: [
      ...spec.series.map(({ name, values }, index) => ({
        type: 'line',
        name,
        data: values,
        symbol: markOf(index).symbol,
        symbolSize: 7,
        showAllSymbol: true,
        lineStyle: { width: 1.6, type: markOf(index).dash, color: colourOf(colours, index) },
        itemStyle: { color: colourOf(colours, index) },
        ...(index === 0 ? { markLine: targetLine(spec.target, `目标${spec.target}%`, colours, 'y') } : {}),
      })),
      // The numbers themselves, under the months they belong to: lines that lie on one another would hide each other's.
      ...spec.series.map(({ values }, row) => ({
        type: 'scatter',
        xAxisIndex: 1,
        yAxisIndex: 1,
        silent: true,
        symbolSize: 0,
        tooltip: { show: false },
        data: values.map((value, column) => ({
          value: [column, row],
          itemStyle: { opacity: 1 },
          label: {
            show: true,
            position: 'inside',
            // Its heading has the sign: a column of numbers reads better without.
            formatter: chartValue(value, '%').replace('%', ''),
            color: colours.ink,
            fontSize: font,
          },
        })),
      })),
    ],
  };
}

function rankingOption(spec: Of<'ranking'>, look: ChartLook): object {
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

function compositionOption(spec: Of<'composition'>, look: ChartLook): object {
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
  const top = headHeight(look) + (target === undefined ? 4 : axis - 6);
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

function heatOption(spec: Of<'heat'>, look: ChartLook): object {
  const colours = LOOKS[look];
  const names = spec.units.map(({ name }) => name);
  const present = CELL_STATUSES.filter((status) => spec.values.some((row) => row.includes(status)));
  return {
    title: titles(
      spec,
      look,
      SIGN_ORDER.filter((status) => present.includes(status))
        .map(signText)
        .join('　'),
    ),
    grid: {
      left: widest(names.flatMap(nameLines)) + 10,
      right: 10,
      top: headHeight(look) + axis,
      height: Math.max(1, names.length) * rowHeight(names),
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: spec.labels,
      axisTick: { show: false },
      axisLine: line(colours.ink),
      axisLabel: { interval: 0, color: colours.ink, fontSize: font },
    },
    yAxis: nameAxis(names, colours),
    visualMap: {
      show: false,
      type: 'piecewise',
      dimension: 2,
      pieces: [
        ...CELL_STATUSES.map((status, value) => ({ value, color: colours.squares[status].fill })),
        { value: NOTHING_OWED, color: '#ffffff' },
      ],
    },
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: look === 'print' ? '#7f7f7f' : '#d3dae3', borderWidth: 1 },
        data: spec.values.flatMap((row, unit) =>
          row.map((status, period) =>
            status === null
              ? { value: [period, unit, NOTHING_OWED] }
              : {
                  name: `${spec.units[unit]?.name ?? ''} ${spec.labels[period] ?? ''} ${CHART_SIGNS[status].name}`,
                  value: [period, unit, CELL_STATUSES.indexOf(status)],
                  label: {
                    show: true,
                    formatter: CHART_SIGNS[status].sign,
                    color: colours.squares[status].ink,
                    fontSize: font,
                  },
                },
          ),
        ),
      },
    ],
  };
}

/** A square without anything owed: behind the statuses. */
const NOTHING_OWED = CELL_STATUSES.length;
const SIGN_ORDER = ['reported', 'zero', 'late', 'partial', 'returned', 'missing', 'pending', 'exempt'] as const;
const signText = (status: CellStatus) => `${CHART_SIGNS[status].sign} ${CHART_SIGNS[status].name}`;

function headHeight(look: ChartLook): number {
  return look === 'print' ? CHART_SIZES.title : 4;
}

/** The printed title above, and what explains the signs below. */
function titles(spec: ChartSpec, look: ChartLook, note = ''): object[] {
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

function nameAxis(names: readonly string[], colours: Look): object {
  return {
    type: 'category',
    inverse: true,
    data: names.map((name) => nameLines(name).join('\n')),
    axisTick: { show: false },
    axisLine: names.length > 0 ? line(colours.ink) : { show: false },
    axisLabel: { interval: 0, color: colours.ink, fontSize: font, lineHeight: 14 },
  };
}

function targetLine(value: number, label: string, colours: Look, along: 'x' | 'y'): object {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.rule, type: 'dashed', width: 1.2 },
    label: { show: label !== '', position: 'end', formatter: label, color: colours.ink, fontSize: font },
    data: [along === 'x' ? { xAxis: value } : { yAxis: value }],
  };
}

const HATCH = (color: string) => ({
  symbol: 'rect',
  color,
  dashArrayX: [1, 0],
  dashArrayY: [1, 4],
  rotation: -Math.PI / 4,
});

const line = (color: string) => ({ show: true, lineStyle: { color } });
const markOf = (index: number) => MARKS[index % MARKS.length] ?? MARKS[0];
const colourOf = (look: Look, index: number) => look.lines[index % look.lines.length] ?? look.ink;
const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map(textEms)) * font);
