import { utils, write as writeBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { sheetsOf, textsOf } from './readBytes.ts';

/** Values in an order that no seed can hide: every seventh is a date, every fifth a number, names with rare characters. */
function valueAt(row: number, column: number): string | number | Date {
  const n = row * 31 + column * 7;
  if (n % 7 === 0) return new Date(Date.UTC(2022, n % 12, 1 + (n % 28)));
  if (n % 5 === 0) return n / 8;
  return `西峡县${'㐂䶮𠮷堃'.slice(0, (n % 4) * 2)}第${n}号，"引号"\n换行 & <尖>`;
}

function shown(value: string | number | Date): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

describe('workbooks of other programs', () => {
  it.each([true, false])('reads what exceljs streamed, shared strings: %s, cell by cell', async (useSharedStrings) => {
    const chunks: Buffer[] = [];
    const { PassThrough } = await import('node:stream');
    const stream = new PassThrough();
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings, useStyles: true });
    const sheet = book.addWorksheet('数据');
    const expected: string[][] = [];
    for (let row = 1; row <= 700; row++) {
      const values = Array.from({ length: 26 }, (_, column) => valueAt(row, column));
      const written = sheet.addRow(values);
      values.forEach((value, column) => {
        if (value instanceof Date) written.getCell(column + 1).numFmt = 'yyyy-mm-dd';
      });
      written.commit();
      expected.push(values.map(shown));
    }
    sheet.commit();
    await book.commit();
    expect(await textsOf(Buffer.concat(chunks))).toEqual(expected);
  });

  it('reads what exceljs wrote whole: merges, hidden parts, formulas, rich text', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.getCell('A1').value = { richText: [{ text: '西峡' }, { font: { bold: true }, text: '县' }] };
    sheet.getCell('B1').value = { formula: 'A2*2', result: 6 };
    sheet.getCell('C1').value = { formula: 'SUM(A2:A3)', date1904: false };
    sheet.getCell('D1').value = true;
    sheet.getCell('E1').value = { error: '#DIV/0!' };
    sheet.getCell('F1').value = { text: '链接', hyperlink: 'https://example.invalid/' };
    sheet.mergeCells('A2:B3');
    sheet.getCell('A2').value = '合并';
    sheet.getRow(3).hidden = true;
    sheet.getColumn(4).hidden = true;
    book.addWorksheet('字典', { state: 'veryHidden' });
    const [first, second] = await sheetsOf(Buffer.from(await book.xlsx.writeBuffer()));
    expect(first?.rows[0]?.cells).toMatchObject([
      { column: 1, text: '西峡县', type: 'string' },
      { column: 2, text: '6', type: 'number', value: 6, formula: true },
      { column: 3, type: 'formula', value: null },
      { column: 4, type: 'boolean', value: true },
      { column: 5, type: 'error', value: '#DIV/0!' },
      { column: 6, text: '链接' },
    ]);
    expect(first).toMatchObject({ merges: ['A2:B3'], hiddenColumns: [4] });
    expect(second).toMatchObject({ name: '字典', hidden: true });
  });

  it('reads what SheetJS wrote', async () => {
    const rows = Array.from({ length: 50 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => shown(valueAt(row, column))),
    );
    const book = utils.book_new(utils.aoa_to_sheet(rows), '表');
    expect(await textsOf(writeBook(book, { type: 'buffer', bookType: 'xlsx', compression: true }))).toEqual(rows);
  });
});
