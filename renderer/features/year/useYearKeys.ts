import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { GridCell } from '../../../electron/contract/status.ts';
import type { YearLine } from './yearModel.ts';

/** `at`: place of the square in its line, -1 the line's name. */
interface Place {
  readonly line: number;
  readonly at: number;
}

/** Moving focus of the year: arrow keys go along a line and, month by month, to the lines above and below; Enter opens. */
export function useYearKeys(
  scroller: RefObject<HTMLDivElement | null>,
  lines: readonly YearLine[],
  scrollToLine: (line: number) => void,
  onOpen: (cell: GridCell) => void,
) {
  const [place, setPlace] = useState<Place>({ line: 0, at: 0 });
  const moved = useRef(false);
  const active = within(place, lines);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-line="${active.line}"][data-at="${active.at}"]`)?.focus();
  });

  return {
    active,
    onClick: (event: MouseEvent) => {
      const at = placeOf(event.target);
      if (!at) return;
      setPlace(at);
      const cell = lines[at.line]?.cells[at.at];
      if (cell) onOpen(cell);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const at = placeOf(event.target);
      const step = at ? STEPS[event.key] : undefined;
      if (!at || !step) return;
      event.preventDefault();
      const next = within(step(at, lines), lines);
      moved.current = true;
      scrollToLine(next.line);
      setPlace(next);
    },
  };
}

const STEPS: Readonly<Record<string, (at: Place, lines: readonly YearLine[]) => Place>> = {
  ArrowUp: (at, lines) => sameMonth(at, at.line - 1, lines),
  ArrowDown: (at, lines) => sameMonth(at, at.line + 1, lines),
  ArrowLeft: (at) => ({ ...at, at: at.at - 1 }),
  ArrowRight: (at) => ({ ...at, at: at.at + 1 }),
  PageUp: (at, lines) => sameMonth(at, at.line - 12, lines),
  PageDown: (at, lines) => sameMonth(at, at.line + 12, lines),
  Home: (at) => ({ ...at, at: 0 }),
  End: (at) => ({ ...at, at: Number.MAX_SAFE_INTEGER }),
};

/** The square of another line that stands over the same month, or the nearest before it. */
export function sameMonth(place: Place, wanted: number, lines: readonly YearLine[]): Place {
  const line = clamp(wanted, 0, lines.length - 1);
  const own = lines[place.line]?.blocks.findLast(({ first }) => first <= place.at);
  if (place.at < 0 || own === undefined) return { line, at: place.at };
  const month = own.from + Math.floor((own.span - 1) / 2);
  const blocks = lines[line]?.blocks ?? [];
  const block = blocks.findLast(({ from }) => from <= month) ?? blocks[0];
  if (block === undefined) return { line, at: -1 };
  return { line, at: block.first + Math.min(place.at - own.first, block.squares.length - 1) };
}

function within({ line, at }: Place, lines: readonly YearLine[]): Place {
  const inside = clamp(line, 0, lines.length - 1);
  return { line: inside, at: clamp(at, -1, (lines[inside]?.cells.length ?? 0) - 1) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function placeOf(target: EventTarget): Place | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-line][data-at]') : null;
  return element ? { line: Number(element.dataset.line), at: Number(element.dataset.at) } : null;
}
