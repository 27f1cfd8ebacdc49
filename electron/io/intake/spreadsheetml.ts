import type { FileHandle } from 'node:fs/promises';
import type { Sheet, Workbook } from '../../contract/sheets.ts';
import { type CellStore, createCellStore } from './cellStore.ts';
import type { CellStyle } from './compactCells.ts';
import { fileChunks } from './fileChunks.ts';
import type { IntakeLimits } from './limits.ts';
import { createXmlSheet, type XmlSheet } from './spreadsheetmlSheet.ts';
import { createXmlStyles, type XmlStyles } from './spreadsheetmlStyles.ts';
import { decodedText, textEncoding } from './textEncoding.ts';
import { attributeOf, type XmlHandler } from './xmlHandler.ts';
import { readXml } from './xmlPart.ts';

/** Reads an “XML Spreadsheet 2003”, which Excel and web systems save under the name `.xls`. Nothing outside the file is read. */
export async function readSpreadsheetml(file: FileHandle, limits: IntakeLimits): Promise<Workbook> {
  const encoding = await textEncoding(fileChunks(file));
  const cellStyles: CellStyle[] = [];
  const store = createCellStore(limits, cellStyles);
  const open = () => decodedText(fileChunks(file, store.guard), encoding);
  const { sheets } = await readXml(open, () => workbookHandler(store, createXmlStyles(cellStyles)));
  return { format: 'xls', sheets: sheets() };
}

function workbookHandler(store: CellStore, styles: XmlStyles): XmlHandler & { sheets(): Sheet[] } {
  const sheets: XmlSheet[] = [];
  let sheet: XmlSheet | null = null;
  let visible: string | null = null;
  return {
    open(name, attributes) {
      if (name === 'Worksheet') {
        sheet = createXmlSheet(attributeOf(attributes, 'Name') ?? '', store, styles);
        sheets.push(sheet);
      } else if (name === 'Visible') visible = '';
      else if (sheet) sheet.open(name, attributes);
      else styles.open(name, attributes);
    },
    close(name) {
      if (name === 'Worksheet') sheet = null;
      else if (name === 'Visible') {
        if (visible?.trim() !== 'SheetVisible') sheet?.hide();
        visible = null;
      } else sheet?.close(name);
    },
    text(text) {
      if (visible !== null) visible += text;
      else sheet?.text(text);
    },
    sheets: () => sheets.map((one) => one.sheet()),
  };
}
