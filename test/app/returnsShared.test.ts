import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Override } from '../../electron/contract/imports.ts';
import { plainOf } from '../io/workbooks/annotated.ts';
import { type Desk, openDesk } from './desk.ts';
import { MARKET, penalties, penalty, type SheetContent } from './workbooks.ts';

const POLICE = '西峡县公安局';
const MARKET_ID = 'xx-scjgj';
const POLICE_ID = 'xx-gaj';
const BAD = '11230500001755309A';
const SPLIT = { splitByUnit: true };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const out = () => path.join(desk.mailFolder, '..', '退回 out');

/** One table of two units (代报), with a wrong code in a row of each and a row that is skipped. */
const JOINT: SheetContent = {
  ...penalties([]),
  titles: ['2022年第17周行政处罚信息（法人）'],
  rows: [
    { ...penalty(1, POLICE), CF_CFJGDM: BAD },
    penalty(2, POLICE),
    { ...penalty(3), CF_CFJGDM: BAD },
    penalty(4),
    penalty(4),
  ],
};

/** The returned workbooks of a file by the unit they went to. */
async function returnedOf(file: string, overrides: readonly Partial<Override>[] = []): Promise<Map<string, string>> {
  const { batch } = await desk.receive('2022-04-29T10:00', [file], {
    overrides: overrides.map((one) => ({ file: path.basename(file), ...one })),
  });
  desk.now = '2022-04-30T09:00';
  const returned = await desk.ask('returns.write', { batch: batch ?? '', out: out() });
  return new Map(returned.map((one) => [one.unit, one.workbook]));
}

/** The unit mends every red cell of its workbook and saves it under a name of its own. */
async function mend(
  workbook = '',
  change: (cell: ExcelJS.Cell) => void = (cell) => setText(cell, '11230500001755309F'),
) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(workbook);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.note !== undefined && cell.text === BAD) change(cell);
      }),
    );
  const mended = path.join(desk.mailFolder, `更正-${path.basename(workbook)}`);
  await book.xlsx.writeFile(mended);
  return mended;
}

function setText(cell: ExcelJS.Cell, value: string): void {
  cell.value = value;
}

/** Document number → agency code of the records in force, and whether they are compliant. */
async function codes() {
  const { records } = await desk.ask('records.list', { template: 'penalty-legal' });
  return Object.fromEntries(
    records
      .map((record) => [
        `${record.unit} ${/\d+(?=号)/u.exec(record.raw.CF_WSH ?? '')?.[0]}`,
        record.raw.CF_CFJGDM === BAD ? 'bad' : 'good',
      ])
      .sort(),
  );
}

const ALL_GOOD = {
  [`${MARKET_ID} 3`]: 'good',
  [`${MARKET_ID} 4`]: 'good',
  [`${POLICE_ID} 1`]: 'good',
  [`${POLICE_ID} 2`]: 'good',
};

