import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDay, HolidayNotice } from '../../electron/contract/calendar.ts';
import { NOTICES } from '../core/holidayTexts.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** An invented notice of a year the program does not know. */
const TEXT_2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;
const off = (day: string, name = '元旦'): CalendarDay => ({ day, kind: 'off', name });
const notice = (year: number, ...days: CalendarDay[]): HolidayNotice => ({ year, days, source: '试.json' });
const snow = { name: '', reason: '县政府通告：暴雪停工', by: '李明' };
const workdayCount = async (year: number) => (await desk.ask('calendar.show', { year })).total;
const dueOf = async (period: string, duty: string) =>
  new Set((await desk.ask('status.grid', { period, duty })).cells.map((cell) => cell.due));

describe('the year of a calendar', () => {
  it.each([
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i ships, with %i working days', async (year, total) => {
    expect(await desk.ask('calendar.show', { year })).toMatchObject({ year, state: 'known', total, county: [] });
  });

  it('holds the days of the next notice that lie in it', async () => {
    const { holidays, workdays } = await desk.ask('calendar.show', { year: 2018 });
    expect(holidays.slice(-2).map(({ day }) => day)).toEqual(['2018-12-30', '2018-12-31']);
    expect(workdays.at(-1)).toEqual({ day: '2018-12-29', kind: 'work', name: '元旦' });
  });

  it('is unknown until its notice is loaded', async () => {
    expect(await desk.ask('calendar.show', { year: 2027 })).toEqual({
      ...{
        year: 2027,
        state: 'unknown',
        ships: false,
        source: '',
        holidays: [],
        workdays: [],
        county: [],
        total: null,
      },
    });
  });
});

describe('a due date in an unknown year', () => {
  it('is refused with the year and the way to load it', async () => {
    const refused = await desk.refusal('status.grid', { period: '2027-03' });
    expect(refused).toMatchObject({ code: 'year_unknown', message: expect.stringContaining('2027 年') });
    expect(refused.message).toContain('“日历”页点“导入放假安排”');
    // A clerk has no command line to run.
    expect(refused.message).not.toContain('credit-desk-cli');
  });

  it('is known once the pasted notice is saved, and only then', async () => {
    const draft = await desk.ask('calendar.read', { text: TEXT_2027 });
    expect(draft).toMatchObject({ doubts: [], notice: { year: 2027, source: '粘贴的通知' } });
    expect(draft.moved.every(({ before }) => before === null)).toBe(true);
    expect(draft.moved).toContainEqual({ duty: '000-02', period: '2027-W05', before: null, after: '2027-02-12T18:00' });
    expect(await desk.refusal('status.grid', { period: '2027-03' })).toMatchObject({ code: 'year_unknown' });

    const saved = await desk.ask('calendar.save', { notice: draft.notice, by: '李明' });
    expect(saved).toMatchObject({ year: { year: 2027, state: 'imported', source: '粘贴的通知' }, moved: draft.moved });
    expect(await dueOf('2027-W05', '000-02')).toEqual(new Set(['2027-02-12T18:00']));
    expect(desk.rows("select action, subject, by from audit where action like 'calendar%'")).toEqual([
      { action: 'calendar.save', subject: '2027', by: '李明' },
    ]);
  });

  it('is refused where a December shifts into it, and nothing else with it', async () => {
    await desk.ask('calendar.saveCounty', { day: '2026-12-31', kind: 'off', ...snow });
    const { cells, refused } = await desk.ask('status.grid', { period: '2026-12' });
    expect(refused).toContainEqual({
      duty: '000-14',
      period: '2026-12',
      year: '2027',
      message: expect.stringContaining('2027 年'),
    });
    const duties = new Set(cells.map(({ duty }) => duty));
    expect([duties.has('000-02'), duties.has('000-06'), duties.has('000-14')]).toEqual([true, true, false]);
  });
});

