import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Duty, DutyDraft } from '../../electron/contract/duties.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Monthly, due on the 30th, of the 27 units of 000-G3. */
const MONTHLY = '000-06';
const REASON = '西信用办〔2022〕9号';

const dutyOf = async (id: string): Promise<Duty> => {
  const found = (await desk.ask('duties.list', {})).find((duty) => duty.id === id);
  if (!found) throw new Error(id);
  return found;
};
const draftOf = async (id: string, changes: Partial<DutyDraft>): Promise<DutyDraft> => {
  const { title, due, recordTerm, quota, groups, lead, target, note } = await dutyOf(id);
  return { id, title, due, recordTerm, quota, groups, lead, target, note, ...changes };
};
const cells = async (period: string, duty: string, asOf = '2022-12-31T12:00') =>
  (await desk.ask('status.grid', { period, duty, asOf })).cells;
const duesOf = async (duty: string) => [...new Set((await cells('2022', duty)).map(({ due }) => due?.slice(0, 10)))];

describe('the year of a duty', () => {
  it('shows each period with its plain and moved due day, and who owes it', async () => {
    const { periods, changes } = await desk.ask('duties.year', { duty: MONTHLY, year: 2022 });
    const { units } = await dutyOf(MONTHLY);
    expect(periods).toHaveLength(12);
    expect(changes).toEqual([]);
    expect(periods.slice(0, 4).map(({ plain, due }) => [plain, due])).toEqual([
      // 30 January was a make-up workday.
      ['2022-01-30', '2022-01-30T18:00'],
      ['2022-02-28', '2022-02-28T18:00'],
      ['2022-03-30', '2022-03-30T18:00'],
      ['2022-04-30', '2022-05-05T18:00'],
    ]);
    expect(new Set(periods.map((period) => period.units))).toEqual(new Set([units.length]));
  });

  it('shows what a draft would do, without doing it', async () => {
    const draft = await draftOf(MONTHLY, { due: { rule: 'day-of-month', day: 20, time: '12:00' } });
    const year = await desk.ask('duties.year', { duty: MONTHLY, year: 2022, draft, from: '2022-11-01' });
    expect(year.changes.map(({ period, before, after }) => [period, before, after])).toEqual([
      ['2022-11', '2022-11-30T18:00', '2022-11-21T12:00'],
      ['2022-12', '2022-12-30T18:00', '2022-12-20T12:00'],
    ]);
    expect(year.periods.at(-1)?.due).toBe('2022-12-20T12:00');
    const always = await desk.ask('duties.year', { duty: MONTHLY, year: 2022, draft });
    expect(always.changes).toHaveLength(12);
    expect((await desk.ask('duties.year', { duty: MONTHLY, year: 2022 })).periods.at(-1)?.due).toBe('2022-12-30T18:00');
  });

  it('tells periods that a draft adds and takes away, and units that come', async () => {
    const ended = await desk.ask('duties.year', {
      duty: MONTHLY,
      year: 2022,
      draft: await draftOf(MONTHLY, { to: '2022-10-31' }),
    });
    expect(ended.changes.map(({ period, after, unitsAfter }) => [period, after, unitsAfter])).toEqual([
      ['2022-11', null, 0],
      ['2022-12', null, 0],
    ]);
    const groups = (await desk.ask('groups.list', {})).map(({ id }) => id);
    const wider = await desk.ask('duties.year', {
      duty: MONTHLY,
      year: 2022,
      draft: await draftOf(MONTHLY, { groups }),
      from: '2022-12-01',
    });
    expect(wider.changes.map(({ period }) => period)).toEqual(['2022-12']);
    const [change] = wider.changes;
    expect(change?.before).toBe(change?.after);
    expect(change && change.unitsAfter > change.unitsBefore).toBe(true);
  });

  it('refuses a year whose rest days nobody knows, and a duty that is not there', async () => {
    expect(await desk.refusal('duties.year', { duty: MONTHLY, year: 2030 })).toMatchObject({ code: 'year_unknown' });
    expect(await desk.refusal('duties.year', { duty: '999', year: 2022 })).toMatchObject({ code: 'duty_unknown' });
  });

  it('is empty for a duty without schedule', async () => {
    expect(await desk.ask('duties.year', { duty: '000-03', year: 2022 })).toMatchObject({ periods: [], changes: [] });
  });
});

