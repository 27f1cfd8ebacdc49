import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { MARKET, penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-06T09:00';
});
afterEach(() => desk.close());

/** A 情况说明 as offices hand it out: its title stands over the whole table, merged, and a column of it has the same name. */
async function statement(
  name: string,
  rows: readonly (readonly string[])[],
  { merged = true, more = [] as readonly string[] } = {},
): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(['情况说明']);
  const header = ['单位名称', '报送事项', '报送期', '情况说明', '说明日期', ...more];
  if (merged) sheet.mergeCells(1, 1, 1, header.length);
  sheet.addRow(header);
  for (const row of rows) sheet.addRow([...row]);
  const file = path.join(desk.mailFolder, name);
  await book.xlsx.writeFile(file);
  return file;
}

const MONTHLY = [MARKET, '信用承诺', '2022年3月', '本月没有收到信用承诺', '2022-04-02'];
const WEEKLY = [MARKET, '行政处罚', '2022年4月25日—4月29日', '本周没有作出行政处罚决定', '2022-04-29'];
const cell = async (duty: string, period: string) =>
  (await desk.ask('status.grid', { period, duty, unit: 'xx-scjgj' })).cells[0];

describe('a table of 情况说明', () => {
  it.each([
    ['merged over the table', { merged: true }],
    ['typed into its first cell', { merged: false }],
    ['over a column that nobody knows', { merged: true, more: ['经办科室', '页码'] }],
    ['typed over a column that nobody knows', { merged: false, more: ['经办科室', '页码'] }],
  ])('with its title %s is a zero report of the duty and the period it names', async (_where, layout) => {
    const table = onlyTable(await desk.receive('2022-05-05T10:00', [await statement('说明.xlsx', [MONTHLY], layout)]));
    expect([table.template, table.question, table.headerRow]).toEqual(['statement', null, 2]);
    expect([table.unit?.id, table.duty?.id, table.period]).toEqual(['xx-scjgj', '000-05', '2022-03']);
    expect([table.periodEvidence, table.findings]).toEqual(['C3 2022年3月', []]);
    expect(await cell('000-05', '2022-03')).toMatchObject({ status: 'zero', count: 0 });
    expect(await desk.ask('submissions.list', { unit: 'xx-scjgj', duty: '000-05', period: '2022-03' })).toMatchObject([
      { kind: 'zero', file: '说明.xlsx', note: '信用承诺：本月没有收到信用承诺' },
    ]);
  });

  it('of several rows about one duty is one zero report of a week; the same again changes nothing, undo takes it back', async () => {
    const permits = [MARKET, '行政许可', '2022年第17周', '本周没有作出行政许可决定', '2022-04-29'];
    const file = await statement('说明.xlsx', [WEEKLY, permits]);
    const { batch } = await desk.receive('2022-04-29T10:00', [file]);
    expect(await cell('000-02', '2022-W17')).toMatchObject({ status: 'zero', count: 0 });
    // It is a report, but no record of any rate.
    const { units } = await desk.ask('rates.compute', { period: '2022-W17' });
    expect(units.find(({ unit }) => unit === 'xx-scjgj')).toMatchObject({ met: 1, records: 0, complianceRate: null });
    const copy = await statement('说明2.xlsx', [WEEKLY, permits], { more: ['备注'] });
    for (const again of [file, copy])
      expect((await desk.receive('2022-04-29T11:00', [again])).files[0]).toMatchObject({ status: 'unchanged' });
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await cell('000-02', '2022-W17')).toMatchObject({ status: 'missing' });
  });

  it('is taken back with its batch alone: its records would stay', async () => {
    const { batch } = await desk.receive('2022-05-05T10:00', [await statement('说明.xlsx', [MONTHLY])]);
    const square = { unit: 'xx-scjgj', duty: '000-05', period: '2022-03' };
    const [zero] = await desk.ask('submissions.list', square);
    expect(await desk.refusal('submissions.withdraw', { id: zero?.id ?? 0 })).toMatchObject({
      code: 'change_impossible',
      message: `“说明.xlsx”是随批次 ${batch} 存入的，不能单独撤回。请撤销这个批次。`,
    });
    expect(await desk.ask('submissions.list', square)).toHaveLength(1);
    expect(await cell('000-05', '2022-03')).toMatchObject({ status: 'zero' });
  });

  it('is contradicted by data that come later, and never by itself', async () => {
    const sent = await desk.receive('2022-04-29T10:00', [await statement('说明.xlsx', [WEEKLY])]);
    expect(onlyTable(sent).remarks.map(({ code }) => code)).toEqual([]);
    const data = onlyTable(await desk.receive('2022-04-29T11:00', [await desk.mail('处罚.xlsx', penalties([1]))]));
    expect(data.remarks.map(({ code }) => code)).toContain('zero_before');
    expect(await cell('000-02', '2022-W17')).toMatchObject({ contradicted: true });
  });

  it('about two duties is asked; about something nobody knows, too, among those that take one', async () => {
    const both = await desk.receive('2022-05-05T10:00', [
      await statement('两项.xlsx', [MONTHLY, [MARKET, '联合奖惩案例', '2022年3月', '没有产生案例', '2022-04-02']]),
    ]);
    expect(
      onlyTable(both)
        .question?.candidates.map(({ value }) => value)
        .sort(),
    ).toEqual(['000-05', '000-09']);
    const odd = await desk.receive('2022-05-05T10:00', [
      await statement('其他.xlsx', [[MARKET, '防汛值班', '2022年3月', '没有发生', '2022-04-02']]),
    ]);
    const { question } = onlyTable(odd);
    expect(question?.code).toBe('duty_ambiguous');
    expect(question?.candidates.map(({ value }) => value)).toContain('000-02');
    expect(question?.candidates.map(({ value }) => value)).not.toContain('000-14');
  });

  it('whose rows and title name different periods is asked', async () => {
    const file = await statement('2022年2月情况说明.xlsx', [MONTHLY]);
    const { question } = onlyTable(await desk.receive('2022-05-05T10:00', [file]));
    expect(question?.code).toBe('period_conflict');
    expect(question?.candidates.map(({ value }) => value)).toEqual(['2022-03', '2022-02']);
  });
});