describe('a notice', () => {
  const fileOf = (name: string, content: string) => {
    const file = path.join(desk.mailFolder, name);
    writeFileSync(file, content);
    return file;
  };
  const CN = {
    year: 2027,
    papers: ['https://www.gov.cn/'],
    days: [
      { name: '元旦', date: '2026-12-31', isOffDay: true },
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2027-01-03', isOffDay: false },
    ],
  };

  it('is read from the JSON of holiday-cn, days of the year before included', async () => {
    const draft = await desk.ask('calendar.read', { path: fileOf('2027.json', JSON.stringify(CN)) });
    expect(draft.notice).toEqual({
      year: 2027,
      source: '2027.json',
      days: [off('2026-12-31'), off('2027-01-01'), { day: '2027-01-03', kind: 'work', name: '元旦' }],
    });
    expect(draft.doubts).toEqual([expect.stringContaining('“春节”'), expect.stringContaining('个工作日')]);
    // The last day of December is no working day any more: what was due then moves into January, which is known now.
    expect(draft.moved).toContainEqual({
      duty: '000-14',
      period: '2026-12',
      before: '2026-12-31T18:00',
      after: '2027-01-03T18:00',
    });
  });

  it('is read from a year of chinese-days, and from a text file in GB18030', async () => {
    const days = {
      holidays: { '2027-01-01': "New Year's Day,元旦,1" },
      workdays: { '2027-01-03': "New Year's Day,元旦,1" },
    };
    const draft = await desk.ask('calendar.read', { path: fileOf('year.json', JSON.stringify(days)) });
    expect(draft.notice.days).toEqual([off('2027-01-01'), { day: '2027-01-03', kind: 'work', name: '元旦' }]);
    const gbk = path.join(desk.mailFolder, '通知.txt');
    // 关于2027年放假: 1月1日放假。
    const bytes = [
      0xb9,
      0xd8,
      0xd3,
      0xda,
      ...Buffer.from('2027'),
      0xc4,
      0xea,
      0xa3,
      0xac,
      ...Buffer.from('1'),
      0xd4,
      0xc2,
    ];
    writeFileSync(gbk, Buffer.from([...bytes, ...Buffer.from('1'), 0xc8, 0xd5, 0xb7, 0xc5, 0xbc, 0xd9]));
    expect((await desk.ask('calendar.read', { path: gbk })).notice).toMatchObject({
      year: 2027,
      days: [{ day: '2027-01-01', kind: 'off' }],
    });
  });

  it.each([
    ['a year without days yet', JSON.stringify({ year: 2027, papers: [], days: [] })],
    ['other JSON', '{"a":1}'],
    ['half a file', '{"year":2027,"days":['],
    ['a day that is none', JSON.stringify({ year: 2027, days: [{ name: '', date: '2027-02-30', isOffDay: true }] })],
    ['any other text', '各单位：请于周五前报送。'],
  ])('is none: %s', async (_what, content) => {
    const refused = await desk.refusal('calendar.read', { path: fileOf('file.json', content) });
    expect(refused).toMatchObject({ code: 'notice_unreadable' });
    expect(await desk.refusal('calendar.read', { text: content })).toMatchObject({ code: 'notice_unreadable' });
  });

  it('must be there, and be one thing', async () => {
    expect(await desk.refusal('calendar.read', { path: '/no/such.json' })).toMatchObject({ code: 'file_missing' });
    expect(await desk.refusal('calendar.read', {})).toMatchObject({ code: 'usage' });
    expect(await desk.refusal('calendar.save', { notice: notice(2027) })).toMatchObject({ code: 'notice_unreadable' });
    const odd = notice(2027, off('2027-02-30'));
    expect(await desk.refusal('calendar.save', { notice: odd })).toMatchObject({ code: 'moment_invalid' });
  });

  it('of a year that ships tells how it differs, and beats it once saved', async () => {
    const text = (NOTICES[2022] ?? '').replace('4月24日（星期日）、', '');
    const draft = await desk.ask('calendar.read', { text });
    expect(draft.doubts).toEqual([expect.stringMatching(/2022年4月24日，原来上班，这次没有写/u)]);
    expect(draft.moved).toEqual([]);
    await desk.ask('calendar.save', { notice: draft.notice });
    expect(await desk.ask('calendar.show', { year: 2022 })).toMatchObject({ state: 'imported', total: 248 });
    expect(await workdayCount(2023)).toBe(249);
    expect(await desk.ask('calendar.read', { text })).toMatchObject({ doubts: [], moved: [] });
  });
});

