import { describe, expect, it } from 'vitest';
import { analyseWorkbook } from '../../electron/core/analyse.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import {
  allFindings,
  analyse,
  type CellDraft,
  DESK,
  good,
  headerOf,
  type SheetDraft,
  sheetOf,
  tableOf,
  templateOf,
} from './sheetOf.ts';

const ID = 'penalty-legal';
const FIELDS = templateOf(ID).columns.map((c) => c.id);
const at = (field: string): number => FIELDS.indexOf(field);
const TITLE = '西峡县市场监督管理局行政处罚信息（2022年第17周）';

/** Row of a record, from row 3 on; cells given by field are laid over it. */
function record(n: number, over: Readonly<Record<string, CellDraft>> = {}): CellDraft[] {
  const values = { ...good(ID, n), ...over };
  return FIELDS.map((field) => values[field] ?? null);
}
const marked = (n: number, field: string, mark: object): CellDraft[] => {
  const text = good(ID, n)[field];
  return record(n, { [field]: { text: typeof text === 'string' ? text : '', ...mark } });
};

function remarksOf(rows: readonly (readonly CellDraft[])[], draft: SheetDraft = {}, context = {}) {
  const table = tableOf(sheetOf([[TITLE], headerOf(ID), ...rows], draft), context);
  return table.remarks.map(({ code, severity, cell, message }) => ({ code, severity, cell, message }));
}
const codes = (...args: Parameters<typeof remarksOf>): string[] =>
  remarksOf(...args).map(({ code, cell }) => `${code} ${cell}`);

it('has nothing to say of a plain table', () => {
  expect(remarksOf([record(1), record(2)])).toEqual([]);
});

it('never counts a remark among the findings', () => {
  const comment = marked(1, 'CF_XDR_MC', { comment: '应为李四' });
  const table = tableOf(sheetOf([[TITLE], headerOf(ID), comment]));
  expect([table.remarks.length, allFindings(table), table.records[0]?.compliant]).toEqual([1, [], true]);
});

describe('cells with a mark', () => {
  it.each([
    ['comments', 'CF_XDR_MC', { comment: '应为李四' }, '“应为李四”'],
    ['unreadable_text', 'CF_XDR_MC', { unreadable: true }, 'A3'],
    ['cell_pictures', 'BZ', { text: '', picture: true }, 'AB3'],
    ['external_values', 'CF_XDR_MC', { external: true, formula: true }, 'A3'],
    ['volatile_values', 'CF_JDRQ', { volatile: true, formula: true, type: 'date', value: '2022-04-26' }, 'U3'],
  ] as const)('are told as %s', (code, field, mark, words) => {
    const remarks = remarksOf([marked(1, field, mark), record(2)]);
    expect(remarks.map((r) => r.code)).toEqual([code]);
    expect(remarks[0]?.message).toContain(words);
    expect(remarks[0]?.cell).toMatch(/^[A-Z]+3$/u);
  });

  it('are counted, the first ten named', () => {
    const rows = Array.from({ length: 12 }, (_, i) => marked(i + 1, 'CF_FRDB', { comment: `见 ${i}` }));
    const [remark] = remarksOf(rows);
    expect(remark?.message).toContain('等 12 条');
    expect(remark?.message.match(/“见/gu)).toHaveLength(10);
  });

  it('say nothing in a header, above it, or where the value does not change by itself', () => {
    const header = headerOf(ID).map((text) => ({ text, comment: '必填', coloured: true as const }));
    const volatile = marked(1, 'CF_XDR_MC', { volatile: true, formula: true });
    const sheet = sheetOf([[{ text: TITLE, comment: '盖章' }], header, volatile, record(2)]);
    expect(tableOf(sheet).remarks).toEqual([]);
  });
});

describe('rows in colour', () => {
  const coloured = (n: number): CellDraft[] => marked(n, 'CF_XDR_MC', { coloured: true });
  it.each([
    ['three', [1, 2, 3].map(coloured), []],
    ['four', [1, 2, 3, 4].map(coloured), ['coloured_rows null']],
  ])('are told from the fourth on: %s', (_, rows, expected) => {
    expect(codes([...rows, record(5)])).toEqual(expected);
  });

  it('mean nothing where all are', () => {
    expect(codes([1, 2, 3, 4, 5].map(coloured))).toEqual([]);
  });
});

