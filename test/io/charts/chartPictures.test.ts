import { describe, expect, it } from 'vitest';
import { chartHeight, nameLines } from '../../../electron/contract/chartLayout.ts';
import { CHART_SIGNS } from '../../../electron/contract/chartLook.ts';
import { CELL_STATUSES } from '../../../electron/contract/status.ts';
import { chartPng } from '../../../electron/io/charts/chartPng.ts';
import { loadChartSvg } from '../../../electron/io/charts/loadChartSvg.ts';
import { chineseFont } from '../../../electron/io/fonts.ts';
import { CHARTS, NAMES, rankingOf } from '../../core/sampleCharts.ts';
import { NEEDS_TOOLS } from '../documents/renderedPages.ts';
import { pixelsOf } from './pixels.ts';

const WIDTH = 156;
const svg = await loadChartSvg();
const textsOf = (drawn: string) => [...drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text);

describe('a chart as SVG', () => {
  it('holds every name of a month and rate and every value of a trend', () => {
    const texts = textsOf(svg(CHARTS.trend, WIDTH));
    expect(texts).toEqual(
      expect.arrayContaining(['1月', '12月', '62.50', '99.99', '99.98', '100.00', '目标100%', '●', '▲', '■']),
    );
    for (const { name } of CHARTS.trend.series) expect(texts.join()).toContain(name);
    expect(texts.filter((text) => text === '—')).toHaveLength(7);
  });

  it.each(['ranking', 'heat'] as const)('holds every line of every unit: %s', (kind) => {
    expect(textsOf(svg(CHARTS[kind], WIDTH))).toEqual(expect.arrayContaining(NAMES.flatMap(nameLines)));
  });

  it('holds a hundred units, none left out', () => {
    const { items } = rankingOf(100);
    expect(textsOf(svg(rankingOf(100), WIDTH))).toEqual(expect.arrayContaining(items.map(({ name }) => name)));
  });

  it('is well-formed whatever a name holds: a line break of Word, half a character', async () => {
    const { items, ...rest } = rankingOf(2);
    const names = ['甲\u000b局', '乙\ud83d局'];
    const spec = { ...rest, items: items.map((item, index) => ({ ...item, name: names[index] ?? '' })) };
    expect(textsOf(svg(spec, WIDTH))).toEqual(expect.arrayContaining(['甲局', '乙局']));
    expect((await chartPng(spec, WIDTH)).width).toBeGreaterThan(0);
  });

  it('holds the sign of every square', () => {
    const texts = textsOf(svg(CHARTS.heat, WIDTH));
    for (const status of CELL_STATUSES) {
      const squares = CHARTS.heat.values.flat().filter((value) => value === status);
      expect(texts.filter((text) => text === CHART_SIGNS[status].sign)).toHaveLength(squares.length);
    }
  });

  it.each(Object.values(CHARTS))('is as wide as asked and as high as said, with no letter outside: $kind', (spec) => {
    const drawn = svg(spec, WIDTH);
    const [, width, height] = /^<svg width="(\d+)" height="(\d+)"/u.exec(drawn) ?? [];
    expect([Number(width), Number(height)]).toEqual([590, chartHeight(spec, 'print')]);
    expect(drawn).not.toMatch(/font-size:(?:[0-9]|1[01])(?:\.\d+)?px/u);
    for (const box of boxesOf(drawn)) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(590);
    }
  });

  it('is the same at every call, and its ids are no other chart’s', () => {
    const first = svg(CHARTS.ranking, WIDTH);
    svg(CHARTS.heat, WIDTH);
    expect(svg(CHARTS.ranking, WIDTH)).toBe(first);
    const ids = (drawn: string) => [...drawn.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids(first).length).toBeGreaterThan(0);
    const other = svg({ ...CHARTS.ranking, title: '另一个' }, WIDTH);
    expect(ids(first).filter((id) => ids(other).includes(id))).toEqual([]);
    expect(first).not.toMatch(/zr\d|<style/u);
  });
});

