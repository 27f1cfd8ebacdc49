import { memo } from 'react';
import { Link } from 'react-router';
import type { GridCell } from '../../../electron/contract/status.ts';
import { cellLabel, cellSign } from '../../parts/cellText.ts';
import { kindOfPeriod, periodShort } from '../../parts/periods.ts';
import type { YearBlock, YearLine } from './yearModel.ts';

interface YearRowProps {
  readonly line: YearLine;
  readonly index: number;
  /** Where its name leads: the year of that unit or duty. */
  readonly link: string;
  /** The square that holds the keyboard focus, -1 the name, null: none of this line. */
  readonly activeAt: number | null;
}

/** One duty's or unit's line of the year. Memoised: moving the focus redraws two lines. */
export const YearRow = memo(function YearRow({ line, index, link, activeAt }: YearRowProps) {
  return (
    <tr aria-rowindex={index + 1} data-testid={`year-line-${line.id}`}>
      <th scope="row" className="year-name" title={line.title}>
        <Link to={link} data-line={index} data-at={-1} tabIndex={activeAt === -1 ? 0 : -1}>
          {line.title}
        </Link>
      </th>
      <td className={line.owes > 0 ? 'year-owing' : ''}>{line.owes > 0 ? line.owes : ''}</td>
      {monthsOf(line.blocks).map((part) =>
        part.block === null ? (
          <td key={part.from} colSpan={part.span} className="year-empty" />
        ) : (
          <td key={part.from} colSpan={part.span} className="year-part">
            <div className="year-squares">
              {part.block.squares.map((cell, offset) => (
                <Square
                  key={cell.period}
                  line={line}
                  cell={cell}
                  index={index}
                  at={(part.block?.first ?? 0) + offset}
                  isActive={activeAt === (part.block?.first ?? 0) + offset}
                />
              ))}
            </div>
          </td>
        ),
      )}
      <td className="year-sum">
        {line.met}/{line.due}
      </td>
    </tr>
  );
});

interface SquareProps {
  readonly line: YearLine;
  readonly cell: GridCell;
  readonly index: number;
  readonly at: number;
  readonly isActive: boolean;
}

function Square({ line, cell, index, at, isActive }: SquareProps) {
  const label = cellLabel(line.title, cell);
  const isWeek = kindOfPeriod(cell.period) === 'week';
  const isLong = cell.period.length === 4 || /[QH]/.test(cell.period);
  return (
    <button
      type="button"
      tabIndex={isActive ? 0 : -1}
      data-line={index}
      data-at={at}
      data-status={cell.status}
      data-testid={`year-${cell.unit}-${cell.duty}-${cell.period}`}
      className={`year-square status-${cell.status}${cell.assigned ? '' : ' status-extra'}${isWeek ? ' week' : ''}`}
      aria-label={label}
      title={label}
    >
      {isLong && <small>{periodShort(cell.period)}</small>}
      {cellSign(cell, { short: isWeek })}
    </button>
  );
}

interface Part {
  readonly from: number;
  readonly span: number;
  readonly block: YearBlock | null;
}

/** The twelve months of a line, those without squares single. */
function monthsOf(blocks: readonly YearBlock[]): Part[] {
  const parts: Part[] = [];
  let month = 0;
  const fillTo = (end: number) => {
    for (; month < end; month += 1) parts.push({ from: month, span: 1, block: null });
  };
  for (const block of blocks) {
    fillTo(block.from);
    parts.push({ from: block.from, span: block.span, block });
    month = block.from + block.span;
  }
  fillTo(12);
  return parts;
}
