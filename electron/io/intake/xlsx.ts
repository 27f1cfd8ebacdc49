import type { Sheet, Workbook } from '../../contract/sheets.ts';
import { createCellStore } from './cellStore.ts';
import type { IntakeLimits } from './limits.ts';
import { countFloating, hasTableFilter } from './xlsxDrawing.ts';
import { readNotes } from './xlsxNotes.ts';
import { type Relationship, readRelationships, readWorkbookPart, type SheetEntry } from './xlsxParts.ts';
import { type SheetContent, sheetHandler } from './xlsxSheet.ts';
import { NO_SHARED_STRINGS, readSharedStrings } from './xlsxStrings.ts';
import { readStyles } from './xlsxStyles.ts';
import { readLargePart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** Reads an `.xlsx` or `.xlsm` as plain sheets. Macros, links, drop-downs and formulas are never followed, let alone run. */
export async function readXlsx(zip: ZipArchive, limits: IntakeLimits): Promise<Workbook> {
  const workbookPath = await mainPart(zip);
  const { date1904, sheets } = await readWorkbookPart(zip, workbookPath);
  const parts = await readRelationships(zip, workbookPath);
  const pathOf = (type: string) => parts.find((part) => part.type === type && zip.has(part.path))?.path;
  const stylesPath = pathOf('styles');
  const stringsPath = pathOf('sharedStrings');
  const styles = stylesPath ? await readStyles(zip, stylesPath) : [];
  const { cells, strings } = createCellStore(limits, styles, date1904);
  const shared = stringsPath ? await readSharedStrings(zip, stringsPath, strings) : NO_SHARED_STRINGS;
  const localImages = zip.has('xl/richData/richValueRel.xml');
  const read: Sheet[] = [];
  const seen = new Set<string>();
  for (const [index, sheet] of sheets.entries()) {
    const part = parts.find(({ id }) => id === sheet.relationshipId);
    if (part && part.type !== 'worksheet') continue; // chart and dialog sheets hold no cells
    const path = part?.path ?? `xl/worksheets/sheet${index + 1}.xml`;
    // Only a broken workbook names one part twice; its rows are there once.
    if (seen.has(path)) continue;
    seen.add(path);
    const related = await readRelationships(zip, path);
    const notes = await readNotes(zip, related);
    const handler = await readLargePart(zip, path, () => sheetHandler({ cells, strings, shared, notes, localImages }));
    read.push(await makeSheet(zip, sheet, related, handler.content()));
  }
  return { format: 'xlsx', sheets: read };
}

async function makeSheet(
  zip: ZipArchive,
  { name, hidden }: SheetEntry,
  related: readonly Relationship[],
  { rows, merges, hiddenColumns, drawings, cellPictures, filter }: SheetContent,
): Promise<Sheet> {
  const floating = await countFloating(
    zip,
    related.filter((part) => drawings.includes(part.id)),
  );
  const someHidden = rows.some((row) => row.hidden);
  const filtered = someHidden && (filter || (await hasTableFilter(zip, related)));
  return {
    name,
    hidden,
    rows,
    merges,
    hiddenColumns,
    pictures: cellPictures + floating.pictures,
    ...(floating.shapes > 0 ? { shapes: floating.shapes } : {}),
    ...(filtered ? { filtered: true } : {}),
  };
}

async function mainPart(zip: ZipArchive): Promise<string> {
  const roots = await readRelationships(zip, '');
  return roots.find(({ type, path }) => type === 'officeDocument' && zip.has(path))?.path ?? 'xl/workbook.xml';
}
