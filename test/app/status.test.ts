import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const FRIDAY = '2022-04-29T16:00';
const WEEK = '2022-W17';
const DSZ = { unit: 'xx-dsz', duty: '000-14', period: '2022-04' } as const;

const cellsOf = async (period: string, duty: string, unit: string, asOf?: string) =>
  (await desk.ask('status.grid', { period, duty, unit, asOf })).cells;

describe('a cell of the grid', () => {
  it.each([
    ['pending before it is due', '2022-04-29T17:59', null, 'pending'],
    ['missing after it was due', '2022-04-29T18:01', null, 'missing'],
    ['reported by a file in time', '2022-05-02', '2022-04-29T18:00', 'reported'],
    ['late by a file after it was due', '2022-05-02', '2022-04-29T18:01', 'late'],
  ])('is %s', async (_what, asOf, received, status) => {
    if (received !== null) await desk.receive(received, [await desk.mail('市监局.xlsx', penalties([1]))]);
    expect(await cellsOf(WEEK, '000-02', 'xx-scjgj', asOf)).toMatchObject([
      { unit: 'xx-scjgj', duty: '000-02', period: WEEK, due: '2022-04-29T18:00', status, receivedAt: received },
    ]);
  });

  it.each([
    ['reported at noon', '2022-04-29T19:00', '2022-04-29T12:00'],
    ['reported by now in the morning: nothing came after now', '2022-04-29T09:00', '2022-04-29T09:00'],
  ])('of which only the due day is known that it came on is %s', async (_what, now, receivedAt) => {
    desk.now = now;
    await desk.receive('2022-04-29', [await desk.mail('市监局.xlsx', penalties([1]))]);
    const zero = { duty: '000-02', period: WEEK, kind: 'zero', note: '本周没有', received: '2022-04-29' } as const;
    await desk.ask('submissions.register', { ...zero, unit: 'xx-gaj' });
    expect(await cellsOf(WEEK, '000-02', 'xx-scjgj')).toMatchObject([{ status: 'reported', receivedAt }]);
    expect(await cellsOf(WEEK, '000-02', 'xx-gaj')).toMatchObject([{ status: 'zero', late: false, receivedAt }]);
  });

  it('is met by a zero report with its statement, which a tick alone is not', async () => {
    const zero = { unit: 'xx-gaj', duty: '000-02', period: WEEK, kind: 'zero' } as const;
    for (const note of [undefined, '  '])
      expect(await desk.refusal('submissions.register', { ...zero, note })).toMatchObject({
        code: 'statement_required',
      });
    const made = await desk.ask('submissions.register', {
      ...zero,
      note: '本周未产生行政许可和处罚',
      received: FRIDAY,
    });
    expect(made).toMatchObject({ unit: 'xx-gaj', kind: 'zero', receivedAt: FRIDAY, note: '本周未产生行政许可和处罚' });
    expect(await cellsOf(WEEK, '000-02', 'xx-gaj')).toMatchObject([{ status: 'zero', late: false, count: 0 }]);

    const statement = await desk.mail('情况说明.xlsx', penalties([]));
    const filed = await desk.ask('submissions.register', { ...zero, unit: '司法局', file: statement });
    expect(filed).toMatchObject({ unit: 'xx-sfj', file: '情况说明.xlsx' });
    expect((await desk.ask('app.verify', {})).missingOriginals).toEqual([]);
    expect((await desk.ask('app.verify', {})).originals).toBe(1);
  });

  it('is met on paper, exempt when waived, and open again when that is withdrawn', async () => {
    const paper = await desk.ask('submissions.register', { ...DSZ, kind: 'paper', received: '2022-04-20', count: 2 });
    expect(await cellsOf('2022-04', '000-14', 'xx-dsz')).toMatchObject([{ status: 'reported', count: 2 }]);
    const waived = await desk.ask('submissions.register', { ...DSZ, kind: 'waived', note: '防汛抢险' });
    expect(await cellsOf('2022-04', '000-14', 'xx-dsz')).toMatchObject([{ status: 'exempt' }]);
    for (const { id } of [paper, waived]) await desk.ask('submissions.withdraw', { id });
    expect(await cellsOf('2022-04', '000-14', 'xx-dsz')).toMatchObject([{ status: 'pending', count: 0 }]);
    expect(await desk.refusal('submissions.withdraw', { id: paper.id })).toMatchObject({ code: 'submission_unknown' });
  });

  it('is partial until the quota is filled', async () => {
    const duty = (await desk.ask('duties.list', {})).find((d) => d.id === '000-14');
    if (!duty) throw new Error('000-14');
    const { id, title, due, recordTerm, groups, lead, target, note } = duty;
    await desk.ask('duties.save', {
      duty: { id, title, due, recordTerm, groups, lead, target, note, quota: { count: 2, of: '篇' } },
    });
    await desk.receive('2022-04-12T09:00', [await desk.mail('一.xlsx', articles(['诚信进万家']))]);
    expect(await cellsOf('2022-04', '000-14', 'xx-dsz')).toMatchObject([{ status: 'partial', quota: 2, count: 1 }]);
    await desk.receive('2022-04-20T09:00', [await desk.mail('二.xlsx', articles(['守信激励故事']))]);
    expect(await cellsOf('2022-04', '000-14', 'xx-dsz')).toMatchObject([
      { status: 'reported', count: 2, receivedAt: '2022-04-20T09:00' },
    ]);
  });

  it('is shown but not expected for a unit that does not owe the duty', async () => {
    await desk.receive(FRIDAY, [await desk.mail('丹水.xlsx', penalties([1], { unit: '西峡县丹水镇人民政府' }))]);
    expect(await cellsOf(WEEK, '000-02', 'xx-dsz')).toMatchObject([{ assigned: false, status: 'reported' }]);
  });

  it.each([
    [{ period: '2022-04', duty: '000-02' }, 'period_not_of_duty'],
    [{ period: '2022-W60', duty: '000-02' }, 'period_invalid'],
    [{ period: WEEK, duty: '000-77' }, 'duty_unknown'],
    [{ period: WEEK, duty: '000-02', unit: 'nobody' }, 'unit_unknown'],
    [{ period: WEEK, duty: '000-02', received: '29.4.2022' }, 'moment_invalid'],
    [{ period: WEEK, duty: '000-02', file: 'nowhere.docx' }, 'file_missing'],
  ])('is not registered for %j', async (wrong, code) => {
    const request = { unit: 'xx-gaj', kind: 'paper', ...wrong };
    expect(await desk.refusal('submissions.register', request)).toMatchObject({ code });
    expect(desk.rows('select * from submission')).toEqual([]);
  });
});

