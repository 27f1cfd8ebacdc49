import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { GridCell } from '../../../electron/contract/status.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import type { GridFilters, GridModel } from './gridModel.ts';
import { StatusGridHead } from './StatusGridHead.tsx';
import { StatusGridRow } from './StatusGridRow.tsx';
import './statusGrid.css';
import { useGridKeys } from './useGridKeys.ts';

interface StatusGridProps {
  readonly model: GridModel;
  readonly filters: GridFilters;
  readonly onOpen: (cell: GridCell) => void;
}

const ROW_HEIGHT = 29;
/** Up to here the browser draws every cell at once; beyond, only the rows in sight. */
const LIGHT_ENOUGH = 6000;

/** The unit × duty grid: sticky unit column and header, arrow keys move, Enter or a click opens the cell. */
export function StatusGrid({ model, filters, onOpen }: StatusGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const light = model.rows.length * model.columns.length <= LIGHT_ENOUGH;
  const virtual = useVirtualizer({
    count: model.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: light ? model.rows.length : 8,
  });
  const keys = useGridKeys(scroller, model, (row) => virtual.scrollToIndex(row), onOpen);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const spans = new Map(model.heads.map((head) => [head.duty, head.span]));
  const widths = model.columns.map((column) => Math.max(52, Math.ceil(92 / (spans.get(column.duty) ?? 1))));
  const width = 132 + 46 + widths.reduce((sum, one) => sum + one, 0);
  return (
    <div className="status-scroller" ref={scroller} data-testid="status-grid">
      <table
        className="status-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid (ARIA practices)
        role="grid"
        aria-label={W.title}
        aria-rowcount={model.rows.length}
        style={{ minWidth: width }}
        onClick={keys.onClick}
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          <col style={{ width: 132 }} />
          <col style={{ width: 46 }} />
          {model.columns.map((column, index) => (
            <col key={`${column.duty} ${column.period}`} style={{ width: widths[index] }} />
          ))}
        </colgroup>
        <StatusGridHead model={model} />
        <tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden />}
          {items.map((item) => {
            const row = model.rows[item.index];
            return row ? (
              <StatusGridRow
                key={row.unit.id}
                row={row}
                index={item.index}
                columns={model.columns}
                filters={filters}
                activeColumn={keys.active.row === item.index ? keys.active.column : null}
              />
            ) : null;
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden />}
        </tbody>
      </table>
    </div>
  );
}
