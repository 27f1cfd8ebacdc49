import { describe, expect, it } from 'vitest';
import {
  allFindings,
  analyse,
  type CellDraft,
  findingsOf,
  good,
  headerOf,
  sheetOf,
  tableOf,
  templateOf,
} from './sheetOf.ts';

const ID = 'penalty-legal';
const FIELDS = templateOf(ID).columns.map((c) => c.id);
const TITLE = '西峡县市场监督管理局行政处罚信息（2022年第17周）';
const HEADER = ['序号', ...headerOf(ID)];
const record = (n: number): CellDraft[] => [n, ...FIELDS.map((field) => good(ID, n)[field] ?? null)];

/** A table of two records with lines after, between them or before; its rows in short. */
function read(lines: readonly (readonly CellDraft[])[], draft = {}) {
  const table = tableOf(sheetOf([[TITLE], HEADER, ...lines], draft));
  expect(table.headerRow).toBe(2);
  expect(table.rows).toBe(table.records.length + table.skipped.length);
  return {
    rows: table.rows,
    records: table.records.map((r) => r.row),
    skipped: table.skipped.map((s) => `${s.row} ${s.reason}`),
  };
}
const wide = (row: number): { merges: string[] } => ({ merges: [`A${row}:AC${row}`] });

describe('a row that is no record', () => {
  it.each<[string, CellDraft[]]>([
    ['total_row', ['合计', null, null, 2]],
    ['total_row', ['合 计', '2条']],
    ['total_row', [null, '合计：']],
    ['total_row', [null, '合计（条）', 2]],
    ['total_row', ['总计', 2]],
    ['total_row', ['总　计', 2]],
    ['total_row', ['累计', 2]],
    ['total_row', ['本年累计', 2]],
    ['total_row', ['本页合计', 2]],
    ['total_row', ['行政处罚合计', 2]],
    ['total_row', ['合计2条']],
    ['total_row', ['共计：2条']],
    ['total_row', ['总计（万元）', null, 0.06]],
    ['subtotal_row', ['小计', 2]],
    ['subtotal_row', [null, '小 计：', 2]],
    ['subtotal_row', [null, '本页小计', 2]],
    ['subtotal_row', ['市监局小计', 2]],
    ['subtotal_row', ['小计（2条）']],
    ['footer', ['填表人：张三', null, null, '审核人：李四', null, null, '联系电话：0377-69662133']],
    ['footer', ['填表人：', '张三', null, '审核人：', '李四']],
    ['footer', ['填表人', '张三', '审核人', '李四', '联系电话', '13800000000']],
    ['footer', [null, null, '制表人：张三      联系电话：69662133']],
    ['footer', ['单位负责人签字：', null, null, '填报人：']],
    ['footer', ['（盖章）']],
    ['footer', [null, null, null, null, '西峡县市场监督管理局（公章）']],
    ['footer', ['填报单位（盖章）：西峡县市场监督管理局']],
    ['footer', ['填报日期：2022年4月29日']],
    ['footer', [null, null, null, null, null, null, '2022年4月29日']],
    ['footer', ['经办人：张三，电话：0377-69662133']],
    ['note', ['注：本表一式两份。']],
    ['note', ['注1：处罚类别可多选。']],
    ['note', ['备注：无']],
    ['note', ['说明： 1.本表每周五前报送。']],
    ['note', [null, '说明', '本表每周五前报送。']],
    ['note', ['填报说明：按决定书填写']],
    ['note', ['附注：按决定书填写']],
    ['note', ['※请勿改动表头']],
    ['note', ['本表每周五前报送县信用办。']],
    ['note', ['*为必填项']],
    ['sample_row', ['例', ...record(7).slice(1)]],
    ['sample_row', ['示例', ...record(7).slice(1)]],
    ['sample_row', ['样例', ...record(7).slice(1)]],
    ['sample_row', ['示例1', ...record(7).slice(1)]],
    ['sample_row', ['（示例）', ...record(7).slice(1)]],
    ['sample_row', ['填写示例', ...record(7).slice(1)]],
    ['sample_row', [1, '例：西峡县某某公司', ...record(7).slice(2)]],
    ['sample_row', [1, '示例：西峡县某某公司', ...record(7).slice(2)]],
    ['sample_row', [1, '样例（请勿删除）', ...record(7).slice(2)]],
    ['sample_row', ['例如', ...record(7).slice(1)]],
    ['sample_row', [...record(7).slice(0, 28), '示例']],
    ['repeated_header', HEADER],
    ['repeated_header', HEADER.map((name) => `${name}*`)],
    ['note', HEADER.map((_, i) => i + 1)],
    ['note', HEADER.map((_, i) => `(${i + 1})`)],
    ['note', HEADER.map((_, i) => `Field No. ${'abc'[i % 3]}`)],
    ['note', ['', ...HEADER.slice(1).map((_, i) => (i % 2 ? '必填' : '选填'))]],
    ['note', [null, ...FIELDS]],
    ['note', [null, '本周无行政处罚信息']],
    ['note', [null, '无产生信息']],
    ['note', [null, '我局本周无双公示数据']],
    ['note', [null, '无', '无', '无']],
    ['blank', [3]],
    ['blank', ['3', null, '  ', '\u200b', '　']],
    ['blank', [{ type: 'formula', value: null, text: '' }]],
  ])('is skipped as %s: %j', (reason, line) => {
    const skipped = [`5 ${reason}`];
    expect(read([record(1), record(2), line])).toEqual({ rows: 3, records: [3, 4], skipped });
  });

  it.each<[string, CellDraft[]]>([
    ['total_row', ['合计', null, null, 2]],
    ['subtotal_row', ['小计', 2]],
    ['repeated_header', HEADER],
    ['blank', []],
    ['sample_row', ['示例', ...record(7).slice(1)]],
  ])('is skipped as %s between records, too', (reason, line) => {
    expect(read([record(1), line, record(2)])).toEqual({ rows: 3, records: [3, 5], skipped: [`4 ${reason}`] });
  });

  it('is a note where a line goes on below one, or runs across the table', () => {
    const lines: CellDraft[][] = [record(1), ['注：1.本表每周五前报送'], ['2.处罚类别可多选'], ['3.金额为万元']];
    expect(read(lines).skipped).toEqual(['4 note', '5 note', '6 note']);
    expect(read([record(1), ['以下空白']], wide(4)).skipped).toEqual(['4 note']);
    expect(read([record(1), [null, '以下空白']]).skipped).toEqual(['4 note']);
  });

  it('is a sample in a sheet of samples', () => {
    expect(read([record(1)], { name: '填写示例' }).skipped).toEqual(['3 sample_row']);
    const tables = analyse([sheetOf([['填写示例：'], HEADER, record(1), [], [TITLE], HEADER, record(2)])]);
    expect(tables.map((one) => (one.kind === 'table' ? [one.part, one.records.length] : one.kind))).toEqual([
      ['', 0],
      ['A6:AC7', 1],
    ]);
  });

  it('is a record though many columns that no template knows say in every row what stands above them', () => {
    const extras = Array.from({ length: 220 }, (_, i) => `x${i}`);
    const [table] = analyse([
      sheetOf([
        [...HEADER, ...extras],
        [...record(1), ...extras],
        [...HEADER, ...extras],
      ]),
    ]);
    if (table?.kind !== 'table') throw new Error('no table');
    expect([table.records.map((one) => one.row), table.skipped]).toEqual([
      [2],
      [{ row: 3, reason: 'repeated_header' }],
    ]);
    const told = table.remarks.filter((remark) => remark.code === 'extra_columns');
    expect([told.length, (told[0]?.message.length ?? 0) < 200]).toEqual([1, true]);
  });

  it('is the title of a page that begins again, merged or not, and the number of the page', () => {
    const between = [record(1), ['第 2 页'], [TITLE], HEADER, record(2), ['续表']];
    expect(read(between).skipped).toEqual(['4 note', '5 note', '6 repeated_header', '8 note']);
  });

  it('is every one of a page that begins again', () => {
    expect(read([record(1), ['小计', 1], [], [TITLE], HEADER, record(2), ['合计', 2]], wide(6))).toEqual({
      rows: 7,
      records: [3, 8],
      skipped: ['4 subtotal_row', '5 blank', '6 note', '7 repeated_header', '9 total_row'],
    });
  });
});

