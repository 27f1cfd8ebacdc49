import { writeFile } from 'node:fs/promises';
import { biffWorkbook, cell } from '../fixtures/biffWorkbook.ts';
import { seeded } from '../fixtures/seeded.ts';
import { tableText } from './textWorkbook.ts';

/** Writes a `.xls` with the texts of `writeTextWorkbook`, as Excel would: shared strings, then cells row by row. */
export async function writeTextXls(path: string, rows: number): Promise<void> {
  const random = seeded(20261120);
  const index = new Map<string, number>();
  const records: Buffer[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < 26; column++) {
      const text = tableText(column % 6, random);
      const at = index.get(text) ?? index.size;
      index.set(text, at);
      records.push(cell.shared(row, column, at));
    }
  }
  const strings = [...index.keys()].map((text) => ({ text }));
  await writeFile(path, biffWorkbook({ sheets: [{ name: 'Sheet1', records }], strings }));
}
