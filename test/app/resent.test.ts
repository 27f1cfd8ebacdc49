import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
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

describe('differences', () => {
  it('tell what a correction changes, field by field, and what it would remove, also while that is asked', async () => {
    await desk.receive(FRIDAY, [await desk.mail('原件.xlsx', penalties([1, 2, 3, 4]))]);
    const file = await desk.mail('更正.xlsx', penalties([1, 2, 3], { change: { 2: CHANGED } }));
    const expected = [
      {
        act: 'change',
        row: 6,
        title: '西峡县第2建材有限公司（西市监罚决〔2022〕2号）',
        fields: [{ field: 'CF_NR', column: '处罚内容', before: '警告', after: '警告并责令改正' }],
      },
      { act: 'remove', row: null, title: '西峡县第4建材有限公司（西市监罚决〔2022〕4号）', fields: [] },
    ];
    expect(onlyTable(await desk.receive(FRIDAY, [file])).differences).toEqual(expected);
    const overrides = [{ file: '更正.xlsx', removedRows: 'remove' as const }];
    expect(onlyTable(await desk.receive(FRIDAY, [file], { overrides })).differences).toEqual(expected);
  });

  it('know a record whose wrong code was sent back and put right, though the code is part of its key', async () => {
    const wrong = { CF_XDR_SHXYM: '91411323MA00000000' };
    const sent = await desk.receive(FRIDAY, [
      await desk.mail('原件.xlsx', penalties([1, 2, 3], { change: { 2: wrong, 3: wrong } })),
    ]);
    const [first] = (await desk.ask('records.list', {})).records;
    await desk.ask('returns.write', { batch: sent.batch ?? '' });
    const file = await desk.mail('改正.xlsx', penalties([1, 2, 3]));
    const again = await desk.receive('2022-04-30T09:00', [file]);
    expect(onlyTable(again)).toMatchObject({
      question: null,
      added: 0,
      changed: 2,
      unchanged: 1,
      removed: 0,
      compliant: 3,
      returned: { mended: 2, open: 0 },
    });
    const { total, records } = await desk.ask('records.list', {});
    expect([total, records.map((record) => record.receivedAt)]).toEqual([3, [FRIDAY, FRIDAY, FRIDAY]]);
    expect(records[0]?.id).toBe(first?.id);
    // And the very same file once more changes nothing.
    expect(await desk.receive('2022-04-30T10:00', [file])).toMatchObject({
      batch: null,
      files: [{ status: 'unchanged' }],
    });
    await desk.ask('batches.undo', { batch: again.batch ?? '' });
    expect((await desk.ask('records.list', { finding: 'uscc_check_digit' })).total).toBe(2);
  });

  describe('of a returned workbook', () => {
    const nameless = { title: '行政处罚信息', unit: '西峡县市场监督管理局' };
    const wrong = { CF_NR: '' };

    /** A table that names no period is sent, returned, and comes back with these rows. */
    async function returned(numbers: readonly number[]) {
      const first = await desk.mail('表.xlsx', penalties([1, 2], { ...nameless, change: { 2: wrong } }));
      const { batch } = await desk.receive(FRIDAY, [first]);
      const [back] = await desk.ask('returns.write', { batch: batch ?? '', out: path.join(desk.dataFolder, '退回') });
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(back?.workbook ?? '');
      const sheet = book.worksheets[0];
      const clean = new ExcelJS.Workbook();
      await clean.xlsx.readFile(await desk.mail('新.xlsx', penalties(numbers, nameless)));
      clean.worksheets[0]?.eachRow((row, number) => {
        row.eachCell((cell, column) => {
          if (sheet) sheet.getCell(number, column).value = cell.value;
        });
      });
      const file = path.join(desk.mailFolder, '改好了.xlsx');
      await book.xlsx.writeFile(file);
      return file;
    }

    it('find their period by what was returned, whenever they come and whatever the file is called', async () => {
      const again = await desk.receive('2022-05-10T09:00', [await returned([1, 2])]);
      expect(onlyTable(again)).toMatchObject({ period: '2022-W17', periodEvidence: '文件内置标识', question: null });
      expect(onlyTable(again)).toMatchObject({ changed: 1, unchanged: 1, returned: { mended: 1, open: 0 } });
    });

    it('are asked about when other rows were typed over the returned ones', async () => {
      const file = await returned([7, 8]);
      const { question } = onlyTable(await desk.receive('2022-05-10T09:00', [file]));
      expect([question?.code, question?.candidates.map((one) => one.choice.period)]).toEqual([
        'period_conflict',
        ['2022-W17', '2022-W19'],
      ]);
      const overrides = [{ file: '改好了.xlsx', period: '2022-W19' }];
      const chosen = await desk.receive('2022-05-10T09:00', [file], { overrides });
      expect(onlyTable(chosen)).toMatchObject({ period: '2022-W19', added: 2 });
    });
  });

  it('against a file of the same call are told as well', async () => {
    const paths = [
      await desk.mail('甲.xlsx', penalties([1, 2])),
      await desk.mail('乙.xlsx', penalties([1, 2], { change: { 2: CHANGED } })),
    ];
    const { files } = await desk.receive(FRIDAY, paths);
    expect(files[1]?.tables[0]?.differences.map((d) => d.fields.map((f) => f.before))).toEqual([['警告']]);
  });
});

