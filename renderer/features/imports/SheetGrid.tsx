import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Cell, WorkbookListing } from '../../../electron/contract/sheets.ts';

type ListedSheet = WorkbookListing['sheets'][number];

interface SheetGridProps {
  readonly sheet: ListedSheet;
  readonly selected: Cell | null;
  readonly onSelect: (cell: Cell) => void;
}

const ROW_HEIGHT = 26;
const COLUMN_WIDTH = 128;
const HEAD_WIDTH = 52;

/** A sheet as the intake sees it, in a grid of addresses; only the rows in view exist. */
export function SheetGrid({ sheet, selected, onSelect }: SheetGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: sheet.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const columns = useMemo(
    () => Math.max(1, ...sheet.rows.map((row) => Math.max(0, ...row.cells.map((cell) => cell.column)))),
    [sheet],
  );
  const width = HEAD_WIDTH + columns * COLUMN_WIDTH;
  return (
    <div ref={scroller} className="fill sheet-grid" data-testid="sheet-grid">
      <div className="sheet-row sheet-head" style={{ width, height: ROW_HEIGHT }}>
        <span style={{ width: HEAD_WIDTH }} />
        {Array.from({ length: columns }, (_, index) => (
          <span key={columnLetter(index + 1)} style={{ width: COLUMN_WIDTH }}>
            {columnLetter(index + 1)}
            {sheet.hiddenColumns.includes(index + 1) ? '（隐藏）' : ''}
          </span>
        ))}
      </div>
      <div style={{ height: rows.getTotalSize(), width, position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = sheet.rows[index];
          if (!row) return null;
          return (
            <div
              key={row.row}
              className="sheet-row"
              style={{ position: 'absolute', top: start, width, height: ROW_HEIGHT }}
            >
              <span className="sheet-number" style={{ width: HEAD_WIDTH }}>
                {row.row}
                {row.hidden ? ' 隐' : ''}
              </span>
              {row.cells.map((cell) => (
                <button
                  key={cell.cell}
                  type="button"
                  title={cell.text}
                  aria-label={`${cell.cell} ${cell.text}`}
                  aria-pressed={selected?.cell === cell.cell}
                  className={`sheet-cell${cell.precisionLost || cell.type === 'error' ? ' bad' : ''}`}
                  style={{ left: HEAD_WIDTH + (cell.column - 1) * COLUMN_WIDTH, width: COLUMN_WIDTH }}
                  onClick={() => onSelect(cell)}
                >
                  {cell.struckOut ? <s>{cell.text}</s> : cell.text}
                </button>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
