import { CHART_SIZES, type ChartLook, monthAxis } from './chartLayout.ts';
import { chartValue, LOOKS, type Look } from './chartLook.ts';
import { type ChartOf, headHeight, line, targetLine, titles, widest } from './chartParts.ts';

const { font, tableRow } = CHART_SIZES;
const MARKS = [
  { symbol: 'circle', letter: '●', dash: 'solid' },
  { symbol: 'triangle', letter: '▲', dash: [6, 3] },
  { symbol: 'rect', letter: '■', dash: [2, 3] },
] as const;

/** Rates over months as lines, their numbers under the months. */
export function trendOption(spec: ChartOf<'trend'>, look: ChartLook): object {
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

const markOf = (index: number) => MARKS[index % MARKS.length] ?? MARKS[0];
const colourOf = (look: Look, index: number) => look.lines[index % look.lines.length] ?? look.ink;
