import { describe, expect, it } from 'vitest';
import type { Override } from '../../electron/contract/imports.ts';
import type { AnalysedTable } from '../../electron/core/analysed.ts';
import { analyse, type RowDraft, tableOf, tableSheet } from './sheetOf.ts';

const MARKET = '西峡县市场监督管理局';
const POLICE = '西峡县公安局';
const SILENT = '行政处罚信息公示表';
const of = (...agencies: (string | null)[]): RowDraft[] => agencies.map((agency) => ({ CF_CFJG: agency }));
const sheet = (rows: readonly RowDraft[], title = SILENT) => tableSheet('penalty-legal', rows, { title });
const SPLIT: Override = { file: '', splitByUnit: true };

/** The tables of a split sheet. */
function split(rows: readonly RowDraft[], { title = SILENT, more = [] as Override[] } = {}): AnalysedTable[] {
  return analyse([sheet(rows, title)], { overrides: [SPLIT, ...more] }).flatMap((one) =>
    one.kind === 'table' ? [one] : [],
  );
}

describe('rows of several units', () => {
  it.each<[string, string, (string | null)[], string[]]>([
    ['nobody else says who sends', SILENT, [MARKET, POLICE], ['split', 'xx-scjgj', 'xx-gaj']],
    ['two and more rows are not of who sends', MARKET, [MARKET, POLICE, POLICE], ['split', 'xx-scjgj', 'xx-gaj']],
    ['no row is of who sends', MARKET, [POLICE, '西峡县水利局'], ['split', 'xx-scjgj', 'xx-gaj', 'xx-slj']],
    ['all rows are of one other', MARKET, [POLICE], ['xx-scjgj', 'xx-gaj']],
  ])('are asked where %s', (_, title, agencies, values) => {
    const { unit, question } = tableOf(sheet(of(...agencies), title));
    expect([unit, question?.code, question?.candidates.map((c) => c.value)]).toEqual([null, 'unit_conflict', values]);
  });

  it('are offered apart, with how many rows are whose', () => {
    const { question } = tableOf(sheet(of(MARKET, POLICE, POLICE)));
    expect(question?.candidates[0]).toEqual({
      value: 'split',
      label: '按“处罚机关”列拆分到 2 个单位',
      evidence: '市场监管局 1 行、公安局 2 行',
      choice: { splitByUnit: true },
    });
  });

  it.each<[string, string, (string | null)[]]>([
    ['one row of another is a slip', MARKET, [MARKET, MARKET, POLICE]],
    ['nobody is named', MARKET, [null, null]],
    ['brigades and offices of its own', MARKET, [MARKET, '丹水镇市场监管所', '市场监管综合行政执法大队']],
    ['somebody who is no member unit', MARKET, [MARKET, '西峡县烟草专卖局', '西峡县烟草专卖局']],
  ])('are not asked: %s', (_, title, agencies) => {
    const { unit, question } = tableOf(sheet(of(...agencies), title));
    expect([unit?.id, question]).toEqual(['xx-scjgj', null]);
  });

  it('stay one table by a choice, each row of another marked', () => {
    const table = tableOf(sheet(of(MARKET, POLICE)), { overrides: [{ file: '', unit: 'xx-scjgj' }] });
    expect(table.unit?.id).toBe('xx-scjgj');
    expect(table.records.map((r) => r.findings.map((f) => f.rule))).toEqual([[], ['unit_mismatch']]);
  });
});

