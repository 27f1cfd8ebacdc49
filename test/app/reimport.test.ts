import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Override } from '../../electron/contract/imports.ts';
import { writeMail } from '../fixtures/mail.ts';
import { type Desk, differenceOf, onlyTable, openDesk } from './desk.ts';
import { penalties, penalty, type Row } from './workbooks.ts';

const FRIDAY = '2022-04-29T16:00';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const NOTHING = { added: 0, changed: 0, unchanged: 0, removed: 0 };
/** A table whose rows do not tell the unit either. */
const nameless = (numbers: readonly number[], change: Row = {}) =>
  penalties(numbers, {
    sheet: '乙',
    unit: '某某中心',
    title: '2022年第17周',
    change: Object.fromEntries(numbers.map((n) => [n, { CF_CFJG: null, CF_SJLY: null, ...change }])),
  });
const numbers = async () => (await desk.ask('records.list', {})).records.map((r) => String(r.values.CF_WSH)).sort();
const documents = (...all: number[]) => all.map((number) => String(penalty(number).CF_WSH));
const receive = async (file: string, overrides: readonly Override[] = [], received = FRIDAY) => {
  const { batch, files } = await desk.receive(received, [file], { overrides });
  return { batch: batch ?? '', tables: files.flatMap((one) => one.tables) };
};
const mend = async (value = '警告并责令改正') => {
  const [record] = (await desk.ask('records.list', {})).records;
  await desk.ask('records.correct', { id: record?.id ?? 0, field: 'CF_NR', value, reason: '电话核实' });
};

describe('a file of which two imports took a table each', () => {
  const answer: Override = { file: '双.xlsx', sheet: '乙', unit: 'xx-gaj' };

  it('brings a table again whose import was taken back, and leaves the other alone', async () => {
    const file = await desk.mail('双.xlsx', penalties([1, 2], { sheet: '甲' }), nameless([3]));
    const first = await receive(file);
    expect(first.tables.map((table) => table.status)).toEqual(['committed', 'question']);
    await receive(file, [answer]);
    await desk.ask('batches.undo', { batch: first.batch });
    expect(await numbers()).toEqual(documents(3));
    expect((await receive(file)).tables.map((table) => [table.status, differenceOf(table)])).toEqual([
      ['committed', { ...NOTHING, added: 2 }],
      ['unchanged', { ...NOTHING, unchanged: 1 }],
    ]);
    expect(await numbers()).toEqual(documents(1, 2, 3));
  });

  it('remembers the answers of both', async () => {
    const slashed = { CF_JDRQ: '04/05/2022' };
    const dated = penalties([1, 2], { sheet: '甲', change: { 1: slashed, 2: slashed } });
    const file = await desk.mail('双.xlsx', dated, nameless([3]));
    const { tables } = await receive(file);
    const order = tables[0]?.question?.candidates[0]?.choice;
    await receive(file, [{ file: '双.xlsx', sheet: '甲', ...order }]);
    await receive(file, [answer]);
    expect((await receive(file)).tables.map((table) => table.status)).toEqual(['unchanged', 'unchanged']);
  });

  it('holds every answer once, however often the file comes again', async () => {
    const file = await desk.mail('双.xlsx', penalties([1, 2], { sheet: '甲' }), nameless([3]), {
      ...nameless([4]),
      sheet: '丙',
    });
    const sources = [{ path: file, name: '双.xlsx' }];
    const [shown] = (await desk.ask('imports.preview', { sources, received: FRIDAY })).files[0]?.tables ?? [];
    const column = shown?.columns.find(({ field }) => field === 'CF_NR')?.column ?? '';
    const cells = [{ cell: `${column}${(shown?.headerRow ?? 0) + 1}`, value: '罚款', reason: '笔误' }];
    await receive(file, [{ file: '双.xlsx', sheet: '甲', cells }]);
    await receive(file, [answer]);
    await receive(file, [{ ...answer, sheet: '丙' }]);
    const [first] = (await receive(file)).tables;
    expect(first).toMatchObject({ status: 'unchanged', corrections: [{ value: '罚款' }] });
    expect(first?.corrections).toHaveLength(1);
    const stored = desk.rows<{ overrides: string }>('select overrides from imported_file order by id desc limit 1');
    const answers = (JSON.parse(stored[0]?.overrides ?? '[]') as { settled?: true }[]).filter((one) => !one.settled);
    expect(answers).toHaveLength(3);
  });

  it('compares the second with what the first put beside it, as if both had come at once', async () => {
    const sheets = [penalties([1, 2], { sheet: '甲' }), nameless([1, 3], { CF_NR: '罚款' })] as const;
    const file = await desk.mail('双.xlsx', ...sheets);
    await receive(file);
    const second = await receive(file, [{ ...answer, unit: 'xx-scjgj' }]);
    expect(second.tables.map((table) => [table.question, differenceOf(table)])).toEqual([
      [null, { ...NOTHING, unchanged: 2 }],
      [null, { ...NOTHING, added: 2 }],
    ]);
    expect(await numbers()).toEqual(documents(1, 1, 2, 3));
  });
});

