import { builtinFormat } from '../../core/builtinFormats.ts';
import { numberFormat } from '../../core/numberFormat.ts';
import type { CellStyle } from './compactCells.ts';
import { attributeOf } from './xmlHandler.ts';
import { readPart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** Cell styles in the order that cells name them (`s="5"`), from `styles.xml`. */
export async function readStyles(zip: ZipArchive, path: string): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: { numFmtId: number; fontId: number }[] = [];
  let section = '';
  await readPart(zip, path, {
    open(name, attributes) {
      if (SECTIONS.has(name)) section = name;
      else if (name === 'numFmt' && section === 'numFmts') {
        codes.set(numberOf(attributes, 'numFmtId'), attributeOf(attributes, 'formatCode') ?? 'General');
      } else if (name === 'font' && section === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && section === 'fonts') {
        const value = attributeOf(attributes, 'val');
        struckFonts[struckFonts.length - 1] = value !== '0' && value !== 'false';
      } else if (name === 'xf' && section === 'cellXfs') {
        styles.push({ numFmtId: numberOf(attributes, 'numFmtId'), fontId: numberOf(attributes, 'fontId') });
      }
    },
    close(name) {
      if (name === section) section = '';
    },
    text() {},
  });
  return styles.map(({ numFmtId, fontId }) => {
    const format = codes.get(numFmtId) ?? builtinFormat(numFmtId);
    return { format, number: numberFormat(format), struckOut: struckFonts[fontId] ?? false };
  });
}

const SECTIONS: ReadonlySet<string> = new Set(['numFmts', 'fonts', 'cellXfs', 'cellStyleXfs', 'dxfs']);

function numberOf(attributes: string, name: string): number {
  return Number(attributeOf(attributes, name) ?? 0);
}
