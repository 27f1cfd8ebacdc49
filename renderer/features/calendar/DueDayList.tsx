import { Button, Collapse } from 'antd';
import { Link } from 'react-router';
import type { DueItem } from '../../../electron/contract/calendar.ts';
import type { Day, Period } from '../../../electron/contract/time.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { yearLink } from '../../parts/links.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { StatusTag } from '../../parts/StatusTag.tsx';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { YEAR_VIEW_WORDS } from '../../words/year.ts';
import { signOf } from './DueMonth.tsx';
import type { OpenUnits } from './useDueMonth.ts';

interface DueDayListProps {
  readonly day: Day | null;
  readonly items: readonly DueItem[];
  readonly today: Day;
  readonly open: OpenUnits | null;
  readonly unitName: (id: string, period: Period) => string;
  readonly onOpen: (item: DueItem | null) => void;
}

/** What falls due on a day: each duty with its units still open, and the way to the grid. */
export function DueDayList({ day, items, today, open, unitName, onOpen }: DueDayListProps) {
  if (day === null || items.length === 0) return <EmptyState title={W.dueNone} next={W.dueNoneHint} />;
  return (
    <div className="due-list" data-testid="due-list">
      <h2>
        {day} 到期 {items.length} 项
      </h2>
      <Collapse
        accordion
        size="small"
        activeKey={open ? keyOf(open.item) : []}
        onChange={(keys) => onOpen(items.find((item) => keys.includes(keyOf(item))) ?? null)}
        items={items.map((item) => ({
          key: keyOf(item),
          label: (
            <span>
              <b className={`due-line ${signOf(item, day < today).tone}`}>{signOf(item, day < today).text}</b>{' '}
              {item.title}
            </span>
          ),
          extra: <span className="muted small due-count">{`应报 ${item.units}`}</span>,
          children: <OpenUnitList item={item} open={open} unitName={unitName} />,
        }))}
      />
    </div>
  );
}

function OpenUnitList({
  item,
  open,
  unitName,
}: Pick<DueDayListProps, 'open' | 'unitName'> & { readonly item: DueItem }) {
  const grid = `/status?${new URLSearchParams({ period: item.period, duty: item.duty })}`;
  return (
    <div style={{ display: 'grid', gap: 6 }}>
      <span className="muted small">
        {item.duty}　{periodTitle(item.period)}　截止 {momentText(item.due)}
      </span>
      {item.open === 0 ? <span>{W.allMet}</span> : null}
      {open && item.open > 0 ? (
        <div className="row" data-testid="open-units">
          {open.cells.map((cell) => (
            <span key={cell.unit}>
              {unitName(cell.unit, item.period)} <StatusTag status={cell.status} />
            </span>
          ))}
        </div>
      ) : null}
      <div className="row">
        <Link to={grid} data-testid="due-to-grid">
          <Button size="small">{W.toGrid}</Button>
        </Link>
        <Link to={yearLink('duty', item.duty)}>{YEAR_VIEW_WORDS.dutyYear}</Link>
      </div>
    </div>
  );
}

function keyOf({ duty, period, due }: DueItem): string {
  return `${duty} ${period} ${due}`;
}
