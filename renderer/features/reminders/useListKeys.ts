import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { PAGE_OF_LINES, useRovingFocus } from '../../parts/useRovingFocus.ts';
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
  PageUp: (at) => at - PAGE_OF_LINES,
  PageDown: (at) => at + PAGE_OF_LINES,
  Home: () => 0,
  End: (_, last) => last,
};

/** Moving focus of the list: one line is in the tab order; arrows move and fold, space chooses, Ctrl+A chooses all, Enter logs a chase. */
export function useListKeys(keys: ListKeys) {
  const { scroller, rows, items, selection, closed, onToggleUnit, show, onSelect, onShow, onChase } = keys;
  const last = rows.length - 1;
  const placeOf = (index: number): ListPlace => ({ key: rows[index]?.key ?? '', index });
  const focus = useRovingFocus<ListPlace>({
    scroller,
    first: { key: '', index: 0 },
    within: (place) => placeOf(activeRow(rows, place)),
    selector: ({ index }) => `[data-index="${index}"]`,
    scrollsItself: true,
  });
  const active = focus.active.index;
  const goTo = (index: number) => {
    show(index);
    focus.move(placeOf(index));
  };

  useEffect(() => {
    // A key opened the screen, and nothing on it has the focus yet: the first arrow goes into the list, past all that stands above it.
    const enter = (event: globalThis.KeyboardEvent) => {
      const isFree = document.activeElement === document.body || document.activeElement?.tagName === 'MAIN';
      if (event.key !== 'ArrowDown' || event.altKey || event.ctrlKey || event.metaKey || !isFree || last < 0) return;
      // Behind another tab the list is still there, and that tab scrolls by the same key.
      if (!scroller.current?.offsetParent) return;
      event.preventDefault();
      goTo(active);
    };
    window.addEventListener('keydown', enter);
    return () => window.removeEventListener('keydown', enter);
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
    goTo(own);
  };
  return {
    active,
    onFocus: (event: FocusEvent) => {
      const at = indexOf(event.target);
      const row = at === null ? undefined : rows[at];
      if (at === null || !row) return;
      focus.stay(placeOf(at));
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
        goTo(Math.max(0, Math.min(last, step(at, last))));
      } else return;
      event.preventDefault();
    },
  };
}
