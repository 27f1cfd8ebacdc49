import { describe, expect, it } from 'vitest';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { closeCounties, openCounty } from './counties.ts';
import type { Desk } from './desk.ts';

closeCounties();

const YEAR = 2022;
const MARKET = 'xx-scjgj';
const ISSUED = '2023-02-01T10:00';

const lineAt = async (desk: Desk, item: string, asOf?: string) => {
  const [unit] = (await desk.ask('assessment.get', { year: YEAR, unit: MARKET, asOf })).units;
  return [...(unit?.items ?? []), ...(unit?.deductions ?? [])].find((one) => one.item === item);
};
const enter = (desk: Desk, item: string, points: number) =>
  desk.ask('assessment.enter', { year: YEAR, unit: MARKET, item, points, evidence: '台账' });
const opened = async (desk: Desk, item: string, asOf = ISSUED) => {
  const ref: FigureRef = { kind: 'assessment', year: YEAR, asOf, unit: MARKET, item };
  const rows = await desk.ask('figures.open', { ref });
  return rows.kind === 'lines' ? rows.lines.map(({ text }) => text) : [];
};

/** A paper of the score, issued on 1 February, of a year with one point typed and one objection open. */
async function openIssued() {
  const desk = await openCounty('xixia-2022', ISSUED);
  await enter(desk, 'repair', 1);
  const { id: claim } = await desk.ask('assessment.object', {
    ...{ year: YEAR, unit: MARKET, item: 'missing', claim: '停电' },
  });
  const { paper } = await desk.ask('papers.create', { kind: 'assessment', period: '2022' });
  const checked = await desk.ask('papers.check', { id: paper.id, revision: paper.revision, by: '李四' });
  await desk.ask('papers.issue', { id: checked.paper.id, revision: checked.paper.revision, by: '王五' });
  desk.now = '2023-03-01T10:00';
  return { desk, claim, paper: paper.id };
}

describe('a look back at a moment', () => {
  it('leaves out what was typed after it: an issued paper opens what it printed', async () => {
    const { desk, paper } = await openIssued();
    await enter(desk, 'repair', 5);
    expect(await lineAt(desk, 'repair', ISSUED)).toMatchObject({ points: 1 });
    expect(await lineAt(desk, 'repair')).toMatchObject({ points: 5 });
    expect(await opened(desk, 'repair')).toEqual([
      ...[expect.any(String), '得分：评定1.00分', '2023年2月1日10时填写1.00分：台账'],
    ]);
    expect((await desk.ask('papers.get', { id: paper })).corrections).toEqual([]);
  });

  it('leaves out what was decided after it', async () => {
    const { desk, claim, paper } = await openIssued();
    const had = (await lineAt(desk, 'missing'))?.points;
    await desk.ask('assessment.decide', { id: claim, granted: true, points: 2, decision: '属实' });
    expect(await lineAt(desk, 'missing', ISSUED)).toMatchObject({ points: had, state: 'computed' });
    expect(await lineAt(desk, 'missing')).toMatchObject({ points: 2, state: 'objected' });
    expect((await opened(desk, 'missing')).at(-1)).toBe('申诉还没有处理');
    const [before] = (await desk.ask('assessment.get', { year: YEAR, unit: MARKET, asOf: ISSUED })).units;
    expect(before?.openObjections).toBe(1);
    expect((await desk.ask('papers.get', { id: paper })).corrections).toEqual([]);
  });

  it('goes by the scheme of then', async () => {
    const { desk, paper } = await openIssued();
    const { version } = await desk.ask('assessment.get', { year: YEAR });
    const bands = version.scheme.bands.map((band) => ({
      ...band,
      title: band.title === '不合格' ? '一般' : band.title,
    }));
    await desk.ask('assessment.saveScheme', { year: YEAR, scheme: { ...version.scheme, bands }, reason: '会议定' });
    const bandAt = async (asOf?: string) => (await desk.ask('assessment.get', { year: YEAR, asOf })).units.at(-1)?.band;
    expect([await bandAt(ISSUED), await bandAt()]).toEqual(['不合格', '一般']);
    expect((await desk.ask('papers.get', { id: paper })).corrections).toEqual([]);
  });

  it('has what came late for it all the same: that is a correction', async () => {
    const { desk, paper } = await openIssued();
    await desk.ask('submissions.register', {
      ...{ unit: MARKET, duty: '000-14', kind: 'paper', period: '2022-04', received: '2022-04-20' },
    });
    expect((await desk.ask('papers.get', { id: paper })).corrections.length).toBeGreaterThan(0);
  });
});
