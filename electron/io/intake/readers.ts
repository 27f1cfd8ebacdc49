import type { FileHandle } from 'node:fs/promises';
import type { Workbook } from '../../contract/sheets.ts';
import { readCsv } from './csv.ts';
import { readEncrypted } from './decryptPackage.ts';
import type { FileFormat } from './formats.ts';
import { readHtml } from './htmlWorkbook.ts';
import type { IntakeLimits } from './limits.ts';
import { readMhtml } from './mhtml.ts';
import { readSpreadsheetml } from './spreadsheetml.ts';
import { readXls } from './xls.ts';
import { readXlsx } from './xlsx.ts';
import { openZip, type ZipArchive } from './zipArchive.ts';

/** An open file as its reader gets it. */
export interface ReadSource {
  readonly file: FileHandle;
  /** The file as a zip, if it is one. */
  readonly zip: ZipArchive | null;
  readonly name: string;
  readonly passwords: readonly string[];
  readonly limits: IntakeLimits;
}

export type WorkbookReader = (source: ReadSource) => Promise<Workbook>;

/** The reader of each format that can be read as a workbook. A format without one is refused or kept as an attachment. */
export const READERS: { readonly [F in FileFormat]?: WorkbookReader } = {
  xlsx: async ({ file, zip, limits }) => readXlsx(zip ?? (await openZip(file, limits)), limits),
  csv: ({ file, limits }) => readCsv(file, limits),
  html: ({ file, limits }) => readHtml(file, limits),
  mhtml: ({ file, limits }) => readMhtml(file, limits),
  spreadsheetml: ({ file, limits }) => readSpreadsheetml(file, limits),
  xls: (source) => readXls(source, source.limits),
  encrypted: readEncrypted,
};