it('has a font to letter pictures in Chinese', (context) => {
  if (chineseFont() === null && !NEEDS_TOOLS) context.skip('no Chinese font');
  expect(chineseFont()).not.toBeNull();
});

describe.runIf(chineseFont() !== null)('a chart as picture', () => {
  it.each(Object.values(CHARTS))('is a PNG of 300 dpi that shows something: $kind', async (spec) => {
    const { png, width, height } = await chartPng(spec, WIDTH);
    const picture = pixelsOf(png);
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect(width).toBe(Math.round((WIDTH / 25.4) * 300));
    expect(new Set(picture.greys).size).toBeGreaterThan(20);
  });

  it('writes Chinese: each name has its own look, and as much ink as its strokes', async () => {
    // Two letters of 12 pixels at 300 dpi, and what is left of them.
    const NAME = 28 * (300 / 96);
    const ofName = async (name: string) => {
      const { png } = await chartPng({ ...CHARTS.composition, items: [{ template: 't', name, count: 1 }] }, WIDTH);
      const { width, greys } = pixelsOf(png);
      return greys.filter((grey, at) => at % width < NAME && grey < 128).length;
    };
    const [one, many, other] = [await ofName('一一'), await ofName('鑫鑫'), await ofName('林业')];
    expect(new Set([one, many, other]).size).toBe(3);
    expect(many).toBeGreaterThan(one * 3);
  });
});

interface Box {
  readonly left: number;
  readonly right: number;
}

/** Where the texts of a drawing lie, at one em for a Chinese character and 0.6 for a Latin one. */
function boxesOf(drawn: string): Box[] {
  const texts = drawn.matchAll(
    /<text[^>]*?text-anchor="(start|middle|end)" style="font-size:(\d+)px[^>]*?transform="translate\(([-\d.]+) [-\d.]+\)"[^>]*>([^<]*)</gu,
  );
  return [...texts].map(([, anchor, size, x, text = '']) => {
    const wide = [...text].reduce((sum, letter) => sum + (letter < '⺀' ? 0.6 : 1), 0) * Number(size);
    const left = Number(x) - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
    return { left, right: left + wide };
  });
}

describe('the thread that draws charts', () => {
  it('is another one after what it draws with has broken, for those that wait, too', async () => {
    await chartPng(rankingOf(3), WIDTH);
    let begun = 0;
    const count = () => {
      begun += 1;
    };
    process.on('worker', count);
    // No memory holds this width: the WebAssembly ends with `unreachable`.
    const [broken, ...waiting] = [
      chartPng(rankingOf(2), 1_000_000),
      chartPng(rankingOf(6), WIDTH),
      chartPng(rankingOf(7), WIDTH),
    ];
    await expect(broken).rejects.toThrow('unreachable');
    for (const picture of await Promise.all([...waiting, chartPng(rankingOf(8), WIDTH)]))
      expect(pixelsOf(picture.png).width).toBe(picture.width);
    process.off('worker', count);
    expect(begun).toBe(1);
  });

  it('leaves the program free for others meanwhile', async () => {
    await chartPng(rankingOf(3), WIDTH);
    let turns = 0;
    let isDrawn = false;
    const turn = () => {
      turns += 1;
      if (!isDrawn) setImmediate(turn);
    };
    setImmediate(turn);
    await chartPng(rankingOf(60), WIDTH);
    isDrawn = true;
    // Drawn in this thread it would come after one turn or two.
    expect(turns).toBeGreaterThan(20);
  });

  it('draws the same chart once, and another width again', async () => {
    const [first, again, other] = [
      chartPng(rankingOf(4), WIDTH),
      chartPng(rankingOf(4), WIDTH),
      chartPng(rankingOf(4), 100),
    ];
    expect(await again).toBe(await first);
    expect((await other).width).toBeLessThan((await first).width);
  });

  it('says why a chart cannot be drawn, and draws the next', async () => {
    await expect(chartPng({ ...rankingOf(2), items: null } as never, WIDTH)).rejects.toThrow(); // no chart of ours
    expect((await chartPng(rankingOf(5), WIDTH)).png.length).toBeGreaterThan(1000);
  });
});
