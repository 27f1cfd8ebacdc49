import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DutyDraft } from '../../electron/contract/duties.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Changes a duty from a day on. */
async function change(duty: string, changes: Partial<DutyDraft>, from: string) {
  const found = (await desk.ask('duties.list', {})).find((one) => one.id === duty);
  if (!found) throw new Error(`no ${duty}`);
  const { id, title, due, recordTerm, quota, groups, lead, target, note } = found;
  const draft = { id, title, due, recordTerm, quota, groups, lead, target, note, ...changes };
  await desk.ask('duties.save', { duty: draft, from, reason: '新通知' });
}

describe('numbers allotted', () => {
  const save = (period: string) => desk.ask('allotments.save', { duty: '000-12', period, counts: { 'xx-dsz': 20 } });

  it('are those of a period in which the duty has a quota of them, whatever it has since', async () => {
    await change('000-12', { quota: null }, '2022-07-01');
    expect((await save('2022-Q2')).allotments).toMatchObject([{ count: 20 }]);
    expect(
      await desk.refusal('allotments.save', { duty: '000-12', period: '2022-Q3', counts: { 'xx-dsz': 20 } }),
    ).toMatchObject({ code: 'not_allotted' });
  });
});

describe('an extension typed as a day', () => {
  it('ends at the hour by which its period was due, not at that of a later rule', async () => {
    await change('000-05', { due: { rule: 'day-of-month', day: 30, time: '09:00' } }, '2022-06-01');
    const extended = async (period: string, until: string) =>
      (
        await desk.ask('exemptions.save', {
          kind: 'extended',
          unit: 'xx-scjgj',
          duty: '000-05',
          from: null,
          to: null,
          period,
          until,
          reason: '系统迁移',
          approver: '王主任',
          documentNo: '西信用办函〔2022〕7号',
        })
      ).until;
    expect(await extended('2022-04', '2022-05-20')).toBe('2022-05-20T18:00');
    expect(await extended('2022-06', '2022-07-20')).toBe('2022-07-20T09:00');
  });
});

describe('an event', () => {
  const event = (day: string) => ({
    id: null,
    duty: '000-08',
    unit: 'xx-scjgj',
    title: '约谈',
    day,
    closedOn: null,
    outcome: '',
    note: '',
  });

  it('is taken of a day on which its duty had a term for events', async () => {
    const eventTerm = { count: 3, unit: 'working', meaning: 'within', from: '约谈' } as const;
    await change('000-08', { eventTerm }, '2022-03-01');
    await change('000-08', { eventTerm: null }, '2022-04-20');
    expect(await desk.ask('events.save', { event: event('2022-04-11') })).toMatchObject({ due: '2022-04-14' });
    expect(await desk.refusal('events.save', { event: event('2022-04-28') })).toMatchObject({ code: 'not_an_event' });
  });
});

describe('a case typed in', () => {
  const PUBLICITY = '000-14';
  const add = (period: string, unit = 'xx-dsz') => ({
    draft: {
      template: 'publicity',
      unit,
      period,
      values: { title: `丹水镇举办诚信故事会${period}`, publishedOn: '2022-04-18', medium: '西峡融媒' },
    } as const,
  });
  const dutiesOf = () =>
    desk.rows<{ duty: string }>("select duty from submission where kind = 'file' order by id").map(({ duty }) => duty);

  it('is of the duty that collected such cases in its period', async () => {
    await change(PUBLICITY, { templates: [] }, '2022-05-01');
    await change('000-09', { templates: ['joint-case', 'publicity'] }, '2022-05-01');
    await desk.ask('cases.add', add('2022-04'));
    await desk.ask('cases.add', add('2022-05'));
    expect(dutiesOf()).toEqual([PUBLICITY, '000-09']);
  });

  it('is taken of a period of the rhythm that was', async () => {
    await change(PUBLICITY, { cadence: 'quarterly' }, '2022-07-01');
    await desk.ask('cases.add', add('2022-04'));
    expect(dutiesOf()).toEqual([PUBLICITY]);
    expect(await desk.refusal('cases.add', add('2022-W17'))).toMatchObject({ code: 'period_not_of_duty' });
  });

  it('of several duties is that of the one its unit owed then', async () => {
    const duties = await desk.ask('duties.list', {});
    const unitsOf = (id: string) => duties.find((duty) => duty.id === id)?.units ?? [];
    const own = unitsOf(PUBLICITY).find((unit) => !unitsOf('000-09').includes(unit));
    if (own === undefined) throw new Error('every unit owes both');
    await change('000-09', { templates: ['joint-case', 'publicity'] }, '2022-01-01');
    const may = { unit: own, from: '2022-05-01', to: '2022-05-31', reason: '五月代报', documentNo: '' };
    await desk.ask('assignments.save', { ...may, duty: PUBLICITY, role: 'none' });
    await desk.ask('assignments.save', { ...may, duty: '000-09', role: 'responsible' });
    await desk.ask('cases.add', add('2022-04', own));
    await desk.ask('cases.add', add('2022-05', own));
    expect(dutiesOf()).toEqual([PUBLICITY, '000-09']);
  });
});