describe('a period', () => {
  it.each([
    ['2022-W17', [['000-02', 1]]],
    // By the Friday of the week: the five of April, and not that of 2022-W26, which is 1 July.
    [
      '2022-04',
      [
        ['000-02', 5],
        ['000-05', 0],
        ['000-14', 1],
      ],
    ],
    [
      '2022-Q2',
      [
        ['000-02', 13],
        ['000-14', 3],
      ],
    ],
    [
      '2022-H1',
      [
        ['000-02', 25],
        ['000-14', 6],
      ],
    ],
    [
      '2022',
      [
        ['000-02', 52],
        ['000-14', 12],
        ['000-07', 1],
      ],
    ],
  ] as const)('%s holds the periods due in it', async (period, expected) => {
    const { cells } = await desk.ask('status.grid', { period, unit: 'xx-gaj', asOf: '2022-12-31' });
    const perDuty = expected.map(([duty]) => [duty, cells.filter((cell) => cell.duty === duty).length]);
    expect(perDuty).toEqual(expected.map(([duty, count]) => [duty, count]));
    const rates = await desk.ask('rates.compute', { period, asOf: '2022-12-31' });
    expect(rates.units.find((u) => u.unit === 'xx-gaj')?.expected).toBe(
      cells.filter(({ due }) => due !== null && due <= '2022-12-31T23:59').length,
    );
  });

  it('counts a week’s records in the month in which the week is due', async () => {
    await desk.receive(FRIDAY, [await desk.mail('市监局.xlsx', penalties([1, 2]))]);
    for (const period of [WEEK, '2022-04', '2022-Q2', '2022'])
      expect((await desk.ask('rates.compute', { period, asOf: FRIDAY })).total).toMatchObject({
        records: 2,
        timely: 2,
      });
    expect((await desk.ask('rates.compute', { period: '2022-05', asOf: '2022-05-10' })).total.records).toBe(0);
    expect((await desk.ask('records.list', { period: '2022-04' })).total).toBe(2);
  });

  it.each(['2022-13', '2022-W54', 'April', ''])('%j is refused', async (period) => {
    for (const name of ['status.grid', 'rates.compute', 'reminders.list', 'circulars.compose'] as const)
      expect(await desk.refusal(name, { period })).toMatchObject({ code: 'period_invalid' });
  });
});

