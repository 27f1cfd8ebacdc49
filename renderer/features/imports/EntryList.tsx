import { useVirtualizer } from '@tanstack/react-virtual';
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { EntryRow } from './EntryRow.tsx';
import type { Entry } from './entries.ts';

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

const ROW_HEIGHT = 58;

/** Files and tables of the plan; arrow keys move, only the rows in view exist. */
export function EntryList({ entries, selected, onSelect, search, onSearch }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const current = entries.findIndex(({ key }) => key === selected);
  // An answered question moves down the list; the chosen line stays in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place of the chosen line scrolls
  useEffect(() => {
    if (current >= 0) rows.scrollToIndex(current);
  }, [current]);
  const move = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, current, entries.length);
    const entry = next === null ? undefined : entries[next];
    if (!entry || next === null) return;
    event.preventDefault();
    onSelect(entry.key);
  };
  return (
    <div className="panel fill" style={{ display: 'flex', flexDirection: 'column', padding: 0 }}>
      <div style={{ padding: 8, borderBottom: '1px solid #e1e6ed' }}>
        <Input
          allowClear
          size="small"
          placeholder="查找文件、单位、事项"
          aria-label="查找文件、单位、事项"
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </div>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label="文件和表"
        aria-activedescendant={current < 0 ? undefined : `entry-${current}`}
        data-testid="entry-list"
        onKeyDown={move}
        className="fill"
        style={{ overflowY: 'auto' }}
      >
        {entries.length === 0 ? (
          <div className="muted" style={{ padding: 16 }}>
            没有符合条件的文件，请换一个筛选。
          </div>
        ) : null}
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index];
            if (!entry) return null;
            return (
              <EntryRow
                key={entry.key}
                id={`entry-${index}`}
                entry={entry}
                selected={entry.key === selected}
                top={start}
                height={ROW_HEIGHT}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function nextIndex(key: string, current: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(length - 1, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    case 'PageDown':
      return Math.min(length - 1, current + 8);
    case 'PageUp':
      return Math.max(0, current - 8);
    default:
      return null;
  }
}