describe('hidden parts', () => {
  it('are columns with data', () => {
    const [remark] = remarksOf([record(1)], { hiddenColumns: [at('CF_FRDB') + 1, at('CF_XDR_GSZC') + 1] });
    expect([remark?.code, remark?.message]).toEqual(['hidden_columns', expect.stringContaining('I 列“法定代表人”')]);
    expect(remark?.message).not.toContain('工商注册号');
  });

  it('are rows, with their number, read by default', () => {
    const table = tableOf(sheetOf([[TITLE], headerOf(ID), record(1), record(2)], { hiddenRows: [4], filtered: true }));
    expect(table.records.map((r) => r.row)).toEqual([3, 4]);
    expect(table.remarks.map((r) => r.message)).toEqual([expect.stringContaining('第 4 行被筛选或隐藏，已照常读取')]);
  });

  it('are skipped where the office says so, as notes', () => {
    const policy = { ...DESK.policy, hiddenRows: 'skip' as const };
    const sheet = sheetOf([[TITLE], headerOf(ID), record(1), record(2), ['合计', 2]], { hiddenRows: [4, 5] });
    const table = tableOf(sheet, { policy });
    expect([table.rows, table.records.map((r) => r.row), table.skipped]).toEqual([
      3,
      [3],
      [
        { row: 4, reason: 'note' },
        { row: 5, reason: 'total_row' },
      ],
    ]);
    expect(table.remarks.map((r) => r.message)).toEqual([expect.stringContaining('第 4、5 行被隐藏，按设置未读取')]);
    expect(allFindings(table)).toEqual([]);
  });

  it('are sheets with a table, told with the first table; lists of codes are not', () => {
    const lines = [[TITLE], headerOf(ID), record(1)];
    const list = [
      ['许可类别', '处罚类别'],
      ['普通', '警告'],
      ['特许', '罚款'],
    ];
    const sheets = [
      sheetOf(lines, { name: '上周', hidden: true }),
      sheetOf(list, { name: '字典', hidden: true }),
      sheetOf(lines, { name: '处罚' }),
      sheetOf([[TITLE], headerOf(ID), record(2)], { name: '处罚二' }),
    ];
    const analysed = analyse(sheets);
    expect(analysed.map((one) => one.kind)).toEqual(['hidden', 'hidden', 'table', 'table']);
    const remarks = analysed.map((one) => (one.kind === 'table' ? one.remarks.map((r) => r.code) : []));
    expect(remarks).toEqual([[], [], ['hidden_sheet'], []]);
  });
});

describe('columns beyond the template', () => {
  it('are named, numbering is none', () => {
    const header = ['序号', ...headerOf(ID), '承办科室', null];
    const sheet = sheetOf([[TITLE], header, [1, ...record(1), '法制科', 'x']]);
    const [remark, second] = tableOf(sheet).remarks;
    expect([remark?.code, remark?.severity, second]).toEqual(['extra_columns', 'notice', undefined]);
    expect(remark?.message).toContain('有 2 列');
    expect(remark?.message).toContain('AD 列“承办科室”、AE 列（无表头）');
  });

  it('may tell an older version', () => {
    const sheet = sheetOf([[TITLE], [...headerOf(ID), '地方编码', '信息使用范围'], [...record(1), '411323', '公示']]);
    const remarks = tableOf(sheet).remarks;
    expect(remarks.map((r) => r.code)).toEqual(['old_version', 'extra_columns']);
    expect(remarks[0]?.message).toContain('2016 版');
    expect(codes([record(1)])).toEqual([]);
  });
});

describe('totals', () => {
  const fine = (n: number, amount: CellDraft): CellDraft[] => record(n, { CF_NR_FK: amount });
  const total = (label: string, amount: CellDraft): CellDraft[] => {
    const line: CellDraft[] = FIELDS.map(() => null);
    line[0] = label;
    line[at('CF_NR_FK')] = amount;
    return line;
  };
  it.each<[string, readonly (readonly CellDraft[])[]]>([
    ['of all rows', [fine(1, 0.1), fine(2, 0.2), total('合计', 0.3)]],
    ['with float noise', [fine(1, 0.1), fine(2, 0.2), total('合计', 0.30000000000000004)]],
    ['after subtotals', [fine(1, 1), total('小计', 1), fine(2, 2), total('小计', 2), total('合计', 3)]],
    ['of each block', [fine(1, 1), total('合计', 1), fine(2, 2), total('合计', 2)]],
    ['written as a text', [fine(1, 1000), fine(2, 234.5), total('合计', '1,234.5')]],
    ['without an amount', [fine(1, 1), total('合计', null)]],
    ['that goes back further', [fine(1, 1), total('本年累计', 99)]],
    ['whose formula was not computed', [fine(1, 1), total('合计', { type: 'formula', value: null, text: '' })]],
  ])('%s agree', (_, rows) => {
    expect(codes(rows)).toEqual([]);
  });

  it('that differ are told with both sums', () => {
    const [remark] = remarksOf([fine(1, 1), total('小计', 1), fine(2, 2), total('合计', 4)]);
    expect(remark).toMatchObject({ code: 'total_differs', severity: 'verify', cell: 'R6' });
    expect(remark?.message).toContain('写的是 4，按各行相加为 3 或 2');
  });

  it('count what is stored as text, which their formula leaves out', () => {
    const rows = [fine(1, 1), fine(2, '2'), total('合计', { type: 'number', value: 1, text: '1', formula: true })];
    expect(codes(rows)).toEqual(['numbers_as_text R4', 'total_differs R5']);
  });

  it('know no numbers stored as text in a file of texts', () => {
    const sheets = [sheetOf([[TITLE], headerOf(ID), fine(1, '2')])];
    const remarks = (format: 'csv' | 'html' | 'xls') => {
      const [table] = analyseWorkbook({ format, sheets }, DESK, createCalendar());
      return table?.kind === 'table' ? table.remarks.map((r) => r.code) : null;
    };
    expect([remarks('csv'), remarks('html'), remarks('xls')]).toEqual([[], ['web_export'], ['numbers_as_text']]);
  });
});

describe('the sheet as a whole', () => {
  it('may have text floating over it, told once', () => {
    expect(codes([record(1)], { shapes: 2 })).toEqual(['floating_text null']);
  });

  it.each([
    [20, []],
    [21, ['long_gap null']],
  ])('may go on after %i blank rows', (blank, expected) => {
    const rows = [record(1), ...Array<CellDraft[]>(blank).fill([]), record(2)];
    const table = tableOf(sheetOf([[TITLE], headerOf(ID), ...rows]));
    expect([table.records.length, table.rows]).toEqual([2, blank + 2]);
    expect(table.remarks.map((r) => `${r.code} ${r.cell}`)).toEqual(expected);
  });
});
