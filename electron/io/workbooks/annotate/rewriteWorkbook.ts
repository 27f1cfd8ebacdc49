import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { CellContent, Sheet, Workbook } from '../../../contract/sheets.ts';
import { textWidth } from '../../../core/circularTitle.ts';

/**
 * What the intake read of an `.xls`, a `.csv` or a web page as a new `.xlsx`: texts stay texts, numbers and dates keep their format, merges
 * and what was hidden are as they were.
 */
export async function rewriteWorkbook({ sheets }: Workbook): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const styles = new Map<string, Partial<ExcelJS.Style>>();
  const styleOf = (numFmt: string): Partial<ExcelJS.Style> => {
    const known = styles.get(numFmt) ?? { numFmt };
    styles.set(numFmt, known); // exceljs writes one style per object it meets
    return known;
  };
  for (const sheet of sheets) writeSheet(workbook, sheet, styleOf);
  await workbook.commit();
  return new Uint8Array(await bytes);
}

function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: Sheet,
  styleOf: (numFmt: string) => Partial<ExcelJS.Style>,
): void {
  const target = workbook.addWorksheet(sheet.name, { state: sheet.hidden ? 'hidden' : 'visible' });
  target.columns = columnWidths(sheet).map((width, index) => ({
    width,
    hidden: sheet.hiddenColumns.includes(index + 1),
  }));
  for (const merge of sheet.merges) target.mergeCells(merge);
  for (const { row, hidden, cells } of sheet.rows) {
    const line = target.getRow(row);
    line.hidden = hidden;
    for (const content of cells) {
      const cell = line.getCell(content.column);
      const { value, format } = plainValue(content);
      cell.value = value;
      cell.style = styleOf(format);
    }
    line.commit();
  }
  target.commit();
}

const AS_TEXT = '@';

/** A number whose digits are lost, or that shows as something else, is written as it was seen. */
function plainValue(content: CellContent): { value: string | number | boolean; format: string } {
  const { text, type, value, format, precisionLost } = content;
  if (type === 'number' && typeof value === 'number' && !precisionLost && format !== AS_TEXT) return { value, format };
  if (type === 'boolean' && typeof value === 'boolean') return { value, format };
  const serial = type === 'date' && typeof value === 'string' ? serialOf(value) : null;
  return serial === null ? { value: text, format: AS_TEXT } : { value: serial, format };
}

/** Serial number of an ISO day or date-time in the 1900 system; null before March 1900, where spreadsheets disagree. */
function serialOf(moment: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/u.exec(moment);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const serial = Date.UTC(year, month - 1, day, hour, minute, second) / 86_400_000 + 25_569;
  return serial < 61 ? null : serial;
}

/** Wide enough to read, from the first rows; in characters. */
function columnWidths(sheet: Sheet): number[] {
  const widths: number[] = [];
  for (const { cells } of sheet.rows.slice(0, 200)) {
    for (const { column, text } of cells) {
      const width = Math.min(40, Math.max(9, textWidth(text) * 2 + 2));
      const isTitle = cells.length === 1 && text.length > 12;
      if (!isTitle) widths[column - 1] = Math.max(widths[column - 1] ?? 9, width);
    }
  }
  return Array.from(widths, (width) => width ?? 9);
}
