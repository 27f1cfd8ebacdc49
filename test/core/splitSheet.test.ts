import { describe, expect, it } from 'vitest';
import type { AnalysedTable } from '../../electron/core/analysed.ts';
import { analyse, type CellDraft, good, headerOf, sheetOf, templateOf } from './sheetOf.ts';

type Lines = readonly (readonly CellDraft[])[];
const fieldsOf = (id: string): string[] => templateOf(id).columns.map((c) => c.id);
const line = (id: string, n: number): CellDraft[] => fieldsOf(id).map((field) => good(id, n)[field] ?? null);

/** A header of a template with records of these numbers. */
const table = (id: string, ...numbers: readonly number[]): CellDraft[][] => [
  headerOf(id),
  ...numbers.map((n) => line(id, n)),
];
/** Blocks side by side with so many empty columns between, lines of the lower ones left empty. */
function beside(left: Lines, right: Lines, gap = 1): CellDraft[][] {
  const width = Math.max(...left.map((cells) => cells.length));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const first = left[i] ?? [];
    return [...first, ...Array<null>(width - first.length + gap).fill(null), ...(right[i] ?? [])];
  });
}

const TITLE = '西峡县市场监督管理局信用信息（2022年第17周）';
const [PENALTY, PERMIT, NEWS] = ['penalty-legal', 'permit-legal', 'publicity'];

function read(lines: Lines, draft = {}, overrides: Parameters<typeof analyse>[1] = {}): AnalysedTable[] {
  const tables = analyse([sheetOf(lines, draft)], overrides).filter((one) => one.kind === 'table');
  for (const one of tables) expect(one.rows).toBe(one.records.length + one.skipped.length);
  return tables;
}
/** Part, template, header row and rows of the records of each table. */
const shape = (lines: Lines, draft = {}) =>
  read(lines, draft).map((t) => [t.part, t.template, t.headerRow, t.records.map((r) => r.row)]);

