import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { CellContent } from '../../../electron/contract/sheets.ts';
import { uploadRow } from '../../../electron/core/uploadRow.ts';
import { GOOD_ROWS } from '../../core/goodRows.ts';
import { type CellDraft, DESK, tableOf, tableSheet, templateOf } from '../../core/sheetOf.ts';
import { readBytes } from '../../io/intake/readBytes.ts';
import type { Pitfall } from './pitfall.ts';
import { expectFound, found, penalty, penaltyTable } from './row.ts';

/** An amount that may be empty. */
const AMOUNT = 'CF_NR_WFFF';
const FINE = 'CF_NR_FK';
const KIND = 'CF_CFLB';
const NAME = 'CF_XDR_MC';
const FACT = 'CF_SY';

/** The amount as stored, beside a decision that names none. */
const amount = (cell: CellDraft): unknown => penalty({ [AMOUNT]: cell }).values[AMOUNT];
/** Value and rules found of a field of a faultless record, in a table of a duty of its own. */
function read(template: string, field: string, cell: CellDraft): [unknown, string[]] {
  const duties = DESK.duties
    .slice(0, 1)
    .map((duty) => ({ ...duty, templates: [template], periodKind: 'month' as const }));
  const rows = [{ ...GOOD_ROWS[template], [field]: cell }];
  const [record] = tableOf(tableSheet(template, rows, { title: '西峡县市场监督管理局报送表（2022年4月）' }), {
    duties,
  }).records;
  return [record?.values[field], record?.findings.map(({ rule }) => rule) ?? []];
}
const amountFound = (cell: CellDraft): string[] => found({ [AMOUNT]: cell });

/** The first cell of a workbook another program wrote, without its place. */
async function writtenCell(fill: (cell: ExcelJS.Cell) => void): Promise<CellDraft & object> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sheet1').getCell('A1'));
  const read = await readBytes(new Uint8Array(await book.xlsx.writeBuffer()));
  const cell = read.kind === 'workbook' ? read.workbook.sheets[0]?.rows[0]?.cells[0] : undefined;
  if (!cell) throw new Error('no cell');
  const { column: _column, ...content } = cell as CellContent;
  return content;
}

