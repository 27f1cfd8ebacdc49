import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RecordColumn } from './recordColumns.tsx';
import type { RecordPages } from './useRecordPages.ts';

interface RecordListProps {
  readonly pages: RecordPages;
  readonly columns: readonly RecordColumn[];
  /** Id of the record in the drawer. */
  readonly opened: number | null;
  readonly onOpen: (index: number) => void;
}

const ROW_HEIGHT = 32;

/** Records as a table of any length: only the lines in view exist, their pages are asked for as they come. */
export function RecordList({ pages, columns, opened, onOpen }: RecordListProps) {
  const { total = 0, show, at } = pages;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) show(first, last);
  }, [first, last, show]);
  const move = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Enter' || event.key === ' ') onOpen(index);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = Math.min(total - 1, Math.max(0, index + (event.key === 'ArrowDown' ? 1 : -1)));
      rows.scrollToIndex(next);
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
    } else return;
    event.preventDefault();
  };
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const template = columns.map((column) => `minmax(${column.width}px, ${column.width}fr)`).join(' ');
  return (
    <div ref={scroller} className="fill record-list" data-testid="record-list">
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual table has no table rows out of view */}
      <div role="table" aria-rowcount={total} aria-label="数据记录" style={{ minWidth: width }}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the head is only read */}
        <div
          role="row"
          className="record-row record-head"
          style={{ gridTemplateColumns: template, height: ROW_HEIGHT }}
        >
          {columns.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <span key={column.key} role="columnheader" className="clip">
              {column.title}
            </span>
          ))}
        </div>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => {
            const record = at(index);
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              <div
                key={index}
                role="row"
                tabIndex={0}
                aria-rowindex={index + 1}
                aria-selected={record !== undefined && record.id === opened}
                data-index={index}
                data-testid="record"
                className="record-row"
                style={{
                  position: 'absolute',
                  top: start,
                  left: 0,
                  right: 0,
                  height: ROW_HEIGHT,
                  gridTemplateColumns: template,
                }}
                onClick={() => onOpen(index)}
                onKeyDown={(event) => move(event, index)}
              >
                {columns.map((column) => (
                  // biome-ignore lint/a11y/useSemanticElements: as above
                  <span key={column.key} role="cell" className="clip">
                    {record ? column.cell(record) : '…'}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
