import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalApp } from '../../electron/localProgram.ts';
import { acquireWindowLock } from '../../electron/windowLock.ts';
import { articles, penalties, writeWorkbook } from '../app/workbooks.ts';
import { run, runJson, runProcess } from './commandLine.ts';

let folder: string;
let data: string;
let inbox: string;
const WEEKLY = '市监局 双公示（4.25-4.29）.xlsx';
const at = ['--as-of', '2022-04-30T09:00'];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), '命令行 cli '));
  data = path.join(folder, '数据 文件夹');
  inbox = path.join(folder, '收件箱 四月');
  mkdirSync(path.join(inbox, '乡镇 报送'), { recursive: true });
  await writeWorkbook(path.join(inbox, WEEKLY), [
    penalties([1, 2, 3], { change: { 2: { CF_XDR_SHXYM: '91411323MA00000000' } } }),
  ]);
  await writeWorkbook(path.join(inbox, '乡镇 报送', '丹水镇 宣传.xlsx'), [articles(['诚信进万家'])]);
  writeFileSync(path.join(inbox, '坏.xlsx'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const withData = (...args: string[]) => [...args, '--data', data];

// One office's day from the first command on: the steps build on each other.
describe('the command line', () => {
  it('lists the profiles before there is a data folder, and refuses what needs one', async () => {
    expect(await runJson(withData('profiles'))).toContainEqual(
      expect.objectContaining({
        id: 'xixia-2022',
        office: expect.any(String),
        county: '西峡县',
        documentNo: '西信用办〔2022〕5号',
        units: expect.any(Number),
        duties: 16,
      }),
    );
    const refused = await run(withData('units', '--json'));
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toEqual({
      error: { code: 'not_initialised', message: expect.stringContaining('init') },
    });
    expect(existsSync(data)).toBe(false);
  });

  it('init makes the folder once', async () => {
    const init = withData('init', '--profile', 'xixia-2022');
    expect(await runJson(init)).toEqual({
      profile: 'xixia-2022',
      units: expect.any(Number),
      duties: 16,
      templates: expect.any(Number),
    });
    const again = await run([...init, '--json']);
    expect([again.code, JSON.parse(again.stdout).error.code]).toEqual([1, 'already_initialised']);
  });

  it('units, duties and templates-list are arrays with the fields of the reference', async () => {
    const units = await runJson<object[]>(withData('units'));
    expect(Object.keys(units[0] ?? {})).toEqual(
      expect.arrayContaining(['id', 'name', 'officialName', 'aliases', 'kind', 'groups', 'activeFrom', 'activeTo']),
    );
    const duties = await runJson<{ id: string; units: string[]; quota: unknown }[]>(
      withData('duties', '--year', '2022'),
    );
    for (const key of 'id title source kind cadence due templates quota zeroReport target units lead'.split(' '))
      expect(duties[0]).toHaveProperty(key);
    expect(duties.find((duty) => duty.id === '000-14')).toMatchObject({ quota: 1 });
    expect(duties.find((duty) => duty.id === '000-02')?.units).toContain('xx-scjgj');
    expect(await runJson(withData('duties', '--year', '2021'))).toEqual([]);
    expect(await runJson(withData('templates-list'))).toContainEqual(
      expect.objectContaining({ id: 'penalty-legal', title: expect.any(String) }),
    );
  });

  it('read shows a workbook as it is, before there is any meaning', async () => {
    const book = await runJson<{ format: string; sheets: { name: string; hidden: boolean; rows: unknown[] }[] }>(
      withData('read', path.join(inbox, WEEKLY)),
    );
    expect(book).toMatchObject({ format: 'xlsx', sheets: [{ name: '行政处罚', hidden: false, merges: [] }] });
    expect(book.sheets[0]?.rows[1]).toEqual({
      row: 2,
      hidden: false,
      cells: [
        expect.objectContaining({
          cell: 'A2',
          text: '填报单位：西峡县市场监督管理局',
          type: 'string',
          value: '填报单位：西峡县市场监督管理局',
          format: 'General',
        }),
      ],
    });
    const refused = await run(withData('read', path.join(inbox, '坏.xlsx'), '--json'));
    expect([refused.code, JSON.parse(refused.stdout).error.code]).toEqual([1, 'file_unreadable']);
    const missing = await run(withData('read', path.join(inbox, '没有.xlsx'), '--json'));
    expect([missing.code, JSON.parse(missing.stdout).error.code]).toEqual([1, 'file_missing']);
    const noSheet = await run(withData('read', path.join(inbox, WEEKLY), '--sheet', '没有', '--json'));
    expect([noSheet.code, JSON.parse(noSheet.stdout).error.code]).toEqual([1, 'file_unreadable']);
  });

  it('import takes a folder, names files relative to it, and a dry run gives what the commit gives', async () => {
    const command = withData('import', inbox, '--received', '2022-04-29T16:00', ...at);
    const dry = await runJson<Imported>([...command, '--dry-run']);
    expect(dry.batch).toBeNull();
    const imported = await runJson<Imported>(command);
    expect(imported.batch).toBe('B20220430-001');
    expect(imported.files.map((file) => [file.name, file.status, file.code])).toEqual([
      ['乡镇 报送/丹水镇 宣传.xlsx', 'committed', null],
      ['坏.xlsx', 'rejected', 'empty'],
      [WEEKLY, 'committed', null],
    ]);
    const numbers = (result: Imported) =>
      result.files.map((file) => file.tables.map(({ status: _status, ...table }) => table));
    expect(numbers(imported)).toEqual(numbers(dry));
    expect(imported.files[2]).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      message: null,
      tables: [
        {
          sheet: '行政处罚',
          headerRow: 4,
          unit: { id: 'xx-scjgj', name: '市场监管局', evidence: expect.stringContaining('A2') },
          duty: { id: '000-02', title: expect.any(String) },
          template: 'penalty-legal',
          period: '2022-W17',
          status: 'committed',
          question: null,
          ...{ rows: 3, records: 3, skipped: [], added: 3, changed: 0, unchanged: 0, removed: 0 },
          ...{ compliant: 2, timely: 3 },
          findings: [
            {
              row: 6,
              cell: 'C6',
              column: expect.any(String),
              field: 'CF_XDR_SHXYM',
              rule: 'uscc_check_digit',
              severity: 'error',
              value: '91411323MA00000000',
              message: expect.any(String),
            },
          ],
        },
      ],
    });
  });

  it('import asks what it must not guess, with the answers to choose from, and ends with 0 all the same', async () => {
    const file = path.join(folder, '更正.xlsx');
    await writeWorkbook(file, [penalties([1, 3])]);
    const asked = await runJson<Imported>(withData('import', file, '--received', '2022-04-29T17:00', ...at));
    expect(asked.batch).toBeNull();
    expect(asked.files[0]).toMatchObject({ status: 'question', code: 'removed_rows' });
    expect(asked.files[0]?.tables[0]?.question).toMatchObject({
      code: 'removed_rows',
      message: expect.any(String),
      candidates: expect.any(Array),
    });
  });

  it.each([
    ['a list', (answer: object) => [{ file: '更正.xlsx', ...answer }]],
    ['a list under overrides', (answer: object) => ({ overrides: [{ file: '更正.xlsx', ...answer }] })],
    ['an object by file', (answer: object) => ({ '更正.xlsx': answer })],
    ['an object by file and sheet', (answer: object) => ({ '更正.xlsx': { 行政处罚: answer } })],
  ])('--choose takes %s', async (_what, written) => {
    const file = path.join(folder, '更正.xlsx');
    await writeWorkbook(file, [penalties([1, 3])]);
    const choose = path.join(folder, '选择.json');
    writeFileSync(choose, `\ufeff${JSON.stringify(written({ removedRows: 'remove' }))}`);
    const command = withData('import', file, '--dry-run', '--received', '2022-04-29T17:00', ...at);
    const chosen = await runJson<Imported>([...command, '--choose', choose]);
    expect(chosen.files[0]).toMatchObject({ status: 'ready', tables: [{ removed: 1, changed: 0, unchanged: 2 }] });
  });

  it('register and status: what is due and what came', async () => {
    const zero = withData('register', '--unit', 'xx-gaj', '--duty', '000-02', '--period', '2022-W17', '--kind', 'zero');
    const refused = await run([...zero, '--json']);
    expect([refused.code, JSON.parse(refused.stdout).error.code]).toEqual([1, 'statement_required']);
    expect(await runJson([...zero, '--note', '本周未产生', '--received', '2022-04-29T10:00'])).toMatchObject({
      ...{ unit: 'xx-gaj', duty: '000-02', period: '2022-W17', kind: 'zero', receivedAt: '2022-04-29T10:00' },
    });
    const grid = await runJson<{ cells: object[] }>(withData('status', '--period', '2022-W17', ...at));
    expect(grid).toMatchObject({ period: '2022-W17', asOf: '2022-04-30T09:00' });
    for (const key of 'unit duty period due status receivedAt quota count'.split(' '))
      expect(grid.cells[0]).toHaveProperty(key);
    const statuses = new Set(grid.cells.map((cell) => (cell as { status: string }).status));
    expect([...statuses].toSorted()).toEqual(['missing', 'reported', 'zero']);
    const one = await runJson(
      withData('status', '--period', '2022-W17', '--unit', 'xx-gaj', '--duty', '000-02', ...at),
    );
    expect(one).toMatchObject({ cells: [{ unit: 'xx-gaj', status: 'zero' }] });
  });

  it('rates, records and remind', async () => {
    const rates = await runJson<{ units: object[] }>(withData('rates', '--period', '2022-W17', ...at));
    expect(rates).toMatchObject({ formula: expect.any(String), total: { met: 2, records: 3, complianceRate: 66.67 } });
    for (const key of 'unit expected met late reportRate records compliant complianceRate updates timely timelinessRate rank score'.split(
      ' ',
    ))
      expect(rates.units[0]).toHaveProperty(key);
    const faulty = await runJson<object[]>(withData('records', '--finding', 'uscc_check_digit', '--period', '2022-04'));
    expect(faulty).toHaveLength(1);
    for (const key of 'id unit template period values raw findings decisionDate receivedAt timely compliant'.split(' '))
      expect(faulty[0]).toHaveProperty(key);
    expect(await runJson(withData('records', '--limit', '2'))).toHaveLength(2);
    expect(await runJson(withData('records'))).toHaveLength(4);

    const out = path.join(folder, '输出', '催报 清单.xlsx');
    const list = await runJson<{ items: { owed: object[] }[]; groupText: string }>(
      withData('remind', '--period', '2022-W17', ...at, '--out', out),
    );
    expect(list).toMatchObject({ asOf: '2022-04-30T09:00', groupText: expect.stringContaining('2022年') });
    for (const key of ['unit', 'contacts', 'owed', 'text']) expect(list.items[0]).toHaveProperty(key);
    for (const key of ['duty', 'period', 'due', 'daysLate', 'level'])
      expect(list.items[0]?.owed[0]).toHaveProperty(key);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it.each(['docx', 'html'])('circular writes %s and tells what stands in it', async (format) => {
    const out = path.join(folder, `通报 四月.${format}`);
    const circular = await runJson<{ sections: object[]; tables: object[] }>(
      withData('circular', '--period', '2022-04', ...at, '--no', '7', '--out', out),
    );
    expect(circular).toMatchObject({ title: expect.any(String), documentNo: '西信用办〔2022〕7号', out });
    expect(circular.sections[0]).toMatchObject({
      heading: expect.any(String),
      paragraphs: expect.arrayContaining(['（一）总体情况']),
    });
    expect(circular.tables[0]).toMatchObject({
      caption: expect.any(String),
      columns: expect.arrayContaining(['单位']),
      rows: expect.any(Array),
    });
    expect(readFileSync(out).length).toBeGreaterThan(1000);
  });

  it('batches, undo and verify', async () => {
    expect(await runJson(withData('batches'))).toMatchObject([{ id: 'B20220430-001', records: 4, undoneAt: null }]);
    expect(await runJson(withData('undo', 'B20220430-001'))).toMatchObject({
      batch: 'B20220430-001',
      removed: 4,
      kept: 0,
    });
    const again = await run(withData('undo', 'B20220430-001', '--json'));
    expect([again.code, JSON.parse(again.stdout).error.code]).toEqual([1, 'batch_undone']);
    expect(await runJson(withData('verify'))).toMatchObject({
      file: path.join(data, 'credit-desk.db'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      integrity: 'ok',
    });
  });

  it('tells in Chinese what there is, without a data folder and on a line of its own each', async () => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['init', 'import', 'return', 'verify'])
      expect(help.stdout).toMatch(new RegExp(`^${command} .*\\p{Script=Han}`, 'mu'));
    const commands = await runJson<{ command: string }[]>(['help']);
    expect(commands.map((one) => one.command)).toContain('templates-list');
    for (const { command } of commands) expect(help.stdout).toContain(command);
  });

  it.each([
    [['status', '--perod', '2022-04'], '没有选项 --perod'],
    [['status', '--as-of', '--period', '2022-04'], '--as-of 的值以“-”开头时请写成 --as-of=值'],
    [['import', 'x.xlsx', '--dry-run=yes'], '--dry-run 不带值'],
    [['toString'], '没有命令 toString'],
  ])('says in Chinese what is wrong with %j', async (args, words) => {
    const ran = await run(withData(...args));
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(words);
  });

  it.each([
    [[]],
    [['no-such-command']],
    [['status']],
    [['status', '--period', '2022-04', '--what']],
    [['import']],
    [['undo']],
    [['init']],
    [['records', '--finding', 'no_rule']],
    [['records', '--limit', 'ten']],
    [['duties', '--year', 'MMXXII']],
    [['register', '--unit', 'a', '--duty', 'b', '--period', '2022-04', '--kind', 'wechat']],
    [['import', 'x.xlsx', '--choose', 'nowhere.json']],
  ])('usage: %j ends with 2', async (args) => {
    const ran = await run(withData(...args, '--json'));
    expect([ran.code, JSON.parse(ran.stdout).error.code]).toEqual([2, 'usage']);
  });

  it.each([
    [['status', '--period', '2022-13'], 'period_invalid'],
    [['status', '--period', '2022-04', '--as-of', 'yesterday'], 'moment_invalid'],
    [['circular', '--period', '2022-04', '--out', 'x.odt'], 'format_unsupported'],
    [['records', '--template', 'nothing'], 'template_unknown'],
    [['figures', '--period', '2022-04', '--of', 'records', '--kind', 'all', '--template', 'nope'], 'template_unknown'],
    [['import', 'nowhere.xlsx'], 'file_missing'],
  ])('refusal: %j ends with 1', async (args, code) => {
    const ran = await run(withData(...args, '--json'));
    expect([ran.code, JSON.parse(ran.stdout).error.code]).toEqual([1, code]);
  });

  it('is readable without --json, and says a refusal in one Chinese sentence on stderr', async () => {
    const grid = await run(withData('status', '--period', '2022-W17', ...at));
    expect(grid.code).toBe(0);
    expect(grid.stdout.split('\n')[0]).toMatch(/^单位 +事项 +报送期 +截止时间 +状态/u);
    const refused = await runProcess(withData('status', '--period', '2022-13'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trim()).toMatch(/^报送期写法不对：2022-13。[^\n]*$/u);
    expect(await run(withData('status'))).toMatchObject({ code: 2, stdout: '' });
  });

  it('stops while a window has the data folder, and changes nothing', async () => {
    const lock = acquireWindowLock(data);
    try {
      const ran = await run(withData('undo', 'B20220430-001', '--json'));
      expect([ran.code, JSON.parse(ran.stdout).error.code]).toEqual([1, 'data_folder_busy']);
    } finally {
      lock.release();
    }
  });

  it('prints a large answer whole before it ends', async () => {
    const big = path.join(folder, '大.xlsx');
    await writeWorkbook(big, [penalties(Array.from({ length: 1500 }, (_, i) => i + 1))]);
    const imported = await run(withData('import', big, '--received', '2022-04-29T16:00', ...at, '--json'));
    expect(JSON.parse(imported.stdout)).toMatchObject({ files: [{ tables: [{ records: 1500 }] }] });
    const records = await runProcess(withData('records', '--json'));
    expect(Buffer.byteLength(records.stdout)).toBeGreaterThan(1_000_000);
    expect(JSON.parse(records.stdout)).toHaveLength(1500);
    expect(records.stdout.endsWith('\n')).toBe(true);
  });
});

describe('window and command line', () => {
  it('give the same grid, rates, list and circular', async () => {
    const period = '2022-04';
    const asOf = '2022-05-06T09:00';
    const commands = ['status', 'rates', 'remind', 'circular'] as const;
    const printed: Record<string, unknown>[] = [];
    for (const command of commands) printed.push(await runJson(withData(command, '--period', period, '--as-of', asOf)));
    const app = createLocalApp({ dataFolder: data });
    try {
      const names = ['status.grid', 'rates.compute', 'reminders.list', 'circulars.compose'] as const;
      for (const [index, name] of names.entries()) {
        const reply = await app.dispatch(name, { period, asOf });
        if (!reply.ok) throw new Error(name);
        const {
          out: _out,
          introduction,
          sections,
          tables,
          ...rest
        } = (printed[index] ?? {}) as Record<string, unknown>;
        expect(reply.value).toMatchObject(rest);
        if (name !== 'circulars.compose') continue;
        const document = reply.value as unknown as CircularLike;
        expect(introduction).toEqual(document.introduction.map((p) => p.text));
        expect(sections).toEqual(
          document.sections.map((s) => ({ heading: s.heading, paragraphs: s.paragraphs.map((p) => p.text) })),
        );
        expect((tables as CircularLike['tables']).map((t) => t.rows)).toEqual(document.tables.map((t) => t.rows));
      }
    } finally {
      await app.close();
    }
  });
});

interface CircularLike {
  readonly introduction: readonly { text: string }[];
  readonly sections: readonly { heading: string; paragraphs: readonly { text: string }[] }[];
  readonly tables: readonly { rows: readonly (readonly string[])[] }[];
}

interface Imported {
  readonly batch: string | null;
  readonly files: readonly {
    name: string;
    status: string;
    code: string | null;
    tables: readonly { status: string; question: unknown; [key: string]: unknown }[];
  }[];
}
