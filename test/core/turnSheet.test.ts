import { describe, expect, it } from 'vitest';
import type { AnalysedTable } from '../../electron/core/analysed.ts';
import {
  allFindings,
  analyse,
  type CellDraft,
  good,
  headerOf,
  type SheetDraft,
  sheetOf,
  templateOf,
} from './sheetOf.ts';

const ID = 'penalty-legal';
const FIELDS = templateOf(ID).columns.map((c) => c.id);
const TITLE = ['西峡县市场监督管理局行政处罚信息（2022年第17周）'];
const CHOSEN = { overrides: [{ file: '', transpose: true }] };

/** Fields down column A from row 2 on, a column for each record. */
function lying(...records: readonly Readonly<Record<string, CellDraft>>[]): CellDraft[][] {
  const names = headerOf(ID);
  return [TITLE, ...FIELDS.map((field, i) => [names[i] ?? '', ...records.map((record) => record[field] ?? null)])];
}
const two = [good(ID, 1), good(ID, 2)];
const rowOf = (field: string): number => FIELDS.indexOf(field) + 2;

function read(lines: readonly (readonly CellDraft[])[], context = {}, draft: SheetDraft = {}): AnalysedTable {
  const [table] = analyse([sheetOf(lines, draft)], context);
  if (table?.kind !== 'table') throw new Error(table?.kind);
  expect(table.rows).toBe(table.records.length + table.skipped.length);
  return table;
}

describe('a table on its side', () => {
  it('is asked about, with its records as they would be read', () => {
    const table = read(lying(...two));
    expect([table.template, table.records.length]).toEqual([ID, 2]);
    expect(table.question).toMatchObject({ code: 'column_ambiguous', candidates: [{ choice: { transpose: true } }] });
    expect(table.question?.message).toContain('横放');
    expect(table.question?.message).toContain('A2:A29');
  });

  it('is read once the clerk agrees, with the unit and period above it', () => {
    const table = read(lying(...two), CHOSEN);
    expect([table.question, table.unit?.id, table.period]).toEqual([null, 'xx-scjgj', '2022-W17']);
    expect(table.unit?.evidence).toContain('A1');
    expect(table.records.map((r) => [r.row, r.values.CF_WSH, r.compliant])).toEqual([
      [2, '西市监罚〔2022〕1号', true],
      [3, '西市监罚〔2022〕2号', true],
    ]);
  });

  it('names the cells of the sheet as it lies', () => {
    const bad = { ...good(ID, 2), CF_XDR_SHXYM: '91350100M000100Y44', CF_SY: null };
    const table = read(lying(good(ID, 1), bad), CHOSEN);
    expect(allFindings(table).map((f) => `${f.row} ${f.cell} ${f.rule}`)).toEqual([
      '4 C4 uscc_check_digit',
      `${rowOf('CF_SY')} C${rowOf('CF_SY')} required`,
    ]);
  });

  it('tells a twin by its column', () => {
    const table = read(lying(good(ID, 1), good(ID, 2), good(ID, 1)), CHOSEN);
    expect(table.skipped).toEqual([{ row: 4, reason: 'duplicate_row' }]);
    expect(allFindings(table).map((f) => [f.cell, f.rule])).toEqual([['D2', 'duplicate_row']]);
    expect(allFindings(table)[0]?.message).toContain('与第 B 列完全相同');
  });

  it('takes the corrections of its cells', () => {
    const cells = [{ cell: `C${rowOf('CF_FRDB')}`, value: '李四', reason: '电话核实' }];
    const table = read(lying(...two), { overrides: [{ file: '', transpose: true, cells }] });
    expect(table.records.map((r) => r.values.CF_FRDB)).toEqual(['张三', '李四']);
    expect(table.corrections).toEqual([{ ...cells[0], raw: '张三' }]);
  });

  it('may stand anywhere, below labels and above a signature', () => {
    const lines = lying(...two).slice(1);
    const sheet = [TITLE, ['填报单位：市监局'], [], ...lines, ['经办科室', '甲', '乙'], [], ['填表人：张三']];
    const table = read(sheet, CHOSEN, { firstColumn: 3, firstRow: 2 });
    expect(table.records.map((r) => [r.row, r.values.CF_WSH, r.extras])).toEqual([
      [4, '西市监罚〔2022〕1号', { 经办科室: '甲' }],
      [5, '西市监罚〔2022〕2号', { 经办科室: '乙' }],
    ]);
    expect(table.question).toBeNull();
  });
});

describe('field names down a column', () => {
  const kind = (lines: readonly (readonly CellDraft[])[], draft: SheetDraft = {}, context = {}) =>
    analyse([sheetOf(lines, draft)], context)[0]?.kind;
  const explained = (words: string): CellDraft[][] => headerOf(ID).map((name) => [name, words]);
  it.each<[string, CellDraft[][], SheetDraft]>([
    ['explained in the line above', [['字段名称', '填写说明'], ...explained('见决定书')], {}],
    ['explained cell by cell', explained('必填，不超过200个字符'), {}],
    ['of a sheet that explains', explained('见决定书'), { name: '填表说明' }],
    ['with nothing beside them', explained('').map(([name]) => [name ?? null, null]), {}],
  ])('are no table: %s', (_, lines, draft) => {
    expect(kind([TITLE, ...lines], draft)).not.toBe('table');
  });

  it('are none when the clerk says so', () => {
    expect(kind(lying(...two), {}, { overrides: [{ file: '', transpose: false }] })).not.toBe('table');
  });

  it('do not turn a table that stands upright', () => {
    const upright = [TITLE, headerOf(ID), FIELDS.map((field) => good(ID, 1)[field] ?? null)];
    expect(read(upright, CHOSEN).records.map((r) => r.row)).toEqual([3]);
  });
});
