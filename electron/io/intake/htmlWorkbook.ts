import type { FileHandle } from 'node:fs/promises';
import type { Sheet, Workbook } from '../../contract/sheets.ts';
import { type CellStore, createCellStore } from './cellStore.ts';
import { fileChunks } from './fileChunks.ts';
import { createHtmlScanner } from './htmlScanner.ts';
import { createHtmlStyles, type HtmlStyles } from './htmlStyles.ts';
import { createHtmlTables } from './htmlTables.ts';
import type { IntakeLimits } from './limits.ts';
import { decodedText, textEncoding } from './textEncoding.ts';

/**
 * Reads the tables of a web page, which web systems export under the name `.xls`. Every cell is text as written, so that
 * no code is taken for a number here; whether the exporting system did so before nobody can tell.
 */
export async function readHtml(file: FileHandle, limits: IntakeLimits): Promise<Workbook> {
  const styles = createHtmlStyles();
  const store = createCellStore(limits, styles.cellStyles);
  const encoding = await textEncoding(fileChunks(file));
  const sheets = await readHtmlTables(decodedText(fileChunks(file, store.guard), encoding), store, styles);
  return { format: 'html', sheets };
}

/** The tables of one page. */
export async function readHtmlTables(
  chunks: AsyncIterable<string> | Iterable<string>,
  store: CellStore,
  styles: HtmlStyles,
): Promise<Sheet[]> {
  const tables = createHtmlTables(store, styles);
  const scanner = createHtmlScanner(tables);
  for await (const text of chunks) scanner.push(text);
  scanner.end();
  return tables.sheets();
}