describe('rows counted', () => {
  it('run to the last that holds anything, blank ones included', () => {
    expect(read([record(1), [], [], record(2), [], ['填表人：张三'], [], [' ', '\u200b']])).toEqual({
      rows: 6,
      records: [3, 6],
      skipped: ['4 blank', '5 blank', '7 blank', '8 footer'],
    });
  });

  it('are none where nothing is below the header', () => {
    expect(read([])).toEqual({ rows: 0, records: [], skipped: [] });
  });

  it('hold records with a single field or without a number', () => {
    expect(read([record(1), [2, '西峡县顺达商贸有限公司']]).records).toEqual([3, 4]);
    expect(read([[null, ...record(1).slice(1)]]).records).toEqual([3]);
  });

  it('hold records whose texts look like furniture', () => {
    const odd = (field: string, text: string): CellDraft[] => {
      const line = record(1);
      line[FIELDS.indexOf(field) + 1] = text;
      return line;
    };
    const texts: [string, string][] = [
      ['CF_XDR_MC', '合计商贸有限公司'],
      ['CF_SY', '说明：未按规定备案'],
      ['CF_SY', '例：某某行为'],
      ['CF_NR', '罚款300元，联系电话：0377-69662133'],
      ['BZ', '备注：已缴纳'],
      ['BZ', '（盖章）'],
      ['CF_XDR_MC', '例外商贸有限公司'],
      ['CF_FRDB', '单位负责人：张三'],
    ];
    for (const [field, text] of texts) expect([text, read([odd(field, text)]).records]).toEqual([text, [3]]);
  });
});

