import { memo } from 'react';
import { Link } from 'react-router';
import { yearLink } from '../../parts/links.ts';
import { momentText, periodShort } from '../../parts/periods.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import type { GridColumn, GridModel } from './gridModel.ts';

/** From so many sub-columns on a duty's title stays at the left edge while its columns scroll by. */
const WIDE = 6;

interface StatusGridHeadProps {
  readonly model: GridModel;
  /** First column drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The column whose duty holds the keyboard focus. */
  readonly activeColumn: number | null;
}

/** Header lines of the grid: duty, period with its due moment, and how many of the units have reported. Memoised: scrolling down leaves it. */
export const StatusGridHead = memo(function StatusGridHead({ model, from, to, activeColumn }: StatusGridHeadProps) {
  const drawn = model.columns.slice(from, to);
  const before = from > 0 && <td colSpan={from} aria-hidden />;
  const after = to < model.columns.length && <td colSpan={model.columns.length - to} aria-hidden />;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={3} className="status-unit">
          {W.unit}
          <small>
            {model.rows.length === model.units ? `${model.units} 个` : `${model.rows.length} / ${model.units} 个`}
          </small>
        </th>
        <th scope="col" rowSpan={3} className="status-owes" title={W.owesHint}>
          {W.owes}
        </th>
        {model.heads.map((head) => (
          <th
            key={head.duty}
            scope="colgroup"
            colSpan={head.span}
            className={head.span > WIDE ? 'status-duty status-first status-wide' : 'status-duty status-first'}
            title={[head.title, head.note, W.toDutyYear].filter((text) => text !== '').join('\n')}
          >
            <Link
              to={yearLink('duty', head.duty)}
              className={head.note === '' ? '' : 'status-noted'}
              data-row={-1}
              data-column={head.from}
              tabIndex={activeColumn === head.from ? 0 : -1}
              data-testid={`status-duty-${head.duty}`}
            >
              <span>{head.title}</span>
              {head.note !== '' && <small>{head.note}</small>}
            </Link>
          </th>
        ))}
      </tr>
      <tr>
        {before}
        {drawn.map((column) => (
          <th
            key={keyOf(column)}
            scope="col"
            className={column.first ? 'status-period status-first' : 'status-period'}
            title={column.due === null ? W.noDue : `${W.due} ${momentText(column.due)}`}
          >
            {periodShort(column.period)}
          </th>
        ))}
        {after}
      </tr>
      <tr>
        {before}
        {drawn.map((column) => (
          <td
            key={keyOf(column)}
            className={column.first ? 'status-count status-first' : 'status-count'}
            title={`已报 ${column.met}，应报 ${column.expected}`}
          >
            {column.met}/{column.expected}
          </td>
        ))}
        {after}
      </tr>
    </thead>
  );
});

function keyOf(column: GridColumn): string {
  return `${column.duty} ${column.period}`;
}
