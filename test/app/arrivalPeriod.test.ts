import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, onlyTable, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ init: false });
  await desk.ask('profiles.init', { profile: 'zhaoling-2018' });
});
afterEach(() => desk.close());

/** The monthly statistics of 004-02 (每月5日前报上月), with a title of our own. */
async function send(title: string, received: string) {
  const unit = '漯河市召陵区司法局';
  const numbers = ['permitLegal', 'permitPerson', 'penaltyLegal', 'penaltyPerson'].flatMap((kind) =>
    ['Produced', 'Reported'].map((what) => [`${kind}${what}`, 0] as const),
  );
  const sums = { permitSubtotal: 0, penaltySubtotal: 0, total: 0, unreported: 0 };
  const row = { unit: '区司法局', ...Object.fromEntries(numbers), ...sums, leader: '张三', phone: '0395-2560000' };
  const table = { sheet: 'Sheet1', template: 'stats-total', titles: [title, `填报单位：${unit}`], rows: [row] };
  const file = await desk.mail('统计.xlsx', table);
  desk.now = received;
  return onlyTable(await desk.receive(received, [file]));
}

it.each([
  ['双公示情况统计表', '2018-05-04T10:00', '2018-04'],
  ['双公示情况统计表（2018年5月5日前报送）', '2018-05-08T10:00', '2018-04'],
  ['双公示情况统计表（请于5月5日前报送）', '2018-05-04T10:00', '2018-04'],
  ['2018年3月双公示情况统计表', '2018-05-04T10:00', '2018-03'],
])('files “%s” received %s to %s', async (title, received, period) => {
  expect(await send(title, received)).toMatchObject({ duty: { id: '004-02' }, period, question: null });
  const { cells } = await desk.ask('status.grid', { period, duty: '004-02' });
  expect(cells.filter(({ receivedAt }) => receivedAt === received)).toHaveLength(1);
});

it('asks where the last month and the running one are both likely', async () => {
  const table = await send('双公示情况统计表', '2018-05-30T10:00');
  expect(table).toMatchObject({ period: null, question: { code: 'period_unknown' } });
  expect(table.question?.candidates.map(({ choice }) => choice.period)).toEqual(['2018-04', '2018-05']);
});
