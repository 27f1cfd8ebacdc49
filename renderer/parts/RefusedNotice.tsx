import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { RefusedDue } from '../../electron/contract/status.ts';
import { calendarLink } from './ErrorNotice.tsx';
import { periodShort } from './periods.ts';

interface RefusedNoticeProps {
  readonly refused: readonly RefusedDue[] | undefined;
  readonly dutyTitle: (id: string) => string;
}

/** What the grid leaves out because a year's calendar is not loaded: once per year the reason and the way on, and what is left out. */
export function RefusedNotice({ refused = [], dutyTitle }: RefusedNoticeProps) {
  return [...Map.groupBy(refused, ({ year }) => year)].map(([year, own]) => (
    <Alert
      key={year}
      type="warning"
      showIcon
      data-testid={`refused-${year}`}
      title={own[0]?.message}
      description={`没有列出：${[...Map.groupBy(own, ({ duty }) => duty)]
        .map(
          ([duty, periods]) => `${dutyTitle(duty)}（${periods.map(({ period }) => periodShort(period)).join('、')}）`,
        )
        .join('；')}`}
      action={
        <Link to={calendarLink(year)}>
          <Button size="small">去日历载入</Button>
        </Link>
      }
    />
  ));
}
