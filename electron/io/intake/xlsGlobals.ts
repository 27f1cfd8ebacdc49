import { openBiffCipher } from './biffCipher.ts';
import type { BiffRecords } from './biffRecords.ts';
import { type BiffContent, biffContent } from './biffStrings.ts';
import type { CellStyle } from './compactCells.ts';
import { ReadFault } from './readFault.ts';
import type { StringPool } from './stringPool.ts';
import { createXlsStyles } from './xlsStyles.ts';
import { NO_SHARED_STRINGS, type SharedStrings } from './xlsxStrings.ts';

/** A sheet as the workbook lists it. */
export interface XlsSheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Place of its first record in the stream. */
  readonly position: number;
}

/** What holds for the whole of a binary workbook. */
export interface XlsGlobals {
  /** False for the workbooks of Excel 5 and 95, whose texts are bytes of `codePage`. */
  readonly isBiff8: boolean;
  readonly codePage: number;
  readonly date1904: boolean;
  /** Worksheets; charts, macro sheets and modules hold no table and are left out. */
  readonly sheets: readonly XlsSheetEntry[];
  readonly shared: SharedStrings;
  readonly styles: readonly CellStyle[];
  readonly isLocked: boolean;
  /** References of formulas that lead to other workbooks, by their index. */
  readonly external: ReadonlySet<number>;
}

/** Reads the first part of a workbook stream, up to its EOF. From a FILEPASS record on, `records` is deciphered. */
export function readXlsGlobals(records: BiffRecords, pool: StringPool, passwords: readonly string[]): XlsGlobals {
  const isBiff8 = readVersion(records);
  const styles = createXlsStyles();
  const sheets: XlsSheetEntry[] = [];
  const books: boolean[] = [];
  const external = new Set<number>();
  let shared = NO_SHARED_STRINGS;
  let codePage = CHINESE;
  let date1904 = false;
  let isLocked = false;
  const text = (content: BiffContent, length: number) =>
    isBiff8 ? content.unicode(length).text : content.bytes(length, codePage);
  for (;;) {
    if (!records.next()) throw new ReadFault('truncated', '工作簿目录不完整；若 WPS 能打开，请另存为 .xlsx');
    const { type, data, start, end } = records;
    switch (type) {
      case RECORD.eof:
        return { isBiff8, codePage, date1904, sheets, shared, styles: styles.list(), isLocked, external };
      case RECORD.filePass:
        isLocked = true;
        records.decipher(openBiffCipher(fileParts(data.subarray(start, end), isBiff8), passwords));
        break;
      case RECORD.codePage:
        codePage = data.readUInt16LE(start);
        break;
      case RECORD.dateMode:
        date1904 = data.readUInt16LE(start) === 1;
        break;
      case RECORD.boundSheet: {
        const content = biffContent(records);
        const position = content.uint32();
        const state = content.uint8();
        const kind = content.uint8();
        const name = text(content, content.uint8());
        if (kind === WORKSHEET) sheets.push({ name, hidden: (state & 3) !== 0, position });
        break;
      }
      case RECORD.sharedStrings:
        shared = readSharedStrings(records, pool, styles.isStruckFont);
        break;
      case RECORD.format: {
        const content = biffContent(records);
        const id = content.uint16();
        styles.addFormat(id, text(content, isBiff8 ? content.uint16() : content.uint8()));
        break;
      }
      case RECORD.font:
        styles.addFont(data.subarray(start, end));
        break;
      case RECORD.palette:
        styles.setPalette(data.subarray(start, end));
        break;
      case RECORD.cellFormat:
        styles.addCellFormat(data.subarray(start, end), isBiff8);
        break;
      case RECORD.otherBook:
        books.push(end - start >= 4 && !OWN_BOOKS.has(data.readUInt16LE(start + 2)));
        break;
      case RECORD.otherSheets:
        if (isBiff8) readReferences(biffContent(records), books, external);
        break;
    }
  }
}

const RECORD = {
  eof: 0x0a,
  otherSheets: 0x17,
  dateMode: 0x22,
  filePass: 0x2f,
  font: 0x31,
  codePage: 0x42,
  boundSheet: 0x85,
  palette: 0x92,
  cellFormat: 0xe0,
  sharedStrings: 0xfc,
  otherBook: 0x1ae,
  format: 0x41e,
} as const;
const BEGIN = 0x809;
/** BOF of BIFF2, BIFF3 and BIFF4. */
const OLD_BEGINS: ReadonlySet<number> = new Set([0x009, 0x209, 0x409]);
const BIFF5 = 0x500;
const BIFF8 = 0x600;
const WORKSHEET = 0;
const CHINESE = 936;
/** SUPBOOK of the workbook itself and of add-in functions. */
const OWN_BOOKS: ReadonlySet<number> = new Set([0x401, 0x3a01]);

function readVersion(records: BiffRecords): boolean {
  if (!records.next()) throw new ReadFault('truncated', '工作簿里没有内容；若 WPS 能打开，请另存为 .xlsx');
  const { type, data, start, end } = records;
  const version = type === BEGIN && end - start >= 4 ? data.readUInt16LE(start) : 0;
  if (version === BIFF8 || version === BIFF5) return version === BIFF8;
  if (OLD_BEGINS.has(type)) throw new ReadFault('unsupported_format', 'Excel 4.0 及更早的工作簿（.xls）');
  throw new ReadFault('truncated', '工作簿开头已损坏；若 WPS 能打开，请另存为 .xlsx');
}

/** Before BIFF8 the record has no method in front: always the old obfuscation, method 0. */
function fileParts(content: Buffer, isBiff8: boolean): Buffer {
  return isBiff8 ? Buffer.from(content) : Buffer.concat([Buffer.alloc(2), content]);
}

function readSharedStrings(
  records: BiffRecords,
  pool: StringPool,
  isStruckFont: (font: number) => boolean,
): SharedStrings {
  const content = biffContent(records);
  content.uint32(); // uses of the strings
  const count = content.uint32();
  const first = pool.size;
  const struckOut = new Set<number>();
  for (let i = 0; i < count && !content.isAtEnd(); i++) {
    const { text, runs } = content.unicode(content.uint16());
    const index = pool.add(text);
    if (runs.length > 0 && isStruck(text, runs, isStruckFont)) struckOut.add(index);
  }
  return { count: pool.size - first, first, struckOut };
}

/** Every part that shows is struck through. What stands before the first run has the cell's own font. */
function isStruck(
  text: string,
  runs: readonly { readonly from: number; readonly font: number }[],
  isStruckFont: (font: number) => boolean,
): boolean {
  const parts = runs.map(({ from, font }, i) => ({
    text: text.slice(from, runs[i + 1]?.from),
    struck: isStruckFont(font),
  }));
  const before = text.slice(0, runs[0]?.from);
  return (
    before.trim() === '' &&
    parts.some((part) => part.struck && part.text !== '') &&
    parts.every((part) => part.struck || part.text.trim() === '')
  );
}

function readReferences(content: BiffContent, books: readonly boolean[], external: Set<number>): void {
  const count = content.uint16();
  for (let i = 0; i < count && !content.isAtEnd(); i++) {
    if (books[content.uint16()]) external.add(i);
    content.uint32(); // first and last sheet
  }
}
