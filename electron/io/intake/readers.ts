import type { FileHandle } from 'node:fs/promises';
import type { Workbook } from '../../contract/sheets.ts';
import type { FileFormat } from './formats.ts';
import type { IntakeLimits } from './limits.ts';
import { readXlsx } from './xlsx.ts';

export type WorkbookReader = (file: FileHandle, limits: IntakeLimits) => Promise<Workbook>;

/** The reader of each format that can be read as a workbook. A format without one is refused or kept as an attachment. */
export const READERS: { readonly [F in FileFormat]?: WorkbookReader } = { xlsx: readXlsx };
