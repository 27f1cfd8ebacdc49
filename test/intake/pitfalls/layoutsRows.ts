import { expect } from 'vitest';
import type { AnalysedTable } from '../../../electron/core/analysed.ts';
import { type CellDraft, DESK, dateCell, good, sheetOf } from '../../core/sheetOf.ts';
import {
  addPenalties,
  FIELDS,
  foundIn,
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
  tablesOf,
  written,
} from './layoutSheets.ts';
import type { Pitfall } from './pitfall.ts';

const marked = (n: number, field: string, mark: object): CellDraft[] => {
  const text = good('penalty-legal', n)[field];
  return record(n, { [field]: { text: typeof text === 'string' ? text : '', ...mark } });
};
/** A line with a label and an amount. */
const total = (label: string, amount: CellDraft): CellDraft[] =>
  record(0).map((_, i) => (i === 0 ? label : i === FIELDS.indexOf('CF_NR_FK') ? amount : null));
const fine = (n: number, amount: number | string): CellDraft[] => record(n, { CF_NR_FK: amount });
const values = (one: AnalysedTable | undefined, field: string): unknown[] =>
  one?.records.map((r) => r.values[field]) ?? [];

/** Cases of rows and of what a sheet says of them. */
export const ROW_LAYOUTS: readonly Pitfall[] = [
  {
    number: 64,
    input: '合计 and 小计 rows in the middle and at the end',
    expected: 'no data; totals compared with our sum, told if they differ',
    check: () => {
      const right = read(penalties(fine(1, 1), total('小计', 1), fine(2, 2), total('合 计', 3)));
      expect([rowsOf(right), skipsOf(right), remarksOf(right)]).toEqual([
        [3, 5],
        ['4 subtotal_row', '6 total_row'],
        [],
      ]);
      const wrong = read(penalties(fine(1, 1), fine(2, 2), total('合计', 5)));
      expect(wrong.remarks.map((r) => `${r.code} ${r.cell}`)).toEqual([`total_differs ${letters('CF_NR_FK')}5`]);
      expect(remark(wrong, 'total_differs')).toContain('写的是 5，按各行相加为 3');
    },
  },
  {
    number: 65,
    input: 'blank rows between blocks',
    expected:
      'read on, every blank row counted; more than twenty are told (cli.md: rows run to the last that holds anything)',
    check: () => {
      const gap = (blank: number) => read(penalties(record(1), ...Array<CellDraft[]>(blank).fill([]), record(2)));
      expect([rowsOf(gap(3)), skipsOf(gap(3)), remarksOf(gap(3))]).toEqual([
        [3, 7],
        ['4 blank', '5 blank', '6 blank'],
        [],
      ]);
      expect([rowsOf(gap(30)), remarksOf(gap(30))]).toEqual([[3, 34], ['long_gap']]);
    },
  },
  {
    number: 66,
    input: 'the unit name merged down over five rows, a day over two',
    expected: 'filled down, told in each row',
    check: () => {
      const rows = [1, 2, 3, 4, 5].map((n) =>
        record(n, n === 1 ? { CF_JDRQ: dateCell('2022-04-26') } : { CF_CFJG: null }),
      );
      rows[1] = record(2, { CF_CFJG: null, CF_JDRQ: null });
      const [unit, day] = [letters('CF_CFJG'), letters('CF_JDRQ')];
      const one = read(penalties(...rows), { merges: [`${unit}3:${unit}7`, `${day}3:${day}4`] });
      expect(new Set(values(one, 'CF_CFJG'))).toEqual(new Set(['西峡县市场监督管理局']));
      expect(values(one, 'CF_JDRQ').slice(0, 2)).toEqual(['2022-04-26', '2022-04-26']);
      expect(foundIn(one).filter((f) => f.includes('merged_value'))).toHaveLength(7);
    },
  },
  {
    number: 67,
    input: 'horizontal merge over two fields',
    expected: 'not duplicated: the second stays empty and is an error if required',
    check: () => {
      const [left, right] = [letters('CF_SJLY'), letters('CF_SJLYDM')];
      const one = read(penalties(record(1, { CF_SJLYDM: null })), { merges: [`${left}3:${right}3`] });
      expect(values(one, 'CF_SJLYDM')).toEqual([null]);
      expect(foundIn(one)).toEqual([
        `${left}3 merged_value verify`,
        `${right}3 merged_value verify`,
        `${right}3 required error`,
      ]);
    },
  },
  {
    number: 68,
    input: 'five rows share one merged amount',
    expected: 'told, not multiplied by five',
    check: () => {
      const rows = [fine(1, 5), ...[2, 3, 4, 5].map((n) => record(n, { CF_NR_FK: null }))];
      const at = letters('CF_NR_FK');
      const one = read(penalties(...rows, total('合计', 5)), { merges: [`${at}3:${at}7`] });
      expect(values(one, 'CF_NR_FK')).toEqual([5, null, null, null, null]);
      expect(foundIn(one).filter((f) => f === `${at}7 merged_value verify`)).toHaveLength(1);
      expect(remarksOf(one)).toEqual([]);
    },
  },
  {
    number: 69,
    input: 'rows hidden by hand',
    expected: 'policy: read by default, each with a notice, counted; else left out as notes',
    check: () => {
      const lines = penalties(record(1), record(2));
      const one = read(lines, { hiddenRows: [4] });
      expect([rowsOf(one), foundIn(one), remarksOf(one)]).toEqual([[3, 4], ['4 hidden_row notice'], ['filtered_rows']]);
      const left = read(lines, { hiddenRows: [4] }, { policy: { ...DESK.policy, hiddenRows: 'skip' } });
      expect([rowsOf(left), skipsOf(left), foundIn(left)]).toEqual([[3], ['4 note'], []]);
      expect(remark(left, 'filtered_rows')).toContain('未读取');
    },
  },
  {
    number: 70,
    input: 'rows hidden by a filter',
    expected: 'the same, and called filtered',
    check: () => {
      const one = read(penalties(record(1), record(2), record(3)), { hiddenRows: [4], filtered: true });
      expect([rowsOf(one), foundIn(one)]).toEqual([[3, 4, 5], ['4 hidden_row notice']]);
      expect(remark(one, 'filtered_rows')).toContain('第 4 行被筛选或隐藏');
    },
  },
  {
    number: 71,
    input: 'hidden columns',
    expected: 'read, told',
    check: () => {
      const one = read(penalties(record(1)), { hiddenColumns: [FIELDS.indexOf('CF_FRDB') + 1] });
      expect([values(one, 'CF_FRDB'), remarksOf(one)]).toEqual([['张三'], ['hidden_columns']]);
      expect(remark(one, 'hidden_columns')).toContain(`${letters('CF_FRDB')} 列“法定代表人”`);
    },
  },
  {
    number: 72,
    input: 'grouped and collapsed rows',
    expected: 'read like hidden ones',
    check: async () => {
      const [one] = await written((book) => {
        const sheet = addPenalties(book, [record(1), record(2), record(3)]);
        for (const row of [4, 5]) Object.assign(sheet.getRow(row), { outlineLevel: 1, hidden: true });
      });
      expect([rowsOf(one), foundIn(one)]).toEqual([
        [3, 4, 5],
        ['4 hidden_row notice', '5 hidden_row notice'],
      ]);
    },
  },
  {
    number: 73,
    input: 'frozen panes, print area, page breaks',
    expected: 'no effect',
    check: async () => {
      const [one] = await written((book) => {
        const sheet = addPenalties(book, [record(1), record(2)]);
        sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 }];
        sheet.pageSetup.printArea = 'A1:C3';
        sheet.pageSetup.printTitlesRow = '1:2';
        sheet.getRow(3).addPageBreak();
      });
      expect([rowsOf(one), foundIn(one), one?.remarks]).toEqual([[3, 4], [], []]);
    },
  },
  {
    number: 74,
    input: 'rows coloured to mean something (黄色为新增)',
    expected: 'the meaning cannot be read; told from the fourth row on, unless all are coloured',
    check: () => {
      const coloured = [1, 2, 3, 4].map((n) => marked(n, 'CF_XDR_MC', { coloured: true }));
      expect(remarksOf(read(penalties(...coloured, record(5))))).toEqual(['coloured_rows']);
      expect(remarksOf(read(penalties(...coloured.slice(1), record(5))))).toEqual([]);
      expect(remarksOf(read(penalties(...coloured)))).toEqual([]);
    },
  },
  {
    number: 75,
    input: 'strikethrough text (meaning deleted)',
    expected: 'read, to be verified',
    check: () => {
      const one = read(penalties(marked(1, 'CF_XDR_MC', { struckOut: true })));
      expect([rowsOf(one), foundIn(one)]).toEqual([[3], ['A3 struck_out verify']]);
    },
  },
  {
    number: 76,
    input: 'white text on white, font size 1',
    expected: 'read, told',
    check: async () => {
      const [one] = await written((book) => {
        const sheet = addPenalties(book, [record(1), record(2)]);
        sheet.getCell('A3').font = { color: { argb: 'FFFFFFFF' } };
        sheet.getCell('I4').font = { size: 1 };
      });
      expect([rowsOf(one), foundIn(one), remarksOf(one)]).toEqual([[3, 4], [], ['unreadable_text']]);
      expect(remark(one, 'unreadable_text')).toContain('A3、I4');
    },
  },
  {
    number: 77,
    input: 'comments holding the real value',
    expected: 'shown with their cells',
    check: async () => {
      const [one] = await written((book) => {
        addPenalties(book, [record(1), record(2)]).getCell('I4').note = '应为李四';
      });
      expect([values(one, 'CF_FRDB'), one?.remarks[0]?.cell]).toEqual([['张三', '张三'], 'I4']);
      expect(remark(one, 'comments')).toContain('I4“应为李四”');
    },
  },
  {
    number: 78,
    input: 'text boxes and shapes over the cells',
    expected: 'told that their text was not read',
    check: () => {
      const one = read(penalties(record(1)), { shapes: 2 });
      expect([rowsOf(one), remarksOf(one)]).toEqual([[3], ['floating_text']]);
      expect(remark(one, 'floating_text')).toContain('2 个文本框');
    },
  },
  {
    number: 79,
    input: 'cell pictures, =DISPIMG("ID_…",1)',
    expected: 'empty, not a text; told',
    check: async () => {
      const [one] = await written((book) => {
        const sheet = addPenalties(book, [record(1)]);
        sheet.getCell('AB3').value = { formula: '_xlfn.DISPIMG("ID_1",1)', result: '=DISPIMG("ID_1",1)' };
      });
      expect([values(one, 'BZ'), foundIn(one), remarksOf(one)]).toEqual([[null], [], ['cell_pictures']]);
    },
  },
  {
    number: 80,
    input: 'drop-down with a value outside its list',
    expected: 'judged by the rule, not by the drop-down',
    check: async () => {
      const [one] = await written((book) => {
        const sheet = addPenalties(book, [record(1), record(2, { CF_CFLB: '口头教育' })]);
        const at = letters('CF_CFLB');
        // The list of the cell knows neither value.
        for (const row of [3, 4])
          sheet.getCell(`${at}${row}`).dataValidation = { type: 'list', allowBlank: false, formulae: ['"甲,乙"'] };
      });
      expect(foundIn(one).filter((f) => f.includes('enum'))).toEqual([`${letters('CF_CFLB')}4 enum error`]);
    },
  },
  {
    number: 81,
    input: 'conditional formats',
    expected: 'ignored: no row counts as coloured',
    check: async () => {
      const [one] = await written((book) => {
        const sheet = addPenalties(
          book,
          [1, 2, 3, 4, 5].map((n) => record(n)),
        );
        const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFFF00' } } as const;
        const rule = { priority: 1, formulae: ['ROW()<7'], style: { fill } };
        sheet.addConditionalFormatting({ ref: 'A3:AB7', rules: [{ type: 'expression', ...rule }] });
      });
      expect([rowsOf(one), one?.remarks]).toEqual([[3, 4, 5, 6, 7], []]);
    },
  },
  {
    number: 82,
    input: '序号 column: gaps, duplicates, text, formula =ROW()-4',
    expected: 'never part of a record or its key',
    check: () => {
      const numbers: CellDraft[] = [7, 7, '三', { type: 'number', value: 4, text: '4', formula: true }, null];
      const lines = numbers.map((number, i) => [number, ...record(i + 1)]);
      const one = read([[TITLE], ['序号', ...HEADER], ...lines]);
      const plain = read(penalties(...numbers.map((_, i) => record(i + 1))));
      expect(one.records.map((r) => [r.key, r.content, r.extras])).toEqual(
        plain.records.map((r) => [r.key, r.content, {}]),
      );
      expect(foundIn(one)).toEqual([]);
      const again = read([[TITLE], ['序号', ...HEADER], [1, ...record(1)], [2, ...record(1)]]);
      expect(skipsOf(again)).toEqual(['4 duplicate_row']);
    },
  },
  {
    number: 83,
    input: 'right-to-left sheet, 1904 dates',
    expected: 'the same cells, the right days',
    check: async () => {
      for (const date1904 of [false, true]) {
        const [one] = await written((book) => {
          book.properties.date1904 = date1904;
          const sheet = addPenalties(book, [record(1, { CF_JDRQ: null })]);
          sheet.views = [{ rightToLeft: true }];
          const cell = sheet.getCell(`${letters('CF_JDRQ')}3`);
          cell.value = date1904 ? 43_215 : 44_677;
          cell.numFmt = 'yyyy/m/d';
        });
        expect([rowsOf(one), values(one, 'CF_JDRQ')]).toEqual([[3], ['2022-04-26']]);
      }
    },
  },
  {
    number: 84,
    input: 'table that begins in column C or row 30',
    expected: 'found',
    check: () => {
      const one = read(penalties(record(1)), { firstRow: 29, firstColumn: 3 });
      expect([one.headerRow, one.columns[0]?.column, rowsOf(one)]).toEqual([30, 'C', [31]]);
    },
  },
  {
    number: 85,
    input: 'more than 100,000 rows, more than 200 columns',
    expected: 'works; progress and cancelling are those of the import (test/app/imports.test.ts)',
    check: () => {
      const title = ['西峡县丹水镇人民政府诚信宣传（2022年4月）'];
      const news = Array.from({ length: 100_001 }, (_, i): CellDraft[] => [`诚信进万家${i}`, '2022/04/12', '报道']);
      const [long] = tablesOf([sheetOf([title, ['标题', '刊发日期', '稿件类型'], ...news])]);
      expect([long?.records.length, long?.rows]).toEqual([100_001, 100_001]);
      const more = Array.from({ length: 200 }, (_, i) => `附加${i}`);
      const wide = read([[TITLE], [...HEADER, ...more], [...record(1), ...more.map((name) => `${name}的内容`)]]);
      expect([wide.question, Object.keys(wide.records[0]?.extras ?? {}).length]).toEqual([null, 200]);
    },
  },
];
