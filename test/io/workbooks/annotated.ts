import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read as readSheetJs, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import type { Finding } from '../../../electron/contract/findings.ts';
import type { Workbook } from '../../../electron/contract/sheets.ts';
import { cellMarks, type ReturnItem, returnItem } from '../../../electron/core/returnItems.ts';
import { type AnnotatedWorkbook, annotateWorkbook } from '../../../electron/io/workbooks/annotate/annotateWorkbook.ts';
import { readBytes } from '../intake/readBytes.ts';

export const AUTHOR = '县信用办';
/** Fills of the marks. */
export const RED = 'FFFFB9BA';
export const AMBER = 'FFFFE08A';

/** A finding on a cell: `item('Sheet1', 'D6', 'error')`; a row or a table by `{ row, cell: null }`. */
export function item(
  sheet: string,
  cell: string | null,
  severity: Finding['severity'],
  more: Partial<Finding> = {},
): ReturnItem {
  const row = cell === null ? null : Number(/\d+$/u.exec(cell)?.[0]);
  const message = `“甲 & 乙”的“<${cell}>”有误。请核对后重填。`;
  return returnItem(
    sheet,
    { row, cell, column: '甲 & 乙', field: 'A', rule: 'enum', severity, value: '=1+1', message, ...more },
    null,
  );
}

/** Marks a workbook given as bytes, as a file of this name. */
export async function annotate(
  bytes: Uint8Array,
  items: readonly ReturnItem[],
  { name = '表.xlsx', readable = true } = {},
): Promise<AnnotatedWorkbook> {
  const folder = await mkdtemp(path.join(tmpdir(), '退回 '));
  try {
    const file = path.join(folder, `原件${path.extname(name)}`);
    await writeFile(file, bytes);
    const marks = cellMarks(items, () => 1);
    return await annotateWorkbook(file, { marks, items, author: AUTHOR, tables: [] }, async () =>
      readable ? await plainOf(bytes, name) : null,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the intake reads of bytes. */
export async function plainOf(bytes: Uint8Array, name = '表.xlsx'): Promise<Workbook> {
  const read = await readBytes(bytes, name);
  if (read.kind !== 'workbook') throw new Error(`${read.kind} ${read.code} ${read.detail}`);
  return read.workbook;
}

/** The workbook as exceljs reads it. */
export async function excelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer); // exceljs declares a Buffer type of its own
  return book;
}

/** The workbook as SheetJS reads it. */
export function sheetJs(bytes: Uint8Array): WorkBook {
  return readSheetJs(bytes, { cellStyles: true, cellNF: true, cellFormula: true, sheetStubs: true });
}
