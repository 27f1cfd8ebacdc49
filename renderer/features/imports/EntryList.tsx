import { useVirtualizer } from '@tanstack/react-virtual';
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IMPORT_KEYS } from '../../words/imports.ts';
import { EntryRow } from './EntryRow.tsx';
import type { EntryStatus } from './entries.ts';
import { type ListRow, steppedKey } from './entryGroups.ts';
import { ContainerRow, GroupHead } from './GroupRows.tsx';

interface EntryListProps {
  readonly rows: readonly ListRow[];
  readonly selected: string | undefined;
  /** Keys of lines whose answers are being settled. */
  readonly settling: readonly string[];
  readonly onSelect: (key: string) => void;
  readonly onOpen: () => void;
  readonly onToggle: (status: EntryStatus) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

const HEIGHTS: Readonly<Record<ListRow['kind'], number>> = { head: 32, container: 28, entry: 56 };

/** Files and tables of the plan by state; arrow keys move, only the rows in view exist. */
export function EntryList(props: EntryListProps) {
  const { rows, selected, settling, onSelect, onOpen, onToggle, search, onSearch } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'entry'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const current = rows.findIndex(({ key }) => key === selected);
  // An answered question moves down the list; the chosen line stays in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place of the chosen line scrolls
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current <= 2 ? 0 : current);
  }, [current]);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = STEPS[event.key];
    if (event.key === 'Enter') onOpen();
    else if (steps !== undefined) {
      const next = steppedKey(rows, selected, steps);
      if (next !== null) onSelect(next);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="panel fill" style={{ display: 'flex', flexDirection: 'column', padding: 0 }}>
      <div style={{ padding: 8, borderBottom: '1px solid #e1e6ed' }}>
        <Input
          allowClear
          size="small"
          placeholder="查找文件、单位、事项、发件人"
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
        onKeyDown={onKey}
        className="fill"
        style={{ overflowY: 'auto' }}
      >
        {rows.length === 0 ? (
          <div className="muted" style={{ padding: 16 }}>
            没有符合条件的文件，请换一个筛选。
          </div>
        ) : null}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            return row ? (
              <ListLine
                key={row.key}
                id={`entry-${index}`}
                row={row}
                place={{ top: start, height: size }}
                selected={row.key === selected}
                settling={settling.includes(row.key)}
                onSelect={onSelect}
                onToggle={onToggle}
              />
            ) : null;
          })}
        </div>
      </div>
      <div className="key-hints no-print" data-testid="key-hints">
        {IMPORT_KEYS.map(([key, meaning]) => (
          <span key={key}>
            <kbd>{key}</kbd> {meaning}
          </span>
        ))}
      </div>
    </div>
  );
}

interface ListLineProps extends Pick<EntryListProps, 'onSelect' | 'onToggle'> {
  readonly id: string;
  readonly row: ListRow;
  readonly place: { readonly top: number; readonly height: number };
  readonly selected: boolean;
  readonly settling: boolean;
}

function ListLine({ row, place, onToggle, ...line }: ListLineProps) {
  switch (row.kind) {
    case 'head':
      return <GroupHead row={row} place={place} onToggle={onToggle} />;
    case 'container':
      return <ContainerRow row={row} place={place} />;
    case 'entry':
      return <EntryRow entry={row.entry} inside={row.inside} place={place} {...line} />;
  }
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