describe('a county day', () => {
  const SNOW = { day: '2022-04-29', kind: 'off', ...snow } as const;

  it('moves what is due on it, and back again when it is taken away', async () => {
    const saved = await desk.ask('calendar.saveCounty', SNOW);
    expect(saved.year).toMatchObject({
      total: 248,
      county: [{ day: '2022-04-29', kind: 'off', name: '本县放假', reason: snow.reason, by: '李明', at: desk.now }],
    });
    expect(saved.moved).toEqual([
      { duty: '000-02', period: '2022-W17', before: '2022-04-29T18:00', after: '2022-05-05T18:00' },
    ]);
    expect(await dueOf('2022-W17', '000-02')).toEqual(new Set(['2022-05-05T18:00']));

    const gone = await desk.ask('calendar.saveCounty', { ...SNOW, kind: null, reason: '通告撤回' });
    expect(gone.year).toMatchObject({ total: 249, county: [] });
    expect(gone.moved).toEqual([{ ...saved.moved[0], before: '2022-05-05T18:00', after: '2022-04-29T18:00' }]);
    expect(await dueOf('2022-W17', '000-02')).toEqual(new Set(['2022-04-29T18:00']));
    expect(desk.rows("select action, subject from audit where action like 'calendar%'")).toEqual([
      { action: 'calendar.county.off', subject: '2022-04-29' },
      { action: 'calendar.county.remove', subject: '2022-04-29' },
    ]);
  });

  it('needs a reason, a day that exists, and for its removal to be there', async () => {
    const refusals = [
      [{ ...SNOW, reason: ' ' }, 'reason_required'],
      [{ ...SNOW, day: '2022-02-30' }, 'moment_invalid'],
      [{ ...SNOW, kind: null }, 'county_day_unknown'],
    ] as const;
    for (const [args, code] of refusals)
      expect(await desk.refusal('calendar.saveCounty', args)).toMatchObject({ code });
    expect(desk.rows('select * from county_day')).toEqual([]);
  });

  it('does not move what a closed period was counted by', async () => {
    await desk.ask('periods.lock', { period: '2022-04', locked: true, reason: '已通报' });
    expect(await desk.refusal('calendar.saveCounty', SNOW)).toMatchObject({ code: 'period_locked' });
    expect(await desk.ask('calendar.saveCounty', { ...SNOW, day: '2022-05-06' })).toMatchObject({ moved: [{}] });
    expect(await workdayCount(2022)).toBe(248);
  });

  it('decides the timeliness of records that are read again, in the worker, too', async () => {
    // Decided on a Friday, the seventh day is the Friday after: off that day, Monday is still in time.
    const file = await desk.mail('市监局.xlsx', penalties([1], { change: { 1: { CF_JDRQ: '2022-04-15' } } }));
    const sources = [{ path: file, name: '市监局.xlsx' }];
    const preview = async () => onlyTable(await desk.ask('imports.preview', { sources, received: '2022-04-24T10:00' }));
    expect((await preview()).timely).toBe(0);
    await desk.ask('calendar.saveCounty', { ...SNOW, day: '2022-04-22' });
    expect((await preview()).timely).toBe(1);
  });
});

describe('what falls due', () => {
  it('is told by day, duty and period with its units and those still open', async () => {
    const all = await desk.ask('calendar.due', { from: '2022-04-01', to: '2022-04-30' });
    expect([...new Set(all.map(({ day }) => day))]).toEqual(
      expect.arrayContaining(['2022-04-01', '2022-04-08', '2022-04-15', '2022-04-22', '2022-04-29']),
    );
    const week = all.find(({ period }) => period === '2022-W17');
    expect(week).toMatchObject({
      day: '2022-04-29',
      due: '2022-04-29T18:00',
      duty: '000-02',
      title: expect.any(String),
    });
    expect(week?.open).toBe(week?.units);

    await desk.receive('2022-04-28T10:00', [await desk.mail('市监局.xlsx', penalties([1]))]);
    const after = await desk.ask('calendar.due', { from: '2022-04-29', to: '2022-04-29' });
    expect(after).toEqual([{ ...week, open: (week?.units ?? 0) - 1 }]);
    const one = await desk.ask('calendar.due', { from: '2022-04-29', to: '2022-04-29', unit: 'xx-scjgj' });
    expect(one).toMatchObject([{ units: 1, open: 0 }]);
    const before = { from: '2022-04-29', to: '2022-04-29', asOf: '2022-04-28T09:00' };
    expect(await desk.ask('calendar.due', before)).toEqual([week]);
  });

  it('is refused from a day after its end, as a day that does not exist is', async () => {
    const backwards = { from: '2022-05-01', to: '2022-04-01' };
    expect(await desk.refusal('calendar.due', backwards)).toMatchObject({ code: 'range_invalid' });
    const nowhere = { from: '2022-04-31', to: '2022-05-01' };
    expect(await desk.refusal('calendar.due', nowhere)).toMatchObject({ code: 'moment_invalid' });
  });

  it('agrees with the grid on every period it names', async () => {
    const items = await desk.ask('calendar.due', { from: '2022-01-01', to: '2022-12-31' });
    for (const { duty, period, due, units } of items) {
      const { cells } = await desk.ask('status.grid', { period, duty });
      const owed = cells.filter((cell) => cell.period === period && cell.due === due && cell.assigned);
      expect([duty, period, owed.length]).toEqual([duty, period, units]);
    }
    const yearly = await desk.ask('status.grid', { period: '2022' });
    const named = new Set(items.map(({ duty, period }) => `${duty} ${period}`));
    const missed = yearly.cells
      .filter(({ due }) => due?.startsWith('2022-'))
      .filter(({ duty, period }) => !named.has(`${duty} ${period}`));
    expect(missed).toEqual([]);
  });

  it('is told up to the last known day, and refused where only an unknown year could say', async () => {
    const december = await desk.ask('calendar.due', { from: '2026-12-01', to: '2026-12-31' });
    expect(december.some(({ period }) => period === '2026-12')).toBe(true);
    expect(await desk.refusal('calendar.due', { from: '2027-01-01', to: '2027-01-31' })).toMatchObject({
      code: 'year_unknown',
    });
    expect(await desk.refusal('calendar.due', { from: '2022-01-01', to: '2024-01-31' })).toMatchObject({
      code: 'usage',
    });
  });
});