describe('a table split by its agency column', () => {
  it('gives each unit its rows under their numbers', () => {
    const parts = split(of(MARKET, POLICE, MARKET, '西峡县公安局交通警察大队'));
    expect(parts.map((t) => [t.part, t.unit?.id, t.question, t.records.map((r) => r.row)])).toEqual([
      ['@xx-scjgj', 'xx-scjgj', null, [3, 5]],
      ['@xx-gaj', 'xx-gaj', null, [4, 6]],
    ]);
    expect(parts[0]?.unit?.evidence).toBe('X3 西峡县市场监督管理局（“处罚机关”列）');
    expect(parts.flatMap((t) => t.records.flatMap((r) => r.findings))).toEqual([]);
    for (const part of parts)
      expect(part.remarks[0]).toMatchObject({
        code: 'split_rows',
        message: '这张表按“处罚机关”列拆分到各单位：市场监管局 2 行、公安局 2 行。',
      });
    expect(parts[1]?.remarks[1]).toMatchObject({ code: 'rolled_up', cell: 'X6' });
  });

  it('counts every row once: what is skipped goes with the first part', () => {
    const rows = [...of(MARKET, POLICE), { CF_XDR_MC: '合计' }];
    const twin = { ...of(POLICE)[0], CF_WSH: '西市监罚〔2022〕2号' };
    const parts = split([
      ...rows,
      { ...twin, CF_XDR_MC: '重复一', CF_SY: '同' },
      { ...twin, CF_XDR_MC: '重复一', CF_SY: '同' },
    ]);
    for (const part of parts) expect(part.rows).toBe(part.records.length + part.skipped.length);
    expect(parts.map((t) => t.skipped.map((s) => `${s.row} ${s.reason}`))).toEqual([
      ['5 total_row'],
      ['7 duplicate_row'],
    ]);
    expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(5);
  });

  it('asks for the rows nobody knows, and takes the answer for them alone', () => {
    const rows = of(MARKET, '西峡县烟草专卖局', null, POLICE);
    const [, unknown] = split(rows);
    expect([unknown?.part, unknown?.unit, unknown?.question?.code]).toEqual(['@?', null, 'unit_unknown']);
    expect(unknown?.question?.message).toContain('第 4、5 行');
    expect(unknown?.question?.candidates.map((c) => c.value)).toEqual(['xx-scjgj', 'xx-gaj']);
    const answered = split(rows, { more: [{ file: '', sheet: 'Sheet1', part: '@?', unit: 'xx-gxj' }] });
    expect(answered.map((t) => [t.part, t.unit?.id, t.question])).toEqual([
      ['@xx-scjgj', 'xx-scjgj', null],
      ['@?', 'xx-gxj', null],
      ['@xx-gaj', 'xx-gaj', null],
    ]);
  });

  it('leaves a part out by choice and shows that it is', () => {
    const skip: Override = { file: '', sheet: 'Sheet1', part: '@xx-gaj', skip: true };
    const sheets = analyse([sheet(of(MARKET, POLICE))], { overrides: [SPLIT, skip] });
    expect(sheets.map((one) => [one.kind, one.part])).toEqual([
      ['table', '@xx-scjgj'],
      ['skipped', '@xx-gaj'],
    ]);
  });

  it.each([undefined, '@xx-gaj'])('keeps each mended cell with its row (told of part %s)', (part) => {
    const cells = [{ cell: 'A4', value: '西峡县改名有限公司', reason: '名称写错' }];
    const [market, police] = split(of(MARKET, POLICE), { more: [{ file: '', sheet: 'Sheet1', part, cells }] });
    expect([market?.corrections, police?.corrections.map((c) => c.cell)]).toEqual([[], ['A4']]);
    expect(police?.records[0]?.values.CF_XDR_MC).toBe('西峡县改名有限公司');
  });

  it('asks the other questions of each part, and is no matter where there is no agency column', () => {
    const period = split(of(MARKET, POLICE), { title: '2022年第18周行政处罚' });
    expect(period.map((t) => t.question?.code)).toEqual(['period_conflict', 'period_conflict']);
    const plain = analyse([tableSheet('commitment', [{ acceptedBy: null }], { title: MARKET })], {
      overrides: [SPLIT],
    });
    expect(plain.map((one) => one.part)).toEqual(['@?']);
  });
});
