import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import {
  activeRow,
  allKeys,
  keysOf,
  type ListPlace,
  type ReminderRow,
  type Selection,
  selectedItems,
  toggled,
} from './reminderRows.ts';

interface ListKeys {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly ReminderRow[];
  readonly items: readonly ReminderItem[];
  readonly selection: Selection;
  readonly closed: ReadonlySet<string>;
  readonly onToggleUnit: (unit: string) => void;
  /** Brings a line into view. */
  readonly show: (index: number) => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onShow: (unit: string) => void;
  readonly onChase: (items: readonly ReminderItem[]) => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - 10,
  PageDown: (at) => at + 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** Moving focus of the list: one line is in the tab order; arrows move and fold, space chooses, Ctrl+A chooses all, Enter logs a chase. */
export function useListKeys(keys: ListKeys) {
  const { scroller, rows, items, selection, closed, onToggleUnit, show, onSelect, onShow, onChase } = keys;
  const [place, setPlace] = useState<ListPlace>({ key: '', index: 0 });
  const moved = useRef(false);
  const last = rows.length - 1;
  const active = activeRow(rows, place);
  const goTo = (index: number) => setPlace({ key: rows[index]?.key ?? '', index });

  useEffect(() => {
    if (!moved.current) return;
    const line = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    // A line far away is drawn only after the list has scrolled to it.
    if (!line) return;
    moved.current = false;
    line.focus({ preventScroll: true });
  });

  const indexOf = (target: EventTarget): number | null => {
    const line = target instanceof HTMLElement && target.dataset.index !== undefined ? target : null;
    return line ? Number(line.dataset.index) : null;
  };
  /** Left folds the unit and goes to its line, right unfolds it. */
  const fold = (row: ReminderRow, isClosing: boolean) => {
    const { unit } = row.item;
    if (closed.has(unit) !== isClosing) onToggleUnit(unit);
    if (!isClosing || row.kind === 'unit') return;
    const own = rows.findIndex((one) => one.kind === 'unit' && one.item.unit === unit);
    moved.current = true;
    show(own);
    goTo(own);
  };
  return {
    active,
    onFocus: (event: FocusEvent) => {
      const at = indexOf(event.target);
      const row = at === null ? undefined : rows[at];
      if (at === null || !row) return;
      goTo(at);
      onShow(row.item.unit);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const at = indexOf(event.target);
      const row = at === null ? undefined : rows[at];
      // Buttons and boxes inside a line have keys of their own.
      if (at === null || !row || event.altKey) return;
      const step = STEPS[event.key];
      if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onSelect(new Set(allKeys(items)));
      else if (event.ctrlKey || event.metaKey) return;
      else if (event.key === ' ') onSelect(toggled(selection, keysOf(row)));
      else if (event.key === 'Enter') {
        const chosen = selectedItems(items, selection);
        onChase(chosen.length > 0 ? chosen : selectedItems(items, new Set(keysOf(row))));
      } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') fold(row, event.key === 'ArrowLeft');
      else if (event.key === 'Escape' && selection.size > 0) onSelect(new Set());
      else if (step) {
        const next = Math.max(0, Math.min(last, step(at, last)));
        moved.current = true;
        show(next);
        goTo(next);
      } else return;
      event.preventDefault();
    },
  };
}
