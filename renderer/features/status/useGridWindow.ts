import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useMemo } from 'react';
import type { GridModel } from './gridModel.ts';

/** A line of the grid: the heading of a kind of unit, or a unit. */
export type GridLine =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'row'; readonly row: number };

/** Widths of the two columns that stay in sight; statusGrid.css places the second by the first. */
export const UNIT_WIDTH = 132;
export const OWES_WIDTH = 46;
const FIXED_WIDTH = UNIT_WIDTH + OWES_WIDTH;
const ROW_HEIGHT = 29;
const WIDEST_COLUMN = 220;
/** So many columns of every row are drawn at once; of more, only those in sight. */
const FEW_COLUMNS = 48;
/** Rows and columns come and go in blocks, so that most frames of scrolling draw nothing new. */
const BLOCK = 8;

/** The part of the grid that is in sight, and how to bring a square into it. */
export function useGridWindow(scroller: RefObject<HTMLDivElement | null>, model: GridModel) {
  const lines = useMemo(() => linesOf(model), [model]);
  const widths = useMemo(() => {
    const spans = new Map(model.heads.map((head) => [head.duty, head.span]));
    return model.columns.map((column) => Math.max(52, Math.ceil(92 / (spans.get(column.duty) ?? 1))));
  }, [model]);
  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 52,
    paddingStart: FIXED_WIDTH,
    scrollPaddingStart: FIXED_WIDTH,
    overscan: 4,
  });
  const items = down.getVirtualItems();
  const columns = across.getVirtualItems();
  const isNarrow = widths.length <= FEW_COLUMNS;
  const first = blockStart(items[0]?.index ?? 0);
  const end = blockEnd(items.at(-1)?.index, lines.length);
  return {
    widths,
    width: FIXED_WIDTH + widths.reduce((sum, one) => sum + one, 0),
    /** Wider, the squares would stand too far from the names of their units. */
    most: FIXED_WIDTH + widths.length * WIDEST_COLUMN,
    lines: lines.slice(first, end),
    above: first * ROW_HEIGHT,
    below: (lines.length - end) * ROW_HEIGHT,
    /** First column drawn, and the one after the last. */
    from: isNarrow ? 0 : blockStart(columns[0]?.index ?? 0),
    to: isNarrow ? widths.length : blockEnd(columns.at(-1)?.index, widths.length),
    show: (row: number, column: number) => {
      if (row >= 0) down.scrollToIndex(lines.findIndex((line) => line.kind === 'row' && line.row === row));
      if (!isNarrow && column >= 0) across.scrollToIndex(column);
    },
  };
}

/** Where the block of the first one in sight begins. */
function blockStart(first: number): number {
  return Math.floor(first / BLOCK) * BLOCK;
}

/** Where the block of the last one in sight ends. */
function blockEnd(last: number | undefined, count: number): number {
  return Math.min(count, Math.ceil(((last ?? -1) + 1) / BLOCK) * BLOCK);
}

/** The lines of the grid from top to bottom: units, under the headings of their kinds where those were asked for. */
export function linesOf({ rows, groups }: GridModel): GridLine[] {
  if (groups.length === 0) return rows.map((_, row) => ({ kind: 'row', row }));
  return groups.flatMap(({ from, span }, group): GridLine[] => [
    { kind: 'group', group },
    ...Array.from({ length: span }, (_, at): GridLine => ({ kind: 'row', row: from + at })),
  ]);
}
