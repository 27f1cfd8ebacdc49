import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { GridCell } from '../../../electron/contract/status.ts';
import { clamp, sameMonth, type YearLine, type YearPlace } from './yearModel.ts';

/** Moving focus of the year: arrow keys go along a line and, month by month, to the lines above and below; Enter opens. */
export function useYearKeys(
  scroller: RefObject<HTMLDivElement | null>,
  lines: readonly YearLine[],
  scrollToLine: (line: number) => void,
  onOpen: (cell: GridCell) => void,
) {
  const [place, setPlace] = useState<YearPlace>({ line: 0, at: 0 });
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

const STEPS: Readonly<Record<string, (at: YearPlace, lines: readonly YearLine[]) => YearPlace>> = {
  ArrowUp: (at, lines) => sameMonth(at, at.line - 1, lines),
  ArrowDown: (at, lines) => sameMonth(at, at.line + 1, lines),
  ArrowLeft: (at) => ({ ...at, at: at.at - 1 }),
  ArrowRight: (at) => ({ ...at, at: at.at + 1 }),
  PageUp: (at, lines) => sameMonth(at, at.line - 12, lines),
  PageDown: (at, lines) => sameMonth(at, at.line + 12, lines),
  Home: (at) => ({ ...at, at: 0 }),
  End: (at) => ({ ...at, at: Number.MAX_SAFE_INTEGER }),
};

function within({ line, at }: YearPlace, lines: readonly YearLine[]): YearPlace {
  const inside = clamp(line, 0, lines.length - 1);
  return { line: inside, at: clamp(at, -1, (lines[inside]?.cells.length ?? 0) - 1) };
}

function placeOf(target: EventTarget): YearPlace | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-line][data-at]') : null;
  return element ? { line: Number(element.dataset.line), at: Number(element.dataset.at) } : null;
}