describe('a row sent again', () => {
  it('is judged anew when its date is no longer in the future, which is no change of it', async () => {
    const future = { change: { 1: { CF_JDRQ: '2022-05-02' } } };
    await desk.receive(FRIDAY, [await desk.mail('一.xlsx', penalties([1, 2], future))]);
    const second = await desk.receive('2022-05-05T10:00', [await desk.mail('二.xlsx', penalties([2, 1], future))]);
    expect(onlyTable(second)).toMatchObject({ changed: 0, unchanged: 2, compliant: 2 });
    const rates = async () => (await desk.ask('rates.compute', { period: '2022-W17', asOf: '2022-06-01' })).total;
    expect(await rates()).toMatchObject({ records: 2, compliant: 2, updates: 0 });
    await desk.ask('batches.undo', { batch: second.batch ?? '' });
    expect(await rates()).toMatchObject({ records: 2, compliant: 1, updates: 0 });
  });

  it('by an earlier receipt counts from there, until that is taken back', async () => {
    const file = await desk.mail('晚.xlsx', penalties([1, 2]));
    await desk.receive('2022-05-20T10:00', [file]);
    const rates = async (asOf: string) => (await desk.ask('rates.compute', { period: '2022-W17', asOf })).total;
    expect(await rates('2022-06-01')).toMatchObject({ timely: 0, records: 2 });
    const earlier = await desk.receive(FRIDAY, [file]);
    expect(onlyTable(earlier)).toMatchObject({ added: 0, changed: 0, unchanged: 2, timely: 2 });
    expect((await desk.ask('records.list', {})).records.map((r) => [r.receivedAt, r.findings.length])).toEqual([
      [FRIDAY, 0],
      [FRIDAY, 0],
    ]);
    expect(await rates('2022-06-01')).toMatchObject({ timely: 2, late: 0 });
    expect(await rates('2022-05-10')).toMatchObject({ timely: 2, records: 2 });
    await desk.ask('batches.undo', { batch: earlier.batch ?? '' });
    expect(await rates('2022-06-01')).toMatchObject({ timely: 0, late: 1 });
  });
});

describe('a closed period', () => {
  const lock = (locked: boolean, reason = '通报已印发') =>
    desk.ask('periods.lock', { period: '2022-04', locked, reason, by: '王五' });

  it('refuses undo and corrections of what it holds, and takes late data as 补报', async () => {
    const { batch } = await desk.receive(FRIDAY, [await desk.mail('一.xlsx', penalties([1]))]);
    expect(await lock(true)).toEqual([{ period: '2022-04', lockedAt: desk.now, by: '王五', reason: '通报已印发' }]);
    expect(await desk.refusal('batches.undo', { batch })).toMatchObject({ code: 'period_locked' });
    const [record] = (await desk.ask('records.list', {})).records;
    const correction = { id: record?.id, field: 'CF_NR', value: '罚款', reason: '核实' };
    expect(await desk.refusal('records.correct', correction)).toMatchObject({ code: 'period_locked' });
    const late = onlyTable(await desk.receive('2022-05-09T10:00', [await desk.mail('二.xlsx', penalties([2]))]));
    expect(late).toMatchObject({ status: 'committed', added: 1 });
    expect(late.remarks.map((remark) => remark.code)).toEqual(['locked_period']);
    expect(await lock(false, '补录后重新核对')).toEqual([]);
    expect(await desk.ask('batches.undo', { batch: batch ?? '' })).toMatchObject({ removed: 1 });
    expect(desk.rows("select action from audit where action like 'period.%'")).toHaveLength(2);
  });

  it('needs a reason, and a period that is one', async () => {
    const args = { period: '2022-04', locked: true, reason: ' ' };
    expect(await desk.refusal('periods.lock', args)).toMatchObject({ code: 'reason_required' });
    expect(await desk.refusal('periods.lock', { ...args, period: '2022-99' })).toMatchObject({
      code: 'period_invalid',
    });
  });
});

