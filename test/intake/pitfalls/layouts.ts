import { expect } from 'vitest';
import { analyse, type CellDraft, good, headerOf, sheetOf } from '../../core/sheetOf.ts';
import {
  FIELDS,
  HEADER,
  letters,
  penalties,
  read,
  record,
  remark,
  remarksOf,
  rowsOf,
  skipsOf,
  TITLE,
  table,
  tablesOf,
} from './layoutSheets.ts';
import { MEMORY_LAYOUTS } from './layoutsMemory.ts';
import { ROW_LAYOUTS } from './layoutsRows.ts';
import { COPIED_LAYOUTS } from './layoutsSheets.ts';
import type { Pitfall } from './pitfall.ts';

/** The header with some names written in another way. */
const renamed = (names: Readonly<Record<string, string>>): string[] =>
  HEADER.map((name, i) => names[FIELDS[i] ?? ''] ?? name);
/** Fields in the order of the columns, as recognised. */
const fieldsOf = (header: readonly CellDraft[]): (string | null)[] =>
  read([[TITLE], header, record(1)]).columns.map((column) => column.field);
const without = (field: string): string[] => FIELDS.filter((one) => one !== field);
const rowOf = (fields: readonly string[], n = 1): CellDraft[] =>
  fields.map((one) => good('penalty-legal', n)[one] ?? null);

