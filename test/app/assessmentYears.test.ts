import { describe, expect, it } from 'vitest';
import { closeCounties, openCounty } from './counties.ts';
import type { Desk } from './desk.ts';

closeCounties();

const MARKET = 'xx-scjgj';
const enter = { unit: MARKET, item: 'repair', points: 3, evidence: '台账' } as const;

const saveScheme = async (desk: Desk, year: number, title: string) => {
  const [scheme] = await desk.ask('assessment.schemes', {});
  if (scheme === undefined) throw new Error('no scheme');
  return desk.ask('assessment.saveScheme', { year, scheme: { ...scheme, id: 'own', title }, reason: '定' });
};

describe('the circular of the score of a year', () => {
  it('is refused before it begins, and advised against before it ends', async () => {
    const desk = await openCounty('xixia-2022', '2022-05-05T10:00');
    const args = { kind: 'assessment', period: '2023' } as const;
    expect(await desk.refusal('papers.create', args)).toMatchObject({
      ...{ code: 'paper_nothing', message: expect.stringContaining('2023年还没有开始') },
    });
    const { advice } = await desk.ask('papers.create', { ...args, period: '2022' });
    expect(advice).toContain('2022年还没有结束，得分还会变化，建议年终后再印发。');
    expect(advice.join('\n')).toMatch(/有\d+项次还没有到截止时间/);
  });
});

describe('a closed year', () => {
  it('takes no points, gives none back and keeps its scheme; objections may be decided', async () => {
    const desk = await openCounty('xixia-2022', '2023-01-10T10:00');
    const { id: entry } = await desk.ask('assessment.enter', { year: 2022, ...enter });
    const { id } = await desk.ask('assessment.object', { year: 2022, unit: MARKET, item: 'repair', claim: '漏记' });
    await desk.ask('periods.lock', { period: '2022', locked: true, reason: '年终' });
    const code = async (...args: Parameters<Desk['refusal']>) => (await desk.refusal(...args)).code;
    expect(await code('assessment.enter', { year: 2022, ...enter })).toBe('period_locked');
    expect(await code('assessment.withdraw', { id: entry })).toBe('period_locked');
    const [scheme] = await desk.ask('assessment.schemes', {});
    expect(await code('assessment.saveScheme', { year: 2022, scheme, reason: '定' })).toBe('period_locked');
    await desk.ask('assessment.decide', { id, granted: true, points: 4, decision: '属实' });
    await desk.ask('assessment.enter', { year: 2023, ...enter });
  });
});

describe('the scheme of an earlier year', () => {
  const claim = { year: 2023, unit: MARKET, item: 'repair', claim: '漏记' } as const;
  it.each<[string, (desk: Desk) => Promise<unknown>]>([
    ['points were given', (desk) => desk.ask('assessment.enter', { year: 2023, ...enter })],
    ['points were objected to', (desk) => desk.ask('assessment.object', claim)],
    ['a paper was begun', (desk) => desk.ask('papers.create', { kind: 'assessment', period: '2023' })],
    ['the year was closed', (desk) => desk.ask('periods.lock', { period: '2023', locked: true, reason: '年终' })],
  ])('stays that of a year by which %s, whatever is changed there later', async (_what, score) => {
    const desk = await openCounty('xixia-2022', '2024-01-10T10:00');
    await saveScheme(desk, 2022, '二〇二二年办法');
    await score(desk);
    const inForce = async (asOf?: string) => (await desk.ask('assessment.get', { year: 2023, asOf })).version;
    expect(await inForce()).toMatchObject({ year: 2022, version: 1 });
    desk.now = '2024-02-01T10:00';
    await saveScheme(desk, 2022, '改过的办法');
    expect(await inForce()).toMatchObject({ year: 2023, version: 1, reason: '沿用2022年第1版', at: desk.now });
    expect((await inForce()).scheme.title).toBe('二〇二二年办法');
    expect(await inForce('2024-01-20T10:00')).toMatchObject({ year: 2022, version: 1 });
    // Once its own, it is not copied again.
    await saveScheme(desk, 2022, '又改过的办法');
    expect(await desk.ask('assessment.versions', { year: 2023 })).toHaveLength(1);
  });

  it('does not take the place of the default one by which a later year was scored, and does where it was not', async () => {
    const desk = await openCounty('xixia-2022', '2023-03-10T10:00');
    await desk.ask('assessment.enter', { year: 2023, ...enter });
    await saveScheme(desk, 2021, '二〇二一年办法');
    const inForce = async (year: number) => (await desk.ask('assessment.get', { year })).version;
    expect(await inForce(2022)).toMatchObject({ year: 2021, version: 1 });
    expect(await inForce(2023)).toMatchObject({ year: 2023, version: 1, reason: '沿用随程序附带的缺省方案' });
    expect((await inForce(2023)).scheme.id).toBe('default');
  });
});

