import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { GridModel } from './gridModel.ts';

/** A line of the grid: the heading of a kind of unit, or a unit. */
export type GridLine =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'row'; readonly row: number };

/** Widths of the two columns that stay in sight; statusGrid.css places the second by the first. */
export const UNIT_WIDTH = 132;
export const OWES_WIDTH = 46;
const FIXED_WIDTH = UNIT_WIDTH + OWES_WIDTH;
export const ROW_HEIGHT = 29;
const WIDEST_COLUMN = 220;
/** Rows and columns come and go in blocks, so that most frames of scrolling draw nothing new. */
const BLOCK = 8;
/**
 * A grid of up to so many squares is drawn whole, what is in sight first and the rest while nothing else is to do: scrolling it then costs no
 * more than scrolling any table. Drawing rows only as they come into sight took several times as long per frame.
 */
const WHOLE = 16_000;
/** Squares drawn in one go meanwhile: a key pressed must not wait long for it. */
const STEP = 400;

/** Lines of the grid from one to before another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The part of the grid that is drawn: what is in sight, and of a grid that is not too large soon all; and how to bring a square into sight. */
export function useGridWindow(scroller: RefObject<HTMLDivElement | null>, model: GridModel) {
  const lines = useMemo(() => linesOf(model), [model]);
  const widths = useMemo(() => {
    const spans = new Map(model.heads.map((head) => [head.duty, head.span]));
    return model.columns.map((column) => Math.max(52, Math.ceil(92 / (spans.get(column.duty) ?? 1))));
  }, [model]);
  const isSmall = lines.length * widths.length <= WHOLE;
  const [grown, setGrown] = useState<{ readonly of: GridModel; readonly span: Span }>();
  const kept = grown?.of === model ? grown.span : undefined;
  const isWhole = isSmall && kept !== undefined && kept.from === 0 && kept.to === lines.length;
  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    enabled: !isWhole,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 52,
    paddingStart: FIXED_WIDTH,
    scrollPaddingStart: FIXED_WIDTH,
    overscan: 4,
    enabled: !isSmall,
  });
  const items = down.getVirtualItems();
  const columns = across.getVirtualItems();
  const sight = { from: blockStart(items[0]?.index ?? 0), to: blockEnd(items.at(-1)?.index, lines.length) };
  const { from, to } = isWhole ? kept : joined(sight, kept);
  useEffect(() => {
    if (!isSmall || (from === 0 && to === lines.length && isWhole)) return;
    const more = Math.max(1, Math.ceil(STEP / Math.max(1, widths.length)));
    // Down first, as one reads.
    const span =
      to < lines.length ? { from, to: Math.min(lines.length, to + more) } : { from: Math.max(0, from - more), to };
    const idle = requestIdleCallback(() => setGrown({ of: model, span }));
    return () => cancelIdleCallback(idle);
  }, [isSmall, isWhole, model, lines.length, widths.length, from, to]);
  return {
    widths,
    width: FIXED_WIDTH + widths.reduce((sum, one) => sum + one, 0),
    /** Wider, the squares would stand too far from the names of their units. */
    most: FIXED_WIDTH + widths.length * WIDEST_COLUMN,
    lines: lines.slice(from, to),
    above: from * ROW_HEIGHT,
    below: (lines.length - to) * ROW_HEIGHT,
    /** First column drawn, and the one after the last. */
    from: isSmall ? 0 : blockStart(columns[0]?.index ?? 0),
    to: isSmall ? widths.length : blockEnd(columns.at(-1)?.index, widths.length),
    show: (row: number, column: number) => {
      // What is drawn comes into sight by taking the focus.
      if (row >= 0 && !isWhole) down.scrollToIndex(lines.findIndex((line) => line.kind === 'row' && line.row === row));
      if (column >= 0 && !isSmall) across.scrollToIndex(column);
    },
  };
}

/** What is in sight with what is drawn already, where they touch; lines in between would all have to be drawn at once. */
function joined(sight: Span, kept: Span | undefined): Span {
  if (kept === undefined || kept.from > sight.to || kept.to < sight.from) return sight;
  return { from: Math.min(kept.from, sight.from), to: Math.max(kept.to, sight.to) };
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