describe('a change of a duty', () => {
  it('from a day on leaves the past as it was', async () => {
    const before = (await duesOf(MONTHLY)).slice(0, 9);
    const due = { rule: 'day-of-month', day: 20, time: '12:00' } as const;
    const saved = await desk.ask('duties.save', {
      duty: await draftOf(MONTHLY, { due }),
      from: '2022-10-01',
      reason: REASON,
    });
    // It is April: the change is still ahead.
    expect(saved.due).toMatchObject({ day: 30 });
    expect((await duesOf(MONTHLY)).slice(0, 9)).toEqual(before);
    expect((await duesOf(MONTHLY)).slice(9)).toEqual(['2022-10-20', '2022-11-21', '2022-12-20']);
    desk.now = '2022-10-08T09:00';
    expect(await dutyOf(MONTHLY)).toMatchObject({ due, dueText: '每月20日12时前' });
    expect((await dutyOf(MONTHLY)).revisions?.map(({ from, reason }) => [from, reason])).toEqual([
      ['0001-01-01', ''],
      ['2022-10-01', REASON],
    ]);
  });

  it('that has always been so changes every period, and leaves other changes alone', async () => {
    const quota = { count: 2, of: '件' };
    await desk.ask('duties.save', { duty: await draftOf(MONTHLY, { quota }), from: '2022-04-01', reason: REASON });
    const due = { rule: 'day-of-month', day: 15, time: '12:00' } as const;
    await desk.ask('duties.save', { duty: await draftOf(MONTHLY, { due }) });
    const { periods } = await desk.ask('duties.year', { duty: MONTHLY, year: 2022 });
    expect(new Set(periods.map(({ plain }) => plain.slice(8)))).toEqual(new Set(['15']));
    const quotas = periods.map((period) => period.quota);
    expect(quotas.slice(3)).toEqual(Array.from({ length: 9 }, () => 2));
    expect(quotas.slice(0, 3)).not.toContain(2);
  });

  it('still ahead is taken back by saving the duty as it is today from that day', async () => {
    const as = await draftOf(MONTHLY, {});
    await desk.ask('duties.save', {
      duty: { ...as, due: { rule: 'day-of-month', day: 20, time: '12:00' } },
      from: '2022-10-01',
      reason: REASON,
    });
    const saved = await desk.ask('duties.save', { duty: as, from: '2022-10-01', reason: '通知收回' });
    expect(saved.revisions).toBeUndefined();
    expect(await duesOf(MONTHLY)).toContain('2022-12-30');
  });

  it('is written to the audit log with its reason, and refused without one', async () => {
    const draft = await draftOf(MONTHLY, { target: '应报尽报' });
    expect(await desk.refusal('duties.save', { duty: draft, from: '2022-10-01', reason: ' ' })).toMatchObject({
      code: 'reason_required',
    });
    await desk.ask('duties.save', { duty: draft, from: '2022-10-01', reason: REASON });
    const [line] = desk.rows<{ detail: string }>("select detail from audit where action = 'duty.save'");
    expect(line?.detail).toContain(REASON);
  });

  it.each([
    [{ groups: ['nobody'] }, 'group_unknown'],
    [{ lead: ['nobody'] }, 'unit_unknown'],
    [{ from: '2022-05-01', to: '2022-04-01' }, 'range_invalid'],
    [{ due: { rule: 'fixed-date', month: 5, day: 1, time: '18:00' } }, 'change_impossible'],
  ] as const)('%j is refused: %s', async (changes, code) => {
    const draft = { ...(await draftOf(MONTHLY, {})), ...changes };
    expect(await desk.refusal('duties.save', { duty: draft })).toMatchObject({ code });
  });
});