describe('tables one below another', () => {
  it.each<[string, CellDraft[][]]>([
    ['an empty line', [[]]],
    ['many empty lines', Array<CellDraft[]>(30).fill([])],
    ['a title', [['二、行政许可信息']]],
    ['a title apart', [[], ['二、行政许可信息'], []]],
    ['nothing', []],
  ])('of two templates are two, with %s between', (_, between) => {
    const lines = [[TITLE], ...table(PENALTY, 1, 2), ...between, ...table(PERMIT, 1)];
    const second = lines.length - 1;
    expect(shape(lines)).toEqual([
      ['', PENALTY, 2, [3, 4]],
      [`A${second}:Z${second + 1}`, PERMIT, second, [second + 1]],
    ]);
  });

  it('are found whichever has more columns', () => {
    expect(shape([[TITLE], ...table(NEWS, 1), [], ...table(PENALTY, 1), [], ...table(NEWS, 2)])).toEqual([
      ['', NEWS, 2, [3]],
      ['A5:AB6', PENALTY, 5, [6]],
      ['A8:J9', NEWS, 8, [9]],
    ]);
  });

  it('keep the total and the signature of the upper one with it', () => {
    const lines = [[TITLE], ...table(PENALTY, 1), ['合计', 1], ['填表人：张三'], [], ['二、许可'], ...table(PERMIT, 1)];
    const [upper, lower] = read(lines);
    expect(upper?.skipped.map((s) => `${s.row} ${s.reason}`)).toEqual(['4 total_row', '5 footer']);
    expect([lower?.skipped, lower?.rows]).toEqual([[], 1]);
  });

  it('of one template are two when each has a title of its own', () => {
    const lines = [['市监局2022年第16周'], ...table(PENALTY, 1), [], ['市监局2022年第17周'], ...table(PENALTY, 2)];
    expect(read(lines).map((t) => [t.part, t.period, t.unit?.id])).toEqual([
      ['', '2022-W16', 'xx-scjgj'],
      ['A6:AB7', '2022-W17', 'xx-scjgj'],
    ]);
  });

  it('of several units go to each', () => {
    const nameless = (n: number): CellDraft[][] => [headerOf(NEWS), [null, ...line(NEWS, n).slice(1)]];
    const lines = [
      ['2022年第17周'],
      ['填报单位：市监局'],
      ...nameless(1),
      [],
      ['填报单位：丹水镇'],
      ...nameless(2),
      [],
      ['填报单位：回车镇'],
      ...nameless(3),
    ];
    expect(read(lines, {}, { file: '4月.xlsx' }).map((t) => t.unit?.id)).toEqual(['xx-scjgj', 'xx-dsz', 'xx-hcz']);
  });

  it('share the unit and the period that head the sheet', () => {
    const lines = [[TITLE], ['一、处罚'], ...table(PENALTY, 1), ['二、许可'], ...table(PERMIT, 1)];
    const tables = read(lines);
    expect(tables.map((t) => [t.unit?.id, t.period])).toEqual([
      ['xx-scjgj', '2022-W17'],
      ['xx-scjgj', '2022-W17'],
    ]);
    expect(tables[1]?.unit?.evidence).toContain('A1');
    expect(tables[1]?.periodEvidence).toContain('A1');
  });

  it.each<[string, CellDraft[][]]>([
    ['nothing', []],
    ['an empty line', [[], []]],
    ['a page number', [['第2页']]],
    ['the same title', [[], [TITLE], []]],
    ['a signature and the same title', [['填表人：张三'], [], [TITLE]]],
    ['a day of filling in', [['填报日期：2022年4月29日']]],
    ['a subtotal', [['小计', 2]]],
    ['a record of one cell', [[null, '西峡县顺达商贸有限公司']]],
  ])('are one when the same header comes again after %s', (_, between) => {
    const lines = [[TITLE], ...table(PENALTY, 1, 2), ...between, ...table(PENALTY, 3)];
    const tables = read(lines);
    expect(tables.map((t) => [t.part, t.headerRow])).toEqual([['', 2]]);
    expect(tables[0]?.skipped.filter((s) => s.reason === 'repeated_header')).toHaveLength(1);
    expect(tables[0]?.records.at(-1)?.row).toBe(lines.length);
  });

  it('begin with the first page, also where its header is misspelt', () => {
    const misspelt = headerOf(PENALTY).map((name) => (name === '违法事实' ? '违法亊实' : name));
    const [only, second] = read([[TITLE], misspelt, line(PENALTY, 1), ...table(PENALTY, 2)]);
    expect([only?.headerRow, only?.records.map((r) => r.row), second]).toEqual([2, [3, 5], undefined]);
  });

  it('are two when the columns stand in another order, title or not', () => {
    const fields = fieldsOf(PENALTY).reverse();
    const turned = fields.map((field) => good(PENALTY, 2)[field] ?? null);
    const lines = [[TITLE], ...table(PENALTY, 1), [], headerOf(PENALTY, fields), turned];
    expect(read(lines).map((t) => t.records.map((r) => r.values.CF_WSH))).toEqual([
      ['西市监罚〔2022〕1号'],
      ['西市监罚〔2022〕2号'],
    ]);
  });

  it('are found under headers of two lines', () => {
    const upper = headerOf(PENALTY).map((name, i) => (i === 2 ? '行政相对人代码' : i > 2 && i < 8 ? null : name));
    const lower = headerOf(PENALTY).map((name, i) => (i >= 2 && i < 8 ? name.replace('行政相对人', '') : null));
    const lines = [[TITLE], ...table(PERMIT, 1), ['二、处罚'], upper, lower, line(PENALTY, 1)];
    expect(shape(lines)).toEqual([
      ['', PERMIT, 2, [3]],
      ['A5:AB7', PENALTY, 6, [7]],
    ]);
  });
});

