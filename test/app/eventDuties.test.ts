import { afterEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

async function openCounty(profile: string): Promise<void> {
  desk = await openDesk({ init: false });
  await desk.ask('profiles.init', { profile });
}

describe('a duty driven by events that names its days (001-17: 3·15, 6·14, 11·9 …)', () => {
  const DUTY = '001-17';
  const owing = async () => (await desk.ask('duties.list', {})).find(({ id }) => id === DUTY)?.units ?? [];

  it('is owed in the months that hold one of them', async () => {
    await openCounty('jishan-2022');
    const units = await owing();
    expect(units.length).toBeGreaterThan(3);
    const { cells } = await desk.ask('status.grid', { period: '2022', duty: DUTY, asOf: '2022-12-31T12:00' });
    const { periods } = await desk.ask('duties.year', { duty: DUTY, year: 2022 });
    const months = [...new Set(cells.map(({ period }) => period))].sort();
    expect(months).toEqual(periods.map(({ period }) => period));
    expect(months).toEqual(expect.arrayContaining(['2022-03', '2022-06', '2022-11']));
    for (const month of months) expect(cells.filter(({ period }) => period === month)).toHaveLength(units.length);
    expect(cells.every(({ status, assigned }) => status === 'missing' && assigned)).toBe(true);
    expect(periods.find(({ period }) => period === '2022-03')?.title).toContain('消费者权益');
  });

  it('falls due in the calendar, with those who have not met it', async () => {
    await openCounty('jishan-2022');
    const units = await owing();
    await desk.ask('submissions.register', { unit: units[0] ?? '', duty: DUTY, period: '2022-03', kind: 'paper' });
    const due = await desk.ask('calendar.due', { from: '2022-03-15', to: '2022-04-15', asOf: '2022-05-01T09:00' });
    expect(due.filter(({ duty }) => duty === DUTY)).toMatchObject([
      { period: '2022-03', units: units.length, open: units.length - 1 },
    ]);
  });
});

describe('what came for a duty without schedule', () => {
  it.each([
    ['zhaoling-2018', '004-05', '2018-04'],
    ['xixia-2022', '000-01', '2022-04'],
    ['xixia-2022', '000-03', '2022-04'],
    ['jishan-2022', '001-01', '2022'],
    ['xingshan-2024', '002-09', '2024-05'],
    ['weidong-2021', '003-18', '2021-07'],
  ])('%s %s of %s is seen where it was received, and owed by nobody', async (profile, duty, period) => {
    await openCounty(profile);
    const year = period.slice(0, 4);
    desk.now = `${year}-07-15T10:00`;
    const unit = (await desk.ask('duties.list', {})).find(({ id }) => id === duty)?.units[0] ?? '';
    const total = async () => (await desk.ask('rates.compute', { period: year })).total;
    const before = await total();
    await desk.ask('submissions.register', { unit, duty, period, kind: 'paper', received: `${year}-07-14T09:00` });
    const seen = {
      ...{ unit, duty, period, due: null, status: 'reported', receivedAt: `${year}-07-14T09:00` },
      ...{ late: false, quota: null, count: 1, assigned: false },
    };
    for (const container of new Set([period, year])) {
      const { cells } = await desk.ask('status.grid', { period: container });
      expect(cells.filter((cell) => cell.duty === duty)).toEqual([seen]);
    }
    expect(await total()).toEqual(before);
    expect((await desk.ask('status.grid', { period, asOf: `${year}-07-13T09:00` })).cells).not.toContainEqual(seen);
  });

  it('is seen in every period that holds its month, and no other', async () => {
    await openCounty('xixia-2022');
    const duty = '000-03';
    const square = { unit: 'xx-scjgj', duty, period: '2022-04' } as const;
    await desk.ask('submissions.register', { ...square, kind: 'paper' });
    for (const period of ['2022-04', '2022-Q2', '2022-H1', '2022'])
      expect((await desk.ask('status.grid', { period, duty })).cells).toMatchObject([square]);
    for (const period of ['2022-05', '2022-Q3', '2022-W17'])
      expect((await desk.ask('status.grid', { period, duty })).cells).toEqual([]);
  });

  it('on a campaign duty in a month without campaign has no due moment either', async () => {
    await openCounty('jishan-2022');
    const unit = (await desk.ask('duties.list', {})).find(({ id }) => id === '001-17')?.units[0] ?? '';
    await desk.ask('submissions.register', { unit, duty: '001-17', period: '2022-02', kind: 'paper' });
    const { cells } = await desk.ask('status.grid', { period: '2022-02', duty: '001-17' });
    expect(cells).toMatchObject([{ due: null, assigned: false, status: 'reported', late: false }]);
  });
});