export const VALUES: readonly Pitfall[] = [
  {
    number: 133,
    input: 'amounts with separators, full width, units, words, signs, brackets, a dash',
    expected: 'read or number_invalid; a dash is empty',
    check() {
      for (const [text, value] of [
        ['1,234.50', 1234.5],
        ['１，２３４', 1234],
        ['1 234', 1234],
        ['—', null],
      ] as const)
        expect([text, amount(text), amountFound(text)]).toEqual([text, value, []]);
      for (const text of ['1.2万', '5万元', '￥500', '500元', '伍佰元整', '约500', '500+', '(500)', '－5'])
        expect([text, amountFound(text)]).toEqual([text, [`${AMOUNT} number_invalid error`]]);
    },
  },
  {
    number: 134,
    input: '50000 in a column of 万元 beside 罚款50000元',
    expected: 'verify',
    check() {
      expect(found({ [FINE]: 50000, CF_NR: '罚款50000元。' })).toEqual([`${FINE} amount_unit verify`]);
      expect(found({ [FINE]: 5, CF_NR: '罚款50000元。' })).toEqual([]);
    },
  },
  {
    number: 135,
    input: 'percentages as 95, 95%, 95％, a cell that shows 95%, 0.95',
    expected: 'one value; the bare part of one may mean 0.95% as well and is an error that says how to write it',
    check() {
      const score = (cell: CellDraft) => read('evaluation', 'score', cell);
      const shown = { type: 'number', value: 0.95, text: '95%', format: '0%' } as const;
      for (const cell of [95, '95', '95%', '95％', '95 %', shown, { ...shown, text: '95.00%', format: '0.00%' }])
        expect([cell, ...score(cell)]).toEqual([cell, 95, []]);
      for (const cell of [0.95, '0.95']) expect(score(cell)[1]).toEqual(['number_invalid']);
      expect([score(0), score(100), score('99.5%')]).toEqual([
        [0, []],
        [100, []],
        [99.5, []],
      ]);
    },
  },
  {
    number: 136,
    input: 'amounts stored as text, whose total in the sheet is 0',
    expected: 'read as numbers; the total that differs is told',
    check() {
      const sheet = tableSheet('penalty-legal', [{ [AMOUNT]: '1' }, { [AMOUNT]: '2' }]);
      const last = sheet.rows.at(-1);
      const column = last?.cells.find((cell) => cell.text === '2' && cell.value === '2')?.column ?? 0;
      const total: CellContent[] = [
        { column: 1, text: '合计', type: 'string', value: '合计', format: 'General' },
        { column, text: '0', type: 'number', value: 0, format: 'General', formula: true },
      ];
      const table = tableOf({ ...sheet, rows: [...sheet.rows, { row: 5, hidden: false, cells: total }] });
      expect(table.records.map((record) => record.values[AMOUNT])).toEqual([1, 2]);
      expect(table.skipped).toEqual([{ row: 5, reason: 'total_row' }]);
      expect(table.remarks.map((remark) => remark.code)).toContain('total_differs');
    },
  },
  {
    number: 137,
    input: 'the accounting format shows zero as -',
    expected: 'no amount, no finding',
    async check() {
      const cell = await writtenCell((c) => {
        c.value = 0;
        c.numFmt = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';
      });
      expect([amount(cell), amountFound(cell)]).toEqual([null, []]);
    },
  },
  {
    number: 138,
    input: 'formulas with and without a cached value, error values',
    expected: 'the value; error formula_uncached; error formula_error',
    async check() {
      const cached = await writtenCell((c) => {
        c.value = { formula: '1+1', result: 2 };
      });
      expect([amount(cached), amountFound(cached)]).toEqual([2, []]);
      const uncached = { type: 'formula', value: null, text: '' } as const;
      expect(amountFound(uncached)).toEqual([`${AMOUNT} formula_uncached error`]);
      for (const error of ['#REF!', '#N/A', '#VALUE!', '#DIV/0!'])
        expect(amountFound({ type: 'error', value: error, text: error })).toEqual([`${AMOUNT} formula_error error`]);
    },
  },
  {
    number: 139,
    input: 'TODAY() as a decision date',
    expected: 'its value, with a remark that it changes by itself',
    check() {
      const today = {
        type: 'date',
        value: '2022-04-26',
        text: '2022/4/26',
        format: 'yyyy/m/d',
        formula: true,
        volatile: true,
      } as const;
      const table = penaltyTable([{ CF_JDRQ: today }]);
      expect(table.records[0]?.values.CF_JDRQ).toBe('2022-04-26');
      expect(table.remarks.map((remark) => remark.code)).toContain('volatile_values');
    },
  },
  {
    number: 140,
    input: '0.30000000000000004',
    expected: 'the value shown, 0.3',
    check: () => expect([amount(0.30000000000000004), amountFound(0.30000000000000004)]).toEqual([0.3, []]),
  },
  {
    number: 141,
    input: 'TRUE/FALSE, 是/否, √, ☑, 1/0, 有/无 in a yes/no column',
    expected: 'one value each; what says neither is none',
    check() {
      const yes = { type: 'boolean', value: true, text: 'TRUE' } as const;
      const no = { type: 'boolean', value: false, text: 'FALSE' } as const;
      for (const [template, field] of [
        ['enrolment', 'gradeA'],
        ['evaluation', 'published'],
      ] as const) {
        for (const cell of [yes, 'true', '是', '√', '✓', '☑', 1, '1', '有', 'Y', ' 是 '])
          expect([cell, ...read(template, field, cell)]).toEqual([cell, '是', []]);
        for (const cell of [no, 'False', '否', '×', '✗', '□', 0, '0', '无', 'n'])
          expect([cell, ...read(template, field, cell)]).toEqual([cell, '否', []]);
        expect(read(template, field, '大概')[1]).toEqual(['enum']);
      }
      expect(read('enrolment', 'gradeA', '—')).toEqual([null, ['required']]);
    },
  },
  {
    number: 142,
    input: 'codes with synonyms, blanks, numbers, brackets',
    expected: 'the code of the list',
    check() {
      for (const text of ['罚款', ' 罚 款 ', '3-罚款', '罚款（3）', '罚款(03)'])
        expect([text, penalty({ [KIND]: text }).values[KIND]]).toEqual([text, '罚款']);
      expect(penalty({ CF_XDR_LB: '企业' }).values.CF_XDR_LB).toBe('法人及非法人组织');
      expect(found({ [KIND]: '批评教育了一下' })).toEqual([`${KIND} enum error`]);
    },
  },
  {
    number: 143,
    input: 'several codes joined by 、 ， , ; and line breaks',
    expected: 'each of them',
    check() {
      for (const text of ['警告、罚款', '警告，罚款', '警告,罚款', '警告;罚款', '警告；罚款', '警告\n罚款'])
        expect([text, penalty({ [KIND]: text }).values[KIND]]).toEqual([text, '警告;罚款']);
    },
  },
  {
    number: 144,
    input: 'a cell of exactly 32,767 characters',
    expected: 'a remark that it may be cut off',
    check() {
      const full = penaltyTable([{ BZ: '长'.repeat(32_767) }]);
      expect(full.remarks.map((remark) => remark.code)).toContain('cell_full');
      expect(penaltyTable([{ BZ: '长'.repeat(400) }]).remarks.map((remark) => remark.code)).not.toContain('cell_full');
    },
  },
  {
    number: 145,
    input: 'rich text with a superscript and a phonetic guide',
    expected: 'plain text, once',
    async check() {
      const cell = await writtenCell((c) => {
        c.value = {
          richText: [
            { text: '西峡县' },
            { font: { bold: true }, text: '顺达' },
            { font: { vertAlign: 'superscript' }, text: '2' },
          ],
        };
      });
      expect(cell).toMatchObject({ type: 'string', text: '西峡县顺达2' });
    },
  },
  {
    number: 146,
    input: 'a hyperlink',
    expected: 'its text',
    async check() {
      const cell = await writtenCell((c) => {
        c.value = { text: '西峡县政府网', hyperlink: 'about:blank' };
      });
      expect(cell).toMatchObject({ type: 'string', text: '西峡县政府网' });
    },
  },
  {
    number: 147,
    input: 'emoji, rare characters (龘, 𬭎, 㙍) and private-use ones',
    expected: 'kept; private-use and emoji to verify in names',
    check() {
      for (const text of ['西峡县龘达有限公司', '西峡县𬭎达有限公司', '西峡县㙍达有限公司'])
        expect([penalty({ [NAME]: text }).values[NAME], found({ [NAME]: text })]).toEqual([text, []]);
      expectFound(NAME, ['西峡县\ue000达有限公司', '西峡县😀达有限公司'], [`${NAME} special_chars verify`]);
      expect(penalty({ [NAME]: '西峡县\ue000达有限公司' }).values[NAME]).toBe('西峡县\ue000达有限公司');
    },
  },
  {
    number: 148,
    input: 'traditional and variant characters in names of one code',
    expected: 'kept as written; suggested as look-alikes (case 107)',
    check() {
      const [a, b] = ['西峡县裏仁商贸有限公司', '西峡县里仁商贸有限公司'].map((text) => penalty({ [NAME]: text }));
      expect([a?.values[NAME], b?.values[NAME]]).toEqual(['西峡县裏仁商贸有限公司', '西峡县里仁商贸有限公司']);
      expect(a?.content).not.toBe(b?.content);
    },
  },
  {
    number: 149,
    input: 'half- and full-width brackets in company names',
    expected: 'the same in comparison, kept as written',
    check() {
      const [a, b] = ['西峡县顺达(集团)公司', '西峡县顺达（集团）公司'].map((text) => penalty({ [NAME]: text }));
      expect(a?.content).toBe(b?.content);
      expect(b?.values[NAME]).toBe('西峡县顺达（集团）公司');
    },
  },
  {
    number: 150,
    input: '&nbsp; from a copied web page',
    expected: 'a blank',
    check: () => expect(penalty({ [NAME]: '西峡县顺达公司&nbsp;' }).values[NAME]).toBe('西峡县顺达公司'),
  },
  {
    number: 151,
    input: 'smart quotes and dashes of every length',
    expected: 'the same in comparison, kept as written',
    check() {
      const texts = ['发布“虚假”广告—1次', '发布"虚假"广告-1次', '发布「虚假」广告――1次'];
      const records = texts.map((text) => penalty({ [FACT]: text }));
      expect(new Set(records.map((record) => record.content)).size).toBe(1);
      expect(records.map((record) => record.values[FACT])).toEqual(texts);
    },
  },
  {
    number: 152,
    input: 'line breaks inside a cell',
    expected: 'kept',
    check: () => expect(penalty({ [FACT]: '第一条\n第二条' }).values[FACT]).toBe('第一条\n第二条'),
  },
  {
    number: 153,
    input: 'text that starts with = + - @',
    expected: 'data; stays text on export',
    check() {
      for (const text of ['=1+1', '+86', '-暂缓', '@某某']) {
        const record = penalty({ [FACT]: text });
        expect(record.values[FACT]).toBe(text);
        expect(uploadRow(templateOf('penalty-legal'), record.values)).toContain(text);
      }
    },
  },
  {
    number: 154,
    input: '同上, 〃, 如上',
    expected: 'told; filled from above only with consent, the raw text kept',
    check() {
      const rows = [{ CF_FRDB: '张三' }, { CF_FRDB: '同上' }, { CF_FRDB: '〃' }];
      const asked = penaltyTable(rows);
      expect(asked.records.map((record) => record.findings.map((f) => f.rule))).toEqual([
        [],
        ['placeholder'],
        ['placeholder'],
      ]);
      expect(asked.remarks.map((remark) => remark.code)).toContain('ditto');
      const agreed = penaltyTable(rows, { overrides: [{ file: '新建工作表.xlsx', fillDitto: true }] });
      expect(agreed.records.map((record) => record.values.CF_FRDB)).toEqual(['张三', '张三', '张三']);
      expect(agreed.records.map((record) => record.raw.CF_FRDB)).toEqual(['张三', '同上', '〃']);
      expect(agreed.records.every((record) => record.compliant)).toBe(true);
    },
  },
  {
    number: 155,
    input: '见附件 in a required field',
    expected: 'error',
    check: () => expectFound(FACT, ['见附件', '详见附件', '见附表'], [`${FACT} placeholder error`]),
  },
  {
    number: 156,
    input: '12 shown as 0012 by the format 0000 in a code field',
    expected: 'what is shown',
    async check() {
      const cell = await writtenCell((c) => {
        c.value = 12;
        c.numFmt = '0000';
      });
      expect(penalty({ CF_XDR_GSZC: cell }).values.CF_XDR_GSZC).toBe('0012');
    },
  },
];
