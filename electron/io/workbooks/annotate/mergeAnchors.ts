import { cellPlace } from '../../../core/address.ts';
import { attributeOf } from '../../intake/xmlHandler.ts';
import { LEAF } from './sheetCells.ts';
import { outlineOf } from './xmlEdit.ts';

/** Where a cell is seen: itself, or the first cell of the merge that covers it. */
export type Anchors = (row: number, column: number) => { readonly row: number; readonly column: number };

/** The merges of a sheet. */
export function mergeAnchors(xml: string): Anchors {
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const section = outlineOf(xml, LEAF)?.sections.find((one) => one.name === 'mergeCells');
  for (const { start, end } of section?.children ?? []) {
    const [first, last = first] = (attributeOf(xml.slice(start, end), 'ref') ?? '').split(':').map(cellPlace);
    if (first && last) merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
  return (row, column) => {
    const merge = merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  };
}
