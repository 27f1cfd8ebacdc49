import type { FileHandle } from 'node:fs/promises';
import type { Sheet, Workbook } from '../../contract/sheets.ts';
import { createCellStore } from './cellStore.ts';
import { createHtmlStyles } from './htmlStyles.ts';
import { readHtmlTables } from './htmlWorkbook.ts';
import type { IntakeLimits } from './limits.ts';
import { type MimePart, mimeParts } from './mimeParts.ts';
import { ReadFault } from './readFault.ts';
import { decodedText, textEncoding } from './textEncoding.ts';

/**
 * Reads a web archive (`.mht`, “单个文件网页”), which Excel saves and web systems export under the name `.xls`. A workbook of
 * several sheets keeps each in a page of its own; the first page names them in their order.
 */
export async function readMhtml(file: FileHandle, limits: IntakeLimits): Promise<Workbook> {
  const { size } = await file.stat();
  if (size > MAX_BYTES) throw new ReadFault('too_large', `网页归档超过 ${MAX_BYTES / MEGABYTE} MB`);
  const bytes = Buffer.allocUnsafe(size);
  const { bytesRead } = await file.read(bytes, 0, size, 0);
  const pages = mimeParts(bytes.subarray(0, bytesRead)).filter((part) => /html/u.test(part.type));
  if (pages.length === 0) throw new ReadFault('truncated', '网页归档里没有网页');
  const styles = createHtmlStyles();
  const store = createCellStore(limits, styles.cellStyles);
  const sheets: Sheet[] = [];
  const sources = sheetSources(pages);
  for (const page of pages) {
    store.guard();
    const body = page.body();
    const chunks = decodedText(oneChunk(body), await textEncoding(oneChunk(body)));
    const found = await readHtmlTables(chunks, store, styles);
    const name = sources.find(({ source }) => sameFile(source, page.location))?.name;
    // The frame and the tab strip of a workbook of several sheets hold no cells of theirs.
    if (sources.length > 1 && name === undefined) continue;
    sheets.push(...found.map((sheet) => ({ ...sheet, name: name ?? sheet.name })));
  }
  return { format: 'html', sheets: numbered(sheets) };
}

const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 64 * MEGABYTE;
const SHEET_SOURCE = /<x:Name>([^<]*)<\/x:Name>\s*<x:WorksheetSource\s+HRef=["']?([^"'\s>]+?)["']?\s*\/?>/gu;

async function* oneChunk(body: Buffer): AsyncGenerator<Buffer> {
  yield body;
}

/** Which sheet is in which page, as the frame page says: `<x:Name>4月</x:Name> … <x:WorksheetSource HRef="x.files/sheet001.htm"/>`. */
function sheetSources(pages: readonly MimePart[]): { readonly name: string; readonly source: string }[] {
  for (const page of pages) {
    const found = [...page.body().toString('utf8', 0, MEGABYTE).matchAll(SHEET_SOURCE)];
    if (found.length > 0) return found.map(([, name = '', source = '']) => ({ name, source }));
  }
  return [];
}

function sameFile(source: string, location: string): boolean {
  const last = (path: string) => path.split(/[\\/]/u).at(-1)?.toLowerCase();
  return last(source) === last(location);
}

/** Sheets of several pages without names: each its own number. */
function numbered(sheets: readonly Sheet[]): Sheet[] {
  const distinct = new Set(sheets.map(({ name }) => name)).size === sheets.length;
  return distinct ? [...sheets] : sheets.map((sheet, i) => ({ ...sheet, name: `Sheet${i + 1}` }));
}