const HEADERS: readonly Pitfall[] = [
  {
    number: 46,
    input: 'title rows above the header: 附件1, table name, 单位：, 填报日期：',
    expected: 'header found; unit and date taken from them, with the cell as evidence',
    check: () => {
      const above = [['附件1'], ['行政处罚信息表'], ['填报单位：市监局', null, '填报日期：2022年4月22日']];
      const one = read([...above, HEADER, record(1, { CF_CFJG: '市场监督管理局' })]);
      expect([one.headerRow, one.unit?.id, one.unit?.evidence.startsWith('A3 ')]).toEqual([4, 'xx-scjgj', true]);
      // 填报日期 is evidence, not a source of the period (cli.md).
      expect(one.period).toBe('2022-W17');
      expect(read([['2022年第16周'], ...above, HEADER, record(1)]).periodEvidence).toContain('A1');
    },
  },
  {
    number: 47,
    input: 'header in row 2, 3, 4 or 6',
    expected: 'found',
    check: () => {
      for (const row of [2, 3, 4, 6]) {
        const above = Array.from({ length: row - 1 }, (_, i): CellDraft[] => [i === 0 ? TITLE : `说明第${i}行`]);
        expect(read([...above, HEADER, record(1)]).headerRow).toBe(row);
      }
    },
  },
  {
    number: 48,
    input: 'headers of two and three rows, merged',
    expected: 'one column each, data from the row below the last',
    check: () => {
      const group = HEADER.map((_, i) => (i === 2 ? '行政相对人代码' : null));
      const upper = HEADER.map((name, i) => (i >= 2 && i < 8 ? null : name));
      const lower = HEADER.map((name, i) => (i >= 2 && i < 8 ? name.replace('行政相对人', '') : null));
      const down = FIELDS.flatMap((field, i) => (i >= 2 && i < 8 ? [] : [letters(field)]));
      const two = [[TITLE], upper.map((name, i) => name ?? group[i] ?? null), lower, record(1)];
      const merges = ['C2:H2', ...down.map((l) => `${l}2:${l}3`)];
      expect([read(two, { merges }).columns.map((c) => c.field), read(two, { merges }).headerRow]).toEqual([FIELDS, 3]);
      const basics = HEADER.map((_, i) => (i === 0 ? '基本信息' : null));
      const three = [[TITLE], basics, ...two.slice(1)];
      const lowerMerges = ['A2:AB2', 'C3:H3', ...down.map((l) => `${l}3:${l}4`)];
      const one = read(three, { merges: lowerMerges });
      expect([one.columns.map((c) => c.field), one.headerRow, rowsOf(one)]).toEqual([FIELDS, 4, [5]]);
    },
  },
  {
    number: 49,
    input: 'slashed header cell, 项目╱月份',
    expected: 'each side is tried; the one that is a field names the column, two fields name none',
    check: () => {
      expect(fieldsOf(renamed({ CF_XDR_MC: '项目╱行政相对人名称' }))).toEqual(FIELDS);
      expect(fieldsOf(renamed({ CF_XDR_MC: '行政相对人名称／类型' }))).toEqual(FIELDS);
      expect(fieldsOf(renamed({ BZ: '处罚机关/数据来源单位' })).at(-1)).toBeNull();
    },
  },
  {
    number: 50,
    input: 'header repeated on every printed page',
    expected: 'dropped and counted',
    check: () => {
      const pages = [record(1), record(2), HEADER, record(3), [], ['第3页'], HEADER, record(4)];
      const one = read(penalties(...pages));
      expect([rowsOf(one), skipsOf(one)]).toEqual([
        [3, 4, 6, 10],
        ['5 repeated_header', '7 blank', '8 note', '9 repeated_header'],
      ]);
    },
  },
  {
    number: 51,
    input: 'header with line breaks, full-width blanks, *必填, （万元）, a colon, English names below or codes instead',
    expected: 'matched',
    check: () => {
      const written: ((name: string) => string)[] = [
        (name) => `${name.slice(0, 2)}\n${name.slice(2)}`,
        (name) => [...name].join('　'),
        (name) => `*${name}（必填）`,
        (name) => `${name}：`,
        (name) => `${name}*必填`,
      ];
      for (const write of written) expect(fieldsOf(HEADER.map(write))).toEqual(FIELDS);
      expect(fieldsOf(renamed({ CF_NR_FK: '罚款数额', CF_NR_WFFF: '没收金额（万元）' }))).toEqual(FIELDS);
      // 元 is another amount: it is not taken for 万元.
      expect(fieldsOf(renamed({ CF_NR_FK: '罚款金额（元）' }))[FIELDS.indexOf('CF_NR_FK')]).toBeNull();
      const english = HEADER.map(
        (_, i) => ['Name', 'Category', 'Credit Code', 'Reg. No.'][i] ?? `Field (${'abc'[i % 3]})`,
      );
      expect(skipsOf(read([[TITLE], HEADER, english, record(1)]))).toEqual(['3 note']);
      expect(fieldsOf(FIELDS)).toEqual(FIELDS);
      for (const lines of [
        [HEADER, FIELDS],
        [FIELDS, HEADER],
      ])
        expect(rowsOf(read([[TITLE], ...lines, record(1)]))).toEqual([4]);
    },
  },
  {
    number: 52,
    input: 'two columns with the same header (备注, 备注)',
    expected: 'asks',
    check: () => {
      const one = read([[TITLE], [...HEADER, '备注'], [...record(1), 'x']]);
      expect(one.question?.code).toBe('column_ambiguous');
      expect(one.question?.candidates.map((c) => c.value)).toEqual(['AB', 'AC']);
    },
  },
  {
    number: 53,
    input: 'blank header between filled columns',
    expected: 'data shown, not lost',
    check: () => {
      const lines = [[TITLE], HEADER.toSpliced(5, 0, ''), record(1).toSpliced(5, 0, '无头')];
      const one = read(lines);
      expect([one.question, one.records[0]?.extras]).toEqual([null, { F列: '无头' }]);
      expect(remark(one, 'extra_columns')).toContain('F 列（无表头）');
    },
  },
  {
    number: 54,
    input: 'missing required column',
    expected: 'a question that lists it, near matches first',
    check: () => {
      const fields = without('CF_SY');
      const header = [...headerOf('penalty-legal', fields), '经办人', '违法的事实'];
      const one = read([[TITLE], header, [...rowOf(fields), '李四', '发布虚假广告']]);
      expect([one.question?.code, one.question?.message.includes('违法事实')]).toEqual(['column_missing', true]);
      expect(one.question?.candidates[0]?.choice.columns).toEqual({ AC: 'CF_SY' });
    },
  },
  {
    number: 55,
    input: 'extra unknown columns',
    expected: 'kept as extras, told',
    check: () => {
      const one = read([[TITLE], [...HEADER, '承办科室'], [...record(1), '法制科']]);
      expect([one.question, one.records[0]?.extras, remarksOf(one)]).toEqual([
        null,
        { 承办科室: '法制科' },
        ['extra_columns'],
      ]);
    },
  },
  {
    number: 56,
    input: 'column order changed against last time',
    expected: 'mapped by name',
    check: () => {
      const turned = FIELDS.toReversed();
      const one = read([[TITLE], headerOf('penalty-legal', turned), rowOf(turned)]);
      expect([one.question, one.records[0]?.values]).toEqual([null, read(penalties(record(1))).records[0]?.values]);
    },
  },
  {
    number: 59,
    input: 'old template version (2016 fields)',
    expected: 'recognised as that version; what still fits is read, the brackets decide and not the number of a code',
    check: () => {
      const old = { CF_XDR_GSZC: '行政相对人代码_3（工商登记码）', CF_XDR_ZZJG: '行政相对人代码_2（组织机构代码）' };
      const header = [...renamed(old), '地方编码', '数据更新时间戳', '信息使用范围'];
      const row = record(1, { CF_XDR_GSZC: '411323000012345' });
      const one = read([[TITLE], header, [...row, '411323', '2022/4/26', '公示']]);
      expect([remarksOf(one), one.records[0]?.values.CF_XDR_GSZC]).toEqual([
        ['old_version', 'extra_columns'],
        '411323000012345',
      ]);
      expect(remark(one, 'old_version')).toContain('2016 版');
    },
  },
  {
    number: 60,
    input: 'transposed table, fields down a column',
    expected: 'detected and asked; read turned once the clerk agrees, with the cells of the sheet as it lies',
    check: () => {
      const bad = record(2, { CF_SY: null });
      const lines = [[TITLE], ...HEADER.map((name, i): CellDraft[] => [name, record(1)[i] ?? null, bad[i] ?? null])];
      const asked = read(lines);
      expect(asked.question?.code).toBe('column_ambiguous');
      expect(asked.question?.candidates[0]?.choice).toEqual({ transpose: true });
      const one = read(lines, {}, { overrides: [{ file: '', transpose: true }] });
      expect([one.question, rowsOf(one)]).toEqual([null, [2, 3]]);
      expect(one.records[1]?.findings.map((f) => f.cell)).toEqual([`C${FIELDS.indexOf('CF_SY') + 2}`]);
      const explained = HEADER.map((name): CellDraft[] => [name, '必填，按决定书填写']);
      expect(analyse([sheetOf([['填表说明'], ...explained])])[0]?.kind).not.toBe('table');
    },
  },
  {
    number: 61,
    input: 'two tables side by side or one below another in a sheet',
    expected: 'two tables, each with its range; answers may name one of them',
    check: () => {
      const [penalty, news] = [table('penalty-legal', 1, 2), table('publicity', 3)];
      const below = tablesOf([sheetOf([[TITLE], ...penalty, [], ['二、诚信宣传'], ...news])]);
      expect(below.map((t) => [t.part, t.template, rowsOf(t)])).toEqual([
        ['', 'penalty-legal', [3, 4]],
        ['A7:J8', 'publicity', [8]],
      ]);
      const lines = penalty.map((line, i) => [...line, null, ...(news[i] ?? [])]);
      const beside = tablesOf([sheetOf([[TITLE], ...lines])]);
      expect(beside.map((t) => [t.part, t.template, rowsOf(t)])).toEqual([
        ['', 'penalty-legal', [3, 4]],
        ['AD2:AM3', 'publicity', [3]],
      ]);
      expect(beside.every((t) => t.unit?.id === 'xx-scjgj' && t.question === null)).toBe(true);
      const overrides = [{ file: '', sheet: 'Sheet1', part: 'AD2:AM3', skip: true }];
      expect(analyse([sheetOf([[TITLE], ...lines])], { overrides }).map((one) => one.kind)).toEqual([
        'table',
        'skipped',
      ]);
    },
  },
  {
    number: 62,
    input: 'sample row (例：XX公司) left in, or a sheet of samples',
    expected: 'no data',
    check: () => {
      const sample = record(9, { CF_XDR_MC: '例：XX公司' });
      expect(skipsOf(read(penalties(sample, record(1))))).toEqual(['3 sample_row']);
      expect(rowsOf(read(penalties(record(1)), { name: '填写示例' }))).toEqual([]);
    },
  },
  {
    number: 63,
    input: 'explanation rows below the table: 注：…, 填表人： 审核人： 联系电话：, 盖章',
    expected: 'no data; the unit that sealed is evidence',
    check: () => {
      const below: CellDraft[][] = [
        ['注：本表一式两份。'],
        ['填表人：张三', null, '审核人：李四', null, '联系电话：0377-69662133'],
        ['西峡县丹水镇人民政府（盖章）'],
      ];
      const news: CellDraft[] = [null, '诚信进万家', '2022/04/12'];
      const one = read([['诚信宣传（2022年4月）'], headerOf('publicity'), news, ...below]);
      expect([rowsOf(one), skipsOf(one), one.unit?.id]).toEqual([[3], ['4 note', '5 footer', '6 footer'], 'xx-dsz']);
    },
  },
];

export const LAYOUTS: readonly Pitfall[] = [...COPIED_LAYOUTS, ...HEADERS, ...MEMORY_LAYOUTS, ...ROW_LAYOUTS];
