import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const BY = '王经办';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

it('names in the audit log who registered, changed and took back', async () => {
  const unit = 'xx-gaj';
  const weekly = { unit, duty: '000-02', period: '2022-W17' };
  const days = { from: '2022-05-01', to: null };
  const registered = await desk.ask('submissions.register', { ...weekly, kind: 'zero', note: '未产生', by: BY });
  await desk.ask('submissions.withdraw', { id: registered.id, by: BY });
  await desk.ask('office.save', { office: await desk.ask('office.get', {}), by: BY });
  const [duty] = await desk.ask('duties.list', {});
  if (!duty) throw new Error('no duty');
  const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
  await desk.ask('duties.save', { duty: { id, title, due, recordTerm, quota, groups, lead, target, note }, by: BY });
  const part = { unit, duty: '000-02', role: 'none', ...days, reason: '职能划出', documentNo: '' } as const;
  const assignment = await desk.ask('assignments.save', { ...part, by: BY });
  await desk.ask('assignments.withdraw', { id: assignment.id, by: BY });
  const approval = { reason: '机构改革', approver: '李主任', documentNo: '西信用办〔2022〕9号' };
  const waived = { kind: 'exempt', unit, duty: null, ...days, period: null, until: null, ...approval } as const;
  const exemption = await desk.ask('exemptions.save', { ...waived, by: BY });
  await desk.ask('exemptions.withdraw', { id: exemption.id, by: BY });

  const lines = desk.rows<{ action: string; by: string }>('select action, "by" from audit order by id');
  expect(lines.slice(1)).toEqual(
    [
      'register.zero',
      'register.withdraw',
      'office.save',
      'duty.save',
      'assignment.save',
      'assignment.withdraw',
      'exemption.exempt',
      'exemption.withdraw',
    ].map((action) => ({ action, by: BY })),
  );
});
