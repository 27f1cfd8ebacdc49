import { Table } from 'antd';
import type { MovedDue } from '../../../electron/contract/calendar.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';

interface MovedListProps {
  readonly moved: readonly MovedDue[];
  readonly dutyTitle: (id: string) => string;
}

/** The due moments that move, before and after; those of a year unknown until now are counted only. */
export function MovedList({ moved, dutyTitle }: MovedListProps) {
  const shifted = moved.filter(({ before }) => before !== null);
  const first = moved.length - shifted.length;
  return (
    <div data-testid="moved-list">
      <div>
        {shifted.length === 0 ? W.movedNone : `${shifted.length} 个截止时间变动：`}
        {first > 0 ? `另有 ${first} 个截止时间从此可以推算。` : ''}
      </div>
      {shifted.length > 0 ? (
        <Table<MovedDue>
          size="small"
          rowKey={({ duty, period }) => `${duty} ${period}`}
          dataSource={shifted}
          pagination={shifted.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
          columns={[
            { title: '报送事项', dataIndex: 'duty', render: dutyTitle, ellipsis: true },
            { title: '报送期', dataIndex: 'period', width: 230, render: periodTitle },
            { title: '原截止', dataIndex: 'before', width: 140, render: momentText },
            {
              title: '现截止',
              dataIndex: 'after',
              width: 145,
              render: (after: string | null) => (after === null ? '年份未载入' : <b>{momentText(after)}</b>),
            },
          ]}
        />
      ) : null}
    </div>
  );
}