describe('merged cells', () => {
  const X = 'Y'; // CF_CFJG behind 序号
  it('down a column speak for every row, each told', () => {
    const [a, b, c] = [record(1), record(2), record(3)];
    b[24] = null;
    c[24] = null;
    const table = tableOf(sheetOf([[TITLE], HEADER, a, b, c], { merges: [`${X}3:${X}5`] }));
    expect(table.records.map((r) => r.values.CF_CFJG)).toEqual(Array(3).fill('西峡县市场监督管理局'));
    expect(findingsOf(table)).toEqual([3, 4, 5].map((row) => `${row} ${X}${row} merged_value verify`));
  });

  it('down a column hold one day for every row', () => {
    const [a, b] = [record(1), record(2)];
    const at = FIELDS.indexOf('CF_JDRQ') + 1;
    a[at] = { text: '2022/4/26', type: 'date', value: '2022-04-26' };
    b[at] = null;
    const table = tableOf(sheetOf([[TITLE], HEADER, a, b], { merges: ['V3:V4'] }));
    expect(table.records.map((r) => r.values.CF_JDRQ)).toEqual(['2022-04-26', '2022-04-26']);
    expect(findingsOf(table)).toEqual(['3 V3 merged_value verify', '4 V4 merged_value verify']);
  });

  it('do not multiply a number', () => {
    const [a, b] = [record(1), record(2)];
    b[FIELDS.indexOf('CF_NR_FK') + 1] = null;
    const table = tableOf(sheetOf([[TITLE], HEADER, a, b], { merges: ['S3:S4'] }));
    expect(table.records.map((r) => r.values.CF_NR_FK)).toEqual([0.03, null]);
    expect(findingsOf(table)).toContain('4 S4 merged_value verify');
  });

  it('across two fields fill only the first', () => {
    const line = record(1);
    line[FIELDS.indexOf('CF_SJLY') + 1] = null; // CF_CFJGDM is merged over it
    const table = tableOf(sheetOf([[TITLE], HEADER, line], { merges: ['Z3:AA3'] }));
    expect(table.records[0]?.values.CF_SJLY).toBeNull();
    expect(findingsOf(table)).toEqual([
      '3 Z3 merged_value verify',
      '3 AA3 merged_value verify',
      '3 AA3 required error',
    ]);
  });
});

