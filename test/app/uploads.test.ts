import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const APRIL = { template: 'penalty-legal', period: '2022-04' };
const mailed = (name: string, ...args: Parameters<typeof penalties>) => desk.mail(name, penalties(...args));
const receive = async (name: string, ...args: Parameters<typeof penalties>) =>
  desk.receive('2022-04-29T16:00', [await mailed(name, ...args)]);

/** The lines of a written workbook, read by another program. */
function linesOf(file: string): string[][] {
  const book = read(readFileSync(file), { raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true });
}

describe('the consolidated upload', () => {
  it('holds every compliant record once, in the standard order, and tells what it holds back', async () => {
    await receive('市监局.xlsx', [1, 2, 3], {
      change: { 1: { CF_NR: '罚款0.1万元。', CF_NR_FK: 0.1 }, 2: { CF_WSH: null } },
    });
    const preview = await desk.ask('uploads.preview', APRIL);
    expect(preview).toMatchObject({ rows: 2, units: [{ unit: 'xx-scjgj', rows: 2 }] });
    expect(preview.held).toMatchObject([{ unit: 'xx-scjgj', reason: 'not_compliant' }]);
    expect(preview.held[0]?.detail).toContain('必填');

    const out = path.join(desk.dataFolder, '上报', '4月.xlsx');
    const result = await desk.ask('uploads.write', { ...APRIL, out });
    expect(result).toMatchObject({ upload: 'U20220429-001', rows: 2, written: { path: out } });
    const { columns } = await desk.ask('templates.get', { id: 'penalty-legal' });
    const [header = [], ...rows] = linesOf(out);
    expect(header).toEqual(columns.map((column) => column.name));
    const at = (field: string) => columns.findIndex((column) => column.id === field);
    expect(rows.map((row) => row[at('CF_WSH')])).toEqual(['西市监罚决〔2022〕1号', '西市监罚决〔2022〕3号']);
    expect(rows[0]?.[at('CF_JDRQ')]).toBe('2022/04/26');
    expect(typeof rows[0]?.[at('CF_NR_FK')]).toBe('number');
  });

  it('formats codes as text, so that a spreadsheet program keeps all their digits', async () => {
    await receive('市监局.xlsx', [1]);
    const { written } = await desk.ask('uploads.write', APRIL);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(written?.path ?? '');
    const { columns } = await desk.ask('templates.get', { id: 'penalty-legal' });
    const column = columns.findIndex(({ id }) => id === 'CF_XDR_SHXYM') + 1;
    const cell = book.worksheets[0]?.getRow(2).getCell(column);
    expect([cell?.numFmt, typeof cell?.value]).toEqual(['@', 'string']);
  });

  it('uploads nothing twice, and all of it again after it was taken back', async () => {
    await receive('市监局.xlsx', [1, 2]);
    const first = await desk.ask('uploads.write', APRIL);
    expect(first.rows).toBe(2);
    const second = await desk.ask('uploads.write', APRIL);
    expect(second).toMatchObject({ upload: null, rows: 0, written: null });
    expect(second.held.map((one) => one.reason)).toEqual(['already_uploaded', 'already_uploaded']);

    await receive('市监局 补.xlsx', [3]);
    expect((await desk.ask('uploads.write', APRIL)).rows).toBe(1);

    await desk.ask('uploads.undo', { id: first.upload ?? '', by: '王五' });
    expect(desk.rows("select by from audit where action = 'upload.undo'")).toEqual([{ by: '王五' }]);
    expect((await desk.ask('uploads.preview', APRIL)).rows).toBe(2);
    expect((await desk.refusal('uploads.undo', { id: first.upload })).code).toBe('upload_unknown');
    expect((await desk.ask('uploads.list', {})).map(({ id, rows, undoneAt }) => [id, rows, undoneAt !== null])).toEqual(
      [
        ['U20220429-002', 1, false],
        ['U20220429-001', 2, true],
      ],
    );
  });

  it('holds a record corrected since its upload until it is asked for', async () => {
    await receive('市监局.xlsx', [1, 2]);
    await desk.ask('uploads.write', APRIL);
    await receive('市监局 更正.xlsx', [1, 2], { change: { 2: { CF_NR: '罚款0.2万元，没收违法所得。' } } });
    const { rows, held } = await desk.ask('uploads.write', APRIL);
    expect([rows, held.map((one) => one.reason).sort()]).toEqual([0, ['already_uploaded', 'changed_since_upload']]);
    expect((await desk.ask('uploads.write', { ...APRIL, includeChanged: true })).rows).toBe(1);
  });

  it('holds a record the office itself corrected since, and knows it again when that is taken back', async () => {
    await receive('市监局.xlsx', [1]);
    await desk.ask('uploads.write', APRIL);
    const [record] = (await desk.ask('records.list', {})).records;
    const mended = { id: record?.id ?? 0, field: 'CF_NR', value: '警告。', reason: '电话核实' };
    await desk.ask('records.correct', mended);
    const reasons = async () => (await desk.ask('uploads.preview', APRIL)).held.map((one) => one.reason);
    expect(await reasons()).toEqual(['changed_since_upload']);
    const [correction] = await desk.ask('batches.list', {});
    await desk.ask('batches.undo', { batch: correction?.id ?? '' });
    expect(await reasons()).toEqual(['already_uploaded']);
  });

  it('takes a record that went back to what it was before its last upload as changed', async () => {
    const write = async () => {
      const { rows, held } = await desk.ask('uploads.write', { ...APRIL, includeChanged: true });
      return [rows, held.map((one) => one.reason)];
    };
    await receive('一.xlsx', [1]);
    expect(await write()).toEqual([1, []]);
    await receive('二.xlsx', [1], { change: { 1: { CF_NR: '警告并责令改正' } } });
    expect(await write()).toEqual([1, []]);
    await receive('三.xlsx', [1], { change: { 1: { BZ: null } } });
    const held = (await desk.ask('uploads.preview', APRIL)).held;
    expect(held).toMatchObject([{ reason: 'changed_since_upload' }]);
    expect(held[0]?.detail).toContain('U20220429-002');
    expect(await write()).toEqual([1, []]);
    expect(await write()).toEqual([0, ['already_uploaded']]);
  });

  it('knows a record that the office mended there and back', async () => {
    await receive('市监局.xlsx', [1]);
    await desk.ask('uploads.write', APRIL);
    const id = (await desk.ask('records.list', {})).records[0]?.id ?? 0;
    for (const [value, reason] of [
      ['警告并责令改正', 'changed_since_upload'],
      ['警告', 'already_uploaded'],
    ] as const) {
      await desk.ask('records.correct', { id, field: 'CF_NR', value, reason: '电话核实' });
      expect((await desk.ask('uploads.preview', APRIL)).held).toMatchObject([{ reason }]);
    }
  });

  it('knows rows imported anew after an undo, which it has uploaded before', async () => {
    const file = await mailed('市监局.xlsx', [1, 2]);
    const { batch } = await desk.receive('2022-04-29T16:00', [file]);
    await desk.ask('uploads.write', APRIL);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    await desk.receive('2022-04-29T16:30', [file]);
    expect((await desk.ask('uploads.preview', APRIL)).rows).toBe(0);
  });

  it('holds a record with an open 核实 until a reason is written', async () => {
    await receive('市监局.xlsx', [1], { change: { 1: { CF_NR: '罚款贰万元（20000元）。', CF_NR_FK: 20000 } } });
    const preview = await desk.ask('uploads.preview', APRIL);
    expect(preview).toMatchObject({ rows: 0, held: [{ reason: 'verify_open' }] });
    const { records } = await desk.ask('records.list', {});
    for (const finding of records[0]?.findings ?? [])
      await desk.ask('findings.confirm', { id: finding.id, reason: '已电话核实' });
    expect((await desk.ask('uploads.preview', APRIL)).rows).toBe(1);
  });

  it('marks nothing when the file cannot be put in its place', async () => {
    await receive('市监局.xlsx', [1]);
    const folder = path.join(desk.dataFolder, '占用.xlsx');
    mkdirSync(path.join(folder, '里面'), { recursive: true });
    expect((await desk.refusal('uploads.write', { ...APRIL, out: folder })).code).toBe('output_failed');
    expect(await desk.ask('uploads.list', {})).toEqual([]);
    expect((await desk.ask('uploads.preview', APRIL)).rows).toBe(1);
    expect(readdirSync(desk.dataFolder).filter((name) => name.includes('partial'))).toEqual([]);
    expect(existsSync(path.join(folder, '里面'))).toBe(true);
  });

  it('leaves no file when the marks cannot be kept, not even at the very end', async () => {
    await receive('市监局.xlsx', [1]);
    const sqlite = new Database(path.join(desk.dataFolder, 'credit-desk.db'));
    // A reference that is looked at when the transaction closes.
    sqlite.exec(`create table parent (id integer primary key);
      create table child (id integer references parent deferrable initially deferred);
      create trigger broken after insert on upload begin insert into child values (1); end;`);
    expect((await desk.reply('uploads.write', APRIL)).ok).toBe(false);
    expect(readdirSync(path.join(desk.dataFolder, 'outputs'))).toEqual([]);
    expect(await desk.ask('uploads.list', {})).toEqual([]);
    sqlite.exec('drop trigger broken');
    sqlite.close();
    expect((await desk.ask('uploads.write', APRIL)).rows).toBe(1);
  });

  it('keeps the workbooks of earlier uploads, whatever name is asked for', async () => {
    const out = path.join(desk.dataFolder, '上报', '4月.xlsx');
    const files: string[] = [];
    for (const [index, more] of [{}, {}, { out }, { out }].entries()) {
      await receive(`${index}.xlsx`, [index + 1]);
      files.push((await desk.ask('uploads.write', { ...APRIL, ...more })).written?.path ?? '');
    }
    expect(files.map((file) => path.basename(file).replace(/^汇总上报.*月/u, ''))).toEqual([
      '.xlsx',
      '(2).xlsx',
      '4月.xlsx',
      '4月(2).xlsx',
    ]);
    expect(files.map((file) => linesOf(file).length)).toEqual([2, 2, 2, 2]);
    const uploads = await desk.ask('uploads.list', {});
    expect(uploads.map(({ file }) => file)).toEqual(files.toReversed());
  });

  it('refuses a template that does not exist', async () => {
    expect((await desk.refusal('uploads.write', { template: 'x', period: '2022-04' })).code).toBe('template_unknown');
  });
});