describe('a table that was returned', () => {
  it('tells how much of it is mended', async () => {
    const wrong = { change: { 1: { CF_CFLB: '口头警告' }, 2: { CF_JDRQ: '四月' } } };
    const { batch } = await desk.receive(FRIDAY, [await desk.mail('一.xlsx', penalties([1, 2], wrong))]);
    const stored = desk.rows<{ key: string; rule: string; field: string }>(
      'select r.key, f.rule, f.field from finding f join record r on r.id = f.record',
    );
    const sqlite = new Database(path.join(desk.dataFolder, 'credit-desk.db'));
    sqlite
      .prepare(`insert into return_slip (at, by, batch, imported_file, source, unit, duty, period, template, findings, errors,
        items) values ('2022-04-30T09:00', '', ?, 1, '', 'xx-scjgj', '000-02', '2022-W17', 'penalty-legal', 2, 2, ?)`)
      .run(batch, JSON.stringify(stored));
    sqlite.close();
    const half = await desk.mail('二.xlsx', penalties([1, 2], { change: { 2: { CF_JDRQ: '四月' } } }));
    const table = onlyTable(await desk.receive('2022-05-05T10:00', [half]));
    expect(table.returned).toEqual({ at: '2022-04-30T09:00', mended: 1, open: 1 });
    expect(table.remarks.map((remark) => remark.code)).toContain('returned_before');
  });
});

describe('receipts', () => {
  it('number every file of a batch and find the written ones, also two of one name', async () => {
    const good = await desk.mail('报表.xlsx', penalties([1, 2], { change: { 2: { CF_WSH: null } } }));
    const other = await desk.mail('交通局.xlsx', penalties([7], { unit: '西峡县交通运输局' }));
    const broken = path.join(desk.mailFolder, '坏.xlsx');
    await writeFile(broken, readFileSync(good).subarray(0, 900));
    const sources = [good, broken, other].map((file, index) => ({
      path: file,
      name: index === 2 ? '报表.xlsx' : path.basename(file),
    }));
    const { batch } = await desk.ask('imports.commit', { sources, received: FRIDAY, by: '张三' });
    const { receipts } = await desk.ask('batches.get', { batch: batch ?? '' });
    expect(receipts.map(({ number, file, name, status }) => [number, file, name, status])).toEqual([
      ['B20220429-001-01', 1, '报表.xlsx', 'committed'],
      ['B20220429-001-02', null, '坏.xlsx', 'rejected'],
      ['B20220429-001-03', 2, '报表(2).xlsx', 'committed'],
    ]);
    expect(receipts[0]?.tables).toEqual([
      {
        unit: '市场监管局',
        duty: expect.any(String),
        period: '2022-W17',
        rows: 2,
        records: 2,
        compliant: 1,
        errors: 1,
        status: 'committed',
      },
    ]);
    expect(desk.rows('select imported_file, sheet, part from submission order by id')).toEqual([
      { imported_file: 1, sheet: '行政处罚', part: '' },
      { imported_file: 2, sheet: '行政处罚', part: '' },
    ]);
    expect(desk.rows(`select by from batch union select by from audit where action = 'import.commit'`)).toEqual([
      { by: '张三' },
    ]);
  });
});

