import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { GridCell } from '../../../electron/contract/status.ts';
import type { GridModel } from './gridModel.ts';

/** `row` -1: the duty over a column, at its first one; `column` -1: the unit of a row. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Moving focus of the grid: one cell is in the tab order, arrow keys, Home, End and Page keys move it, Enter opens. Left of the first
 * cell is the unit, above the first row are the duties; they lead to their years.
 */
export function useGridKeys(
  scroller: RefObject<HTMLDivElement | null>,
  model: GridModel,
  show: (row: number, column: number) => void,
  onOpen: (cell: GridCell) => void,
) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const moved = useRef(false);
  const active = within(place, model);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-column="${active.column}"]`)
      ?.focus({ preventScroll: false });
  });

  const open = (at: Place) => {
    const cell = model.rows[at.row]?.cells[at.column];
    if (cell) onOpen(cell);
  };

  return {
    active,
    onClick: (event: MouseEvent) => {
      const at = placeOf(event.target);
      if (!at) return;
      setPlace(at);
      open(at);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const at = placeOf(event.target);
      if (!at) return;
      // The name of a unit or duty is a link, which opens itself.
      const isLink = at.row < 0 || at.column < 0;
      if (!isLink && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        open(at);
        return;
      }
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      const next = within(step(at, model), model);
      moved.current = true;
      show(next.row, next.column);
      setPlace(next);
    },
  };
}

/** Gives the keyboard back to the grid, at the cell it left from. */
export function focusActiveCell(): void {
  document
    .querySelector<HTMLElement>('[data-row][data-column][tabindex="0"], [data-line][data-at][tabindex="0"]')
    ?.focus();
}

const STEPS: Readonly<Record<string, (at: Place, model: GridModel) => Place>> = {
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at, model) => ({ ...at, column: at.column + (at.row < 0 ? (headOf(at, model)?.span ?? 1) : 1) }),
  PageUp: (at) => ({ ...at, row: at.row - 12 }),
  PageDown: (at) => ({ ...at, row: at.row + 12 }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, model) => ({ ...at, column: model.columns.length - 1 }),
};

function within(place: Place, model: GridModel): Place {
  const clamp = (value: number, count: number) => Math.max(-1, Math.min(value, count - 1));
  const row = clamp(place.row, model.rows.length);
  const column = clamp(place.column, model.columns.length);
  if (row >= 0) return { row, column };
  return { row, column: headOf({ row, column: Math.max(0, column) }, model)?.from ?? 0 };
}

function headOf({ column }: Place, model: GridModel) {
  return model.heads.findLast(({ from }) => from <= column);
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}
