import { describe, expect, it } from 'vitest';
import type { Duty, DutyDraft } from '../../electron/contract/duties.ts';
import { closeCounties, openCounty } from './counties.ts';
import { type Desk, onlyTable } from './desk.ts';
import { penalties } from './workbooks.ts';

// domain.md §8.7: what the notices contradict each other in, or leave open, is settled by a setting each.

closeCounties();
const xixia = () => openCounty('xixia-2022', '2022-12-31T12:00');
const dutyOf = async (desk: Desk, id: string): Promise<Duty> => {
  const found = (await desk.ask('duties.list', {})).find((duty) => duty.id === id);
  if (!found) throw new Error(id);
  return found;
};
const change = async (desk: Desk, id: string, changes: Partial<DutyDraft>, from?: string): Promise<Duty> => {
  const { title, due, recordTerm, quota, groups, lead, target, note } = await dutyOf(desk, id);
  const duty = { id, title, due, recordTerm, quota, groups, lead, target, note, ...changes };
  return desk.ask('duties.save', { duty, ...(from === undefined ? {} : { from, reason: '新规定' }) });
};
const dues = async (desk: Desk, duty: string, period: string): Promise<string[]> => [
  ...new Set((await desk.ask('status.grid', { period, duty })).cells.map(({ due }) => due ?? '')),
];
const units = async (desk: Desk, duty: string, period: string): Promise<string[]> =>
  (await desk.ask('status.grid', { period, duty })).cells.map(({ unit }) => unit);

