import ExcelJS from 'exceljs';

/** Writes a workbook of 26 text columns as a county's units fill them, the same for the same `rows`, by exceljs streamed. */
export async function writeTextWorkbook(path: string, rows: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = book.addWorksheet('Sheet1');
  const random = seeded(20261120);
  for (let row = 0; row < rows; row++) {
    sheet.addRow(Array.from({ length: 26 }, (_, column) => textOf(column % 6, random))).commit();
  }
  sheet.commit();
  await book.commit();
}

const WORDS = '河南省南阳市西峡县市场监督管理局行政处罚决定书违反食品安全法规定擅自从事经营活动罚款没收违法所得堃㐂';

function textOf(kind: number, random: (below: number) => number): string {
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

/** A small generator of its own (mulberry32): the same file on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
