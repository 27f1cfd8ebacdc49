import type { Workbook } from '../../contract/sheets.ts';

/** The same workbook as plain objects, fit for posting to another thread: rows that make their cells when asked are filled. */
export function plainWorkbook(workbook: Workbook): Workbook {
  return {
    format: workbook.format,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ row, hidden, cells }) => ({ row, hidden, cells })),
    })),
  };
}