describe('a table of several units that was split and returned to each', () => {
  it('takes each unit’s corrections from its own workbook: the second does not restore what the first mended', async () => {
    const workbooks = await returnedOf(await desk.mail('代报.xlsx', JOINT), [SPLIT]);
    expect([...workbooks.keys()].sort()).toEqual([POLICE_ID, MARKET_ID].sort());
    expect(await codes()).toEqual({ ...ALL_GOOD, [`${MARKET_ID} 3`]: 'bad', [`${POLICE_ID} 1`]: 'bad' });

    const first = await desk.receive('2022-05-03T10:00', [await mend(workbooks.get(POLICE_ID))]);
    expect(
      first.files[0]?.tables.map(({ part, unit, question, changed }) => [part, unit?.id, question, changed]),
    ).toEqual([[`@${POLICE_ID}`, POLICE_ID, null, 1]]);
    expect(await codes()).toEqual({ ...ALL_GOOD, [`${MARKET_ID} 3`]: 'bad' });

    const second = await desk.receive('2022-05-04T10:00', [await mend(workbooks.get(MARKET_ID))]);
    expect(second.files[0]?.tables.map(({ part, changed, removed }) => [part, changed, removed])).toEqual([
      [`@${MARKET_ID}`, 1, 0],
    ]);
    expect(await codes()).toEqual(ALL_GOOD);
  });

  it('says whose rows were left alone, and counts every row of the unit it is about', async () => {
    const workbooks = await returnedOf(await desk.mail('代报.xlsx', JOINT), [SPLIT]);
    const [file] = (await desk.receive('2022-05-03T10:00', [await mend(workbooks.get(MARKET_ID))])).files;
    const [table] = file?.tables ?? [];
    expect(file?.status).toBe('committed');
    expect(table?.remarks.find((remark) => remark.code === 'others_left_alone')?.message).toContain(
      '是退给市场监管局的，只处理市场监管局的数据；“行政处罚”中公安局 2 行未作改动',
    );
    expect(file?.leftOut).toEqual([
      { sheet: '行政处罚', part: `@${POLICE_ID}`, reason: 'other_unit', unit: POLICE_ID },
      { sheet: '问题清单', reason: expect.any(String) },
    ]);
    expect([table?.rows, table?.records, table?.skipped.map(({ reason }) => reason)]).toEqual([
      3,
      2,
      ['duplicate_row'],
    ]);
  });

  it('stays so where the clerk says again that it is to be split', async () => {
    const workbooks = await returnedOf(await desk.mail('代报.xlsx', JOINT), [SPLIT]);
    for (const unit of [POLICE_ID, MARKET_ID]) {
      const file = await mend(workbooks.get(unit));
      await desk.receive('2022-05-03T10:00', [file], { overrides: [{ file: path.basename(file), ...SPLIT }] });
    }
    expect(await codes()).toEqual(ALL_GOOD);
  });

  it('takes the rows of another unit where the clerk gives them to it', async () => {
    const workbooks = await returnedOf(await desk.mail('代报.xlsx', JOINT), [SPLIT]);
    const file = await mend(workbooks.get(MARKET_ID));
    const { files } = await desk.receive('2022-05-03T10:00', [file], {
      overrides: [{ file: path.basename(file), sheet: '行政处罚', part: `@${POLICE_ID}`, unit: POLICE_ID }],
    });
    expect(files[0]?.tables.map(({ part }) => part)).toEqual([`@${POLICE_ID}`, `@${MARKET_ID}`]);
    expect(files[0]?.tables[0]?.remarks.map(({ code }) => code)).not.toContain('others_left_alone');
  });

  it('knows the rows again whose agency only the clerk knew', async () => {
    const others = [penalty(7, '西峡县不存在局'), penalty(8, '西峡县也不存在局')];
    const unknown = { ...JOINT, rows: [...JOINT.rows, ...others.map((row) => ({ ...row, CF_CFJGDM: BAD }))] };
    const part = { sheet: '行政处罚', part: '@?', unit: POLICE_ID };
    const workbooks = await returnedOf(await desk.mail('代报.xlsx', unknown), [SPLIT, part]);
    const { files } = await desk.receive('2022-05-03T10:00', [await mend(workbooks.get(POLICE_ID))]);
    expect(files[0]?.tables.map((table) => [table.part, table.unit?.id, table.question, table.changed])).toEqual([
      [`@${POLICE_ID}`, POLICE_ID, null, 1],
      ['@?', POLICE_ID, null, 2],
    ]);
    // The workbook said so, no clerk.
    expect(files[0]?.tables[1]?.unit?.evidence).toBe('文件内置标识');
  });

  it('is asked about as before where the workbook holds nothing of the unit it went to', async () => {
    const workbooks = await returnedOf(await desk.mail('代报.xlsx', JOINT), [SPLIT]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(workbooks.get(MARKET_ID) ?? '');
    const sheet = book.getWorksheet('行政处罚');
    sheet?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text === MARKET) cell.value = '西峡县水利局';
      }),
    );
    const file = path.join(desk.mailFolder, '别的.xlsx');
    await book.xlsx.writeFile(file);
    const { files } = await desk.ask('imports.preview', { sources: [{ path: file, name: '别的.xlsx' }] });
    expect(files[0]?.tables.map((table) => table.unit?.id)).toEqual([POLICE_ID, 'xx-slj']);
  });
});

describe('a workbook with a sheet of each of several units', () => {
  const sheets = [
    penalties([1, 2], { unit: POLICE, sheet: '公安', change: { 1: { CF_CFJGDM: BAD } } }),
    penalties([3, 4], { sheet: '市监', change: { 3: { CF_CFJGDM: BAD } } }),
  ] as const;

  it('mends the sheets of the unit it went to and leaves the others alone', async () => {
    const workbooks = await returnedOf(await desk.mail('两局.xlsx', ...sheets), [
      { sheet: '公安', unit: POLICE_ID },
      { sheet: '市监', unit: MARKET_ID },
    ]);
    const first = await desk.receive('2022-05-03T10:00', [await mend(workbooks.get(POLICE_ID))]);
    expect(first.files[0]?.tables.map(({ sheet, changed }) => [sheet, changed])).toEqual([['公安', 1]]);
    expect(first.files[0]?.leftOut).toContainEqual({ sheet: '市监', reason: 'other_unit', unit: MARKET_ID });
    await desk.receive('2022-05-04T10:00', [await mend(workbooks.get(MARKET_ID))]);
    expect(await codes()).toEqual(ALL_GOOD);
  });

  it('asks nothing again of the tables it leaves alone', async () => {
    const nameless = {
      ...sheets[0],
      titles: ['2022年第17周行政处罚'],
      rows: sheets[0].rows.map((row) => ({ ...row, CF_CFJG: '' })),
    };
    const workbooks = await returnedOf(await desk.mail('两局.xlsx', nameless, sheets[1]), [
      { sheet: '公安', unit: POLICE_ID },
    ]);
    const { files } = await desk.receive('2022-05-03T10:00', [await mend(workbooks.get(MARKET_ID))]);
    expect([files[0]?.status, files[0]?.tables.map(({ sheet }) => sheet)]).toEqual(['committed', ['市监']]);
  });
});

it('writes in the 问题清单 whose every table of the file is, where nobody sees it', async () => {
  const workbooks = await returnedOf(await desk.mail('代报.xlsx', JOINT), [SPLIT]);
  const list = (await plainOf(readFileSync(workbooks.get(POLICE_ID) ?? ''))).sheets.at(-1);
  expect(list?.hiddenColumns).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
  const marks = list?.rows.map(({ cells }) =>
    [14, 18, 19].map((column) => cells.find((cell) => cell.column === column)?.text ?? ''),
  );
  expect(marks?.filter(([unit]) => unit !== '')).toEqual([
    [POLICE_ID, `@${POLICE_ID}`, POLICE_ID],
    [MARKET_ID, `@${MARKET_ID}`, POLICE_ID],
  ]);
});
