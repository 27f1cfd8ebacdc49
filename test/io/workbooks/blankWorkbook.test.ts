import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../../electron/contract/templates.ts';
import { loadResources } from '../../../electron/io/resources.ts';
import { writeBlankWorkbook } from '../../../electron/io/workbooks/blankWorkbook.ts';
import { programPlaces } from '../../../electron/places.ts';
import { sheetsOf } from '../intake/readBytes.ts';

const { templates } = loadResources(programPlaces().resources);
const penalty = templates.find(({ id }) => id === 'penalty-legal');

async function written(template: Template | undefined, unitName: string | null = '西峡县市场监督管理局') {
  if (!template) throw new Error('template');
  const mark = { profile: 'xixia-2022', unit: 'xx-scjgj', duty: '000-02', template: template.id, period: '2022-W17' };
  const bytes = Buffer.from(
    await writeBlankWorkbook({ template, mark, unitName, duty: { title: '双公示', dueText: '每周五 18:00 前' } }),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer); // a copy, never shared
  const table = book.worksheets[0];
  if (!table) throw new Error('no sheet');
  return { bytes, book, table };
}

/** Column of a header. */
function columnOf(table: ExcelJS.Worksheet, header: string): number {
  let found = 0;
  table.getRow(4).eachCell((cell, column) => {
    if (cell.text === header) found = column;
  });
  return found;
}

describe('a blank template workbook', () => {
  it('has the title, the unit, the period and the header in the order of the standard, frozen', async () => {
    const { table } = await written(penalty);
    expect([1, 2, 3].map((row) => table.getCell(row, 1).text)).toEqual([
      '行政处罚信息（法人、非法人组织和个体工商户）',
      '填报单位：西峡县市场监督管理局',
      '报送期：2022年第17周（4月25日—5月1日）',
    ]);
    const headers = penalty?.columns.map(({ name, required }) => `${required ? '*' : ''}${name}`);
    expect((table.getRow(4).values as unknown[]).slice(1)).toEqual(headers); // exceljs' own values
    expect(table.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(table.getCell(4, columnOf(table, '*行政相对人名称')).font.color?.argb).toBe('FFC00000');
    expect(table.getCell(4, columnOf(table, '备注')).font.color).toBeUndefined();
  });

  it('keeps codes as text and days as days, in the cells and in the columns', async () => {
    const { table } = await written(penalty);
    for (const header of [
      '*行政相对人代码_1(统一社会信用代码)',
      '法定代表人证件号码',
      '*行政处罚决定书文号',
      '行政相对人代码_2(工商注册号)',
    ]) {
      const column = columnOf(table, header);
      for (const row of [5, 504]) expect([header, table.getCell(row, column).numFmt]).toEqual([header, '@']);
      expect(table.getColumn(column).numFmt).toBe('@');
    }
    expect(table.getCell(5, columnOf(table, '*处罚决定日期')).numFmt).toBe('yyyy/mm/dd');
    expect(table.getCell(5, columnOf(table, '*违法事实')).numFmt ?? 'General').toBe('General');
  });

  it('offers lists for 1,000 rows, closed where nothing else is allowed', async () => {
    const { table } = await written(penalty);
    const listOf = (header: string, row: number) => table.getCell(row, columnOf(table, header)).dataValidation;
    expect(listOf('*行政相对人类别', 1004)).toMatchObject({
      formulae: ['"法人及非法人组织,个体工商户"'],
      showErrorMessage: true,
    });
    expect(listOf('*行政相对人类别', 1005)).toBeUndefined();
    expect(listOf('*处罚类别', 5)?.showErrorMessage ?? false).toBe(false);
    expect(listOf('备注', 5)).toBeUndefined();
  });

  it('puts a list too long for a cell on a hidden sheet', async () => {
    const values = Array.from({ length: 80 }, (_, i) => `领域第${i}类`);
    const [first, ...rest] = penalty?.columns ?? [];
    if (!penalty || !first) throw new Error('template');
    const codes = { values, synonyms: {}, multiple: false, otherWithText: false };
    const long: Template = { ...penalty, columns: [{ ...first, type: 'enum', length: null, codes }, ...rest] };
    const { table, book } = await written(long);
    expect(table.getCell('A5').dataValidation.formulae).toEqual(["'_列表'!$A$1:$A$80"]);
    const list = book.getWorksheet('_列表');
    expect([list?.state, list?.getCell('A80').text]).toEqual(['hidden', '领域第79类']);
  });

  it('says on every header what to fill in', async () => {
    const { table } = await written(penalty);
    const noteOf = (header: string) => JSON.stringify(table.getCell(4, columnOf(table, header)).note);
    for (let column = 1; column <= (penalty?.columns.length ?? 0); column++)
      expect(table.getCell(4, column).note).toBeDefined();
    expect(noteOf('*行政相对人名称')).toMatch(/必填.*最长 200 个字符/u);
    expect(noteOf('罚款金额(万元)')).toMatch(/“处罚类别”含罚款时必填/u);
    expect(noteOf('*处罚有效期')).toMatch(/不能早于“处罚决定日期”.*长期/u);
    expect(noteOf('*处罚类别')).toMatch(/分号.*其他-具体内容/u);
  });

  it('explains itself on a sheet that is no table, and carries its mark on one that nobody sees', async () => {
    const { bytes, book } = await written(penalty, null);
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['行政处罚信息（法人、非法人组织和个体工商户）', 'visible'],
      ['填表说明', 'visible'],
      ['_credit_desk', 'veryHidden'],
    ]);
    const explanation = book.getWorksheet('填表说明');
    expect(explanation?.columnCount).toBe(1);
    expect(explanation?.getCell('A2').text).toContain('每周五 18:00 前');
    expect(explanation?.rowCount).toBe(7 + (penalty?.columns.length ?? 0));
    const [table, , mark] = await sheetsOf(bytes);
    expect(table?.rows[1]?.cells.map(({ text }) => text)).toEqual(['填报单位：']);
    expect(mark?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['credit-desk', '1'],
      ['profile', 'xixia-2022'],
      ['unit', 'xx-scjgj'],
      ['duty', '000-02'],
      ['template', 'penalty-legal'],
      ['period', '2022-W17'],
    ]);
  });
});
