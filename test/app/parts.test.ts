import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRequest } from '../../electron/contract/imports.ts';
import { type Desk, differenceOf, openDesk } from './desk.ts';
import { articles, penalty, type SheetContent, writeWorkbook } from './workbooks.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** One sheet with the tables of several, one below another. */
async function mailStacked(name: string, tables: readonly SheetContent[]): Promise<string> {
  const file = path.join(desk.mailFolder, name);
  await writeWorkbook(
    file,
    tables.map((table, i) => ({ ...table, sheet: `${i}` })),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const stacked = new ExcelJS.Workbook();
  const target = stacked.addWorksheet('汇总');
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      target.addRow(row.values);
    });
    target.addRow([]);
  }
  await stacked.xlsx.writeFile(file);
  return file;
}

const week = (title: string, day: string, ...numbers: readonly number[]): SheetContent => ({
  sheet: '',
  template: 'penalty-legal',
  titles: [`西峡县市场监督管理局行政处罚 ${title}`],
  rows: numbers.map((number) => ({ ...penalty(number), CF_JDRQ: day })),
});
const WEEKS = [week('2022年4月18日—4月22日', '2022-04-19', 1, 2), week('2022年4月25日—4月29日', '2022-04-26', 3)];

const receive = async (file: string, more: Partial<ImportRequest> = {}) => {
  const { files } = await desk.receive('2022-04-29T10:00', [file], more);
  return (files[0]?.tables ?? []).map((table) => [table.part, table.period, table.status, differenceOf(table)]);
};
const states = (tables: Awaited<ReturnType<typeof receive>>) => tables.map((facts) => facts.slice(0, 3));
const nothing = { added: 0, changed: 0, removed: 0 };

it('imports two tables of one sheet, each in its own period, and nothing the second and third time', async () => {
  const file = await mailStacked('两周.xlsx', WEEKS);
  expect(await receive(file)).toEqual([
    ['', '2022-W16', 'committed', { ...nothing, added: 2, unchanged: 0 }],
    ['A7:Q8', '2022-W17', 'committed', { ...nothing, added: 1, unchanged: 0 }],
  ]);
  for (const _ of [2, 3])
    expect(await receive(file)).toEqual([
      ['', '2022-W16', 'unchanged', { ...nothing, unchanged: 2 }],
      ['A7:Q8', '2022-W17', 'unchanged', { ...nothing, unchanged: 1 }],
    ]);
});

it('takes an answer for one table of a sheet, and keeps it for the next time', async () => {
  const file = await mailStacked('改期.xlsx', [
    week('2022年4月18日—4月22日', '2022-04-19', 11),
    week('2022年4月25日—4月29日', '2022-04-26', 12),
  ]);
  const overrides = [{ file: '改期.xlsx', sheet: '汇总', part: 'A6:Q7', period: '2022-W15' }];
  expect(states(await receive(file, { overrides }))).toEqual([
    ['', '2022-W16', 'committed'],
    ['A6:Q7', '2022-W15', 'committed'],
  ]);
  expect(states(await receive(file))).toEqual([
    ['', '2022-W16', 'unchanged'],
    ['A6:Q7', '2022-W15', 'unchanged'],
  ]);
});

it('asks for one table of a sheet and imports the other; answered, each goes its own way', async () => {
  const news = articles(['诚信进万家'], { unit: '西峡县市场监督管理局', month: '2022年5月' });
  const file = await mailStacked('待定.xlsx', [week('2022年4月18日—4月22日', '2022-04-19', 31), news]);
  const states = async (more = {}) => (await receive(file, more)).map((facts) => facts.slice(0, 3));
  expect(await states()).toEqual([
    ['', '2022-W16', 'committed'],
    ['A7:C8', null, 'question'],
  ]);
  const overrides = [{ file: '待定.xlsx', sheet: '汇总', part: 'A7:C8', period: '2022-04' }];
  expect(await states({ overrides })).toEqual([
    ['', '2022-W16', 'unchanged'],
    ['A7:C8', '2022-04', 'committed'],
  ]);
});

it('leaves out one table of a sheet and imports the other', async () => {
  const file = await mailStacked('留一.xlsx', [
    week('2022年4月18日—4月22日', '2022-04-19', 21),
    week('2022年4月25日—4月29日', '2022-04-26', 22),
  ]);
  const overrides = [{ file: '留一.xlsx', sheet: '汇总', part: 'A6:Q7', skip: true }];
  const result = await desk.receive('2022-04-29T10:00', [file], { overrides });
  expect(result.files[0]?.tables.map((table) => [table.part, table.added])).toEqual([['', 1]]);
  expect(result.files[0]?.leftOut.map((one) => one.reason)).toEqual(['skipped']);
});

it('points at the cell of the table that a mended record stands in, whatever the columns of the table above', async () => {
  const wide = { ...penalty(72), CF_XDR_GSZC: '411323000072' };
  const file = await mailStacked('两式.xlsx', [
    week('2022年4月18日—4月22日', '2022-04-19', 71),
    { ...week('2022年4月25日—4月29日', '2022-04-26'), rows: [wide] },
  ]);
  await receive(file);
  const cellOf = async (search: string) => {
    const { records } = await desk.ask('records.list', { search });
    const mended = { id: records[0]?.id ?? 0, field: 'CF_JDRQ', value: '2022-13-01', reason: '核实' };
    return (await desk.ask('records.correct', mended)).findings.map((finding) => finding.cell);
  };
  expect(await cellOf('第71建材')).toEqual(['K3']);
  expect(await cellOf('第72建材')).toEqual(['L7']);
});

describe('rows of several units, some of which nobody knows', () => {
  const agency = (name: string) => ({ CF_CFJG: name, CF_SJLY: name });
  const mail = (name: string, first: number) =>
    desk.mail(name, {
      sheet: '汇总',
      template: 'penalty-legal',
      titles: ['行政处罚信息', '2022年4月25日—4月29日'],
      rows: [
        penalty(first),
        { ...penalty(first + 1), ...agency('西峡县公安局') },
        { ...penalty(first + 2), ...agency('西峡县河务处') },
        { ...penalty(first + 3), ...agency('西峡县水运处') },
      ],
    });

  it.each([
    ['代报一.xlsx', 41, { sheet: '汇总' }],
    ['代报二.xlsx', 51, {}],
  ])('go where the answer sends them just as it is offered: %s, %j', async (name, first, place) => {
    const file = await mail(name, first);
    const split = { file: name, splitByUnit: true };
    const tables = async (...answers: NonNullable<ImportRequest['overrides']>) =>
      (await desk.receive('2022-04-29T10:00', [file], { overrides: [split, ...answers] })).files[0]?.tables ?? [];
    const asked = (await tables()).find((table) => table.status === 'question');
    const candidate = asked?.question?.candidates[0];
    expect(candidate?.choice).toEqual({ part: '@?', unit: 'xx-scjgj' });
    const answered = await tables({ file: name, ...place, ...candidate?.choice });
    expect(answered.map((table) => [table.part, table.unit?.id, table.status])).toEqual([
      ['@xx-scjgj', 'xx-scjgj', 'unchanged'],
      ['@xx-gaj', 'xx-gaj', 'unchanged'],
      ['@?', 'xx-scjgj', 'committed'],
    ]);
  });
});
