import { builtinFormat } from '../../core/builtinFormats.ts';
import { numberFormat } from '../../core/numberFormat.ts';
import type { CellStyle } from './compactCells.ts';
import { ReadFault } from './readFault.ts';
import { attributeOf } from './xmlHandler.ts';
import { readPart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** Cell styles in the order that cells name them (`s="5"`), from `styles.xml`. */
export async function readStyles(zip: ZipArchive, path: string): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  /** Whether a fill hides what is under it, in a colour other than white. */
  const fills: boolean[] = [];
  const styles: { numFmtId: number; fontId: number; fillId: number }[] = [];
  let section = '';
  let solid = false;
  const openInFonts = (name: string, attributes: string) => {
    const font = fonts.at(-1);
    if (name === 'font') fonts.push({ struckOut: false, white: false, tiny: false });
    else if (!font) return;
    else if (name === 'strike') {
      const value = attributeOf(attributes, 'val');
      font.struckOut = value !== '0' && value !== 'false';
    } else if (name === 'color') font.white = isWhite(attributes);
    else if (name === 'sz') font.tiny = Number(attributeOf(attributes, 'val') ?? 11) <= 2;
  };
  const openInFills = (name: string, attributes: string) => {
    if (name === 'fill') fills.push(false);
    else if (name === 'patternFill') {
      const pattern = attributeOf(attributes, 'patternType') ?? 'none';
      solid = pattern === 'solid';
      // `gray125` is the second fill of every workbook and never meant; other patterns show whatever their colours are.
      fills[fills.length - 1] = pattern !== 'none' && pattern !== 'solid' && pattern !== 'gray125';
    } else if (name === 'gradientFill') fills[fills.length - 1] = true;
    else if (name === 'fgColor' && solid) fills[fills.length - 1] = !isWhite(attributes) && !isAutomatic(attributes);
  };
  await readPart(zip, path, {
    open(name, attributes) {
      if (SECTIONS.has(name)) section = name;
      else if (section === 'fonts') openInFonts(name, attributes);
      else if (section === 'fills') openInFills(name, attributes);
      else if (name === 'numFmt' && section === 'numFmts') {
        codes.set(numberOf(attributes, 'numFmtId'), attributeOf(attributes, 'formatCode') ?? 'General');
      } else if (name === 'xf' && section === 'cellXfs') {
        styles.push({
          numFmtId: numberOf(attributes, 'numFmtId'),
          fontId: numberOf(attributes, 'fontId'),
          fillId: numberOf(attributes, 'fillId'),
        });
        if (styles.length > MAX_STYLES) throw new ReadFault('too_large', '单元格样式过多');
      }
    },
    close(name) {
      if (name === section) section = '';
    },
    text() {},
  });
  return styles.map(({ numFmtId, fontId, fillId }) => {
    const format = codes.get(numFmtId) ?? builtinFormat(numFmtId);
    const font = fonts[fontId];
    const coloured = fills[fillId] ?? false;
    const unreadable = font !== undefined && (font.tiny || (font.white && !coloured));
    return { format, number: numberFormat(format), struckOut: font?.struckOut ?? false, unreadable, coloured };
  });
}

interface Font {
  struckOut: boolean;
  white: boolean;
  tiny: boolean;
}

/** White by its value, as the window colour of the theme, or by its place in the old palette. */
function isWhite(attributes: string): boolean {
  const rgb = attributeOf(attributes, 'rgb');
  if (rgb !== undefined) return /^(?:[0-9a-f]{2})?ffffff$/iu.test(rgb);
  const indexed = attributeOf(attributes, 'indexed');
  if (indexed !== undefined) return indexed === '1' || indexed === '9';
  return attributeOf(attributes, 'theme') === '0' && Math.abs(Number(attributeOf(attributes, 'tint') ?? 0)) < 0.01;
}

/** No colour of its own: 64 and 65 are the system's window colours. */
function isAutomatic(attributes: string): boolean {
  const indexed = attributeOf(attributes, 'indexed');
  return indexed === '64' || indexed === '65' || attributeOf(attributes, 'auto') !== undefined;
}

/** As many as a style index can tell apart; Excel allows 64,000. */
const MAX_STYLES = 65_536;
const SECTIONS: ReadonlySet<string> = new Set(['numFmts', 'fonts', 'fills', 'cellXfs', 'cellStyleXfs', 'dxfs']);

function numberOf(attributes: string, name: string): number {
  return Number(attributeOf(attributes, name) ?? 0);
}
