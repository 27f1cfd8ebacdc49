import type { Template } from '../contract/templates.ts';
import { viewBlock } from './blockView.ts';
import { recogniseHeader } from './recogniseHeader.ts';
import type { SheetView } from './sheetView.ts';
import type { FoundTable } from './splitSheet.ts';

/**
 * The tables side by side in a block, each with its columns; none or one if the block is one table. Only what an empty column parts
 * and what holds more fields apart than together is two tables: an empty column may as well run through one.
 */
export function splitBands({ view, header }: FoundTable, templates: readonly Template[]): readonly SheetView[] {
  const groups = columnGroups(view, header);
  const [first, ...others] = groups;
  if (!first || others.length === 0) return [];
  const fieldsIn = (span: Span): number => {
    const found = recogniseHeader(viewBlock(view, { ...span, ...ALL_ROWS }), templates, '', undefined);
    return found.kind === 'matched' ? new Set(found.best.columns.flatMap((c) => c.field ?? [])).size : 0;
  };
  const bands: Span[] = [first];
  for (const group of others) {
    const before = bands.at(-1) ?? first;
    const joined = { left: before.left, right: group.right };
    const [here, there] = [fieldsIn(before), fieldsIn(group)];
    if (here > 0 && there > 0 && here + there > fieldsIn(joined)) bands.push(group);
    else bands[bands.length - 1] = joined;
  }
  // What stands in the empty columns between belongs to the table on the left.
  return bands.map((band, index) => {
    const left = index === 0 ? 1 : band.left;
    const right = (bands[index + 1]?.left ?? Number.POSITIVE_INFINITY) - 1;
    return viewBlock(view, { left, right, ...ALL_ROWS });
  });
}

interface Span {
  readonly left: number;
  readonly right: number;
}
const ALL_ROWS = { top: 1, bottom: Number.POSITIVE_INFINITY };

/** Runs of header columns with an empty column between them, and what stands apart on either side in any row. */
function columnGroups(view: SheetView, header: FoundTable['header']): Span[] {
  const groups: { left: number; right: number }[] = [];
  for (const { column } of header.columns) {
    const last = groups.at(-1);
    if (last && column <= last.right + 1) last.right = column;
    else groups.push({ left: column, right: column });
  }
  let [left, right] = [Number.POSITIVE_INFINITY, 0];
  for (const row of view.rowNumbers) {
    const cells = view.row(row)?.cells ?? [];
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? right);
  }
  const [first, last] = [groups[0], groups.at(-1)];
  if (first && left < first.left - 1) groups.unshift({ left, right: first.left - 2 });
  if (last && right > last.right + 1) groups.push({ left: last.right + 2, right });
  return groups;
}
