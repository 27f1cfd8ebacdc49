import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { read as readBook, write as writeBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BlankFile } from '../../electron/contract/blanks.ts';
import type { Override } from '../../electron/contract/imports.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { penalty } from './workbooks.ts';

let desk: Desk;
let out: string;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => {
  out = mkdtempSync(path.join(os.tmpdir(), '模板 '));
});
afterAll(() => desk.close());

const DUTY = '000-02';
const MARKET = 'xx-scjgj';

/** Opens a handed-out workbook, changes it as a unit would and saves it under a name of its own. */
async function fill(
  file: BlankFile,
  change: (book: ExcelJS.Workbook, table: ExcelJS.Worksheet) => void,
  name = '报送.xlsx',
): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file.out);
  const [table] = book.worksheets;
  if (!table) throw new Error('no sheet');
  change(book, table);
  const filled = path.join(out, name);
  await book.xlsx.writeFile(filled);
  return filled;
}

/** Writes rows by header below the header line. */
function write(
  table: ExcelJS.Worksheet,
  rows: readonly Readonly<Record<string, string | number | null>>[],
  names: ReadonlyMap<string, string>,
): void {
  rows.forEach((row, index) => {
    for (const [field, value] of Object.entries(row)) {
      const column = (table.getRow(4).values as unknown[]).findIndex(
        (text) => String(text).replace('*', '') === names.get(field),
      ); // exceljs' own values
      if (column > 0) table.getCell(5 + index, column).value = value;
    }
  });
}

async function namesOf(template: string): Promise<Map<string, string>> {
  const { columns } = await desk.ask('templates.get', { id: template });
  return new Map(columns.map(({ id, name }) => [id, name]));
}

async function blank(
  template: string,
  more: { unit?: string; period?: string; duty?: string } = {},
): Promise<BlankFile> {
  const files = await desk.ask('blanks.write', { duty: DUTY, unit: MARKET, out, ...more });
  const file = files.find((one) => one.template === template);
  if (!file) throw new Error(template);
  return file;
}

const preview = (file: string, overrides: readonly Override[] = []) =>
  desk.ask('imports.preview', {
    sources: [{ path: file, name: path.basename(file) }],
    received: '2022-04-29T16:00',
    overrides,
  });

