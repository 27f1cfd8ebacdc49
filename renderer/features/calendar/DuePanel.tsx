import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Period } from '../../../electron/contract/time.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { DueDayList } from './DueDayList.tsx';
import { DueMonth } from './DueMonth.tsx';
import type { DueMonthView } from './useDueMonth.ts';

/** 到期事项: a month of what falls due, and beside it the chosen day. */
export function DuePanel({
  view,
  unitName,
}: {
  readonly view: DueMonthView;
  readonly unitName: (id: string, period: Period) => string;
}) {
  const { month, today } = view;
  return (
    <div className="due-panel">
      <div className="due-main">
        <div className="row">
          <Button
            icon={<LeftOutlined />}
            aria-label={W.earlierMonth}
            title={W.earlierMonth}
            onClick={() => view.step(-1)}
          />
          <DatePicker
            picker="month"
            aria-label="月份"
            allowClear={false}
            value={dayjs(`${month}-01`)}
            onChange={(chosen) => chosen && view.show(chosen.format('YYYY-MM'))}
            format="YYYY年M月"
          />
          <Button
            icon={<RightOutlined />}
            aria-label={W.laterMonth}
            title={W.laterMonth}
            onClick={() => view.step(1)}
          />
          <Button onClick={() => view.show(today.slice(0, 7))}>{W.thisMonth}</Button>
          <span className="muted small">✓ 已报齐　✗ 逾期未报家数　… 未到期、未报家数</span>
        </div>
        <ErrorNotice error={view.error} onRetry={view.reload} />
        <DueMonth
          month={month}
          items={view.items}
          year={view.year}
          today={today}
          chosen={view.day}
          onChoose={view.chooseDay}
        />
      </div>
      <aside className="panel due-side" aria-label="当日到期">
        {view.items.length === 0 && (view.loading || view.error) ? (
          view.error ? null : (
            <Waiting />
          )
        ) : (
          <DueDayList
            day={view.day}
            items={view.items.filter((item) => item.day === view.day)}
            today={today}
            open={view.open}
            unitName={unitName}
            onOpen={view.openItem}
          />
        )}
      </aside>
    </div>
  );
}
