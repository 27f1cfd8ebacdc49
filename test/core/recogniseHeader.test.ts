import { describe, expect, it } from 'vitest';
import {
  analyse,
  analyse as analyseSheets,
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
const HEADER = headerOf(ID);
const line = (n: number, fields: readonly string[] = FIELDS, id = ID): CellDraft[] =>
  fields.map((field) => good(id, n)[field] ?? null);

/** Header row, records and the fields found, in column order. */
function shape(lines: readonly (readonly CellDraft[])[], draft = {}) {
  const table = tableOf(sheetOf(lines, draft));
  return {
    headerRow: table.headerRow,
    records: table.records.length,
    fields: table.columns.map((c) => c.field),
    question: table.question?.code ?? null,
  };
}
const whole = { records: 2, fields: FIELDS, question: null };

describe('the header line', () => {
  it.each([
    [1, []],
    [2, [[TITLE]]],
    [3, [['附件1'], [TITLE]]],
    [4, [['附件1'], [TITLE], ['填报单位：市监局', null, '填报日期：2022年4月29日', null, '单位：条']]],
    [6, [['附件1'], [], [TITLE], [], ['填报单位：市监局']]],
  ])('is found in row %i', (headerRow, above) => {
    expect(
      shape([...above, ...(above.length === 0 ? [] : []), HEADER, line(1), line(2)], { name: '市监局第17周' }),
    ).toEqual({
      headerRow,
      ...whole,
    });
  });

  it('is found in row 30 and column C', () => {
    expect(shape([[TITLE], HEADER, line(1), line(2)], { firstRow: 29, firstColumn: 3 })).toEqual({
      headerRow: 30,
      ...whole,
    });
  });

  it.each<[string, (name: string) => string]>([
    ['line breaks', (n) => `${n.slice(0, 3)}\n${n.slice(3)}`],
    ['full-width blanks', (n) => [...n].join('　')],
    ['stars', (n) => `*${n}`],
    ['stars behind', (n) => `${n}*`],
    ['（必填）', (n) => `${n}（必填）`],
    ['【选填】', (n) => `${n}【选填】`],
    ['colons', (n) => `${n}：`],
    ['full-width brackets and underscores', (n) => n.replace('(', '（').replace(')', '）').replace('_', '＿')],
    ['必填 without brackets', (n) => `${n}*必填`],
    ['a slash', (n) => `${n}╱填报项`],
    ['numbers', (n) => `3.${n}`],
    ['numbers in brackets', (n) => `（3）${n}`],
    ['a format in brackets', (n) => `${n}（格式：yyyy/mm/dd）`],
    ['advice in brackets', (n) => `${n}（请填写全称）`],
  ])('matches with %s', (_, write) => {
    expect(shape([[TITLE], HEADER.map(write), line(1), line(2)])).toEqual({ headerRow: 2, ...whole });
  });

  it('maps by name when the order of columns changes', () => {
    const turned = [...FIELDS].reverse();
    const result = shape([[TITLE], headerOf(ID, turned), line(1, turned), line(2, turned)]);
    expect(result).toEqual({ headerRow: 2, records: 2, fields: turned, question: null });
  });

  it('knows the aliases of real files', () => {
    const aliases: Record<string, string> = {
      CF_XDR_MC: '当事人',
      CF_XDR_SHXYM: '统一社会信用代码',
      CF_WSH: '处罚决定书编号',
      CF_SY: '主要违法事实',
      CF_NR: '处罚结果',
      CF_NR_FK: '处罚金额（万元）',
      CF_NR_WFFF: '没收违法所得、没收非法财务的金额（万元）',
      CF_GSJZQ: '公示截止日期',
      CF_FR_ZJHM: '法定代表人身份证号',
    };
    const header = FIELDS.map((f, i) => aliases[f] ?? HEADER[i] ?? '');
    expect(shape([[TITLE], header, line(1), line(2)])).toEqual({ headerRow: 2, ...whole });
  });

  it('may be the codes of the fields, alone or beside the names', () => {
    expect(shape([[TITLE], FIELDS, line(1), line(2)])).toEqual({ headerRow: 2, ...whole });
    expect(shape([[TITLE], FIELDS, HEADER, line(1), line(2)])).toEqual({ headerRow: 3, ...whole });
    expect(shape([[TITLE], HEADER, FIELDS, line(1), line(2)])).toEqual({ headerRow: 2, ...whole });
  });

  it('takes an amount with and without 万元 for one, and never 元', () => {
    const amount = FIELDS.indexOf('CF_NR_FK');
    const fields = (name: string) => shape([[TITLE], HEADER.with(amount, name), line(1)]).fields[amount];
    expect(['罚款数额', '处罚金额', '罚款数额（万元）', '罚款数额（元）'].map(fields)).toEqual([
      'CF_NR_FK',
      'CF_NR_FK',
      'CF_NR_FK',
      null,
    ]);
  });

  it('with two fields in one cell names neither', () => {
    expect(shape([[TITLE], HEADER.with(-1, '处罚机关/数据来源单位'), line(1)]).fields.at(-1)).toBeNull();
  });

  it('may be two lines, merged down and across', () => {
    const upper = HEADER.map((name, i) => (i === 2 ? '行政相对人代码' : i > 2 && i < 8 ? null : name));
    const lower = HEADER.map((name, i) => (i >= 2 && i < 8 ? name.replace('行政相对人', '') : null));
    const letters = FIELDS.map((_, i) => (i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(39 + i)}`));
    const merges = ['C2:H2', ...letters.filter((_, i) => i < 2 || i >= 8).map((l) => `${l}2:${l}3`)];
    expect(shape([[TITLE], upper, lower, line(1), line(2)], { merges: ['A1:AB1', ...merges] })).toEqual({
      headerRow: 3,
      ...whole,
    });
  });

  it.each([true, false])('may name a group above its columns, merged: %s', (isMerged) => {
    const upper: (string | null)[] = [...HEADER];
    const lower: (string | null)[] = HEADER.map(() => null);
    const letter = (i: number): string => (i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(39 + i)}`);
    const groups = ['CF_CFJG', 'CF_SJLY'].map((field) => FIELDS.indexOf(field));
    for (const at of groups) {
      upper[at] = at === FIELDS.indexOf('CF_CFJG') ? '处罚机关' : '数据来源单位';
      upper[at + 1] = null;
      lower[at] = '名称';
      lower[at + 1] = '统一社会信用代码';
    }
    const alone = FIELDS.keys().filter((i) => !groups.includes(i) && !groups.includes(i - 1));
    const across = groups.map((at) => `${letter(at)}2:${letter(at + 1)}2`);
    const merges = isMerged ? [...across, ...alone.map((i) => `${letter(i)}2:${letter(i)}3`)] : [];
    expect(shape([[TITLE], upper, lower, line(1), line(2)], { merges })).toEqual({ headerRow: 3, ...whole });
  });

  it('holds every line its merged cells reach into, also where the lower names are unknown', () => {
    const fields = ['CF_XDR_MC', ...FIELDS.filter((f) => f !== 'CF_XDR_MC')];
    const upper = [...headerOf(ID, fields), '其他情况', null];
    const lower = [...fields.map(() => null), '甲项', '乙项'];
    const merges = [...fields.keys()].map((i) => {
      const l = i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(39 + i)}`;
      return `${l}2:${l}3`;
    });
    const result = shape([[TITLE], upper, lower, [...line(1), 'x', 'y'], [...line(2), 'x', 'y']], { merges });
    expect(result).toEqual({ headerRow: 3, records: 2, fields: [...fields, null, null], question: null });
  });

  it('tells companies from persons by the columns, not by the title', () => {
    const person = headerOf('penalty-person');
    const fields = templateOf('penalty-person').columns.map((c) => c.id);
    const table = tableOf(sheetOf([['市监局法人行政处罚信息'], person, line(1, fields, 'penalty-person')]));
    expect(table.template).toBe('penalty-person');
  });

  it('asks where two templates fit equally', () => {
    const common = templateOf('penalty-person')
      .columns.map((c) => c.id)
      .filter((f) => FIELDS.includes(f));
    const sheet = sheetOf([['市监局报送'], headerOf(ID, common), line(1, common)]);
    const table = tableOf(sheet);
    expect(table.question?.code).toBe(table.template === ID ? 'column_missing' : 'duty_ambiguous');
  });
});

describe('columns that do not fit', () => {
  it('of a table with two 备注 are asked', () => {
    const table = tableOf(sheetOf([[TITLE], [...HEADER, '备注'], [...line(1), 'x']]));
    expect(table.question?.code).toBe('column_ambiguous');
    expect(table.question?.candidates.map((c) => c.choice.columns)).toEqual([
      { AB: 'BZ', AC: null },
      { AB: null, AC: 'BZ' },
    ]);
  });

  it('are settled by the choice', () => {
    const sheet = sheetOf([[TITLE], [...HEADER, '备注'], [...line(1), 'x']]);
    const table = tableOf(sheet, { overrides: [{ file: '', columns: { AB: null, AC: 'BZ' } }] });
    expect([table.question, table.records[0]?.values.BZ, table.records[0]?.compliant]).toEqual([null, 'x', true]);
  });

  const without = FIELDS.filter((f) => f !== 'CF_SY');
  it('that are required and missing are asked, near matches first', () => {
    const header = [...headerOf(ID, without), '经办人', '违法的事实'];
    const table = tableOf(sheetOf([[TITLE], header, [...line(1, without), '李四', '发布虚假广告']]));
    expect(table.question?.code).toBe('column_missing');
    expect(table.question?.message).toContain('违法事实');
    expect(table.question?.candidates.map((c) => c.choice)).toEqual([
      { columns: { AC: 'CF_SY' } },
      { columns: { AB: 'CF_SY' } },
      { acceptMissingColumns: true },
    ]);
  });

  it('once mapped by the clerk feed the field', () => {
    const header = [...headerOf(ID, without), '违法的事实'];
    const sheet = sheetOf([[TITLE], header, [...line(1, without), '发布虚假广告']]);
    const table = tableOf(sheet, { overrides: [{ file: '', columns: { AB: 'CF_SY' } }] });
    expect([table.question, table.records[0]?.values.CF_SY, findingsOf(table)]).toEqual([null, '发布虚假广告', []]);
  });

  it('once accepted as missing leave an error in each row, at no cell', () => {
    const sheet = sheetOf([[TITLE], headerOf(ID, without), line(1, without), line(2, without)]);
    const table = tableOf(sheet, { overrides: [{ file: '', acceptMissingColumns: true }] });
    expect([table.question, findingsOf(table)]).toEqual([null, ['3 null required error', '4 null required error']]);
    expect(table.records[0]?.findings[0]).toMatchObject({ column: '违法事实', field: 'CF_SY' });
  });

  it('that are optional may be missing', () => {
    const fields = FIELDS.filter((f) => !['BZ', 'CF_XDR_GSZC', 'CF_GSJZQ'].includes(f));
    expect(shape([[TITLE], headerOf(ID, fields), line(1, fields)]).question).toBeNull();
  });

  it('nobody knows are kept by their header, also two of one name and one without', () => {
    const header = ['序号', ...HEADER, '承办科室', '联系人', '联系人', null];
    const table = tableOf(sheetOf([[TITLE], header, [1, ...line(1), '法制科', '李四', '王五', '无头']]));
    expect(table.question).toBeNull();
    expect(table.records[0]?.extras).toEqual({
      承办科室: '法制科',
      联系人: '李四',
      '联系人（AF列）': '王五',
      AG列: '无头',
    });
    expect(table.columns.filter((c) => c.field === null).map((c) => c.column)).toEqual(['A', 'AD', 'AE', 'AF', 'AG']);
  });
});

describe('a sheet without a table', () => {
  const kind = (lines: readonly (readonly CellDraft[])[], draft = {}) => analyse([sheetOf(lines, draft)])[0]?.kind;
  it.each([
    ['empty', [], {}],
    ['empty', [['   ', '\u200b']], {}],
    ['picture_only', [], { pictures: 1 }],
    ['picture_only', [['扫描件']], { pictures: 1 }],
    ['hidden', [[TITLE], HEADER, line(1)], { hidden: true }],
    ['no_table', [['关于报送双公示信息的说明'], ['本周无新增。']], {}],
    ['no_table', [['填报单位：市监局', '填报日期：2022年4月29日']], {}],
    ['unknown_layout', [['采购清单'], ['品名', '数量', '单价'], ['纸', 3, 20], ['笔', 4, 2]], {}],
  ])('is left out as %s', (reason, lines, draft) => {
    expect(kind(lines, draft)).toBe(reason);
  });

  it('is left out when the clerk says so, and does not stop its neighbours', () => {
    const good2 = [[TITLE], HEADER, line(1)];
    const sheets = [sheetOf(good2, { name: '一' }), sheetOf(good2, { name: '二' }), sheetOf([], { name: '三' })];
    const analysed = analyseSheets(sheets, { overrides: [{ file: '', sheet: '一', skip: true }] });
    expect(analysed.map((sheet) => sheet.kind)).toEqual(['skipped', 'table', 'empty']);
  });
});

describe('a template chosen for an unknown layout', () => {
  const lines: CellDraft[][] = [
    ['市监局2022年4月'],
    ['栏一', '栏二', '栏三'],
    ['3·15宣传', '2022-04-15', '网'],
    ['质量月', '2022-04-16', '网'],
  ];
  it('asks for its columns', () => {
    const table = tableOf(sheetOf(lines), { overrides: [{ file: '', template: 'publicity' }] });
    expect([table.template, table.headerRow, table.question?.code]).toEqual(['publicity', 2, 'column_missing']);
    expect(table.question?.candidates[0]?.choice).toEqual({ columns: { A: 'title' } });
  });

  it('reads them once they are mapped', () => {
    const override = { file: '', template: 'publicity', columns: { A: 'title', B: 'publishedOn', C: 'medium' } };
    const table = tableOf(sheetOf(lines), { overrides: [override] });
    expect([table.question, table.records.length, findingsOf(table)]).toEqual([null, 2, []]);
    expect(table.records[0]?.values).toMatchObject({ title: '3·15宣传', publishedOn: '2022-04-15', medium: '网' });
  });
});
