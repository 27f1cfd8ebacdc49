import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { penalties, type Row } from './workbooks.ts';

const FRIDAY = '2022-04-29T16:00';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const CHANGED: Row = { CF_NR: '警告并责令改正' };
const WEEK_18 = '2022年5月2日—5月6日';

describe('a cumulative file', () => {
  it('counts only what is new in its period, and reports the period also when nothing is', async () => {
    await desk.receive(FRIDAY, [await desk.mail('17周.xlsx', penalties([1, 2]))]);
    const again = penalties([1, 2, 3], { title: WEEK_18 });
    const second = await desk.receive('2022-05-06T10:00', [await desk.mail('18周.xlsx', again)]);
    expect(onlyTable(second)).toMatchObject({ period: '2022-W18', records: 3, added: 1, unchanged: 2, timely: 2 });
    const third = penalties([1, 2, 3], { title: '2022年5月9日—5月13日' });
    const nothingNew = await desk.receive('2022-05-13T10:00', [await desk.mail('19周.xlsx', third)]);
    expect(onlyTable(nothingNew)).toMatchObject({ period: '2022-W19', status: 'committed', added: 0, unchanged: 3 });
    const once = await desk.receive('2022-05-13T11:00', [await desk.mail('19周又.xlsx', third)]);
    expect(once.batch).toBeNull();
    expect((await desk.ask('records.list', {})).records.map((record) => record.period)).toEqual([
      '2022-W17',
      '2022-W17',
      '2022-W18',
    ]);
    const { cells } = await desk.ask('status.grid', { period: '2022-W19', unit: 'xx-scjgj', asOf: '2022-05-14' });
    expect(cells[0]).toMatchObject({ status: 'reported', count: 0 });
  });

  describe('with a row it repeats in other words', () => {
    const receipts = async () =>
      (await desk.ask('records.list', {})).records.map(({ period, receivedAt, values }) => [
        period,
        receivedAt,
        values.CF_NR,
      ]);
    let first: string | null;
    beforeEach(async () => {
      ({ batch: first } = await desk.receive(FRIDAY, [await desk.mail('17周.xlsx', penalties([1, 2]))]));
    });
    const send = async (change: Row, name = '18周.xlsx') =>
      desk.receive('2022-05-06T10:00', [
        await desk.mail(name, penalties([1, 2, 3], { title: WEEK_18, change: { 2: change } })),
      ]);

    it('puts the record of the earlier period right, where it stays and counts', async () => {
      const { batch, files } = await send(CHANGED);
      const table = files[0]?.tables[0];
      expect(table).toMatchObject({ period: '2022-W18', added: 1, changed: 1, unchanged: 1, timely: 2 });
      expect(table?.differences).toMatchObject([{ act: 'change', row: 6, fields: [{ before: '警告' }] }]);
      expect(table?.remarks).toMatchObject([
        { code: 'changed_earlier', message: expect.stringMatching(/^第6行共1条是2022年第17周.*更正入库/u) },
      ]);
      expect(await receipts()).toEqual([
        ['2022-W17', FRIDAY, '警告'],
        ['2022-W17', FRIDAY, '警告并责令改正'],
        ['2022-W18', '2022-05-06T10:00', '警告'],
      ]);
      const total = async (period: string) => (await desk.ask('rates.compute', { period, asOf: '2022-06-01' })).total;
      expect([(await total('2022-W17')).records, (await total('2022-W18')).records]).toEqual([2, 1]);
      expect((await send(CHANGED, '又.xlsx')).batch).toBeNull();
      await desk.ask('batches.undo', { batch: batch ?? '' });
      expect(await receipts()).toEqual([
        ['2022-W17', FRIDAY, '警告'],
        ['2022-W17', FRIDAY, '警告'],
      ]);
    });

    it('knows it also by its number when the code in its key was put right', async () => {
      const code = { CF_XDR_SHXYM: '91411323MA00000000' };
      expect((await send(code)).files[0]?.tables[0]).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
      expect((await receipts()).length).toBe(3);
    });

    it('keeps the later words when the import that brought the record is taken back', async () => {
      await send(CHANGED);
      await desk.ask('batches.undo', { batch: first ?? '' });
      expect((await receipts()).map(([, , words]) => words)).toEqual(['警告', '警告并责令改正', '警告']);
    });
  });

  it('takes the second party of a decision, sent in a week of its own, as a record of its own', async () => {
    await desk.receive(FRIDAY, [await desk.mail('17周.xlsx', penalties([1]))]);
    const other = penalties([7], { title: WEEK_18, change: { 7: { CF_WSH: '西市监罚决〔2022〕1号' } } });
    const table = onlyTable(await desk.receive('2022-05-06T10:00', [await desk.mail('18周.xlsx', other)]));
    expect(table).toMatchObject({ added: 1, changed: 0 });
  });

  it('of the very rows of last week reports the week, counts no row again and is told', async () => {
    await desk.receive(FRIDAY, [await desk.mail('17周.xlsx', penalties([1, 2]))]);
    const again = await desk.mail('18周.xlsx', penalties([1, 2], { title: WEEK_18 }));
    const table = onlyTable(await desk.receive('2022-05-06T10:00', [again]));
    expect(table).toMatchObject({ status: 'committed', added: 0, unchanged: 2, timely: 2 });
    expect(table.findings.map((finding) => finding.rule)).toEqual(['same_as_last_period']);
    expect((await desk.ask('records.list', {})).records.map((record) => record.period)).toEqual([
      '2022-W17',
      '2022-W17',
    ]);
  });

  it('keeps the rows it repeats when the import that brought them is taken back', async () => {
    const first = await desk.receive(FRIDAY, [await desk.mail('17周.xlsx', penalties([1, 2]))]);
    const again = penalties([1, 2, 3], { title: WEEK_18 });
    await desk.receive('2022-05-06T10:00', [await desk.mail('18周.xlsx', again)]);
    await desk.ask('batches.undo', { batch: first.batch ?? '' });
    expect((await desk.ask('records.list', {})).total).toBe(3);
  });
});
