import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDay, HolidayNotice } from '../../electron/contract/calendar.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { MARKET, penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const off = (day: string, name = '元旦'): CalendarDay => ({ day, kind: 'off', name });
const snow = { name: '', reason: '县政府通告：暴雪停工', by: '李明' };
const UNIT = 'xx-scjgj';
const WEEKLY = '000-02';
const received = '2022-04-29T10:00';
const send = async (moment: string, change = {}) => {
  const file = await desk.mail('市监局.xlsx', penalties([1, 2], { change, unit: MARKET }));
  return onlyTable(await desk.receive(moment, [file]));
};
const cell = async () => (await desk.ask('status.grid', { period: '2022-W17', duty: WEEKLY, unit: UNIT })).cells[0];
const stored = async () => (await desk.ask('records.list', {})).records;
const timeliness = async () =>
  (await desk.ask('rates.compute', { period: '2022-W17' })).units.find(({ unit }) => unit === UNIT)?.timelinessRate;
const lateRecords = () =>
  desk.rows<{ cell: string; message: string }>("select cell, message from finding where rule = 'late_record'");

describe('a notice whose days are all of another year', () => {
  const json = (year: number, ...dates: string[]) =>
    JSON.stringify({ year, papers: [], days: dates.map((date) => ({ name: '元旦', date, isOffDay: true })) });
  const fileOf = (content: string) => {
    const file = path.join(desk.mailFolder, '2027.json');
    writeFileSync(file, content);
    return file;
  };

  it('is refused with both years, read and saved', async () => {
    const refused = await desk.refusal('calendar.read', { path: fileOf(json(2027, '2025-01-01', '2026-01-01')) });
    expect(refused).toMatchObject({ code: 'notice_other_year' });
    expect(refused.message).toContain('“2027.json”写明是2027年，日期却都在2025年、2026年');
    const notice = { year: 2022, days: [off('2021-10-01')], source: '试.json' };
    expect(await desk.refusal('calendar.save', { notice })).toMatchObject({ code: 'notice_other_year' });
    expect(desk.rows('select * from calendar_year')).toEqual([]);
  });

  it('is taken where some are of its own', async () => {
    const { notice } = await desk.ask('calendar.read', { path: fileOf(json(2027, '2026-12-31', '2027-01-01')) });
    expect((await desk.ask('calendar.save', { notice })).year).toMatchObject({ year: 2027, state: 'imported' });
  });
});

describe('an imported year taken back', () => {
  /** 2022 without its make-up Sunday of 24 April and with 29 April off. */
  const WRONG: HolidayNotice = { year: 2022, source: '错.json', days: [off('2022-01-03'), off('2022-04-29', '错')] };

  it('is as shipped again, with what that moves', async () => {
    const before = await desk.ask('calendar.show', { year: 2022 });
    expect(before).toMatchObject({ state: 'known', ships: true, total: 249 });
    const saved = await desk.ask('calendar.save', { notice: WRONG, by: '李明' });
    expect(saved.year).toMatchObject({ state: 'imported', ships: true });
    const moved = saved.moved.find(({ period }) => period === '2022-W17');
    expect(moved).toMatchObject({ duty: WEEKLY, before: '2022-04-29T18:00', after: '2022-05-02T18:00' });

    const back = await desk.ask('calendar.reset', { year: 2022, by: '王芳' });
    expect(back.year).toEqual(before);
    expect(back.moved).toContainEqual({ ...moved, before: moved?.after, after: moved?.before });
    expect(back.moved).toHaveLength(saved.moved.length);
    expect(await desk.ask('calendar.show', { year: 2022 })).toEqual(before);
    expect((await cell())?.due).toBe('2022-04-29T18:00');
    expect(desk.rows("select action, subject, by from audit where action = 'calendar.reset'")).toEqual([
      { action: 'calendar.reset', subject: '2022', by: '王芳' },
    ]);
  });

  it('is refused where nothing was imported, and where nothing ships', async () => {
    expect(await desk.refusal('calendar.reset', { year: 2022 })).toMatchObject({ code: 'notice_not_imported' });
    await desk.ask('calendar.save', { notice: { year: 2027, source: '', days: [off('2027-01-01')] } });
    expect(await desk.refusal('calendar.reset', { year: 2027 })).toMatchObject({ code: 'year_not_shipped' });
    expect(await desk.ask('calendar.show', { year: 2027 })).toMatchObject({ state: 'imported', ships: false });
  });

  it('does not change what a closed period was counted by', async () => {
    await desk.ask('calendar.save', { notice: WRONG });
    await desk.ask('periods.lock', { period: '2022-04', locked: true, reason: '已通报' });
    expect(await desk.refusal('calendar.reset', { year: 2022 })).toMatchObject({ code: 'period_locked' });
    expect(await desk.ask('calendar.show', { year: 2022 })).toMatchObject({ state: 'imported' });
  });
});

