import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const APPROVED = { reason: '系统迁移', approver: '王主任', documentNo: '西信用办函〔2022〕7号' } as const;
const EXEMPT = {
  kind: 'exempt',
  unit: 'xx-scjgj',
  duty: '000-05',
  from: '2022-04-01',
  to: '2022-06-30',
  period: null,
  until: null,
  ...APPROVED,
} as const;
/** 000-05 of April 2022 is due on the 30th, a Saturday of a holiday; the office's shift moves it to 5 May, 18:00. */
const EXTENDED = {
  ...EXEMPT,
  kind: 'extended',
  from: null,
  to: null,
  period: '2022-04',
  until: '2022-05-20T18:00',
} as const;
const lock = (period: string) => desk.ask('periods.lock', { period, locked: true, reason: '通报已印发' });

describe('an exemption', () => {
  it('is kept with approver and document number', async () => {
    const saved = await desk.ask('exemptions.save', { ...EXEMPT, by: '李某' });
    expect(saved).toEqual({ id: saved.id, ...EXEMPT, by: '李某', at: desk.now });
    expect(await desk.ask('exemptions.list', { duty: '000-05' })).toEqual([saved]);
  });

  it('of all duties is listed with each duty', async () => {
    const saved = await desk.ask('exemptions.save', { ...EXEMPT, duty: null });
    expect(await desk.ask('exemptions.list', { duty: '000-14' })).toEqual([saved]);
    expect(await desk.ask('exemptions.list', { unit: 'xx-sthjj' })).toEqual([]);
  });

  it('is withdrawn and stays in the audit log with its approval', async () => {
    const { id } = await desk.ask('exemptions.save', EXEMPT);
    await desk.ask('exemptions.withdraw', { id });
    expect(await desk.ask('exemptions.list', {})).toEqual([]);
    expect(await desk.refusal('exemptions.withdraw', { id })).toMatchObject({ code: 'exemption_unknown' });
    const [line] = desk.rows<{ detail: string }>("select detail from audit where action = 'exemption.withdraw'");
    expect(line?.detail).toContain(APPROVED.documentNo);
  });

  it('says what is missing of its approval', async () => {
    const refused = await desk.refusal('exemptions.save', { ...EXEMPT, approver: '', documentNo: ' ' });
    expect(refused).toMatchObject({ code: 'approval_required' });
    expect(refused.message).toContain('还缺批准人、批准文号');
  });

  it('does not change what was counted of a closed period', async () => {
    await lock('2022-04');
    expect(await desk.refusal('exemptions.save', EXEMPT)).toMatchObject({ code: 'period_locked' });
    expect(await desk.ask('exemptions.save', { ...EXEMPT, from: '2022-05-01' })).toMatchObject({ to: '2022-06-30' });
  });
});

describe('an extension', () => {
  it('holds for its period only', async () => {
    const saved = await desk.ask('exemptions.save', { ...EXTENDED, from: '2022-01-01', to: '2022-12-31' });
    expect(saved).toMatchObject({ kind: 'extended', from: null, to: null, period: '2022-04', until: EXTENDED.until });
  });

  it('typed as a day ends at the hour of its duty', async () => {
    expect(await desk.ask('exemptions.save', { ...EXTENDED, until: '2022-05-20' })).toMatchObject({
      until: '2022-05-20T18:00',
    });
  });

  it.each([
    ['to the original due moment', { until: '2022-05-05T18:00' }, 'until_too_early'],
    ['to a moment before it, though after the plain day', { until: '2022-05-01T18:00' }, 'until_too_early'],
    ['to what is no moment', { until: '五月' }, 'moment_invalid'],
    ['of another kind of period', { period: '2022-W17' }, 'period_not_of_duty'],
    ['of what is no period', { period: '2022-13' }, 'period_invalid'],
    ['of all duties', { duty: null }, 'usage'],
    ['of an unknown duty', { duty: '000-99' }, 'duty_unknown'],
    ['of an unknown unit', { unit: 'xx-none' }, 'unit_unknown'],
    ['without a reason', { reason: '' }, 'approval_required'],
    ['in a year whose holidays are unknown', { period: '2027-04', until: '2027-06-01' }, 'year_unknown'],
  ])('%s is refused', async (_what, change, code) => {
    expect(await desk.refusal('exemptions.save', { ...EXTENDED, ...change })).toMatchObject({ code });
    expect(await desk.ask('exemptions.list', {})).toEqual([]);
  });

  it('does not change a closed period', async () => {
    const { id } = await desk.ask('exemptions.save', EXTENDED);
    await lock('2022-04');
    expect(await desk.refusal('exemptions.save', EXTENDED)).toMatchObject({ code: 'period_locked' });
    expect(await desk.refusal('exemptions.withdraw', { id })).toMatchObject({ code: 'period_locked' });
  });
});