it('takes no points and no objections of a year that has not begun; its scheme may be made before', async () => {
  const desk = await openCounty('xixia-2022', '2022-12-31T23:59');
  const told = { code: 'change_impossible', message: '2023年还没有开始，不能评分和登记申诉，请核对年度。' };
  expect(await desk.refusal('assessment.enter', { year: 2023, ...enter })).toMatchObject(told);
  const claim = { year: 2023, unit: MARKET, item: 'repair', claim: '漏记' };
  expect(await desk.refusal('assessment.object', claim)).toMatchObject(told);
  await saveScheme(desk, 2023, '二〇二三年办法');
});

it('looks ahead, and prints nothing of a moment that has not come', async () => {
  const desk = await openCounty('xixia-2022', '2022-05-05T10:00');
  const ahead = { year: 2022, asOf: '2022-12-31T18:00' } as const;
  expect((await desk.ask('assessment.get', ahead)).asOf).toBe(ahead.asOf);
  for (const format of ['xlsx', 'docx'])
    expect(await desk.refusal('assessment.write', { ...ahead, format })).toMatchObject({ code: 'moment_ahead' });
  const { paper } = await desk.ask('papers.create', { kind: 'assessment', period: '2022', asOf: ahead.asOf });
  const check = { id: paper.id, revision: paper.revision, by: '李四' };
  expect((await desk.refusal('papers.check', check)).code).toBe('moment_ahead');
});

it('scores a unit that is gone for what it owed, without a rank, and says so', async () => {
  const desk = await openCounty('xixia-2022', '2022-02-01T10:00');
  const [gone] = (await desk.ask('assessment.get', { year: 2022 })).units;
  if (gone === undefined) throw new Error('nobody');
  const [, heir] = (await desk.ask('assessment.get', { year: 2022 })).units;
  const merge = {
    kind: 'merge',
    from: [gone.unit],
    to: [heir?.unit ?? ''],
    on: '2022-03-01',
    reason: '机构改革',
  } as const;
  await desk.ask('units.succeed', merge);
  desk.now = '2022-03-02T18:00';
  // One has points of its own: where all have the same nobody has a rank.
  for (const item of ['mechanism', 'praise'])
    await desk.ask('assessment.enter', { year: 2022, unit: 'xx-dsz', item, points: 6, evidence: '文件' });
  const { units, formula, mean } = await desk.ask('assessment.get', { year: 2022 });
  const hundredths = units.slice(0, -1).reduce((sum, { score }) => sum + Math.round(score * 100), 0);
  expect(mean).toBe(Math.round(hundredths / (units.length - 1)) / 100);
  expect(units.at(-1)).toMatchObject({ unit: gone.unit, rank: 0, band: '已撤并', ended: '2022-02-28' });
  expect(units.filter(({ rank }) => rank === 0)).toHaveLength(1);
  expect(units[0]?.rank).toBe(1);
  expect(formula).toContain(`${gone.name}已撤并，按撤并前的应报事项计分，不排名次、不定等次。`);
  const { document } = await desk.ask('papers.create', { kind: 'assessment', period: '2022' });
  expect(document.sections[0]?.paragraphs[0]?.text).toContain(`参加考核的单位共${units.length - 1}家`);
  const taken = document.sections[1]?.paragraphs.map(({ text }) => text).join('\n') ?? '';
  expect(taken).toContain(`未报：${units.length - 1}家单位被扣分`);
  expect(taken).not.toContain(gone.name);
  expect(document.tables[0]?.rows.at(-1)?.slice(0, 2)).toEqual(['—', gone.name]);
});
