import { builtinFormat } from '../../core/builtinFormats.ts';
import { numberFormat } from '../../core/numberFormat.ts';
import type { CellStyle } from './compactCells.ts';

/** Collects the FONT, FORMAT and XF records of a binary workbook ([MS-XLS] 2.4.122, 2.4.126, 2.4.353). */
export interface XlsStyles {
  addFont(record: Buffer): void;
  addFormat(id: number, code: string): void;
  addCellFormat(record: Buffer, isBiff8: boolean): void;
  setPalette(record: Buffer): void;
  readonly isStruckFont: (font: number) => boolean;
  /** Cell styles in the order that cells name them. */
  list(): CellStyle[];
}

/** Makes an empty collection. */
export function createXlsStyles(): XlsStyles {
  const fonts: Font[] = [];
  const codes = new Map<number, string>();
  const formats: { readonly font: number; readonly format: number; readonly fill: Fill | null }[] = [];
  let palette: readonly string[] = [];
  const fontAt = (index: number) => fonts[index > SKIPPED_FONT ? index - 1 : index];
  const isWhite = (colour: number) =>
    palette[colour - FIRST_PALETTE] === undefined ? WHITES.has(colour) : palette[colour - FIRST_PALETTE] === 'ffffff';
  return {
    addFont(record) {
      const flags = record.readUInt16LE(2);
      fonts.push({
        twips: record.readUInt16LE(0),
        struckOut: (flags & STRUCK_OUT) !== 0,
        colour: record.readUInt16LE(4),
      });
    },
    addFormat(id, code) {
      codes.set(id, code);
    },
    addCellFormat(record, isBiff8) {
      const pattern = isBiff8 ? record.readUInt32LE(14) >>> 26 : 0;
      formats.push({
        font: record.readUInt16LE(0),
        format: record.readUInt16LE(2),
        // The faint dots of pattern 17 are in every workbook and never meant.
        fill: pattern > 0 && pattern !== FAINT ? { pattern, colour: record.readUInt16LE(18) & 0x7f } : null,
      });
    },
    setPalette(record) {
      palette = Array.from({ length: record.readUInt16LE(0) }, (_, i) => record.toString('hex', 2 + i * 4, 5 + i * 4));
    },
    isStruckFont: (font) => fontAt(font)?.struckOut ?? false,
    list: () =>
      formats.map(({ font: index, format: id, fill }) => {
        const format = codes.get(id) ?? builtinFormat(id);
        const font = fontAt(index);
        const coloured =
          fill !== null && (fill.pattern !== SOLID || !(isWhite(fill.colour) || fill.colour >= AUTOMATIC));
        const unreadable = font !== undefined && (font.twips <= TINY_TWIPS || (isWhite(font.colour) && !coloured));
        return { format, number: numberFormat(format), struckOut: font?.struckOut ?? false, unreadable, coloured };
      }),
  };
}

interface Font {
  readonly twips: number;
  readonly struckOut: boolean;
  readonly colour: number;
}

interface Fill {
  readonly pattern: number;
  readonly colour: number;
}

const STRUCK_OUT = 0x08;
const TINY_TWIPS = 40;
const SOLID = 1;
const FAINT = 17;
/** This and above: the colours of the system's windows. */
const AUTOMATIC = 64;
/** There is no font 4: the fifth record is font 5. */
const SKIPPED_FONT = 4;
const FIRST_PALETTE = 8;
/** Fixed white, and white of the standard palette. */
const WHITES: ReadonlySet<number> = new Set([1, 9]);