describe('a commit some minutes after its preview', () => {
  it('takes the files as received when they were dropped', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1]));
    const sources = [{ path: file, name: '市监局.xlsx' }];
    const { planHash } = await desk.ask('imports.preview', { sources });
    desk.now = '2022-04-29T16:20';
    await desk.ask('imports.commit', { sources, planHash });
    expect((await desk.ask('records.list', {})).records[0]?.receivedAt).toBe('2022-04-29T16:00');
  });
});

describe('a file that is gone at the commit', () => {
  it('costs itself and not the others', async () => {
    const paths = [
      await desk.mail('在.xlsx', penalties([1])),
      await desk.mail('不在.xlsx', penalties([7], { unit: '西峡县交通运输局' })),
    ];
    const sources = paths.map((file) => ({ path: file, name: path.basename(file) }));
    const { planHash } = await desk.ask('imports.preview', { sources, received: FRIDAY });
    await rm(paths[1] ?? '');
    const { files, batch } = await desk.ask('imports.commit', { sources, received: FRIDAY, planHash });
    expect(batch).not.toBeNull();
    expect(files.map((file) => file.status)).toEqual(['committed', 'rejected']);
    expect(files[1]?.message).toContain('找不到文件');
  });
});

describe('findings', () => {
  beforeEach(async () => {
    const change = { 1: { CF_WSH: null }, 2: { CF_XDR_SHXYM: '91411323MA00000000' }, 3: { CF_WSH: null } };
    await desk.receive(FRIDAY, [await desk.mail('市监局.xlsx', penalties([1, 2, 3], { change }))]);
  });
  const confirm = async (rule: string, reason: string, nth = 0) => {
    const { records } = await desk.ask('records.list', { finding: rule as 'required' });
    const id = records[nth]?.findings.find((finding) => finding.rule === rule)?.id ?? 0;
    return desk.ask('findings.confirm', { id, reason, by: '张三' });
  };

  it('are counted per rule, with those that pass', async () => {
    await confirm('required', '当事人无文号');
    expect(await desk.ask('findings.count', { unit: 'xx-scjgj', period: '2022-04' })).toEqual([
      { rule: 'required', severity: 'error', findings: 2, records: 2, confirmed: 1 },
      { rule: 'uscc_check_digit', severity: 'error', findings: 1, records: 1, confirmed: 0 },
    ]);
    expect(await desk.ask('findings.count', { severity: 'verify' })).toEqual([]);
    expect((await desk.ask('records.list', { severity: 'error' })).total).toBe(3);
    expect((await desk.ask('records.list', { severity: 'notice' })).total).toBe(0);
  });

  it('offer the reasons written before, those for the field and most used first', async () => {
    await confirm('required', '旧案未编号', 0);
    await confirm('required', '简易程序无文号', 1);
    await confirm('uscc_check_digit', '平台公布如此');
    expect(await desk.ask('findings.reasons', { rule: 'required', field: 'CF_WSH' })).toEqual([
      '旧案未编号',
      '简易程序无文号',
    ]);
    expect(await desk.ask('findings.reasons', { rule: 'enum' })).toEqual([]);
  });

  it('are written as a workbook with place, sentence and reason', async () => {
    await confirm('required', '当事人无文号');
    const written = await desk.ask('findings.write', { query: { unit: 'xx-scjgj', period: '2022-04' } });
    expect(written.name).toBe('问题清单-市场监管局-2022年4月.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(written.path);
    const rows = book.worksheets[0]?.getSheetValues().slice(2) as unknown[][];
    expect(rows.map((row) => row.slice(1))).toEqual([
      expect.arrayContaining(['单位', '事项', '模板', '报送期', '文件', '工作表', '行', '单元格', '核实理由']),
      expect.arrayContaining([
        '市场监管局',
        expect.stringContaining('2022年第17周'),
        '市监局.xlsx',
        '行政处罚',
        5,
        '错误',
        '当事人无文号',
      ]),
      expect.arrayContaining([6, 'C6', '91411323MA00000000', '请核对后重填。']),
      expect.arrayContaining([7, '错误']),
    ]);
    const folder = { query: {}, out: desk.dataFolder };
    expect(await desk.refusal('findings.write', folder)).toMatchObject({ code: 'output_failed' });
  });
});
