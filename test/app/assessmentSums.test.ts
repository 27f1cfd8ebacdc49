import { expect, it } from 'vitest';
import { closeCounties, openCounty } from './counties.ts';
import type { Desk } from './desk.ts';

closeCounties();

const YEAR = 2022;
const [FIRST, SECOND] = ['xx-scjgj', 'xx-zrzyj'];

const enter = (desk: Desk, unit: string, item: string, points: number) =>
  desk.ask('assessment.enter', { year: YEAR, unit, item, points, evidence: '台账' });

async function openYear(): Promise<Desk> {
  const desk = await openCounty('xixia-2022', '2023-01-10T10:00');
  await enter(desk, FIRST, 'mechanism', 4);
  await enter(desk, SECOND, 'mechanism', 1.5);
  return desk;
}

const linesOf = async (desk: Desk, more: { readonly item?: string } = {}) => {
  const ref = { kind: 'assessment', year: YEAR, asOf: desk.now, ...more } as const;
  const rows = await desk.ask('figures.open', { ref });
  if (rows.kind !== 'lines') throw new Error(rows.kind);
  return rows;
};

it('opens the mean of the scores as the scores it is made of, each with its sheet behind it', async () => {
  const desk = await openYear();
  // Without deductions the scores differ, and have ranks.
  const { scheme } = (await desk.ask('assessment.get', { year: YEAR })).version;
  await desk.ask('assessment.saveScheme', { year: YEAR, scheme: { ...scheme, deductions: [] }, reason: '定' });
  const { units, mean } = await desk.ask('assessment.get', { year: YEAR });
  expect(units[0]?.rank).toBe(1);
  expect((await desk.ask('assessment.get', { year: YEAR, unit: FIRST })).mean).toBe(mean);
  const { title, total, lines } = await linesOf(desk);
  expect(total).toBe(units.length);
  const hundredths = units.reduce((sum, { score }) => sum + Math.round(score * 100), 0);
  expect(title).toContain(`2022年度各单位综合得分：平均${mean?.toFixed(2)}分`);
  expect(title).toContain(`合计${(hundredths / 100).toFixed(2)}分，${units.length}家`);
  expect(lines.map(({ text }) => text)).toEqual(
    units.map(({ name, score, rank }) => `${name}：${score.toFixed(2)}分，第${rank}名`),
  );
  const [best] = lines;
  const opened = best?.ref ? await desk.ask('figures.open', { ref: best.ref }) : null;
  expect(opened).toMatchObject({ kind: 'lines', title: `${units[0]?.name}2022年度综合得分` });
});

it('opens the mean of an item as the points of those that were judged; the others stand beside it and do not count', async () => {
  const desk = await openYear();
  const { units } = await desk.ask('assessment.get', { year: YEAR });
  const { title, lines, total } = await linesOf(desk, { item: 'mechanism' });
  expect(title).toBe('2022年度“工作机制”各单位得分：评了分的单位平均2.75分（合计5.50分，2家）');
  expect(total).toBe(units.length);
  expect(lines.filter(({ text }) => text.includes('尚未评分'))).toHaveLength(units.length - 2);
});

it.each([{}, { item: 'mechanism' }, { unit: FIRST, item: 'mechanism' }])(
  'opens a group of one unit, and refuses to show something else for a group of %j',
  async (more) => {
    const desk = await openYear();
    const { version } = await desk.ask('assessment.get', { year: YEAR });
    const [group] = version.scheme.groups;
    if (group === undefined) throw new Error('no group');
    const ref = { kind: 'assessment', year: YEAR, asOf: desk.now, group: group.id } as const;
    const rows = await desk.ask('figures.open', { ref: { ...ref, unit: FIRST } });
    expect([rows.title, rows.total]).toEqual([expect.stringContaining(`“${group.title}”`), group.items.length]);
    expect(await desk.refusal('figures.open', { ref: { ...ref, ...more } })).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('大类'),
    });
  },
);

it('opens what was taken off as the units it was taken off from', async () => {
  const desk = await openYear();
  const { units } = await desk.ask('assessment.get', { year: YEAR });
  const missing = units.flatMap(({ deductions }) => deductions.filter(({ item }) => item === 'missing'));
  const taken = missing.filter(({ points }) => (points ?? 0) > 0);
  const { title, total } = await linesOf(desk, { item: 'missing' });
  expect(total).toBe(taken.length);
  const sum = taken.reduce((all, { points }) => all + Math.round((points ?? 0) * 100), 0) / 100;
  expect(title).toBe(`2022年度“未报”各单位得分：${taken.length}家单位被扣分，共扣${sum.toFixed(2)}分`);
});

it('names nobody for points that more lost alike than can be named', async () => {
  const desk = await openYear();
  const { version } = await desk.ask('assessment.get', { year: YEAR });
  const deductions = version.scheme.deductions.map((one) => ({ ...one, max: 15 }));
  const text = async () => {
    const { document } = await desk.ask('papers.create', { kind: 'assessment', period: '2022' });
    return document.sections[1]?.paragraphs.find((one) => one.text.startsWith('未报'))?.text;
  };
  await desk.ask('assessment.saveScheme', { year: YEAR, scheme: { ...version.scheme, deductions }, reason: '定' });
  expect(await text()).toBe('未报：50家单位被扣分，共扣750.00分，扣分最多的有50家，各扣15.00分。');
});

it('lets every mean and sum of points in the text of the circular be opened, on the number that is printed', async () => {
  const desk = await openYear();
  const { document } = await desk.ask('papers.create', { kind: 'assessment', period: '2022' });
  const paragraphs = document.sections.flatMap(({ paragraphs: own }) => own);
  const opened: string[] = [];
  for (const { text, figures = [] } of paragraphs)
    for (const { start, length, ref } of figures) {
      if (ref.kind !== 'assessment' || ref.unit !== undefined) continue;
      const shown = text.slice(start, start + length);
      const rows = await desk.ask('figures.open', { ref });
      expect(rows.title).toContain(shown);
      opened.push(text.slice(0, start).match(/(平均得分|平均得|共扣)$/u)?.[0] ?? '');
    }
  expect(new Set(opened)).toEqual(new Set(['平均得分', '平均得', '共扣']));
  for (const { text } of paragraphs)
    for (const [printed] of text.matchAll(/\d+\.\d\d(?=分)/gu)) expect(figuresOf(paragraphs, text)).toContain(printed);
});

function figuresOf(
  paragraphs: readonly { readonly text: string; readonly figures?: readonly { start: number; length: number }[] }[],
  text: string,
): string[] {
  const own = paragraphs.find((one) => one.text === text);
  return (own?.figures ?? []).map(({ start, length }) => text.slice(start, start + length));
}
