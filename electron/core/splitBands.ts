import type { CellContent } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { viewBlock } from './blockView.ts';
import { isVisible } from './fold.ts';
import { recogniseHeader } from './recogniseHeader.ts';
import type { SheetView } from './sheetView.ts';

/**
 * The tables side by side in a block of cells, each with its columns; none if no empty column parts two. Only what holds more fields
 * apart than together is two tables: an empty column may as well run through one.
 */
export function splitBands(
  view: SheetView,
  groups: readonly Span[],
  templates: readonly Template[],
): readonly SheetView[] {
  const [first, ...others] = groups;
  if (!first || others.length === 0 || others.length > MAX_GAPS) return [];
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
  if (bands.length < 2) return [];
  // What stands in the empty columns between belongs to the table on the left.
  return bands.map((band, index) => {
    const left = index === 0 ? 1 : band.left;
    const right = (bands[index + 1]?.left ?? Number.POSITIVE_INFINITY) - 1;
    return viewBlock(view, { left, right, ...ALL_ROWS });
  });
}

/** Columns by number, both ends included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}
/** More gaps than this are the holes of one sparse sheet. */
const MAX_GAPS = 20;
const ALL_ROWS = { top: 1, bottom: Number.POSITIVE_INFINITY };

/** Gathers from the rows of a block which columns hold anything but titles and labels, which may stand above a gap. */
export function gatherColumns() {
  const used: boolean[] = [];
  const see = (cells: readonly CellContent[]): void => {
    if (isHeading(cells)) return;
    for (const cell of cells) used[cell.column] ||= isVisible(cell.text);
  };
  return { see, groups: () => runsOf(used) };
}

function runsOf(used: readonly boolean[]): readonly Span[] {
  const groups: { left: number; right: number }[] = [];
  for (let column = 1; column < used.length; column++) {
    if (!used[column]) continue;
    const last = groups.at(-1);
    if (last && last.right === column - 1) last.right = column;
    else groups.push({ left: column, right: column });
  }
  return groups;
}

const isHeading = (cells: readonly CellContent[]): boolean =>
  cells.length <= 2 || (cells.length <= 6 && cells.some((cell) => /[:：]/u.test(cell.text)));
