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

it('keeps the scheme of an earlier year by which its points were typed, whatever is changed there later', async () => {
  const desk = await openCounty('xixia-2022', '2023-03-10T10:00');
  await saveScheme(desk, 2022, '二〇二二年办法');
  const inForce = async () => (await desk.ask('assessment.get', { year: 2023 })).version;
  expect(await inForce()).toMatchObject({ year: 2022, version: 1 });
  await desk.ask('assessment.enter', { year: 2023, ...enter });
  expect(await inForce()).toMatchObject({ year: 2023, version: 1, reason: '沿用2022年第1版' });
  await saveScheme(desk, 2022, '改过的办法');
  expect((await inForce()).scheme.title).toBe('二〇二二年办法');
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
  desk.now = '2022-12-31T18:00';
  const { units, formula } = await desk.ask('assessment.get', { year: 2022 });
  expect(units.at(-1)).toMatchObject({ unit: gone.unit, rank: 0, band: '已撤并', ended: '2022-02-28' });
  expect(units.filter(({ rank }) => rank === 0)).toHaveLength(1);
  expect(units[0]?.rank).toBe(1);
  expect(formula).toContain(`${gone.name}已撤并，按撤并前的应报事项计分，不排名次、不定等次。`);
  const { document } = await desk.ask('papers.create', { kind: 'assessment', period: '2022' });
  expect(document.sections[0]?.paragraphs[0]?.text).toContain(`参加考核的单位共${units.length - 1}家`);
  expect(document.tables[0]?.rows.at(-1)?.slice(0, 2)).toEqual(['—', gone.name]);
});