describe('a setting of the office settles', () => {
  it('7 days or 7 working days', async () => {
    const desk = await xixia();
    const change7 = { CF_JDRQ: '2022-04-14', CF_YXQ: '2023-04-14', CF_GSJZQ: '2025-04-14' };
    const receive = async (name: string) =>
      onlyTable(
        await desk.receive('2022-04-24T10:00', [
          await desk.mail(name, penalties([1], { title: '2022年4月第3周', change: { 1: change7 } })),
        ]),
      );
    const first = await receive('一.xlsx');
    // Seven days end on Thursday the 21st, seven working days on Sunday the 24th, which was worked.
    expect(first.timely).toBe(0);
    await change(desk, first.duty?.id ?? '', { recordTerm: { days: 7, unit: 'working', shift: 'next' } });
    const { total } = await desk.ask('rates.compute', { period: '2022-04' });
    expect([total.timely, total.clocked]).toEqual([1, 1]);
  });

  it('on which day of the week', async () => {
    const desk = await xixia();
    expect(await dues(desk, '000-02', '2022-W20')).toEqual(['2022-05-20T18:00']);
    const office = await desk.ask('office.get', {});
    const settings = { ...office.settings, weeklyDue: { weekday: 3, time: '12:00' } };
    await desk.ask('office.save', { office: { ...office, settings } });
    expect(await dues(desk, '000-02', '2022-W20')).toEqual(['2022-05-18T12:00']);
    await change(desk, '000-02', { due: { rule: 'weekday', weekday: 1, time: '09:00' } });
    expect(await dues(desk, '000-02', '2022-W20')).toEqual(['2022-05-16T09:00']);
  });

  it('what becomes of the 30th in February and on a rest day', async () => {
    const desk = await xixia();
    expect(await dues(desk, '000-06', '2022-02')).toEqual(['2022-02-28T18:00']);
    expect(await dues(desk, '000-06', '2022-04')).toEqual(['2022-05-05T18:00']);
    const office = await desk.ask('office.get', {});
    await desk.ask('office.save', { office: { ...office, settings: { ...office.settings, shift: 'none' } } });
    expect(await dues(desk, '000-06', '2022-04')).toEqual(['2022-04-30T18:00']);
    await change(desk, '000-06', { due: { rule: 'day-of-month', day: 30, time: '18:00', shift: 'previous' } });
    expect(await dues(desk, '000-06', '2022-04')).toEqual(['2022-04-29T18:00']);
  });

  it('by which day the cases of a month come', async () => {
    const desk = await xixia();
    expect(await dues(desk, '000-09', '2022-06')).toEqual(['2022-06-30T18:00']);
    await change(desk, '000-09', { due: { rule: 'day-of-month', day: 24, time: '18:00' } });
    expect(await dues(desk, '000-09', '2022-06')).toEqual(['2022-06-24T18:00']);
    const other = await openCounty('xingshan-2024', '2024-12-31T12:00');
    expect(await dues(other, '002-12', '2024-06')).toEqual(['2024-07-31T18:00']);
    await change(other, '002-12', { due: { rule: 'day-of-next-month', day: 10, time: '18:00' } });
    expect(await dues(other, '002-12', '2024-06')).toEqual(['2024-07-10T18:00']);
  });

  it('whether 各乡镇 means the sub-districts, too', async () => {
    const desk = await xixia();
    const districts = (await desk.ask('units.list', {}))
      .filter(({ kind }) => kind === 'subdistrict')
      .map(({ id }) => id);
    expect(await units(desk, '000-10', '2022-06')).toEqual(expect.arrayContaining(districts));
    for (const unit of districts)
      await desk.ask('assignments.save', {
        unit,
        duty: '000-10',
        role: 'none',
        from: null,
        to: null,
        reason: '原文只写各乡镇',
        documentNo: '',
      });
    const left = await units(desk, '000-10', '2022-06');
    expect([left.length, left.some((unit) => districts.includes(unit))]).toEqual([19 - districts.length, false]);
  });

  it('who else is meant by 等, and who at all by a list without names', async () => {
    const desk = await xixia();
    const open = (await desk.ask('groups.list', {})).find(({ id }) => id === '000-G3');
    await desk.ask('groups.save', { id: '000-G3', units: [...(open?.units ?? []), 'xx-fy'] });
    expect(await units(desk, '000-06', '2022-06')).toContain('xx-fy');
    expect(await units(desk, '000-05', '2022-06')).toEqual([]);
    await desk.ask('groups.save', { id: '000-G2', units: ['xx-scjgj', 'xx-sfj'] });
    expect((await units(desk, '000-05', '2022-06')).sort()).toEqual(['xx-scjgj', 'xx-sfj']);
  });

  it('whether ten kinds of acts are collected, seven or five', async () => {
    const desk = await xixia();
    const double = ['permit-legal', 'permit-person', 'penalty-legal', 'penalty-person'];
    const five = ['coercion', 'award', 'confirmation', 'adjudication', 'inspection'];
    expect((await dutyOf(desk, '000-02')).templates).toHaveLength(12);
    expect((await change(desk, '000-02', { templates: [...double, ...five] })).templates).toHaveLength(9);
    expect((await change(desk, '000-02', { templates: five })).templates).toEqual(five);
    const file = await desk.mail('处罚.xlsx', penalties([1]));
    const { files } = await desk.ask('imports.preview', { sources: [{ path: file, name: '处罚.xlsx' }] });
    expect(files[0]?.tables[0]?.duty).toBeNull();
  });

  it('within how many days an objection is settled', async () => {
    const desk = await xixia();
    const event = {
      id: null,
      unit: 'xx-scjgj',
      title: '异议',
      day: '2022-04-28',
      closedOn: null,
      outcome: '',
      note: '',
    };
    const { due } = await desk.ask('events.save', { event: { ...event, duty: '000-04' } });
    expect(due).toBeNull();
    await change(desk, '000-04', {
      eventTerm: { count: 5, unit: 'working', meaning: 'within', from: '收到异议' },
    });
    expect((await desk.ask('events.list', { duty: '000-04' }))[0]?.due).toBe('2022-05-09');
    const other = await openCounty('xingshan-2024', '2024-05-06T09:00');
    const saved = await other.ask('events.save', {
      event: { ...event, unit: 'xs-fgj', duty: '002-04', day: '2024-05-06' },
    });
    // Saturday the 11th was worked.
    expect(saved.due).toBe('2024-05-11');
  });

  it('what the 100 % of commitments counts', async () => {
    const desk = await openCounty('xingshan-2024', '2024-05-06T09:00');
    const all = (await desk.ask('indicators.list', { year: 2024 })).map(({ indicator }) => indicator);
    const readings = all.filter(({ duty }) => duty === '002-10');
    expect(readings.map(({ numerator }) => numerator.from)).toEqual([
      'commitments-and-fulfilments',
      'commitments',
      'fulfilments',
    ]);
    const [added] = readings;
    if (!added) throw new Error('no reading');
    await desk.ask('indicators.save', {
      indicator: { ...added, numerator: { title: '信用承诺', from: 'commitments' } },
    });
    const again = (await desk.ask('indicators.list', { year: 2024 })).find(
      ({ indicator }) => indicator.id === added.id,
    );
    expect(again?.indicator.numerator.from).toBe('commitments');
  });

  it('after how many months a penalty may be repaired, by the rules of its day', async () => {
    const desk = await openCounty('xixia-2022', '2026-05-06T09:00');
    const repair = (day: string) =>
      desk.ask('events.save', {
        event: {
          id: null,
          duty: '000-03',
          unit: 'xx-scjgj',
          title: day,
          day,
          closedOn: null,
          outcome: '',
          note: '',
        },
      });
    expect((await repair('2026-04-01')).due).toBe('2026-07-01');
    const eventTerm = { count: 12, unit: 'months', meaning: 'not-before', from: '认定之日' } as const;
    await change(desk, '000-03', { eventTerm }, '2026-04-01');
    expect((await repair('2026-04-01')).due).toBe('2027-04-01');
    expect((await repair('2026-03-31')).due).toBe('2026-06-30');
  });

  it('that the stock from 2013 on is collected and in no rate', async () => {
    const desk = await openCounty('zhaoling-2018', '2018-04-04T10:00');
    const old = { CF_JDRQ: '2014-03-03', CF_YXQ: '2015-03-03', CF_GSJZQ: '2017-03-03' };
    const sheet = penalties([1], { unit: '召陵区环保局', title: '2018年3月', change: { 1: old } });
    const table = onlyTable(await desk.receive('2018-04-04T10:00', [await desk.mail('存量.xlsx', sheet)]));
    expect(table).toMatchObject({ duty: { id: '004-02' }, records: 1, timely: null });
    const { total } = await desk.ask('rates.compute', { period: '2018-03' });
    expect([total.clocked, total.timelinessRate]).toEqual([0, null]);
    expect((await desk.ask('status.grid', { period: '2018', duty: '004-01' })).cells).toEqual([]);
  });
});
