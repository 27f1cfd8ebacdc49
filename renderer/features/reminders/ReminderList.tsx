import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useMemo, useRef } from 'react';
import type { OwedItem, ReminderItem } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { OwedRow } from './OwedRow.tsx';
import { allKeys, chosenOf, keysOf, reminderRows, type Selection, toggled } from './reminderRows.ts';
import { UnitRow } from './UnitRow.tsx';
import { useListKeys } from './useListKeys.ts';

interface ReminderListProps {
  readonly items: readonly ReminderItem[];
  /** Day the list was made for: periods and due days of its year stand without the year. */
  readonly today: Day;
  readonly loading: boolean;
  readonly selection: Selection;
  /** Unit whose text stands on the right. */
  readonly shown: string | undefined;
  /** Units of which only their own line is shown. */
  readonly closed: ReadonlySet<string>;
  readonly onToggleUnit: (unit: string) => void;
  readonly onToggleUnits: () => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onShow: (unit: string) => void;
  readonly onChase: (items: readonly ReminderItem[]) => void;
  readonly onLog: (item: ReminderItem, owed: OwedItem) => void;
}

const HEIGHTS = { unit: 36, owed: 32 } as const;
const HEAD_HEIGHT = 32;

/** The list by unit: contacts above, one line per thing owed; only the lines in view exist. */
export function ReminderList(props: ReminderListProps) {
  const { items, today, loading, selection, shown, closed, onToggleUnit, onToggleUnits } = props;
  const { onSelect, onShow, onChase, onLog } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => reminderRows(items, closed), [items, closed]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'owed'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const every = allKeys(items);
  const keys = useListKeys({
    scroller,
    rows,
    items,
    selection,
    closed,
    onToggleUnit,
    show: (index) => virtual.scrollToIndex(index),
    onSelect,
    onShow,
    onChase,
  });
  const chosen = chosenOf(every, selection);
  return (
    <div ref={scroller} className={loading ? 'reminder-scroller loading' : 'reminder-scroller'}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual table has no table rows out of view */}
      <div
        role="grid"
        aria-label={W.listTab}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        className="reminder-list"
        data-testid="reminders-list"
        tabIndex={-1}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the head is only read, its box is in the tab order */}
        <div role="row" className="reminder-row reminder-head" style={{ height: HEAD_HEIGHT }}>
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
          <span role="columnheader">
            <Checkbox
              aria-label={W.selectAll}
              checked={chosen === 'all'}
              indeterminate={chosen === 'some'}
              onChange={() => onSelect(toggled(selection, every))}
              data-testid="select-all"
            />
          </span>
          {HEADS.map((head) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <span key={head} role="columnheader">
              {head}
              {head === W.duty ? (
                <button type="button" className="reminder-link reminder-fold small" onClick={onToggleUnits}>
                  {closed.size > 0 ? W.openAll : W.closeAll}
                </button>
              ) : null}
            </span>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const place = { top: start, height: size };
            const shared = {
              index,
              place,
              isActive: index === keys.active,
              chosen: chosenOf(keysOf(row), selection),
              isShown: row.item.unit === shown,
              item: row.item,
              onToggle: () => onSelect(toggled(selection, keysOf(row))),
              onShow: () => onShow(row.item.unit),
            };
            return row.kind === 'unit' ? (
              <UnitRow
                key={row.key}
                {...shared}
                isClosed={closed.has(row.item.unit)}
                today={today}
                onOpenClose={() => onToggleUnit(row.item.unit)}
                onChase={() => onChase([row.item])}
              />
            ) : (
              <OwedRow
                key={row.key}
                {...shared}
                owed={row.owed}
                today={today}
                onLog={() => onLog(row.item, row.owed)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const HEADS = [W.duty, W.period, W.due, W.daysLate, W.level, W.status, W.chased, W.promised] as const;