describe('a look back', () => {
  it('shows grid, rates and circular without what came later', async () => {
    const wrong = { 2: { CF_WSH: '' } };
    await desk.receive('2022-04-28T09:00', [await desk.mail('一.xlsx', penalties([1, 3, 2], { change: wrong }))]);
    const at = { period: WEEK, asOf: '2022-04-28T12:00' } as const;
    const before = await look(at);
    expect(before.rates.total).toMatchObject({ records: 3, compliant: 2, updates: 0 });

    desk.now = '2022-05-20T09:00';
    await desk.receive(
      '2022-05-10T09:00',
      [await desk.mail('二.xlsx', penalties([1, 4], { change: { 1: { CF_JDRQ: null } } }))],
      { overrides: [{ file: '二.xlsx', resend: 'correction', removedRows: 'remove' }] },
    );
    await desk.receive('2022-05-11T09:00', [await desk.mail('宣传.xlsx', articles(['诚信进万家']))]);
    await desk.ask('submissions.register', { unit: 'xx-gaj', duty: '000-02', period: WEEK, kind: 'paper' });
    expect(await look(at)).toEqual(before);

    const now = await desk.ask('rates.compute', { period: WEEK });
    expect(now.total).toMatchObject({ records: 2, compliant: 1, updates: 1 });
    const annex = (await desk.ask('circulars.compose', { period: WEEK })).tables.find((t) => t.landscape);
    expect(annex?.rows.map((row) => row[3])).toEqual(['二.xlsx']);
  });

  async function look(at: { period: string; asOf: string }) {
    return {
      grid: await desk.ask('status.grid', at),
      rates: await desk.ask('rates.compute', at),
      reminders: await desk.ask('reminders.list', at),
      circular: await desk.ask('circulars.compose', at),
    };
  }
});

describe('the circular', () => {
  it('lists the first faulty rows of a unit and counts the others', async () => {
    const numbers = Array.from({ length: 34 }, (_, i) => i + 1);
    const change = Object.fromEntries(numbers.slice(1).map((number) => [number, { CF_WSH: null }]));
    await desk.receive(FRIDAY, [await desk.mail('市监局.xlsx', penalties(numbers, { change }))]);
    const annex = (await desk.ask('circulars.compose', { period: WEEK })).tables.find((t) => t.landscape);
    expect(annex?.rows).toHaveLength(31);
    expect(annex?.rows[0]?.slice(3, 6)).toEqual(['市监局.xlsx', '6', '西峡县第2建材有限公司']);
    expect(annex?.rows[30]?.at(-1)).toBe('另有3条，见退回该单位的问题清单');
  });
});

describe('the overview', () => {
  it('counts the records in force and names the last import that stands', async () => {
    await desk.receive(FRIDAY, [await desk.mail('一.xlsx', penalties([1, 2], { change: { 2: { CF_WSH: null } } }))]);
    const second = await desk.receive(FRIDAY, [await desk.mail('二.xlsx', articles(['诚信进万家']))]);
    await desk.ask('batches.undo', { batch: second.batch ?? '' });
    expect(await desk.ask('overview.get', {})).toMatchObject({
      week: WEEK,
      month: '2022-04',
      records: 2,
      recordsWithErrors: 1,
      lastBatch: { id: 'B20220429-001' },
    });
  });
});

describe('the overview', () => {
  it('stands at the end of the last known year, though the week reaches into an unknown one', async () => {
    const overview = await desk.ask('overview.get', { asOf: '2026-12-28T09:00' });
    expect(overview.progress.some(({ period }) => period === '2026-12')).toBe(true);
    expect(overview.progress.every(({ period }) => period !== '2026-W53')).toBe(true);
    expect(overview.todo).toContainEqual({ code: 'calendar_missing', subject: '2027' });
  });
});
