import ExcelJS from 'exceljs';
import { seeded } from '../fixtures/seeded.ts';

/** Writes a workbook of 26 text columns as a county's units fill them, the same for the same `rows`, by exceljs streamed. */
export async function writeTextWorkbook(path: string, rows: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = book.addWorksheet('Sheet1');
  const random = seeded(20261120);
  for (let row = 0; row < rows; row++) {
    sheet.addRow(Array.from({ length: 26 }, (_, column) => tableText(column % 6, random))).commit();
  }
  sheet.commit();
  await book.commit();
}

const WORDS = '河南省南阳市西峡县市场监督管理局行政处罚决定书违反食品安全法规定擅自从事经营活动罚款没收违法所得堃㐂';

/** Text of a column of one of six kinds. */
export function tableText(kind: number, random: (below: number) => number): string {
  switch (kind) {
    case 0:
      return words(6 + random(10), random);
    case 1:
      return `91411323MA${String(random(1e8)).padStart(8, '0')}`;
    case 2:
      return `2022/4/${1 + random(30)}`;
    case 3:
      return words(20, random);
    case 4:
      return '西峡县市场监督管理局';
    default:
      return `西市监罚〔2022〕${random(1e5)}号`;
  }
}

function words(length: number, random: (below: number) => number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += WORDS[random(WORDS.length)];
  return text;
}
