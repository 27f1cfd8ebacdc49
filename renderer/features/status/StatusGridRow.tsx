import { memo } from 'react';
import { Link } from 'react-router';
import type { GridCell } from '../../../electron/contract/status.ts';
import { cellLabel, cellSign } from '../../parts/cellText.ts';
import { yearLink } from '../../parts/links.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { type GridColumn, type GridFilters, type GridRow, isHighlighted } from './gridModel.ts';

interface StatusGridRowProps {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** First column drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly filters: GridFilters;
  /** The column that holds the keyboard focus, if it is in this row. */
  readonly activeColumn: number | null;
}

/** One unit's line. Memoised: moving the focus redraws two lines, not the grid. */
export const StatusGridRow = memo(function StatusGridRow({
  row,
  index,
  columns,
  from,
  to,
  filters,
  activeColumn,
}: StatusGridRowProps) {
  return (
    <tr aria-rowindex={index + 1} data-testid={`status-row-${row.unit.id}`}>
      <th scope="row" className="status-unit" title={`${row.unit.officialName}\n${W.toUnitYear}`}>
        <Link
          to={yearLink('unit', row.unit.id)}
          data-row={index}
          data-column={-1}
          tabIndex={activeColumn === -1 ? 0 : -1}
        >
          {row.unit.name}
        </Link>
      </th>
      <td className={row.owes > 0 ? 'status-owes status-owing' : 'status-owes'}>{row.owes > 0 ? row.owes : ''}</td>
      {from > 0 && <td colSpan={from} aria-hidden />}
      {columns.slice(from, to).map((column, offset) => {
        const at = from + offset;
        const cell = row.cells[at] ?? null;
        return (
          <td
            key={`${column.duty} ${column.period}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
            role="gridcell"
            tabIndex={activeColumn === at ? 0 : -1}
            aria-colindex={at + 3}
            data-row={index}
            data-column={at}
            data-status={cell?.status}
            data-testid={cell ? `cell-${cell.unit}-${cell.duty}-${cell.period}` : undefined}
            className={cellClass(cell, column, filters)}
            aria-label={cell ? cellLabel(row.unit.name, cell) : `${row.unit.name}：不在责任单位之内`}
            title={cell ? cellLabel(row.unit.name, cell) : undefined}
          >
            {cell ? cellSign(cell) : ''}
          </td>
        );
      })}
      {to < columns.length && <td colSpan={columns.length - to} aria-hidden />}
    </tr>
  );
});

function cellClass(cell: GridCell | null, column: GridColumn, filters: GridFilters): string {
  const classes = ['status-cell'];
  if (column.first) classes.push('status-first');
  if (cell) classes.push(`status-${cell.status}`);
  if (cell && !isHighlighted(cell, filters)) classes.push('status-pale');
  if (cell && !cell.assigned) classes.push('status-extra');
  return classes.join(' ');
}
