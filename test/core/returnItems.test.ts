import { describe, expect, it } from 'vitest';
import type { Finding } from '../../electron/contract/findings.ts';
import type { TablePlan } from '../../electron/contract/imports.ts';
import { cellMarks, openItems, returnItem, type StandingFinding, sortItems } from '../../electron/core/returnItems.ts';

const finding = (row: number | null, changes: Partial<Finding> = {}): Finding => ({
  row,
  cell: row === null ? null : `C${row}`,
  column: '代码',
  field: 'F',
  rule: 'enum',
  severity: 'error',
  value: 'x',
  message: '“代码”不对。请改正。',
  ...changes,
});

let id = 0;
const standing = (row: number | null, key: string, changes: Partial<StandingFinding> = {}): StandingFinding => ({
  id: ++id,
  key,
  row,
  field: 'F',
  rule: 'enum',
  value: 'x',
  confirmedReason: null,
  ...changes,
});

const table = (findings: readonly Finding[], skipped: readonly number[] = []) =>
  // Only what is asked of a table.
  ({
    sheet: '表',
    headerRow: 3,
    findings,
    skipped: skipped.map((row) => ({ row, reason: 'duplicate_row' })),
  }) as unknown as TablePlan;

const keys = (plan: TablePlan, now: readonly StandingFinding[]) =>
  openItems(plan, now).map((one) => [one.row, one.key]);

describe('what of a table still stands', () => {
  it('what its records still hold, with their keys', () => {
    expect(keys(table([finding(4), finding(5)]), [standing(4, 'a'), standing(5, 'b')])).toEqual([
      [4, 'a'],
      [5, 'b'],
    ]);
  });

  it('not what a clerk let pass, then or since, nor what was mended', () => {
    const plan = table([finding(4, { reason: '属实' }), finding(5), finding(6), finding(7)]);
    expect(keys(plan, [standing(5, 'b', { confirmedReason: '属实' }), standing(7, 'd')])).toEqual([[7, 'd']]);
  });

  it('what a record that was there before holds, each once', () => {
    const plan = table([finding(4), finding(5), finding(6)]);
    expect(keys(plan, [standing(null, 'a'), standing(5, 'b')])).toEqual([
      [4, 'a'],
      [5, 'b'],
    ]);
  });

  it('what is said of the table, its head or a skipped row', () => {
    expect(keys(table([finding(null), finding(3), finding(9)], [9]), [])).toEqual([
      [null, null],
      [3, null],
      [9, null],
    ]);
  });
});

describe('marks', () => {
  it('one per cell, of the gravest severity, with everything said of it', () => {
    const items = [
      finding(4, { severity: 'verify' }),
      finding(4),
      finding(4, { severity: 'notice', message: '已照常读取。' }),
    ].map((one) => returnItem('表', one, null));
    expect(cellMarks(items, () => 2)).toEqual([
      {
        sheet: '表',
        row: 4,
        column: 3,
        severity: 'error',
        text: '【核实】“代码”不对。请改正。\n【错误】“代码”不对。请改正。\n【提示】已照常读取。提示事项，如无误可不改。',
      },
    ]);
  });

  it('on the first column for a row, on none for a table', () => {
    const items = [finding(4, { cell: null }), finding(null)].map((one) => returnItem('表', one, null));
    expect(cellMarks(items, () => 2).map((mark) => [mark.row, mark.column])).toEqual([[4, 2]]);
  });
});

it('findings stand in the order of sheets, rows, columns and severity', () => {
  const items = [
    returnItem('乙', finding(4), null),
    returnItem('甲', finding(5, { cell: 'AA5' }), null),
    returnItem('甲', finding(5, { cell: 'B5', severity: 'verify' }), null),
    returnItem('甲', finding(5, { cell: 'B5' }), null),
    returnItem('甲', finding(null), null),
  ];
  expect(sortItems(items, ['甲', '乙']).map((one) => `${one.sheet} ${one.cell} ${one.severity}`)).toEqual([
    '甲 null error',
    '甲 B5 error',
    '甲 B5 verify',
    '甲 AA5 error',
    '乙 C4 error',
  ]);
});
