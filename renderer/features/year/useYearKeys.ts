import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { GridCell } from '../../../electron/contract/status.ts';
import { PAGE_OF_LINES, useRovingFocus } from '../../parts/useRovingFocus.ts';
import { clamp, sameMonth, type YearLine, type YearPlace } from './yearModel.ts';

/** Moving focus of the year: arrow keys go along a line and, month by month, to the lines above and below; Enter opens. */
export function useYearKeys(
  scroller: RefObject<HTMLDivElement | null>,
  lines: readonly YearLine[],
  scrollToLine: (line: number) => void,
  onOpen: (cell: GridCell) => void,
) {
  const focus = useRovingFocus<YearPlace>({
    scroller,
    first: { line: 0, at: 0 },
    within: (place) => within(place, lines),
    selector: ({ line, at }) => `[data-line="${line}"][data-at="${at}"]`,
  });

  return {
    active: focus.active,
    onClick: (event: MouseEvent) => {
      const at = placeOf(event.target);
      if (!at) return;
      focus.stay(at);
      const cell = lines[at.line]?.cells[at.at];
      if (cell) onOpen(cell);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const at = placeOf(event.target);
      const step = at ? STEPS[event.key] : undefined;
      if (!at || !step) return;
      event.preventDefault();
      const next = within(step(at, lines), lines);
      scrollToLine(next.line);
      focus.move(next);
    },
  };
}

const STEPS: Readonly<Record<string, (at: YearPlace, lines: readonly YearLine[]) => YearPlace>> = {
  ArrowUp: (at, lines) => sameMonth(at, at.line - 1, lines),
  ArrowDown: (at, lines) => sameMonth(at, at.line + 1, lines),
  ArrowLeft: (at) => ({ ...at, at: at.at - 1 }),
  ArrowRight: (at) => ({ ...at, at: at.at + 1 }),
  PageUp: (at, lines) => sameMonth(at, at.line - PAGE_OF_LINES, lines),
  PageDown: (at, lines) => sameMonth(at, at.line + PAGE_OF_LINES, lines),
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
