import type { Sheet, Workbook } from '../../contract/sheets.ts';
import { createCompactCells } from './compactCells.ts';
import { createHeapGuard } from './heapGuard.ts';
import type { IntakeLimits } from './limits.ts';
import { createStringPool } from './stringPool.ts';
import { countPictures, readRelationships, readWorkbookPart, type SheetEntry } from './xlsxParts.ts';
import { type SheetContent, sheetHandler } from './xlsxSheet.ts';
import { NO_SHARED_STRINGS, readSharedStrings } from './xlsxStrings.ts';
import { readStyles } from './xlsxStyles.ts';
import { readLargePart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** Reads an `.xlsx` or `.xlsm` as plain sheets. Macros, links, drop-downs and formulas are never looked at, let alone run. */
export async function readXlsx(zip: ZipArchive, limits: IntakeLimits): Promise<Workbook> {
  const workbookPath = await mainPart(zip);
  const { date1904, sheets } = await readWorkbookPart(zip, workbookPath);
  const parts = await readRelationships(zip, workbookPath);
  const pathOf = (type: string) => parts.find((part) => part.type === type && zip.has(part.path))?.path;
  const stylesPath = pathOf('styles');
  const stringsPath = pathOf('sharedStrings');
  const budget = { left: limits.maxStored };
  const strings = createStringPool(budget);
  const styles = stylesPath ? await readStyles(zip, stylesPath) : [];
  const shared = stringsPath ? await readSharedStrings(zip, stringsPath, strings) : NO_SHARED_STRINGS;
  const cells = createCompactCells({
    strings,
    styles,
    date1904,
    budget,
    maxCells: limits.maxCells,
    guard: createHeapGuard(limits.maxHeap),
  });
  const read: Sheet[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const part = parts.find(({ id }) => id === sheet.relationshipId);
    if (part && part.type !== 'worksheet') continue; // chart and dialog sheets hold no cells
    const path = part?.path ?? `xl/worksheets/sheet${index + 1}.xml`;
    const handler = await readLargePart(zip, path, () => sheetHandler({ cells, strings, shared }));
    read.push(await makeSheet(zip, sheet, path, handler.content()));
  }
  return { format: 'xlsx', sheets: read };
}

async function makeSheet(zip: ZipArchive, sheet: SheetEntry, path: string, content: SheetContent): Promise<Sheet> {
  const { rows, merges, hiddenColumns, drawings, cellPictures } = content;
  let pictures = cellPictures;
  if (drawings.length > 0) {
    const parts = await readRelationships(zip, path);
    for (const part of parts) if (drawings.includes(part.id)) pictures += await countPictures(zip, part.path);
  }
  return { name: sheet.name, hidden: sheet.hidden, rows, merges, hiddenColumns, pictures };
}

async function mainPart(zip: ZipArchive): Promise<string> {
  const roots = await readRelationships(zip, '');
  return roots.find(({ type, path }) => type === 'officeDocument' && zip.has(path))?.path ?? 'xl/workbook.xml';
}
