import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** 000-12 中小微企业融资问卷: quarterly, numbers as the office allots them. */
const SCOPE = { duty: '000-12', period: '2022-Q2' } as const;
const even = (units: readonly string[]) => Object.fromEntries(units.map((unit) => [unit, 3]));
const save = (counts: Record<string, number>) => desk.ask('allotments.save', { ...SCOPE, counts, by: '李某' });

const squares = async (asOf = '2022-07-10T09:00') =>
  (await desk.ask('status.grid', { ...SCOPE, asOf })).cells.filter((cell) => cell.assigned);
const towns = async () =>
  (await desk.ask('duties.list', {})).find(({ id }) => id === SCOPE.duty)?.units.toSorted() ?? [];

describe('numbers allotted to units', () => {
  it('are set all at once: a unit left out has none, one given 0 is to do nothing', async () => {
    await save({ 'xx-dsz': 20, 'xx-slz': 10, 'xx-hcz': 5 });
    const { allotments } = await save({ 'xx-dsz': 25, 'xx-hcz': 0 });
    expect(allotments).toEqual([
      { ...SCOPE, unit: 'xx-dsz', count: 25 },
      { ...SCOPE, unit: 'xx-hcz', count: 0 },
    ]);
    expect(await desk.ask('allotments.list', SCOPE)).toEqual(allotments);
  });

  it('free nobody else: who has none still owes, seen as 未分配, and the answer names them', async () => {
    const all = await towns();
    expect((await squares()).map(({ unit }) => unit).sort()).toEqual(all);
    const { unallotted } = await save({ 'xx-dsz': 20 });
    const others = all.filter((unit) => unit !== 'xx-dsz');
    expect(unallotted.toSorted()).toEqual(others);
    const cells = await squares();
    expect(cells.find(({ unit }) => unit === 'xx-dsz')).toMatchObject({ quota: 20, status: 'missing' });
    expect(cells.find(({ unit }) => unit === 'xx-dsz')).not.toHaveProperty('unallotted');
    const open = cells.filter((cell) => cell.unallotted);
    expect(open.map(({ unit }) => unit).sort()).toEqual(others);
    expect(open.every(({ quota, status }) => quota === null && status === 'missing')).toBe(true);
  });

  it('given to all, or refused to them by a 0, leave nobody without one', async () => {
    const all = await towns();
    const counts = Object.fromEntries(all.map((unit, at) => [unit, at < 3 ? 2 : 0]));
    expect((await save(counts)).unallotted).toEqual([]);
    const cells = await squares();
    expect(cells.map(({ unit }) => unit).sort()).toEqual(all.slice(0, 3));
    expect(cells.some((cell) => cell.unallotted)).toBe(false);
  });

  it('are not missed by a unit that is let off, nor by one that no longer exists', async () => {
    const approved = { reason: '洪灾', approver: '王主任', documentNo: '西信用办函〔2022〕9号' };
    const scope = { unit: 'xx-dsz', duty: SCOPE.duty, from: null, to: null, period: null, until: null };
    await desk.ask('exemptions.save', { kind: 'exempt', ...scope, ...approved });
    const { unallotted } = await save({});
    expect(unallotted).toHaveLength((await towns()).length - 1);
    expect(unallotted).not.toContain('xx-dsz');
  });

  it('that are missing stand in the to-do list from the first day of the period', async () => {
    const todo = async (asOf: string) =>
      (await desk.ask('overview.get', { asOf })).todo.filter(({ code }) => code === 'numbers_missing');
    const all = await towns();
    await desk.ask('allotments.save', { duty: SCOPE.duty, period: '2022-Q1', counts: even(all) });
    expect(await todo('2022-03-31T09:00')).toEqual([]);
    expect(await todo('2022-04-01T09:00')).toEqual([
      {
        code: 'numbers_missing',
        subject: SCOPE.duty,
        title: expect.stringContaining('问卷'),
        period: SCOPE.period,
        count: all.length,
      },
    ]);
    await save({ 'xx-dsz': 20 });
    expect(await todo('2022-04-01T09:00')).toMatchObject([{ count: all.length - 1 }]);
    await save(even(all));
    expect(await todo('2022-04-01T09:00')).toEqual([]);
  });

  it('are of one period', async () => {
    await save({ 'xx-scjgj': 20 });
    await desk.ask('allotments.save', { duty: SCOPE.duty, period: '2022-Q3', counts: { 'xx-scjgj': 5 } });
    expect(
      (await desk.ask('allotments.list', { duty: SCOPE.duty })).map(({ period, count }) => [period, count]),
    ).toEqual([
      ['2022-Q2', 20],
      ['2022-Q3', 5],
    ]);
  });

  it('leave what they were in the audit log', async () => {
    await save({ 'xx-scjgj': 20 });
    await save({ 'xx-scjgj': 30 });
    const lines = desk.rows<{ detail: string; by: string }>(
      "select detail, by from audit where action = 'allotment.save'",
    );
    expect(lines.at(-1)?.by).toBe('李某');
    expect(JSON.parse(lines.at(-1)?.detail ?? '')).toMatchObject({ before: [{ count: 20 }], after: [{ count: 30 }] });
  });

  it.each([
    ['of a duty without a number', { duty: '000-08', period: '2022-04' }, 'not_allotted'],
    ['of another kind of period', { period: '2022-04' }, 'period_not_of_duty'],
    ['to an unknown unit', { counts: { 'xx-none': 1 } }, 'unit_unknown'],
    ['of an unknown duty', { duty: '000-99' }, 'duty_unknown'],
    ['below nothing', { counts: { 'xx-scjgj': -1 } }, 'usage'],
  ])('%s are refused', async (_what, change, code) => {
    expect(await desk.refusal('allotments.save', { ...SCOPE, counts: {}, ...change })).toMatchObject({ code });
  });

  it('of a closed period stay as they are', async () => {
    await desk.ask('periods.lock', { period: '2022-Q2', locked: true, reason: '通报已印发' });
    expect(await desk.refusal('allotments.save', { ...SCOPE, counts: {} })).toMatchObject({ code: 'period_locked' });
  });
});
