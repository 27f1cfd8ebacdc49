import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { penalties, penalty, type Row } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** The subject of one company, under another name. */
const subject = (name: string): Row => ({ CF_XDR_MC: name, CF_XDR_SHXYM: penalty(1).CF_XDR_SHXYM ?? null });

it('shows of a company with many records each of its names, and counts those it leaves out', async () => {
  const many = Object.fromEntries(numbers(1, 70).map((n) => [n, subject('西峡县顺达商贸有限公司')]));
  const change = { ...many, 69: subject('西峡县顺达贸易有限公司'), 70: subject('西峡县順达商贸有限公司') };
  await desk.receive('2022-04-29T16:00', [await desk.mail('市监局.xlsx', penalties(numbers(1, 70), { change }))]);
  const clusters = await desk.ask('records.clusters', { template: 'penalty-legal' });
  const names = clusters.filter((one) => one.kind === 'one_code_many_names');
  expect(names.map((one) => [new Set(one.members.map((m) => m.name)).size, one.members.length, one.more])).toEqual([
    [3, 50, 20],
  ]);
});

it('cuts no group short because another is long', async () => {
  const send = async (name: string, [a, b]: readonly [number, number], code: Row) => {
    const change = { [a]: code, [b]: code };
    await desk.receive('2022-04-29T16:00', [await desk.mail(name, penalties([a, b], { change }))]);
  };
  await send('甲.xlsx', [1, 2], { CF_XDR_SHXYM: penalty(1).CF_XDR_SHXYM ?? null });
  multiply(10_100);
  await send('乙.xlsx', [3, 4], { CF_XDR_SHXYM: penalty(3).CF_XDR_SHXYM ?? null });
  const clusters = await desk.ask('records.clusters', { template: 'penalty-legal' });
  const names = clusters.filter((one) => one.kind === 'one_code_many_names');
  expect(names.map((one) => [one.members.length, one.more]).toSorted()).toEqual([
    [2, 0],
    [50, 10_052],
  ]);
});

/** Makes so many copies of the first record. */
function multiply(times: number): void {
  const sqlite = new Database(path.join(desk.dataFolder, 'credit-desk.db'));
  const columns = sqlite
    .prepare<[], { name: string }>(
      "select name from pragma_table_info('record') where name not in ('id', 'key', 'lineage')",
    )
    .all()
    .map(({ name }) => `"${name}"`)
    .join();
  sqlite
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
       insert into record ("key", lineage, ${columns}) select 'copy ' || i, 1000000 + i, ${columns}
       from n, (select * from record order by id limit 1)`,
    )
    .run(times);
  sqlite.close();
}