describe('rows with a mark', () => {
  it('that are hidden are read, with one notice each', () => {
    const table = tableOf(sheetOf([[TITLE], HEADER, record(1), record(2)], { hiddenRows: [4] }));
    expect([table.records.length, findingsOf(table)]).toEqual([2, ['4 null hidden_row notice']]);
    expect(table.records[1]?.compliant).toBe(true);
  });

  it('that are struck out are read and to be verified', () => {
    const line = record(1);
    line[1] = { text: '西峡县顺达商贸有限公司', struckOut: true };
    const table = tableOf(sheetOf([[TITLE], HEADER, line]));
    expect([findingsOf(table), table.records[0]?.compliant]).toEqual([['3 B3 struck_out verify'], true]);
  });
});

describe('duplicates', () => {
  const changed = (n: number, field: string, value: CellDraft): CellDraft[] => {
    const line = record(n);
    line[FIELDS.indexOf(field) + 1] = value;
    return line;
  };

  it('of a whole row are skipped, whatever the number, the blanks and the widths', () => {
    const twin: CellDraft[] = record(1).map((cell) =>
      typeof cell === 'string' ? ` ${cell.replace('（', '(')}` : cell,
    );
    twin[0] = 99;
    const table = tableOf(sheetOf([[TITLE], HEADER, record(1), record(2), twin]));
    expect(table.skipped).toEqual([{ row: 5, reason: 'duplicate_row' }]);
    expect(allFindings(table)).toHaveLength(1);
    expect(allFindings(table)[0]).toMatchObject({ row: 5, rule: 'duplicate_row', severity: 'notice' });
  });

  it('of a date and its real cell are the same row', () => {
    const twin = changed(1, 'CF_JDRQ', { text: '2022/4/26', type: 'date', value: '2022-04-26' });
    expect(tableOf(sheetOf([[TITLE], HEADER, record(1), twin])).skipped).toEqual([{ row: 4, reason: 'duplicate_row' }]);
  });

  it.each([
    ['CF_SY', '另一事实'],
    ['CF_NR', '罚款 300 元整'],
  ])('of the key with another %s are both records, the later marked', (field, text) => {
    const table = tableOf(sheetOf([[TITLE], HEADER, record(1), changed(1, field, text)]));
    expect([table.records.length, findingsOf(table)]).toEqual([2, ['4 M4 duplicate_record verify']]);
    expect(new Set(table.records.map((r) => r.key)).size).toBe(2);
  });

  it('of a document number written with other brackets are the same key', () => {
    const twin = changed(1, 'CF_WSH', '西市监罚【2022】 1号');
    const rules = findingsOf(tableOf(sheetOf([[TITLE], HEADER, record(1), twin])));
    expect(rules).toEqual(['4 M4 doc_no_style notice', '4 M4 duplicate_record verify']);
  });

  it('are not seen where both lack the document number', () => {
    const [a, b] = [changed(1, 'CF_WSH', null), changed(2, 'CF_WSH', null)];
    expect(findingsOf(tableOf(sheetOf([[TITLE], HEADER, a, b])))).toEqual([
      '3 M3 required error',
      '4 M4 required error',
    ]);
  });
});
