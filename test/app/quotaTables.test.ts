import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ init: false });
  desk.now = '2018-05-10T09:00';
  await desk.ask('profiles.init', { profile: 'zhaoling-2018' });
});
afterEach(() => desk.close());

const UNIT = 'zl-sfj';
const OFFICIAL = '漯河市召陵区司法局';
const IN_TIME = '2018-05-03T10:00';

const dated = { CF_JDRQ: '2018-04-12', CF_YXQ: '2019-04-12', CF_GSJZQ: '2021-04-12' };

/** Annex 1 of the monthly statistics: four penalties, no statistics. */
async function sendPenalties(received = IN_TIME): Promise<void> {
  const change = { 1: dated, 2: dated, 3: dated, 4: dated };
  const sheet = penalties([1, 2, 3, 4], { unit: OFFICIAL, title: '2018年4月', change });
  const table = onlyTable(await desk.receive(received, [await desk.mail('处罚.xlsx', sheet)]));
  expect(table).toMatchObject({ unit: { id: UNIT }, duty: { id: '004-02' }, period: '2018-04', records: 4 });
}

async function sendStatistics(received: string): Promise<void> {
  const numbers = ['permitLegal', 'permitPerson', 'penaltyLegal', 'penaltyPerson'].flatMap((kind) =>
    ['Produced', 'Reported'].map((what) => [`${kind}${what}`, 0] as const),
  );
  const sums = { permitSubtotal: 0, penaltySubtotal: 0, total: 0, unreported: 0 };
  const row = { unit: '区司法局', ...Object.fromEntries(numbers), ...sums, leader: '张三', phone: '0395-2560000' };
  const titles = ['2018年4月双公示情况统计表', `填报单位：${OFFICIAL}`];
  await desk.receive(received, [
    await desk.mail('统计.xlsx', { sheet: 'S', template: 'stats-total', titles, rows: [row] }),
  ]);
}

const square = async () => (await desk.ask('status.grid', { period: '2018-04', duty: '004-02', unit: UNIT })).cells[0];

describe('a duty whose number counts its statistics tables, not their annexes', () => {
  it('is short by the annexes alone, and its unit is reminded', async () => {
    await sendPenalties();
    expect(await square()).toMatchObject({ quota: 1, count: 0, status: 'partial', receivedAt: IN_TIME, late: false });
    const { items } = await desk.ask('reminders.list', { period: '2018-04' });
    expect(items.find(({ unit }) => unit === UNIT)?.owed).toContainEqual(
      expect.objectContaining({ duty: '004-02', period: '2018-04', status: 'partial', quota: 1, count: 0 }),
    );
  });

  it.each([
    ['2018-05-04T10:00', 'reported'],
    ['2018-05-08T10:00', 'late'],
  ])('is met when the statistics come, not when the annexes did: %s', async (received, status) => {
    await sendPenalties();
    await sendStatistics(received);
    expect(await square()).toMatchObject({ count: 1, status, receivedAt: received });
  });

  it('is met on paper, which names no table', async () => {
    const paper = { unit: UNIT, duty: '004-02', period: '2018-04', kind: 'paper' } as const;
    await desk.ask('submissions.register', { ...paper, received: IN_TIME });
    expect(await square()).toMatchObject({ count: 1, status: 'reported' });
  });

  it('counts every table once it no longer collects the ones that were counted', async () => {
    await sendPenalties();
    const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === '004-02');
    if (duty === undefined) throw new Error('no 004-02');
    const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
    const templates = ['penalty-legal', 'permit-legal'];
    const draft = { id, title, due, recordTerm, quota, groups, lead, target, note };
    await desk.ask('duties.save', { duty: { ...draft, templates } });
    expect(await square()).toMatchObject({ quota: 1, count: 4, status: 'reported' });
  });
});
