import { momentText, periodShort } from '../../parts/periods.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import type { GridModel } from './gridModel.ts';

/** From so many sub-columns on a duty's title stays at the left edge while its columns scroll by. */
const WIDE = 6;

/** Header lines of the grid: duty, period with its due moment, and how many of the units have reported. */
export function StatusGridHead({ model }: { readonly model: GridModel }) {
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
            title={head.title}
          >
            <span>{head.title}</span>
          </th>
        ))}
      </tr>
      <tr>
        {model.columns.map((column) => (
          <th
            key={`${column.duty} ${column.period}`}
            scope="col"
            className={column.first ? 'status-period status-first' : 'status-period'}
            title={`${W.due} ${momentText(column.due)}`}
          >
            {periodShort(column.period)}
          </th>
        ))}
      </tr>
      <tr>
        {model.columns.map((column) => (
          <td
            key={`${column.duty} ${column.period}`}
            className={column.first ? 'status-count status-first' : 'status-count'}
            title={`已报 ${column.met}，应报 ${column.expected}`}
          >
            {column.met}/{column.expected}
          </td>
        ))}
      </tr>
    </thead>
  );
}
