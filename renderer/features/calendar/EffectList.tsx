import { Table } from 'antd';
import type { CalendarEffect, RejudgedRecords, TurnedSubmission } from '../../../electron/contract/calendar.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { MovedList } from './MovedList.tsx';

interface EffectListProps {
  readonly effect: CalendarEffect;
  readonly directory: Directory;
}

/** What another calendar does: due moments that move, submissions that become late or in time, records whose own term ends elsewhere. */
export function EffectList({ effect: { moved, turned, rejudged }, directory }: EffectListProps) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
      <MovedList moved={moved} dutyTitle={directory.dutyTitle} />
      {turned.length > 0 ? <TurnedList turned={turned} directory={directory} /> : null}
      {rejudged.length > 0 ? <RejudgedList rejudged={rejudged} directory={directory} /> : null}
    </div>
  );
}

/** More than this are shown in pages. */
const PAGE = 10;
const pages = (count: number) =>
  count > PAGE ? { pageSize: PAGE, size: 'small' as const, showSizeChanger: false } : false;

function TurnedList({ turned, directory }: Pick<EffectListProps, 'directory'> & Pick<CalendarEffect, 'turned'>) {
  const late = turned.filter((one) => one.late).length;
  const told = [
    late > 0 && `${late} 份由按时变为迟报`,
    turned.length > late && `${turned.length - late} 份由迟报变为按时`,
  ];
  return (
    <div data-testid="turned-list">
      <div>{`已收到的报送：${told.filter((one) => one !== false).join('，')}：`}</div>
      <Table<TurnedSubmission>
        size="small"
        rowKey={({ unit, duty, period, receivedAt }) => `${unit} ${duty} ${period} ${receivedAt}`}
        dataSource={[...turned]}
        pagination={pages(turned.length)}
        columns={[
          {
            title: '单位',
            key: 'unit',
            width: 120,
            render: (_, { unit, period }) => directory.unitNameIn(unit, period),
          },
          { title: '报送事项', dataIndex: 'duty', render: directory.dutyTitle, ellipsis: true },
          { title: '报送期', dataIndex: 'period', width: 190, render: periodTitle },
          { title: '收到', dataIndex: 'receivedAt', width: 136, render: momentText },
          {
            title: '变为',
            dataIndex: 'late',
            width: 76,
            render: (isLate: boolean) =>
              isLate ? <b className="overdue">迟 {W.turnedLate}</b> : <b>✓ {W.turnedTimely}</b>,
          },
        ]}
      />
    </div>
  );
}

function RejudgedList({ rejudged, directory }: Pick<EffectListProps, 'directory'> & Pick<CalendarEffect, 'rejudged'>) {
  return (
    <div data-testid="rejudged-list">
      <div>{W.rejudged}</div>
      <Table<RejudgedRecords>
        size="small"
        rowKey={({ unit, duty, period, template }) => `${unit} ${duty} ${period} ${template}`}
        dataSource={[...rejudged]}
        pagination={pages(rejudged.length)}
        columns={[
          {
            title: '单位',
            key: 'unit',
            width: 120,
            render: (_, { unit, period }) => directory.unitNameIn(unit, period),
          },
          {
            title: '表',
            dataIndex: 'template',
            ellipsis: true,
            render: (id: string) => shortTemplateTitle(directory.templateTitle(id)),
          },
          { title: '报送期', dataIndex: 'period', width: 190, render: periodTitle },
          { title: '变为及时', dataIndex: 'timely', width: 90, className: 'number' },
          { title: '变为超期', dataIndex: 'late', width: 90, className: 'number' },
        ]}
      />
    </div>
  );
}
