import { Table } from 'antd';
import dayjs from 'dayjs';
import type { HolidayNotice } from '../../../electron/contract/calendar.ts';
import { WEEKDAYS } from '../../words/calendar.ts';

interface HolidayLine {
  readonly key: string;
  readonly name: string;
  readonly off: string;
  readonly days: number;
  readonly work: string;
}

/** The days a notice gives, a line per holiday: from when to when it is off, and what is worked for it. */
export function NoticeDays({ notice }: { readonly notice: HolidayNotice }) {
  return (
    <Table<HolidayLine>
      size="small"
      pagination={false}
      dataSource={linesOf(notice)}
      data-testid="notice-days"
      title={() => `读到 ${notice.days.length} 个日期，来源：${notice.source}`}
      columns={[
        { title: '节日', dataIndex: 'name', width: 140 },
        { title: '放假', dataIndex: 'off' },
        { title: '天数', dataIndex: 'days', width: 60, className: 'number' },
        { title: '调休上班', dataIndex: 'work' },
      ]}
    />
  );
}

function linesOf({ year, days }: HolidayNotice): HolidayLine[] {
  const dayText = dayTextOf(year);
  return [...Map.groupBy(days, ({ name }) => name)].map(([name, own]) => {
    const off = own.filter(({ kind }) => kind === 'off').map(({ day }) => day);
    const work = own.filter(({ kind }) => kind === 'work').map(({ day }) => dayText(day));
    return { key: name, name, off: spans(off, dayText).join('、'), days: off.length, work: work.join('、') || '—' };
  });
}

/** `2月15日（周日） 至 2月23日（周一）`: runs of days that follow each other. */
function spans(days: readonly string[], dayText: (day: string) => string): string[] {
  const runs: string[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && dayjs(run.at(-1)).add(1, 'day').format('YYYY-MM-DD') === day) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => {
    const first = dayText(run[0] ?? '');
    return run.length === 1 ? first : `${first} 至 ${dayText(run.at(-1) ?? '')}`;
  });
}

/** The year is told only where it is not the notice's own: `2026年12月31日（周四）`. */
function dayTextOf(year: number): (day: string) => string {
  return (day) => {
    const at = dayjs(day);
    return `${at.format(at.year() === year ? 'M月D日' : 'YYYY年M月D日')}（周${WEEKDAYS[(at.day() + 6) % 7]}）`;
  };
}
