import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { CalendarYear } from '../../../electron/contract/calendar.ts';
import { COUNTY_SIGNS, DAY_SIGNS, YEAR_STATE_WORDS } from '../../words/calendar.ts';

/** What is known of the year, in one line, and what the signs mean. */
export function CalendarLegend({ year, children }: { readonly year: CalendarYear; readonly children?: ReactNode }) {
  return (
    <div className="row spread panel" style={{ padding: '6px 12px' }}>
      <div className="row" data-testid="year-state" data-state={year.state}>
        <Tag color={year.state === 'unknown' ? 'error' : year.state === 'imported' ? 'processing' : 'default'}>
          {YEAR_STATE_WORDS[year.state]}
        </Tag>
        <span className="muted small">{year.source}</span>
        {children}
        {year.total === null ? null : (
          <span>
            工作日 <b>{year.total}</b> 天
          </span>
        )}
        {year.state === 'unknown' ? null : (
          <span>
            放假 {year.holidays.length} 天，调休上班 {year.workdays.length} 天
          </span>
        )}
        <span>本县另加 {year.county.length} 天</span>
      </div>
      <div className="row small calendar-signs">
        <span className="off">{DAY_SIGNS.off} 放假</span>
        <span className="work">{DAY_SIGNS.work} 调休上班</span>
        <span className="off county">{COUNTY_SIGNS.off} 本县放假</span>
        <span className="work county">{COUNTY_SIGNS.work} 本县上班</span>
        <span className="weekend">灰底 周末</span>
      </div>
    </div>
  );
}