it('a row that the office mended is reported again by the file whose import was taken back', async () => {
  const file = await desk.mail('一.xlsx', penalties([1]));
  const { batch } = await receive(file);
  await mend();
  await desk.ask('batches.undo', { batch });
  const status = async () =>
    (await desk.ask('status.grid', { period: '2022-W17', unit: 'xx-scjgj', asOf: '2022-05-03' })).cells[0]?.status;
  expect(await status()).toBe('missing');
  const again = await receive(file);
  expect(again.tables.map((table) => [table.status, differenceOf(table)])).toEqual([
    ['committed', { ...NOTHING, unchanged: 1 }],
  ]);
  expect(await status()).toBe('reported');
  expect((await desk.ask('records.list', {})).records.map((record) => record.values.CF_NR)).toEqual(['警告并责令改正']);
  expect((await receive(file)).batch).toBe('');
});

it('a finding of a row that the office mended elsewhere can be confirmed when the unit sends it again', async () => {
  const change = { 1: { CF_WSH: null } };
  await receive(await desk.mail('一.xlsx', penalties([1], { change })));
  await mend();
  const file = await desk.mail('二.xlsx', penalties([1], { change, title: '2022年第17周' }));
  const sources = [{ path: file, name: '二.xlsx' }];
  const shown = onlyTable(await desk.ask('imports.preview', { sources, received: FRIDAY }));
  const wanted = shown.findings.find((finding) => finding.rule === 'required');
  const confirmation = { row: wanted?.row ?? 0, cell: wanted?.cell ?? null, rule: 'required' as const, reason: '确无' };
  const { tables } = await receive(file, [{ file: '二.xlsx', confirmations: [confirmation] }]);
  expect(tables[0]).toMatchObject({ changed: 0, unchanged: 1, compliant: 1 });
  const [record] = (await desk.ask('records.list', {})).records;
  expect(record).toMatchObject({
    compliant: true,
    values: { CF_NR: '警告并责令改正' },
    findings: [{ rule: 'required', confirmedReason: '确无' }],
  });
});

it('a row mended into the likeness of another keeps what was mended', async () => {
  const file = await desk.mail('一.xlsx', penalties([1, 2], { change: { 2: { ...penalty(1), CF_NR: '罚款' } } }));
  const cells = [{ cell: '', value: '警告', reason: '笔误' }];
  const shown = onlyTable(await desk.ask('imports.preview', { sources: [{ path: file, name: '一.xlsx' }] }));
  const column = shown.columns.find(({ field }) => field === 'CF_NR')?.column ?? '';
  const mended = cells.map((one) => ({ ...one, cell: `${column}${shown.headerRow + 2}` }));
  const { tables } = await receive(file, [{ file: '一.xlsx', cells: mended }]);
  expect(tables[0]).toMatchObject({ records: 2, added: 2, skipped: [] });
  expect(desk.rows('select value, reason from correction')).toEqual([{ value: '警告', reason: '笔误' }]);
});

it('looking back, a record is gone from the moment the file came that left it out', async () => {
  desk.now = '2022-05-20T10:00';
  await receive(await desk.mail('一.xlsx', penalties([1, 2, 3])), [], '2022-04-29T10:00');
  const mail = async (name: string, date: string, sheet: ReturnType<typeof penalties>) => {
    const data = readFileSync(await desk.mail(`${name}.xlsx`, sheet));
    const file = path.join(desk.mailFolder, `${name}.eml`);
    writeFileSync(file, writeMail({ date, parts: [{ name: `name="${name}.xlsx"`, data }] }));
    return { path: file, name: `${name}.eml` };
  };
  const other = penalties([7], { unit: '西峡县公安局' });
  const sources = [
    await mail('gaj', 'Fri, 29 Apr 2022 11:00:00 +0800', other),
    await mail('scjgj', 'Tue, 10 May 2022 11:00:00 +0800', penalties([1, 2])),
  ];
  const overrides = [{ file: 'scjgj.eml › scjgj.xlsx', removedRows: 'remove' as const }];
  await desk.ask('imports.commit', { sources, overrides });
  const counted = async (asOf: string) =>
    (await desk.ask('rates.compute', { period: '2022-W17', asOf })).units.find((unit) => unit.unit === 'xx-scjgj')
      ?.records;
  expect(await Promise.all(['2022-04-30T10:00', '2022-05-09T10:00', '2022-05-11T10:00'].map(counted))).toEqual([
    3, 3, 2,
  ]);
});

it('an unreadable file that the clerk leaves out is left out, and asks nothing more', async () => {
  const file = path.join(desk.mailFolder, '坏.xlsx');
  writeFileSync(file, readFileSync(await desk.mail('好.xlsx', penalties([1]))).subarray(0, 900));
  const { files } = await desk.receive(FRIDAY, [file], { overrides: [{ file: '坏.xlsx', skip: true }] });
  expect(files).toMatchObject([
    { status: 'attachment', code: null, question: null, message: '“坏.xlsx”由经办人决定不导入。' },
  ]);
});

it('a commit knows the moment of its own preview, whatever was previewed since', async () => {
  const sourceOf = (file: string) => ({ sources: [{ path: file, name: path.basename(file) }] });
  const mine = sourceOf(await desk.mail('我.xlsx', penalties([1])));
  const theirs = sourceOf(await desk.mail('别.xlsx', penalties([7], { unit: '西峡县公安局' })));
  const { planHash } = await desk.ask('imports.preview', mine);
  desk.now = '2022-04-29T16:20';
  await desk.ask('imports.preview', theirs);
  await desk.ask('imports.commit', { ...mine, planHash });
  expect((await desk.ask('records.list', {})).records[0]?.receivedAt).toBe(FRIDAY);
});
