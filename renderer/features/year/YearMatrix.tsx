import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'react-router';
import type { GridCell } from '../../../electron/contract/status.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { usePrinting } from '../../parts/usePrinting.ts';
import { YEAR_VIEW_WORDS as W } from '../../words/year.ts';
import { useYearKeys } from './useYearKeys.ts';
import { YearRow } from './YearRow.tsx';
import type { YearLine, YearModel } from './yearModel.ts';
import './year.css';

interface YearMatrixProps {
  readonly model: YearModel;
  readonly label: string;
  /** Heading of the lines: 事项 or 单位. */
  readonly lineHead: string;
  readonly lineLink: (line: YearLine) => string;
  readonly monthLink: (month: Period) => string;
  readonly year: number;
  readonly onOpen: (cell: GridCell) => void;
}

const ROW_HEIGHT = 30;
/** Lines come and go in blocks, so that most frames of scrolling draw nothing new. */
const BLOCK = 10;
const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** A year of squares: one line per duty or unit over twelve months; arrow keys move, Enter or a click opens a square. */
export function YearMatrix({ model, label, lineHead, lineLink, monthLink, year, onOpen }: YearMatrixProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const { lines } = model;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const keys = useYearKeys(scroller, lines, (line) => virtual.scrollToIndex(line), onOpen);
  const items = virtual.getVirtualItems();
  const first = isPrinting ? 0 : Math.floor((items[0]?.index ?? 0) / BLOCK) * BLOCK;
  const end = isPrinting
    ? lines.length
    : Math.min(lines.length, Math.ceil(((items.at(-1)?.index ?? -1) + 1) / BLOCK) * BLOCK);
  const above = first * ROW_HEIGHT;
  const below = (lines.length - end) * ROW_HEIGHT;
  return (
    <div className="year-scroller" ref={scroller} data-testid="year-matrix">
      <table
        className={model.crowd > 1 ? 'year-matrix crowded' : 'year-matrix'}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose squares take the focus is a grid (ARIA practices)
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length}
        onClick={keys.onClick}
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          <col className="year-col-name" />
          <col className="year-col-owes" />
          {MONTHS.map((month) => (
            <col key={month} />
          ))}
          <col className="year-col-sum" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="year-name">
              {lineHead}
            </th>
            <th scope="col" title={W.owesHint}>
              {W.owes}
            </th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                <Link to={monthLink(`${year}-${String(month + 1).padStart(2, '0')}`)} title={W.toMonth}>
                  {month + 1}月
                </Link>
              </th>
            ))}
            <th scope="col" title={W.sumHint}>
              {W.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden />}
          {lines.slice(first, end).map((line, offset) => (
            <YearRow
              key={line.key}
              line={line}
              index={first + offset}
              link={lineLink(line)}
              activeAt={keys.active.line === first + offset ? keys.active.at : null}
            />
          ))}
          {below > 0 && <tr style={{ height: below }} aria-hidden />}
        </tbody>
      </table>
    </div>
  );
}
