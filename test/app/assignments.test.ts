import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const PART = {
  unit: 'xx-scjgj',
  duty: '000-05',
  role: 'none',
  from: '2022-05-01',
  to: null,
  reason: '职能划转',
  documentNo: '西编办〔2022〕3号',
} as const;
const lock = (period: string) => desk.ask('periods.lock', { period, locked: true, reason: '通报已印发' });

describe("a unit's part in a duty", () => {
  it('is kept with who gave it, and listed by unit and by duty', async () => {
    const saved = await desk.ask('assignments.save', { ...PART, by: '李某' });
    expect(saved).toEqual({ id: saved.id, ...PART, by: '李某', at: desk.now });
    expect(await desk.ask('assignments.list', { unit: PART.unit })).toEqual([saved]);
    expect(await desk.ask('assignments.list', { duty: '000-02' })).toEqual([]);
  });

  it('keeps the closed weeks of a duty that has become monthly since', async () => {
    const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === '000-02');
    if (!duty) throw new Error('000-02');
    const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
    const monthly = { id, title, due, recordTerm, quota, groups, lead, target, note, cadence: 'monthly' as const };
    await desk.ask('duties.save', { duty: monthly, from: '2022-06-01', reason: '文' });
    await lock('2022-W17');
    const part = { ...PART, duty: '000-02', from: '2022-04-01', to: '2022-05-15' };
    expect(await desk.refusal('assignments.save', part)).toMatchObject({ code: 'period_locked' });
    await desk.ask('assignments.save', { ...part, from: '2022-05-02' });
    // A duty that was never weekly has nothing to do with a closed week.
    await desk.ask('assignments.save', { ...part, duty: '000-14' });
  });

  it('is withdrawn and stays in the audit log', async () => {
    const { id } = await desk.ask('assignments.save', PART);
    expect(await desk.ask('assignments.withdraw', { id })).toMatchObject({ id, role: 'none' });
    expect(await desk.ask('assignments.list', {})).toEqual([]);
    expect(await desk.refusal('assignments.withdraw', { id })).toMatchObject({ code: 'assignment_unknown' });
    expect(desk.rows("select subject from audit where action = 'assignment.withdraw'")).toEqual([
      { subject: String(id) },
    ]);
  });

  it.each([
    ['without a reason', { reason: '  ' }, 'reason_required'],
    ['of an unknown unit', { unit: 'xx-none' }, 'unit_unknown'],
    ['in an unknown duty', { duty: '000-99' }, 'duty_unknown'],
    ['that ends before it begins', { to: '2022-04-30' }, 'range_invalid'],
    ['from a day that does not exist', { from: '2022-02-30' }, 'moment_invalid'],
  ])('%s is refused', async (_what, change, code) => {
    expect(await desk.refusal('assignments.save', { ...PART, ...change })).toMatchObject({ code });
    expect(await desk.ask('assignments.list', {})).toEqual([]);
  });

  it('does not change what was counted of a closed period', async () => {
    const { id } = await desk.ask('assignments.save', { ...PART, from: '2022-04-01' });
    await lock('2022-04');
    expect(await desk.refusal('assignments.save', { ...PART, from: null })).toMatchObject({ code: 'period_locked' });
    expect(await desk.refusal('assignments.withdraw', { id })).toMatchObject({ code: 'period_locked' });
    expect(await desk.ask('assignments.save', PART)).toMatchObject({ from: '2022-05-01' });
  });
});
