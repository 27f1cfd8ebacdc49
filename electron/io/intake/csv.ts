import type { FileHandle } from 'node:fs/promises';
import type { SheetRow, Workbook } from '../../contract/sheets.ts';
import { type CellStore, createCellStore } from './cellStore.ts';
import { CELL_KIND } from './compactCells.ts';
import { createRecordScanner, type RecordScanner } from './csvRecords.ts';
import { csvSeparator } from './csvSeparator.ts';
import { fileChunks } from './fileChunks.ts';
import type { IntakeLimits } from './limits.ts';
import { ReadFault } from './readFault.ts';
import { decodedText, textEncoding } from './textEncoding.ts';

/**
 * Reads a text of records (`.csv`, `.txt`, “Unicode 文本”) as one sheet. Every cell is a string, just as written: no code
 * loses its last digits, no document number becomes a date. A row's number is the record's, empty records counted.
 */
export async function readCsv(file: FileHandle, limits: IntakeLimits): Promise<Workbook> {
  const store = createCellStore(limits);
  const rows: SheetRow[] = [];
  const addRecord = recordAdder(store, rows);
  const encoding = await textEncoding(fileChunks(file));
  let start = '';
  let scanner: RecordScanner | null = null;
  for await (const text of decodedText(fileChunks(file, store.guard), encoding)) {
    if (scanner) scanner.push(text);
    else {
      start += text;
      if (start.length < START_CHARS) continue;
      scanner = startScanner(start, addRecord);
    }
  }
  scanner ??= startScanner(start, addRecord);
  scanner.end();
  return {
    format: 'csv',
    sheets: [{ name: 'Sheet1', hidden: false, rows, merges: [], hiddenColumns: [], pictures: 0 }],
  };
}

/** As tall as a sheet can be. */
const MAX_RECORDS = 1_048_576;
/** Enough for the separator to show. */
const START_CHARS = 64 * 1024;
/** The line by which a file tells Excel its separator; no record. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/iu;

function startScanner(start: string, addRecord: (fields: readonly string[]) => void): RecordScanner {
  const told = SEPARATOR_LINE.exec(start);
  const text = told ? start.slice(told[0].length) : start;
  const separator = SEPARATOR_OF[told?.[1] ?? ''] ?? csvSeparator(text);
  const scanner = createRecordScanner(separator, addRecord);
  scanner.push(text);
  return scanner;
}

const SEPARATOR_OF: Readonly<Record<string, ',' | ';' | '\t'>> = { ',': ',', ';': ';', '\t': '\t' };

function recordAdder({ cells, strings }: CellStore, rows: SheetRow[]): (fields: readonly string[]) => void {
  // Much of a table repeats from row to row; such a text is kept once.
  const lastTexts: string[] = [];
  const lastIndexes: number[] = [];
  let record = 0;
  return (fields) => {
    if (++record > MAX_RECORDS) throw new ReadFault('too_large', `超过 ${MAX_RECORDS} 行`);
    const first = cells.count;
    for (let i = 0; i < fields.length; i++) {
      const text = fields[i] ?? '';
      if (text === '') continue;
      if (lastTexts[i] !== text) {
        lastTexts[i] = text;
        lastIndexes[i] = strings.add(text);
      }
      cells.add({
        column: i + 1,
        style: 0,
        kind: CELL_KIND.string,
        value: lastIndexes[i] ?? 0,
        formula: false,
        struckOut: false,
      });
    }
    if (cells.count > first) rows.push(cells.row(record, false, first));
  };
}