describe('tables side by side', () => {
  it.each([1, 3])('of two templates are two, with %i empty columns between', (gap) => {
    const right = gap === 1 ? 'L2:AM4' : 'N2:AO4';
    const lines = [[TITLE], ...beside(table(NEWS, 1), table(PENALTY, 1, 2), gap)];
    expect(shape(lines, { merges: ['A1:Z1'] })).toEqual([
      ['', NEWS, 2, [3]],
      [right, PENALTY, 2, [3, 4]],
    ]);
  });

  it('of one template are two', () => {
    const lines = [[TITLE], ...beside(table(NEWS, 1, 2), table(NEWS, 3))];
    expect(read(lines).map((t) => t.records.map((r) => r.values.title))).toEqual([
      ['诚信宣传活动1', '诚信宣传活动2'],
      ['诚信宣传活动3'],
    ]);
  });

  it('need not begin in one line', () => {
    const lines = [[TITLE], ...beside(table(NEWS, 1, 2, 3), [[], ['处罚'], ...table(PENALTY, 1)])];
    expect(shape(lines)).toEqual([
      ['', NEWS, 2, [3, 4, 5]],
      ['L4:AM5', PENALTY, 4, [5]],
    ]);
  });

  it('name their own cells in findings', () => {
    const lines = [[TITLE], ...beside(table(NEWS, 1), table(NEWS, 2))];
    const last = lines.at(-1) as CellDraft[]; // there are three lines
    last[11 + 1] = null;
    expect(read(lines)[1]?.records[0]?.findings.map((f) => `${f.cell} ${f.rule}`)).toEqual(['M3 required']);
  });

  it('are one where an empty column runs through it', () => {
    const spaced = (cells: readonly CellDraft[]): CellDraft[] => [...cells.slice(0, 14), null, ...cells.slice(14)];
    const lines = [[TITLE], ...table(PENALTY, 1, 2).map(spaced)];
    expect(read(lines).map((t) => [t.part, t.records.length, t.question])).toEqual([['', 2, null]]);
  });

  it('are one where the cells apart are no table', () => {
    const lines = [
      [TITLE],
      ...beside(
        table(NEWS, 1, 2),
        [
          ['科室', '要求'],
          ['a', 'b'],
        ],
        2,
      ),
    ];
    const tables = read(lines);
    expect(tables.map((t) => [t.part, t.records.length])).toEqual([['', 2]]);
    expect(tables[0]?.records[0]?.extras).toEqual({ 科室: 'a', 要求: 'b' });
  });

  it('are one where every other column is empty', () => {
    const spread = (cells: readonly CellDraft[]): CellDraft[] => cells.flatMap((cell) => [cell, null]);
    const [only, second] = read([[TITLE], ...table(PENALTY, 1, 2).map(spread)]);
    expect([only?.part, only?.records.length, only?.question, second]).toEqual(['', 2, null, undefined]);
  });

  it('may stand below a third', () => {
    const lines = [[TITLE], ...table(PENALTY, 1), [], ...beside(table(NEWS, 1), table(NEWS, 2))];
    expect(shape(lines)).toEqual([
      ['', PENALTY, 2, [3]],
      ['A5:J6', NEWS, 5, [6]],
      ['L5:U6', NEWS, 5, [6]],
    ]);
  });
});

describe('answers for one table of a sheet', () => {
  const lines = [[TITLE], ...table(PENALTY, 1), [], ...table(PERMIT, 1)];
  const sheet = 'Sheet1';
  it('hold for it alone', () => {
    const choose = (part: string) => ({ overrides: [{ file: '', sheet, part, period: '2022-W16' }] });
    expect(read(lines, {}, choose('A5:Z6')).map((t) => t.period)).toEqual(['2022-W17', '2022-W16']);
    expect(read(lines, {}, choose('')).map((t) => t.period)).toEqual(['2022-W16', '2022-W17']);
  });

  it('given for the sheet hold for each', () => {
    const overrides = [{ file: '', sheet, period: '2022-W16' }];
    expect(read(lines, {}, { overrides }).map((t) => t.period)).toEqual(['2022-W16', '2022-W16']);
  });

  it('leave it out', () => {
    const overrides = [{ file: '', sheet, part: 'A5:Z6', skip: true }];
    const analysed = analyse([sheetOf(lines)], { overrides });
    expect(analysed.map((one) => [one.kind, one.part])).toEqual([
      ['table', ''],
      ['skipped', 'A5:Z6'],
    ]);
  });
});