describe('the word of the office in the grid', () => {
  const approved = { reason: '系统迁移', approver: '王主任', documentNo: REASON };
  const [duty, unit] = [MONTHLY, 'xx-scjgj'];
  const square = async (period: string, asOf?: string) =>
    (await cells(period, duty, asOf)).find((cell) => cell.unit === unit);

  it('lets a unit off: a square that is exempt, in no denominator', async () => {
    const expectedIn = async () =>
      (await desk.ask('rates.compute', { period: '2022-04', asOf: '2022-12-31T12:00' })).total.expected;
    const before = await expectedIn();
    await desk.ask('exemptions.save', {
      kind: 'exempt',
      unit,
      duty,
      from: '2022-04-01',
      to: '2022-05-31',
      period: null,
      until: null,
      ...approved,
    });
    expect(
      await Promise.all(['2022-03', '2022-04', '2022-05', '2022-06'].map((period) => square(period))),
    ).toMatchObject(['missing', 'exempt', 'exempt', 'missing'].map((status) => ({ status })));
    expect(await expectedIn()).toBe(before - 1);
  });

  it('gives a unit more time for one period', async () => {
    await desk.ask('exemptions.save', {
      kind: 'extended',
      unit,
      duty,
      from: null,
      to: null,
      period: '2022-04',
      until: '2022-05-20T18:00',
      ...approved,
    });
    expect(await square('2022-04', '2022-05-10T12:00')).toMatchObject({ due: '2022-05-20T18:00', status: 'pending' });
    expect(await square('2022-03', '2022-05-10T12:00')).toMatchObject({ status: 'missing' });
  });

  it('takes a duty from a unit for some days and gives it to another', async () => {
    const parts = { duty, from: '2022-04-01', to: '2022-05-31', reason: '机构调整', documentNo: REASON };
    const other =
      (await desk.ask('units.list', {})).find(({ id, kind }) => kind === 'township' && id !== unit)?.id ?? '';
    await desk.ask('assignments.save', { ...parts, unit, role: 'none' });
    await desk.ask('assignments.save', { ...parts, unit: other, role: 'responsible' });
    const owed = async (period: string) => (await cells(period, duty)).map((cell) => cell.unit);
    expect(await owed('2022-04')).not.toContain(unit);
    expect(await owed('2022-04')).toContain(other);
    expect(await owed('2022-06')).toContain(unit);
    expect(await owed('2022-06')).not.toContain(other);
  });

  it('allots numbers: who was given none yet still owes, who was given 0 does not', async () => {
    const QUARTERLY = '000-12';
    const { units } = await dutyOf(QUARTERLY);
    const [first = '', second = '', third = ''] = units;
    const counts = { [first]: 3, [second]: 1, [third]: 0 };
    await desk.ask('allotments.save', { duty: QUARTERLY, period: '2022-Q2', counts });
    const quotas = new Map((await cells('2022-Q2', QUARTERLY)).map((cell) => [cell.unit, cell.quota]));
    expect([quotas.get(first), quotas.get(second), quotas.has(third)]).toEqual([3, 1, false]);
    expect(quotas.size).toBe(units.length - 1);
    expect([...quotas.values()].filter((quota) => quota === null)).toHaveLength(units.length - 3);
    expect((await cells('2022-Q3', QUARTERLY)).length).toBe(units.length);
  });
});

it('the year of a unit or a duty is what the grids of its periods show', async () => {
  const asOf = '2022-12-31T12:00';
  const unit = 'xx-scjgj';
  const year = (await desk.ask('status.year', { year: 2022, unit, asOf })).cells;
  const whole = (await desk.ask('status.grid', { period: '2022', asOf })).cells;
  expect(year.length).toBeGreaterThan(60);
  expect(year).toEqual(whole.filter((cell) => cell.unit === unit));
  const duty = (await desk.ask('status.year', { year: 2022, duty: '000-02', asOf })).cells;
  expect(duty).toEqual(whole.filter((cell) => cell.duty === '000-02'));
});
