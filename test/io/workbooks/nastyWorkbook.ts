import ExcelJS from 'exceljs';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** What units really do to a workbook: drop-downs over whole columns, formats, comments, pictures, hidden parts, merges, formulas. */
export async function nastyWorkbook({ date1904 = false } = {}): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  const sheet = book.addWorksheet('行政处罚 & 明细', {
    views: [{ state: 'frozen', ySplit: 3 }],
    properties: { defaultRowHeight: 18 },
    pageSetup: { orientation: 'landscape', paperSize: 9 },
  });
  sheet.columns = [
    { width: 8 },
    { width: 31.5, style: { numFmt: '@' } },
    { width: 22 },
    { width: 14 },
    { hidden: true },
    { width: 12 },
  ];
  sheet.mergeCells('A1:F1');
  sheet.getCell('A1').value = '西峡县行政处罚信息（法人）';
  sheet.getCell('A1').font = { name: '黑体', size: 18, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  sheet.getRow(1).height = 40;
  sheet.getRow(3).values = ['序号', '统一社会信用代码', '处罚内容', '处罚日期', '隐藏', '金额'];
  const border = { style: 'thin' } as const;
  for (let row = 4; row <= 12; row++) {
    sheet.getRow(row).values = [
      row - 3,
      `9141132300000000${row}X`,
      `警告<${row}>&"引号"`,
      new Date(Date.UTC(2022, 3, row)),
      '藏',
      { formula: `A${row}*100`, result: (row - 3) * 100 },
    ];
    sheet.getCell(`D${row}`).numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell(`F${row}`).numFmt = '#,##0.00';
    for (const column of 'ABCDEF')
      sheet.getCell(`${column}${row}`).border = { top: border, left: border, bottom: border, right: border };
  }
  sheet.getCell('C6').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getCell('C7').value = {
    richText: [{ text: '罚款' }, { font: { bold: true, color: { argb: 'FFFF0000' } }, text: '300元' }],
  };
  sheet.getRow(8).hidden = true;
  sheet.mergeCells('C9:C11');
  sheet.getCell('B5').note = '单位自己的批注：此码已核对';
  sheet.getCell('A13').value = '合计';
  sheet.getCell('F13').value = { formula: 'SUM(F4:F12)', result: 4500 };
  // Whole-column drop-downs: exceljs writes one range, and could not read it back in minutes.
  const validations = (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } })
    .dataValidations; // not in its types
  validations.add('C4:C1048576', { type: 'list', allowBlank: true, formulae: ['"警告,罚款"'] });
  sheet.addConditionalFormatting({
    ref: 'F4:F12',
    rules: [
      { type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: ['500'], style: { font: { bold: true } } },
    ],
  });
  sheet.autoFilter = 'A3:F12';
  const picture = book.addImage({ buffer: PIXEL as unknown as ExcelJS.Buffer, extension: 'png' }); // exceljs declares a Buffer of its own
  sheet.addImage(picture, { tl: { col: 6, row: 1 }, ext: { width: 40, height: 40 } });
  const hidden = book.addWorksheet('代码表', { state: 'hidden' });
  hidden.addRow(['警告']);
  hidden.addRow(['罚款']);
  const other = book.addWorksheet("第二'张");
  other.addRow(['只是说明', 0.30000000000000004, true]);
  book.definedNames.add('代码表!$A$1:$A$2', '处罚类别');
  return Buffer.from(await book.xlsx.writeBuffer());
}
