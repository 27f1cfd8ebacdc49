import { describe, expect, it } from 'vitest';
import { chartHeight, nameLines, splitChart } from '../../electron/contract/chartLayout.ts';
import { CHART_SIGNS, chartValue, LOOKS } from '../../electron/contract/chartLook.ts';
import { chartOption } from '../../electron/contract/chartOption.ts';
import { CELL_STATUSES } from '../../electron/contract/status.ts';
import { CHARTS, NAMES, rankingOf } from './sampleCharts.ts';

/** An option as data: what is not data is not in it. */
const asData = (value: unknown) => JSON.parse(JSON.stringify(value));

const PAGE = (225 * 96) / 25.4;

describe('a chart as an option', () => {
  it.each(Object.values(CHARTS))('is data, the same at every call: $kind', (spec) => {
    const option = chartOption(spec, 'print');
    expect(asData(option)).toEqual(option);
    expect(chartOption(spec, 'print')).toEqual(option);
    expect(option.animation).toBe(false);
  });

  it('has its title on paper, where the screen has a heading', () => {
    expect(asData(chartOption(CHARTS.trend, 'print')).title[0].text).toBe('2022年三项比率');
    expect(asData(chartOption(CHARTS.trend, 'screen')).title).toEqual([]);
  });

  it('draws the lines apart by sign, dash and lightness, and the target', () => {
    const lines = asData(chartOption(CHARTS.trend, 'print')).series.filter(
      ({ type }: { type: string }) => type === 'line',
    );
    for (const part of ['symbol', ['lineStyle', 'type'], ['lineStyle', 'color']].map((path) => [path].flat()))
      expect(new Set(lines.map((line: object) => JSON.stringify(part.reduce(fieldOf, line)))).size).toBe(3);
    expect(lines[0].markLine.data).toEqual([{ yAxis: 100 }]);
  });

  it('hatches bars below the target and leaves a unit without value without bar, with a dash', () => {
    const { series, yAxis } = asData(chartOption(CHARTS.ranking, 'print'));
    expect(series[0].data.map(({ itemStyle }: { itemStyle: object }) => 'decal' in itemStyle)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(yAxis[1].data).toEqual(['100.00%', '99.99%', '75.00%', '0.00%', '—']);
  });

  it('writes counts and shares of a composition', () => {
    const { yAxis } = asData(chartOption(CHARTS.composition, 'print'));
    expect(yAxis[1].data).toEqual(['85条，占63.43%', '48条，占35.82%', '1条，占0.75%']);
  });

  it('marks every status with a sign of its own and says what it means, if it occurs', () => {
    expect(new Set(CELL_STATUSES.map((status) => CHART_SIGNS[status].sign)).size).toBe(CELL_STATUSES.length);
    const note = asData(chartOption(CHARTS.heat, 'print')).title[1].text;
    for (const status of CELL_STATUSES)
      expect(note).toContain(`${CHART_SIGNS[status].sign} ${CHART_SIGNS[status].name}`);
    const one = { ...CHARTS.heat, values: CHARTS.heat.values.map((row) => row.map(() => 'late' as const)) };
    expect(asData(chartOption(one, 'print')).title[1].text).toBe('迟 迟报');
  });

  it('says of a square that is not yet due what has come, by itself and in the note, also in the part it is in', () => {
    const half = {
      ...CHARTS.heat,
      ...{ units: CHARTS.heat.units.slice(0, 2), periods: ['2022-04'], labels: ['4月'] },
      values: [['pending' as const], ['pending' as const]],
      begun: [{ unit: 'u1', period: '2022-04' }],
    };
    const drawn = asData(chartOption(half, 'screen'));
    expect(drawn.series[0].data.map(({ name }: { name: string }) => name)).toEqual([
      `${NAMES[0]} 4月 未到期`,
      `${NAMES[1]} 4月 未到期，部分已报`,
    ]);
    expect(asData(chartOption(half, 'print')).title[1].text).toBe('… 未到期（有的部分已报）');
    const notes = splitChart(half, 1).map((part) => asData(chartOption(part, 'print')).title[1].text);
    expect(notes).toEqual(['… 未到期', '… 未到期（有的部分已报）']);
  });

  it.each([
    { ...CHARTS.ranking, items: [] },
    { ...CHARTS.heat, units: [], values: [] },
    { ...CHARTS.composition, items: [] },
  ])('says 无 where there is nothing to draw: $kind', (spec) => {
    expect(asData(chartOption(spec, 'print')).title.map(({ text }: { text: string }) => text)).toContain('无');
  });

  it('prints in greys alone, and sets white signs on dark squares only', () => {
    const { print } = LOOKS;
    const colours = [
      print.ink,
      print.bar,
      print.shortBar,
      ...print.lines,
      ...Object.values(print.squares).map(({ fill }) => fill),
    ];
    for (const colour of colours) expect(colour).toMatch(/^#(..)\1\1$/);
    for (const { fill, ink } of Object.values(print.squares))
      expect(Math.abs(light(fill) - light(ink))).toBeGreaterThan(150);
  });
});

describe('the size of a chart', () => {
  it.each([
    ['财政局', ['财政局']],
    ['人力资源和社会保障局综合科室', ['人力资源和社会', '保障局综合科室']],
    ['一'.repeat(26), ['一'.repeat(13), '一'.repeat(13)]],
    ['一'.repeat(30), ['一'.repeat(13), `${'一'.repeat(12)}…`]],
  ])('writes %s whole, or cuts it with a sign', (name, lines) => {
    expect(nameLines(name)).toEqual(lines);
  });

  it('grows with the units and is parted by page to one scale, no part much shorter than the others', () => {
    const hundred = rankingOf(100);
    expect(chartHeight(hundred, 'print')).toBeGreaterThan(100 * 18);
    const parts = splitChart(hundred, PAGE);
    expect(parts.map(({ title }) => title)).toEqual(['排名（1／3）', '排名（2／3）', '排名（3／3）']);
    expect(parts.flatMap((part) => (part.kind === 'ranking' ? part.items : []))).toEqual(hundred.items);
    for (const part of parts) {
      expect(chartHeight(part, 'print')).toBeLessThanOrEqual(PAGE);
      expect(asData(chartOption(part, 'print')).xAxis.max).toBe(90);
    }
    expect(parts.map((part) => (part.kind === 'ranking' ? part.items.length : 0))).toEqual([34, 34, 32]);
  });

  it('takes the shares of a part of the whole', () => {
    const [first, second] = splitChart(CHARTS.composition, 90);
    expect(asData(chartOption(first ?? CHARTS.trend, 'print')).yAxis[1].data[0]).toBe('85条，占63.43%');
    expect(asData(chartOption(second ?? CHARTS.trend, 'print')).yAxis[1].data[0]).toBe('1条，占0.75%');
  });

  it('leaves alone what fits', () => {
    expect(splitChart(CHARTS.heat, PAGE)).toEqual([CHARTS.heat]);
    expect(splitChart(CHARTS.trend, 50)).toEqual([CHARTS.trend]);
  });
});

it.each([
  [null, '%', '—'],
  [100, '%', '100.00%'],
  [99.996, '%', '99.99%'],
  [86.5, '分', '86.50分'],
  [12, '条', '12条'],
] as const)('prints %s %s as %s', (value, measure, text) => {
  expect(chartValue(value, measure)).toBe(text);
});

const fieldOf = (value: unknown, key: string): unknown => Reflect.get(Object(value), key);
const light = (colour: string) => Number.parseInt(colour.slice(1, 3), 16);
