import type { FileHandle } from 'node:fs/promises';
import type { Workbook } from '../../contract/sheets.ts';
import { createBiffRecords } from './biffRecords.ts';
import { createCompactCells } from './compactCells.ts';
import { openCompoundFile } from './compoundFile.ts';
import { type ByteSource, fileBytes } from './compoundFileBytes.ts';
import { createHeapGuard } from './heapGuard.ts';
import type { IntakeLimits } from './limits.ts';
import { ReadFault } from './readFault.ts';
import { createStringPool } from './stringPool.ts';
import { readXlsGlobals } from './xlsGlobals.ts';
import { readXlsSheet } from './xlsSheet.ts';

/**
 * Reads a binary workbook of Excel 5 to 2003 and of WPS ([MS-XLS]). Macros, links and formulas are never run; `passwords`
 * are tried on an encrypted one. Whatever is odd in it is a `ReadFault`.
 */
export async function readXls(
  { file, passwords }: { readonly file: FileHandle; readonly passwords: readonly string[] },
  limits: IntakeLimits,
): Promise<Workbook> {
  const { size } = await file.stat();
  try {
    return readBook(workbookStream(fileBytes(file, size)), passwords, limits);
  } catch (error) {
    // A record shorter than its type demands.
    if (error instanceof RangeError) throw new ReadFault('truncated', '工作簿数据有误；若 WPS 能打开，请另存为 .xlsx');
    throw error;
  }
}

function readBook(stream: ByteSource, passwords: readonly string[], limits: IntakeLimits): Workbook {
  const guard = createHeapGuard(limits.maxHeap);
  const records = createBiffRecords(stream, guard);
  const budget = { left: limits.maxStored };
  const strings = createStringPool(budget);
  const globals = readXlsGlobals(records, strings, passwords);
  const { styles, date1904 } = globals;
  const cells = createCompactCells({ strings, styles, date1904, budget, maxCells: limits.maxCells, guard });
  return {
    format: 'xls',
    ...(globals.isLocked ? { locked: true } : {}),
    sheets: globals.sheets.map((entry) => readXlsSheet(entry, { records, globals, strings, cells })),
  };
}

/** The stream of the workbook; some programs write it without the compound file around it. */
function workbookStream(bytes: ByteSource): ByteSource {
  if (bytes.read(0, 2).readUInt16LE(0) !== COMPOUND_FILE) return bytes;
  const compound = openCompoundFile(bytes);
  // A file for both Excel 95 and later holds the workbook twice.
  const stream = compound.stream('Workbook') ?? compound.stream('Book');
  if (!stream) throw new ReadFault('truncated', '旧版 Office 文件里没有工作簿；若 WPS 能打开，请另存为 .xlsx');
  return stream;
}

const COMPOUND_FILE = 0xcfd0;
