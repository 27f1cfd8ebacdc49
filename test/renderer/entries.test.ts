import { describe, expect, it } from 'vitest';
import {
  answersAlike,
  countsOf,
  entriesOf,
  filterEntries,
  periodQuery,
  toCommit,
} from '../../renderer/features/imports/entries.ts';
import { receiptText } from '../../renderer/features/imports/receiptText.ts';
import { file, table } from './importPlan.ts';

const question = { code: 'unit_conflict', message: '两个单位', candidates: [] } as const;
const FILES = [
  file({ name: '甲.xlsx', tables: [table(), table({ sheet: '自然人', status: 'unchanged' })] }),
  file({ name: '乙.xlsx', status: 'question', tables: [table({ status: 'question', question, unit: null })] }),
  file({ name: '丙.xlsx', status: 'rejected', code: 'empty', message: '“丙.xlsx”是空文件。' }),
];
const PLAN = { batch: null, planHash: 'h', files: FILES };

describe('lines of the import list', () => {
  it('shows every table, and every file without one, open questions first', () => {
    expect(entriesOf(PLAN).map(({ file: { name }, status }) => `${name} ${status}`)).toEqual([
      '乙.xlsx question',
      '甲.xlsx ready',
      '甲.xlsx unchanged',
      '丙.xlsx rejected',
    ]);
  });

  it('gives each line a key of its own even when two sheets share a name', () => {
    const twice = entriesOf({ ...PLAN, files: [file({ tables: [table(), table()] })] });
    expect(new Set(twice.map(({ key }) => key)).size).toBe(2);
  });

  it('keeps the key of a line when files come in before it, as when a password opens an archive', () => {
    const later = { ...PLAN, files: [file({ name: '新.zip › 一.xlsx', tables: [table()] }), ...FILES] };
    const keys = (plan: typeof PLAN) => entriesOf(plan).map(({ key }) => key);
    expect(keys(later)).toEqual(expect.arrayContaining(keys(PLAN)));
  });

  it('has nothing to commit of a table without rows', () => {
    const empty = file({ tables: [table({ records: 0, added: 0 })] });
    expect(entriesOf({ ...PLAN, files: [empty] })[0]?.status).toBe('unchanged');
  });

  it('has papers to commit though there is no table, but for those left out or kept already', () => {
    const paper = (name: string) => file({ name, status: 'attachment', isNew: true });
    const kept = file({ name: '戊.pdf', status: 'attachment' });
    const left = file({ name: '丁.xlsx', status: 'attachment', leftOut: [{ sheet: 'Sheet1', reason: 'skipped' }] });
    const entries = entriesOf({ ...PLAN, files: [...FILES, paper('甲.docx'), paper('乙.pdf'), left, kept] });
    expect(toCommit(entries, [{ file: '乙.pdf', skip: true }])).toEqual({ tables: 1, papers: 1 });
    expect(toCommit(entries, [{ file: '乙.pdf', sheet: 'Sheet1', skip: true }])).toEqual({ tables: 1, papers: 2 });
  });

  it('counts states, records and findings of the whole plan', () => {
    const counts = countsOf(entriesOf(PLAN), FILES.length);
    expect(Object.fromEntries(counts.byStatus)).toEqual({ question: 1, ready: 1, unchanged: 1, rejected: 1 });
    expect(counts.files).toBe(3);
    expect(counts.records).toBe(6);
  });

  it.each([
    ['甲', null, 2],
    ['市场监管', null, 2],
    ['自然人', null, 1],
    ['', 'rejected', 1],
    ['甲', 'rejected', 0],
  ] as const)('finds %j with state %j: %i lines', (search, status, lines) => {
    expect(filterEntries(entriesOf(PLAN), status, search)).toHaveLength(lines);
  });
});

describe('answering alike', () => {
  const asks = (code: 'period_conflict' | 'unit_conflict', values: readonly string[], letter: string) =>
    table({
      status: 'question',
      question: {
        code,
        message: '',
        candidates: values.map((value) => ({ value, label: value, evidence: '', choice: { period: value + letter } })),
      },
    });
  const entries = entriesOf({
    ...PLAN,
    files: [
      file({ name: '1', tables: [asks('period_conflict', ['a', 'b'], '1')] }),
      file({ name: '2', tables: [asks('period_conflict', ['a'], '2')] }),
      file({ name: '3', tables: [asks('period_conflict', ['c'], '3')] }),
      file({ name: '4', tables: [asks('unit_conflict', ['a'], '4')] }),
    ],
  });

  it('takes only tables with the same question and answer, each with its own choice', () => {
    const first = entries[0];
    if (!first) throw new Error('no entry');
    expect(answersAlike(entries, first, 'a')).toEqual([
      { target: { file: '2', sheet: 'Sheet1', part: '' }, choice: { period: 'a2' } },
    ]);
    expect(answersAlike(entries, first, 'b')).toEqual([]);
  });
});

describe('receipts of files', () => {
  it('put number, arrival, duty and rows before what became of each table', () => {
    const files = [file({ name: '甲.xlsx', tables: [table({ status: 'committed' })] })];
    const receipt = { number: 'B20220429-001-01', file: 1, name: '甲.xlsx', receivedAt: '2022-04-29T16:00' };
    const text = receiptText({ batch: 'B20220429-001', files }, [
      { ...receipt, status: 'committed', message: null, tables: [] },
    ]);
    expect(text.split('\n')[2]).toBe(
      '1. B20220429-001-01　2022-04-29 16:00 收到　甲.xlsx（Sheet1）　市场监管局 / 十类公共信用信息归集报送 / ' +
        '2022年第17周（4月25日—5月1日） / 行政处罚信息　2 行，新增 2 条，没有错误',
    );
  });
});

describe('where to look after an import', () => {
  it('is the period of most tables, or nowhere without one', () => {
    const tables = [table({ period: '2022-04' }), table(), table()];
    expect(periodQuery({ ...PLAN, files: [file({ tables })] })).toBe('?period=2022-W17');
    expect(periodQuery({ ...PLAN, files: [] })).toBe('');
  });
});

describe('receipt as text', () => {
  it('names the batch and what became of every file, sheets left out included', () => {
    const text = receiptText({
      batch: 'B20220429-001',
      files: [
        file({
          name: '甲.xlsx',
          tables: [table({ status: 'committed', added: 2, changed: 1 })],
          leftOut: [{ sheet: '封面', reason: 'no_table' }],
        }),
        FILES[2] ?? file(),
      ],
    });
    expect(text.split('\n')).toEqual([
      '导入批次 B20220429-001',
      '共 2 个文件：',
      '1. 甲.xlsx（Sheet1）　市场监管局 / 2022年第17周（4月25日—5月1日） / 行政处罚信息　新增 2 条，更改 1 条，没有错误',
      '2. 甲.xlsx（封面）　未导入：没有找到表头行',
      '3. 丙.xlsx　拒收　“丙.xlsx”是空文件。',
    ]);
  });
});
