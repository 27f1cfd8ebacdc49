import type { FileHandle } from 'node:fs/promises';
import type { Workbook } from '../../contract/sheets.ts';
import type { FileFormat } from './formats.ts';
import type { IntakeLimits } from './limits.ts';
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
};
