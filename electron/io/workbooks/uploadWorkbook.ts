import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Style } from 'exceljs';
import type { Template } from '../../contract/templates.ts';
import { uploadHeader, uploadRow } from '../../core/uploadRow.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** The consolidated upload as `.xlsx`: one header line, codes and dates as text (`@`), nothing else in the workbook. */
export async function writeUploadWorkbook(template: Template, records: Iterable<Values>): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName(template.title), { views: [{ state: 'frozen', ySplit: 1 }] });
  const styles = template.columns.map((column) =>
    column.type === 'number' ? numberStyle(column.number?.decimals ?? 0) : TEXT,
  );
  sheet.columns = template.columns.map((column, index) => ({
    width: Math.min(40, Math.max(12, column.name.length * 2 + 2)),
    style: styles[index] ?? TEXT,
  }));
  const header = sheet.addRow([...uploadHeader(template)]);
  header.eachCell((cell) => {
    cell.style = HEADER;
  });
  header.commit();
  for (const values of records) {
    const row = sheet.addRow([]);
    for (const [index, value] of uploadRow(template, values).entries()) {
      if (value === null) continue;
      const cell = row.getCell(index + 1);
      cell.value = value;
      cell.style = styles[index] ?? TEXT;
    }
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  return new Uint8Array(await bytes);
}

/** Sheet names hold 31 characters and none of `: \ / ? * [ ]`. */
const sheetName = (title: string): string => title.replace(/[:\\/?*[\]]/gu, '').slice(0, 31);

// Shared objects: exceljs writes one style per object it meets.
const TEXT: Partial<Style> = { numFmt: '@' };
const HEADER: Partial<Style> = {
  numFmt: '@',
  font: { bold: true },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};
const numberStyle = (decimals: number): Partial<Style> => ({
  numFmt: decimals === 0 ? '0' : `0.${'#'.repeat(decimals)}`,
});
