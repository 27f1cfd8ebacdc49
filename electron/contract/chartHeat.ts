import { CHART_SIZES, type ChartLook, nameLines, rowHeight } from './chartLayout.ts';
import { CHART_SIGNS, LOOKS } from './chartLook.ts';
import { type ChartOf, headHeight, line, nameAxis, titles, widest } from './chartParts.ts';
import { CELL_STATUSES, type CellStatus } from './status.ts';

const { font, axis } = CHART_SIZES;

/** What came of each unit in each period, as squares with signs. */
export function heatOption(spec: ChartOf<'heat'>, look: ChartLook): object {
  const colours = LOOKS[look];
  const names = spec.units.map(({ name }) => name);
  const begun = new Set((spec.begun ?? []).map(({ unit, period }) => `${unit}\n${period}`));
  const isBegun = (unit: number, period: number) =>
    begun.has(`${spec.units[unit]?.unit ?? ''}\n${spec.periods[period] ?? ''}`);
  const hasBegun = spec.units.some((_, unit) => spec.periods.some((_period, period) => isBegun(unit, period)));
  const present = CELL_STATUSES.filter((status) => spec.values.some((row) => row.includes(status)));
  return {
    title: titles(
      spec,
      look,
      SIGN_ORDER.filter((status) => present.includes(status))
        .map((status) => `${signText(status)}${status === 'pending' && hasBegun ? '（有的部分已报）' : ''}`)
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
                  name: `${spec.units[unit]?.name ?? ''} ${spec.labels[period] ?? ''} ${CHART_SIGNS[status].name}${isBegun(unit, period) ? '，部分已报' : ''}`,
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
