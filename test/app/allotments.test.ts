import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** 000-12 中小微企业融资问卷: quarterly, numbers as the office allots them. */
const SCOPE = { duty: '000-12', period: '2022-Q2' } as const;
const save = (counts: Record<string, number>) => desk.ask('allotments.save', { ...SCOPE, counts, by: '李某' });

describe('numbers allotted to units', () => {
  it('are set all at once: a unit left out, or given none, has none', async () => {
    await save({ 'xx-scjgj': 20, 'xx-sthjj': 10 });
    expect(await save({ 'xx-scjgj': 25, 'xx-sthjj': 0 })).toEqual([{ ...SCOPE, unit: 'xx-scjgj', count: 25 }]);
    expect(await desk.ask('allotments.list', SCOPE)).toHaveLength(1);
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
    ['of a duty without a number', { duty: '000-01' }, 'not_allotted'],
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
