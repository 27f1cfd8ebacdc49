import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CellContent, IntakeResult, Sheet } from '../../../electron/contract/sheets.ts';
import { DEFAULT_LIMITS, type IntakeLimits } from '../../../electron/io/intake/limits.ts';
import { plainWorkbook } from '../../../electron/io/intake/plainWorkbook.ts';
import { readMailedFile } from '../../../electron/io/intake/readMailedFile.ts';

/** Reads bytes as a mailed file of this name, through a file with a Chinese name and blanks. */
export async function readBytes(
  bytes: Uint8Array | string,
  name = '表.xlsx',
  limits: IntakeLimits = DEFAULT_LIMITS,
  passwords: readonly string[] = [],
): Promise<IntakeResult> {
  const folder = await mkdtemp(join(tmpdir(), '信用 办#%-'));
  try {
    const path = join(folder, '附件 1.bin');
    await writeFile(path, bytes);
    const result = await readMailedFile(path, { name, passwords }, limits);
    return result.kind === 'workbook' ? { kind: 'workbook', workbook: plainWorkbook(result.workbook) } : result;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The sheets of bytes that must be a workbook. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const result = await readBytes(bytes);
  if (result.kind !== 'workbook') throw new Error(`${result.kind} ${result.code} ${result.detail}`);
  return result.workbook.sheets;
}

/** The texts of the first sheet, row by row. */
export async function textsOf(bytes: Uint8Array): Promise<string[][]> {
  const [sheet] = await sheetsOf(bytes);
  return (sheet?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));
}

/** The cells of the first row of the first sheet. */
export async function cellsOf(bytes: Uint8Array): Promise<readonly CellContent[]> {
  const [sheet] = await sheetsOf(bytes);
  return sheet?.rows[0]?.cells ?? [];
}
