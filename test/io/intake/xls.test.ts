import { type CellObject, read as readBook, utils, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { CellContent, Sheet } from '../../../electron/contract/sheets.ts';
import { seeded } from '../../fixtures/seeded.ts';
import { sheetsOf } from './readBytes.ts';

const FORMATS = [
  'General',
  '0',
  '0.00',
  '#,##0.00',
  '0%',
  '0.00E+00',
  '0000',
  '@',
  'yyyy/m/d',
  'yyyy-mm-dd',
  'yyyy"年"m"月"d"日"',
  'yyyy"年"m"月"',
  'm"月"d"日"',
  'd-mmm-yy',
  'yyyy/m/d h:mm',
  'h:mm:ss',
  '[h]:mm',
  '[$-804]yyyy"年"m"月"d"日"',
  '[DBNum1][$-804]yyyy"年"m"月"d"日"',
  '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
];
const CHARACTERS = [...'西峡县市场监督管理局行政处罚〔2022〕第号㐂䶮𠮷堃𬭎龘é “”\n,abcXYZ0123　'];
const ERRORS = [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a];

/** A sheet of random cells of every kind, the same for the same seed. */
function randomSheet(seed: number, rows: number, columns: number): WorkSheet {
  const random = seeded(seed);
  const sheet: WorkSheet = {};
  const text = () => Array.from({ length: 1 + random(30) }, () => CHARACTERS[random(CHARACTERS.length)]).join('');
  const made = (): CellObject | null => {
    const z = FORMATS[random(FORMATS.length)] ?? 'General';
    switch (random(9)) {
      case 0:
        return null;
      case 1:
        return { t: 'n', v: random(60_000) + random(86_400) / 86_400, z };
      case 2:
        return { t: 'n', v: random(100_000) - 50_000, z };
      case 3:
        return { t: 'n', v: (random(2_000_000) - 1_000_000) / 100, z };
      case 4:
        return { t: 'n', v: 914_113_231 * 1e9 + random(1000) * 1000, z };
      case 5:
        return { t: 'b', v: random(2) === 1 };
      case 6:
        return { t: 'e', v: ERRORS[random(ERRORS.length)] ?? 0 };
      default:
        return { t: 's', v: text() };
    }
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const found = made();
      if (found) sheet[utils.encode_cell({ r: row, c: column })] = found;
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows - 1, c: columns - 1 } });
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 5 } },
    { s: { r: 3, c: 2 }, e: { r: 7, c: 2 } },
  ];
  return sheet;
}

/** Cells by address, without those whose text is empty. */
function byAddress(sheet: Sheet | undefined): Map<string, CellContent> {
  const cells = new Map<string, CellContent>();
  for (const row of sheet?.rows ?? [])
    for (const content of row.cells) cells.set(utils.encode_cell({ r: row.row - 1, c: content.column - 1 }), content);
  return cells;
}

describe('a binary workbook', () => {
  it.each([1, 2, 3, 4])('has the values that SheetJS reads, cell by cell (seed %i)', async (seed) => {
    const written = writeBook(utils.book_new(randomSheet(seed, 120, 20), '数据'), {
      type: 'buffer',
      bookType: 'biff8',
      bookSST: seed % 2 === 0,
    });
    const [ours] = await sheetsOf(written);
    const theirs = readBook(written, { type: 'buffer', raw: true, cellNF: true }).Sheets.数据 ?? {};
    const cells = byAddress(ours);
    const addresses = Object.keys(theirs).filter((key) => !key.startsWith('!'));
    expect(addresses.length).toBeGreaterThan(1500);
    expect([...cells.keys()].sort()).toEqual(addresses.sort());
    for (const address of addresses) {
      const their: CellObject = theirs[address];
      const our = cells.get(address);
      if (their.t === 'n' && our?.type === 'date') expect([address, our.format]).toEqual([address, their.z]);
      else if (their.t === 'e') expect([address, our?.type, our?.value]).toEqual([address, 'error', their.w]);
      else expect([address, our?.value]).toEqual([address, their.v]);
    }
    expect(ours?.merges).toEqual(['A1:F1', 'C4:C8']);
  });

  it.each([11, 12, 13])(
    'reads like the same workbook as .xlsx: text, value, format, lost digits (seed %i)',
    async (seed) => {
      const book = () => utils.book_new(randomSheet(seed, 120, 20), '数据');
      const [xls] = await sheetsOf(writeBook(book(), { type: 'buffer', bookType: 'biff8' }));
      const [xlsx] = await sheetsOf(writeBook(book(), { type: 'buffer', bookType: 'xlsx' }));
      const [ours, theirs] = [byAddress(xls), byAddress(xlsx)];
      for (const [address, content] of theirs) expect([address, ours.get(address)]).toEqual([address, content]);
      expect(ours.size).toBe(theirs.size);
    },
  );
});