describe('a blank template', () => {
  it('comes back filled and is recognised exactly, without a question', async () => {
    const names = await namesOf('penalty-legal');
    const file = await blank('penalty-legal', { period: '2022-W17' });
    const filled = await fill(file, (_, table) =>
      write(
        table,
        [1, 2, 3].map((n) => penalty(n)),
        names,
      ),
    );
    const table = onlyTable(await preview(filled));
    expect(table).toMatchObject({
      unit: { id: MARKET, evidence: '文件内置标识' },
      duty: { id: DUTY },
      template: 'penalty-legal',
      period: '2022-W17',
      periodEvidence: '文件内置标识',
      question: null,
      headerRow: 4,
      records: 3,
      compliant: 3,
      status: 'ready',
    });
    expect(table.remarks).toEqual([]);
    rmSync(out, { recursive: true });
  });

  it('is recognised for each unit and each table of every duty, whatever the returned file is called', async () => {
    const duties = (await desk.ask('duties.list', {})).filter(({ templates }) => templates.length > 0);
    expect(duties.length).toBeGreaterThan(3);
    for (const duty of duties) {
      const units = [duty.units[0], duty.units.at(-1)].filter((unit) => unit !== undefined);
      const tried: BlankFile[] = [];
      for (const unit of units) tried.push(...(await desk.ask('blanks.write', { duty: duty.id, unit, out })));
      expect(new Set(tried.map(({ template }) => template))).toEqual(new Set(units.length > 0 ? duty.templates : []));
      const sources = await Promise.all(
        tried.map(async (file, index) => ({
          path: await fill(
            file,
            (_, table) => {
              table.getCell('A5').value = '西峡县宏达建材有限公司';
              table.getCell('C5').value = '甲';
            },
            `${duty.id}-${index}.xlsx`,
          ),
          name: '报表(1).xlsx',
        })),
      );
      const { files: read } = await desk.ask('imports.preview', { sources, received: '2022-04-29T16:00' });
      expect(
        read.map((one) =>
          one.tables.map(({ unit, duty: of, template, question }) => [unit?.id, of?.id, template, question]),
        ),
      ).toEqual(tried.map((file) => [[file.unit, duty.id, file.template, null]]));
    }
    rmSync(out, { recursive: true });
  });

  it('keeps its mark through a save as .xls', async () => {
    const names = await namesOf('penalty-legal');
    const file = await blank('penalty-legal');
    const filled = await fill(file, (_, table) => {
      table.getCell('A2').value = '';
      write(table, [penalty(7)], names);
    });
    const old = path.join(out, '报送.xls');
    await writeFile(
      old,
      writeBook(readBook(await readFile(filled), { type: 'buffer' }), { type: 'buffer', bookType: 'biff8' }),
    );
    expect(onlyTable(await preview(old))).toMatchObject({
      unit: { id: MARKET, evidence: '文件内置标识' },
      duty: { id: DUTY },
      question: null,
    });
  });

  it('asks where its title names another unit or its 报送期 another period, unless the clerk says', async () => {
    const names = await namesOf('penalty-legal');
    const file = await blank('penalty-legal', { period: '2022-W17' });
    const other = await fill(
      file,
      (_, table) => {
        table.getCell('A2').value = '填报单位：西峡县水利局';
        write(table, [penalty(8, '西峡县水利局')], names);
      },
      '别的单位.xlsx',
    );
    const conflict = onlyTable(await preview(other));
    expect(conflict.question?.code).toBe('unit_conflict');
    expect(conflict.question?.message).toContain('文件内置标识 → 市场监管局');
    const chosen = onlyTable(await preview(other, [{ file: '别的单位.xlsx', unit: 'xx-slj' }]));
    expect(chosen).toMatchObject({ unit: { id: 'xx-slj', evidence: '由经办人指定' }, question: null });
    const later = await fill(
      file,
      (_, table) => {
        table.getCell('A3').value = '报送期：2022年4月18日—4月22日';
        write(table, [penalty(9)], names);
      },
      '别的一期.xlsx',
    );
    expect(onlyTable(await preview(later)).question?.code).toBe('period_conflict');
  });

  it.each([
    ['another county', 'B2', 'other-2022'],
    ['another version', 'B1', '2'],
  ])('of %s is read by its words alone', async (_, cell, value) => {
    const names = await namesOf('penalty-legal');
    const filled = await fill(await blank('penalty-legal'), (book, table) => {
      const mark = book.getWorksheet('_credit_desk');
      if (mark) mark.getCell(cell).value = value;
      write(table, [penalty(10)], names);
    });
    expect(onlyTable(await preview(filled)).unit).toMatchObject({
      id: MARKET,
      evidence: 'A2 填报单位：西峡县市场监督管理局',
    });
  });

  it('goes into a folder made for it, under a safe name of its own', async () => {
    const folder = path.join(out, '新文件夹', '四月');
    const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === DUTY);
    const files = await desk.ask('blanks.write', { duty: DUTY, out: folder });
    expect(new Set(files.map(({ unit }) => unit))).toEqual(new Set(duty?.units));
    expect(readdirSync(folder).sort()).toEqual(files.map(({ name }) => name).sort());
    expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
    expect(files[0]?.name).toMatch(/^模板-\S+-十类公共信用信息归集报送-\S+\.xlsx$/u);
    const [own] = await desk.ask('blanks.write', { duty: '000-14', unit: 'xx-dsz' });
    expect(own?.out.startsWith(path.join(desk.dataFolder, 'outputs'))).toBe(true);
  });

  it('is left for the unit to sign where nobody owes the duty by name', async () => {
    const duty = (await desk.ask('duties.list', {})).find(
      ({ templates, units }) => templates.length > 0 && units.length === 0,
    );
    const files = await desk.ask('blanks.write', { duty: duty?.id ?? '', out });
    expect(files.map(({ unit }) => unit)).toEqual([null]);
    const filled = await fill(files[0] as BlankFile, (_, table) => {
      // the line above says there is one
      table.getCell('A2').value = '填报单位：西峡县市场监督管理局';
      table.getCell('A5').value = '甲';
      table.getCell('D5').value = '乙';
    });
    expect(onlyTable(await preview(filled))).toMatchObject({
      unit: { id: MARKET },
      duty: { id: duty?.id },
      question: null,
    });
  });

  it('is refused for what does not exist', async () => {
    expect(await desk.refusal('blanks.write', { duty: '999', out })).toMatchObject({ code: 'duty_unknown' });
    expect(await desk.refusal('blanks.write', { duty: DUTY, unit: 'xx-none', out })).toMatchObject({
      code: 'unit_unknown',
    });
    expect(await desk.refusal('blanks.write', { duty: DUTY, period: '2022-04', out })).toMatchObject({
      code: 'period_not_of_duty',
    });
    const bare = (await desk.ask('duties.list', {})).find(({ templates }) => templates.length === 0);
    expect(await desk.refusal('blanks.write', { duty: bare?.id ?? '', out })).toMatchObject({
      code: 'template_unknown',
    });
  });
});
