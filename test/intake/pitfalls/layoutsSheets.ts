import { expect } from 'vitest';
import { differenceOf, openDesk } from '../../app/desk.ts';
import { penalties as mailed } from '../../app/workbooks.ts';
import { analyse, type CellDraft, headerOf, sheetOf } from '../../core/sheetOf.ts';
import { foundIn, HEADER, penalties, record, remarksOf, rowsOf, table, tablesOf } from './layoutSheets.ts';
import type { Pitfall } from './pitfall.ts';

/** How the sheets of a workbook are taken. */
const kinds = (...args: Parameters<typeof analyse>): string[] => analyse(...args).map((one) => one.kind);

/** Cases of workbooks with more sheets than one. */
export const COPIED_LAYOUTS: readonly Pitfall[] = [
  {
    number: 41,
    input: 'data in sheet 2, sheet 1 is 填表说明',
    expected: 'the right sheet is read, the other shown as left out',
    check: () => {
      const advice: CellDraft[][] = [['填表说明'], ['1.请于每周五前报送。'], ['2.不得改动表头。']];
      const listed: CellDraft[][] = [
        ['序号', '字段名称', '填写说明'],
        ...HEADER.map((name, i) => [i + 1, name, '见决定书']),
      ];
      for (const first of [advice, listed]) {
        const sheets = [sheetOf(first, { name: '填表说明' }), sheetOf(penalties(record(1)), { name: '数据' })];
        expect(kinds(sheets)[0]).toMatch(/^(no_table|unknown_layout)$/u);
        expect(tablesOf(sheets).map((t) => [t.sheet, rowsOf(t)])).toEqual([['数据', [3]]]);
      }
    },
  },
  {
    number: 42,
    input: 'hidden and veryHidden sheets (lists of codes, an old table)',
    expected: 'not imported, shown as left out; one that holds a table is mentioned',
    check: () => {
      const sheets = [
        sheetOf(
          [
            ['许可类别', '处罚类别'],
            ['普通', '警告'],
          ],
          { name: '字典', hidden: true },
        ),
        sheetOf(penalties(record(9)), { name: '旧表', hidden: true }),
        sheetOf(penalties(record(1))),
      ];
      expect(kinds(sheets)).toEqual(['hidden', 'hidden', 'table']);
      const [only] = tablesOf(sheets);
      expect(only?.remarks.map((r) => r.message)).toEqual([expect.stringContaining('“旧表”')]);
      expect(remarksOf(only)).toEqual(['hidden_sheet']);
    },
  },
  {
    number: 43,
    input: 'several sheets: months, data sets, sub-offices',
    expected: 'each mapped to its own unit, duty and period',
    check: () => {
      const named = (title: string, name: string, lines: readonly (readonly CellDraft[])[]) =>
        sheetOf([[title], ...lines], { name });
      const news = (title: string): CellDraft[][] => [headerOf('publicity'), [null, title, '2022/04/12']];
      const sheets = [
        named('市监局2022年第16周', '第16周', table('penalty-legal', 1)),
        named('市监局2022年第17周', '许可', table('permit-legal', 1)),
        named('2022年4月', '丹水镇', news('诚信进万家')),
        named('2022年3月', '回车镇', news('诚信进校园')),
      ];
      expect(tablesOf(sheets, { file: '汇总.xlsx' }).map((t) => [t.unit?.id, t.template, t.period])).toEqual([
        ['xx-scjgj', 'penalty-legal', '2022-W16'],
        ['xx-scjgj', 'permit-legal', '2022-W17'],
        ['xx-dsz', 'publicity', '2022-04'],
        ['xx-hcz', 'publicity', '2022-03'],
      ]);
    },
  },
  {
    number: 44,
    input: 'left-over copy “Sheet1 (2)”, of this table or of last week',
    expected: 'told; its rows count once',
    check: async () => {
      const [sheet, copy] = ['Sheet1', 'Sheet1 (2)'].map((name) => sheetOf(penalties(record(1), record(2)), { name }));
      if (!sheet || !copy) throw new Error('two sheets');
      expect(tablesOf([sheet, copy]).map(foundIn)).toEqual([[], ['null duplicate_row notice']]);

      const desk = await openDesk();
      const [last, now] = [{ title: '2022年4月18日—4月22日' }, { title: '2022年4月25日—4月29日' }];
      const decided = { CF_JDRQ: '2022-04-19' };
      const week16 = mailed([1, 2], { ...last, sheet: 'Sheet1 (2)', change: { 1: decided, 2: decided } });
      await desk.receive('2022-04-22T10:00', [await desk.mail('16.xlsx', { ...week16, sheet: 'Sheet1' })]);
      const both = [mailed([3], { ...now, sheet: 'Sheet1' }), mailed([3], { ...now, sheet: '副本' }), week16];
      const { files } = await desk.receive('2022-04-29T10:00', [await desk.mail('17.xlsx', ...both)]);
      expect(files[0]?.tables.map((t) => [t.period, t.status, differenceOf(t)])).toEqual([
        ['2022-W17', 'committed', { added: 1, changed: 0, unchanged: 0, removed: 0 }],
        ['2022-W17', 'unchanged', { added: 0, changed: 0, unchanged: 1, removed: 0 }],
        ['2022-W16', 'unchanged', { added: 0, changed: 0, unchanged: 2, removed: 0 }],
      ]);
      expect(files[0]?.tables[1]?.findings.map((f) => f.rule)).toEqual(['duplicate_row']);
      expect(desk.rows('select 1 from record')).toHaveLength(3);
      await desk.close();
    },
  },
  {
    number: 45,
    input: 'empty sheets',
    expected: 'ignored',
    check: () => {
      const blank = [sheetOf([], { name: 'Sheet2' }), sheetOf([[' ', '\u200b']], { name: 'Sheet3' })];
      expect(kinds([sheetOf(penalties(record(1))), ...blank])).toEqual(['table', 'empty', 'empty']);
    },
  },
];
