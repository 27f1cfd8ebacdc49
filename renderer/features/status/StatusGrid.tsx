import { useRef } from 'react';
import type { GridCell } from '../../../electron/contract/status.ts';
import { usePrinting } from '../../parts/usePrinting.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { FrozenUnits } from './FrozenUnits.tsx';
import type { GridFilters, GridModel } from './gridModel.ts';
import { PrintedGrid } from './PrintedGrid.tsx';
import { StatusGridColumns } from './StatusGridColumns.tsx';
import { StatusGridGroup } from './StatusGridGroup.tsx';
import { StatusGridHead } from './StatusGridHead.tsx';
import { StatusGridRow } from './StatusGridRow.tsx';
import './statusGrid.css';
import { useGridKeys } from './useGridKeys.ts';
import { useGridWindow } from './useGridWindow.ts';

interface StatusGridProps {
  readonly model: GridModel;
  readonly filters: GridFilters;
  readonly onOpen: (cell: GridCell) => void;
}

/** The unit × duty grid: sticky unit column and header, arrow keys move, Enter or a click opens the cell. */
export function StatusGrid({ model, filters, onOpen }: StatusGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const sight = useGridWindow(scroller, model);
  const keys = useGridKeys(scroller, model, sight.show, onOpen);
  const { from, to, widths } = sight;
  const isPrinting = usePrinting();
  return (
    <>
      {isPrinting && <PrintedGrid model={model} filters={filters} />}
      <div className="status-scroller no-print" ref={scroller} data-testid="status-grid">
        <FrozenUnits scroller={scroller} model={model} lines={sight.lines} above={sight.above} />
        <table
          className="status-grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid (ARIA practices)
          role="grid"
          aria-label={W.title}
          aria-rowcount={model.rows.length}
          aria-colcount={model.columns.length + 2}
          style={{ minWidth: sight.width, maxWidth: sight.most }}
          onClick={keys.onClick}
          onKeyDown={keys.onKeyDown}
        >
          <StatusGridColumns widths={widths} />
          <StatusGridHead
            model={model}
            from={from}
            to={to}
            activeColumn={keys.active.row < 0 ? keys.active.column : null}
          />
          <tbody>
            {sight.above > 0 && <tr style={{ height: sight.above }} aria-hidden />}
            {sight.lines.map((line) => {
              if (line.kind === 'group') {
                const group = model.groups[line.group];
                return group ? <StatusGridGroup key={`group ${group.kind}`} group={group} from={from} to={to} /> : null;
              }
              const row = model.rows[line.row];
              return row ? (
                <StatusGridRow
                  key={row.unit.id}
                  row={row}
                  index={line.row}
                  columns={model.columns}
                  from={from}
                  to={to}
                  filters={filters}
                  activeColumn={keys.active.row === line.row ? keys.active.column : null}
                />
              ) : null;
            })}
            {sight.below > 0 && <tr style={{ height: sight.below }} aria-hidden />}
          </tbody>
        </table>
      </div>
    </>
  );
}
