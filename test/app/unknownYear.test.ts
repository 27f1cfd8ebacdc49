import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2027-01-12T10:00';
});
afterEach(() => desk.close());

/** Seven days later is a day that nobody knows to be a rest day or not. */
const DECIDED = { CF_JDRQ: '2026-12-28', CF_YXQ: '2027-12-28', CF_GSJZQ: '2029-12-28' };

it('rejects a file of a year without a calendar by code, with the way to load it, and reads it once it is loaded', async () => {
  const file = await desk.mail(
    '市监局双公示.xlsx',
    penalties([1], { title: '2027年1月4日—1月8日', change: { 1: DECIDED } }),
  );
  const other = await desk.mail('丹水镇宣传.xlsx', articles(['春耕诚信宣传'], { month: '2026年12月' }));
  const received = '2027-01-08T10:00';
  const { files } = await desk.receive(received, [file, other]);
  expect(files.map(({ status, code }) => [status, code])).toEqual([
    ['rejected', 'year_unknown'],
    ['committed', null],
  ]);
  expect(files[0]?.message).toMatch(/^“市监局双公示\.xlsx”：2027 年.*载入国务院当年通知/u);

  const days = [{ day: '2027-01-01', kind: 'off' as const, name: '元旦' }];
  await desk.ask('calendar.save', { notice: { year: 2027, days, source: '试.json' } });
  expect(onlyTable(await desk.receive(received, [file]))).toMatchObject({ status: 'committed', timely: 0 });
});