describe('another calendar judges again', () => {
  const FRIDAY_OFF = { day: '2022-04-29', kind: 'off', ...snow } as const;

  it('submissions: one that was late is in time, and late again', async () => {
    await send('2022-05-05T10:00');
    desk.now = '2022-05-06T09:00';
    expect(await cell()).toMatchObject({ status: 'late', due: '2022-04-29T18:00' });
    const saved = await desk.ask('calendar.saveCounty', FRIDAY_OFF);
    const turned = { unit: UNIT, duty: WEEKLY, period: '2022-W17', receivedAt: '2022-05-05T10:00' };
    const dues = { before: '2022-04-29T18:00', after: '2022-05-05T18:00' };
    expect(saved.turned).toEqual([{ ...turned, ...dues, late: false }]);
    expect(await cell()).toMatchObject({ status: 'reported' });
    const back = await desk.ask('calendar.saveCounty', { ...FRIDAY_OFF, kind: null });
    expect(back.turned).toEqual([{ ...turned, before: dues.after, after: dues.before, late: true }]);
    expect(desk.rows<{ detail: string }>("select detail from audit where action like 'calendar%'")).toEqual([
      { detail: expect.stringContaining('报送转为迟报 0 份，转为按时 1 份') },
      { detail: expect.stringContaining('报送转为迟报 1 份，转为按时 0 份') },
    ]);
  });

  it('submissions with the extension of their unit', async () => {
    const square = { unit: UNIT, duty: WEEKLY, period: '2022-W17' };
    const extension = { kind: 'extended', until: '2022-05-05T18:00', from: null, to: null } as const;
    const why = { reason: '系统升级', approver: '李局长', documentNo: '西信用办〔2022〕9号' };
    await desk.ask('exemptions.save', { ...square, ...extension, ...why });
    await send('2022-05-05T10:00');
    desk.now = '2022-05-06T09:00';
    const saved = await desk.ask('calendar.saveCounty', FRIDAY_OFF);
    expect(saved.moved).toHaveLength(1);
    expect(saved.turned).toEqual([]);
  });

  it('records: the stored judgement, its finding and the rate, by county days, imports and resets', async () => {
    // Decided on Monday the 18th: in time until Monday the 25th.
    expect(await send('2022-04-26T10:00', { 1: { CF_JDRQ: '2022-04-18' } })).toMatchObject({ timely: 1, records: 2 });
    const late = lateRecords();
    expect(late).toEqual([{ cell: 'K5', message: expect.stringContaining('2022-04-25') }]);
    expect(await timeliness()).toBe(50);

    const rejudged = { unit: UNIT, duty: WEEKLY, period: '2022-W17', template: 'penalty-legal' };
    const monday = { day: '2022-04-25', kind: 'off', ...snow } as const;
    const saved = await desk.ask('calendar.saveCounty', monday);
    expect(saved.rejudged).toEqual([{ ...rejudged, timely: 1, late: 0 }]);
    expect((await stored()).map(({ timely }) => timely)).toEqual([true, true]);
    expect(lateRecords()).toEqual([]);
    expect(await timeliness()).toBe(100);

    const gone = await desk.ask('calendar.saveCounty', { ...monday, kind: null });
    expect(gone.rejudged).toEqual([{ ...rejudged, timely: 0, late: 1 }]);
    expect(lateRecords()).toEqual(late);
    expect(await timeliness()).toBe(50);

    const shipped = (await desk.ask('calendar.show', { year: 2022 })).holidays;
    const notice = { year: 2022, source: '试.json', days: [...shipped, off('2022-04-25', '试')] };
    // Nothing is written before it is saved.
    expect((await desk.ask('calendar.read', { text: jsonOf(notice) })).rejudged).toEqual([
      { ...rejudged, timely: 1, late: 0 },
    ]);
    expect(await timeliness()).toBe(50);
    await desk.ask('calendar.save', { notice });
    expect(await timeliness()).toBe(100);
    expect((await desk.ask('calendar.reset', { year: 2022 })).rejudged).toEqual([{ ...rejudged, timely: 0, late: 1 }]);
    expect(lateRecords()).toEqual(late);
    expect(await timeliness()).toBe(50);
  });

  it('older versions of records, too, so that a look back and an undo agree', async () => {
    await send('2022-04-26T10:00', { 1: { CF_JDRQ: '2022-04-18' } });
    await send('2022-04-27T10:00', { 1: { CF_JDRQ: '2022-04-18', CF_NR: '警告并责令改正' } });
    await desk.ask('calendar.saveCounty', { day: '2022-04-25', kind: 'off', ...snow });
    const versions = () => desk.rows<{ timely: number }>('select timely from record order by id').map((r) => r.timely);
    expect(versions()).toEqual([1, 1, 1]);
    const [newest] = await desk.ask('batches.list', {});
    await desk.ask('batches.undo', { batch: newest?.id ?? '' });
    expect((await stored()).map(({ timely }) => timely)).toEqual([true, true]);
  });

  it('records of a closed period never: the change is refused', async () => {
    await send('2022-04-26T10:00', { 1: { CF_JDRQ: '2022-04-18' } });
    await desk.ask('periods.lock', { period: '2022-W17', locked: true, reason: '已通报' });
    const monday = { day: '2022-04-25', kind: 'off', ...snow } as const;
    expect(await desk.refusal('calendar.saveCounty', monday)).toMatchObject({ code: 'period_locked' });
    expect((await stored()).map(({ timely }) => timely)).toEqual([false, true]);
  });

  it('nothing that the day does not touch', async () => {
    await send(received);
    const saved = await desk.ask('calendar.saveCounty', { day: '2022-08-01', kind: 'off', ...snow });
    expect(saved).toMatchObject({ turned: [], rejudged: [] });
  });
});

function jsonOf({ year, days }: HolidayNotice): string {
  return JSON.stringify({
    year,
    days: days.map(({ day, kind, name }) => ({ name, date: day, isOffDay: kind === 'off' })),
  });
}
