import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ExcelJS, { type Style } from 'exceljs';
import type { Severity } from '../../contract/findings.ts';

/** One line of the list of findings, in words. */
export interface FindingRow {
  readonly unit: string;
  readonly duty: string;
  readonly template: string;
  readonly period: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly cell: string | null;
  readonly column: string | null;
  readonly value: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string | null;
}

/** Writes the list of findings (问题清单), row by row; throws what the file system says. */
export async function writeFindingsWorkbook(path: string, title: string, rows: Iterable<FindingRow>): Promise<void> {
  // exceljs leaves errors of a file it opens itself to nobody.
  const stream = new PassThrough();
  const written = pipeline(stream, createWriteStream(path));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet('问题清单', {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  const head = sheet.addRow([title]);
  head.getCell(1).style = TITLE;
  head.commit();
  const header = sheet.addRow(COLUMNS.map((column) => column.title));
  header.eachCell((cell) => {
    cell.style = HEADER;
  });
  header.commit();
  let left = MOST_ROWS;
  for (const row of rows) {
    if (left-- <= 0) break;
    const line = sheet.addRow(COLUMNS.map((column) => column.value(row)));
    for (const [index, { style }] of COLUMNS.entries()) line.getCell(index + 1).style = style;
    line.commit();
  }
  if (left < 0) sheet.addRow([`超过 ${MOST_ROWS} 条，其余未列出。请按单位或报送期分别导出。`]).commit();
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: COLUMNS.length } };
  sheet.commit();
  await Promise.all([workbook.commit(), written]);
}

/** A sheet ends at 1,048,576 rows. */
const MOST_ROWS = 1_000_000;

// Shared objects: exceljs writes one style per object it meets. `@` keeps codes and what looks like a formula a text.
const BORDER = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const FONT = { name: '仿宋', size: 11 };
const TEXT: Partial<Style> = {
  font: FONT,
  border: BORDERS,
  numFmt: '@',
  alignment: { vertical: 'middle', wrapText: true },
};
const CENTRED: Partial<Style> = { ...TEXT, alignment: { vertical: 'middle', horizontal: 'center', wrapText: true } };
const NUMBER: Partial<Style> = { ...CENTRED, numFmt: '0' };
const HEADER: Partial<Style> = {
  ...CENTRED,
  font: { name: '黑体', size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EBF3' } },
};
const TITLE: Partial<Style> = { font: { name: '黑体', size: 14 } };

const LEVELS: Readonly<Record<Severity, string>> = { error: '错误', verify: '核实', notice: '提示' };

interface Column {
  readonly title: string;
  readonly width: number;
  readonly style: Partial<Style>;
  readonly value: (row: FindingRow) => string | number;
}

const COLUMNS: readonly Column[] = [
  { title: '单位', width: 18, style: CENTRED, value: (row) => row.unit },
  { title: '事项', width: 24, style: TEXT, value: (row) => row.duty },
  { title: '模板', width: 18, style: CENTRED, value: (row) => row.template },
  { title: '报送期', width: 14, style: CENTRED, value: (row) => row.period },
  { title: '文件', width: 26, style: TEXT, value: (row) => row.file },
  { title: '工作表', width: 12, style: CENTRED, value: (row) => row.sheet },
  { title: '行', width: 7, style: NUMBER, value: (row) => row.row },
  { title: '单元格', width: 9, style: CENTRED, value: (row) => row.cell ?? '' },
  { title: '列', width: 18, style: TEXT, value: (row) => row.column ?? '' },
  { title: '值', width: 22, style: TEXT, value: (row) => row.value },
  { title: '问题', width: 36, style: TEXT, value: (row) => halves(row.message).problem },
  { title: '级别', width: 7, style: CENTRED, value: (row) => LEVELS[row.severity] },
  { title: '怎样改', width: 28, style: TEXT, value: (row) => halves(row.message).remedy },
  { title: '核实理由', width: 22, style: TEXT, value: (row) => row.reason ?? '' },
];

/** A finding's sentence says what is wrong, then `请…`. */
function halves(message: string): { readonly problem: string; readonly remedy: string } {
  const at = message.lastIndexOf('。请');
  return at < 0
    ? { problem: message, remedy: '' }
    : { problem: message.slice(0, at + 1), remedy: message.slice(at + 1) };
}
