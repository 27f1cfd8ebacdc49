import type { CellCorrection } from '../contract/imports.ts';
import type { CellContent } from '../contract/sheets.ts';
import { cellPlace, columnLetters } from './address.ts';
import type { AnalysedTable } from './analysed.ts';
import type { ExtractedRow, ExtractedTable } from './extract.ts';
import type { HeaderColumn } from './recogniseHeader.ts';

interface CorrectedTable {
  readonly extracted: ExtractedTable;
  /** The corrections of this table, with the text each lies over. */
  readonly corrections: AnalysedTable['corrections'];
}

/**
 * Lays the office's corrections over the cells of a table: rows are read with the corrected texts, and carry the row as sent beside. Of
 * two corrections of a cell the later holds; those of other tables' cells are left to them.
 */
export function applyCorrections(
  extracted: ExtractedTable,
  columns: readonly HeaderColumn[],
  cells: readonly CellCorrection[],
): CorrectedTable {
  if (cells.length === 0) return { extracted, corrections: [] };
  const fields = new Map(columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field]])));
  const rows = new Set(extracted.records);
  const ofRow = new Map<number, Map<string, CellContent>>();
  const corrections = new Map<string, AnalysedTable['corrections'][number]>();
  for (const correction of cells) {
    const place = cellPlace(correction.cell);
    const field = fields.get(place?.column ?? 0);
    if (!place || field === undefined || !rows.has(place.row)) continue;
    const { column, row } = place;
    const mended = ofRow.get(row) ?? new Map<string, CellContent>();
    const { value } = correction;
    mended.set(field, { column, text: value, type: 'string', value, format: 'General' });
    ofRow.set(row, mended);
    const raw = extracted.take(row).cells.get(field)?.text ?? '';
    corrections.set(`${columnLetters(column)}${row}`, { ...correction, raw });
  }
  const take = (row: number): ExtractedRow => {
    const sent = extracted.take(row);
    const mended = ofRow.get(row);
    if (!mended) return sent;
    const merged = new Set([...sent.merged].filter((field) => !mended.has(field)));
    return { ...sent, cells: new Map([...sent.cells, ...mended]), merged, sent };
  };
  return { extracted: { ...extracted, take }, corrections: [...corrections.values()] };
}
