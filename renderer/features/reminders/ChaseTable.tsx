import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { CHASE_WAY_NAMES, type Chase, type ChaseWay } from '../../../electron/contract/chases.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { dayText, momentText, periodShort, periodTitle } from '../../parts/periods.ts';
import { CHASE_WORDS as W } from '../../words/chases.ts';
import { paperLink } from '../papers/usePaperAddress.ts';

interface ChaseTableProps {
  readonly chases: readonly Chase[];
  readonly directory: Directory;
  readonly busy: boolean;
  readonly loading: boolean;
  /** Names unit and thing; off where the title says them. */
  readonly isWhole: boolean;
  readonly onWithdraw: (id: number) => void;
}

/** Logged chases, newest first, each with the way to withdraw it. */
export function ChaseTable({ chases, directory, busy, loading, isWhole, onWithdraw }: ChaseTableProps) {
  const about = [
    {
      title: W.unit,
      key: 'unit',
      width: 120,
      ellipsis: true,
      render: (_: unknown, { unit, period }: Chase) => directory.unitNameIn(unit, period),
    },
    {
      title: W.duty,
      key: 'duty',
      ellipsis: true,
      render: (_: unknown, { duty, period }: Chase) => directory.dutyTitleIn(duty, period),
    },
    {
      title: W.period,
      key: 'period',
      width: 110,
      render: (_: unknown, { period }: Chase) => (
        <span
          title={periodTitle(period)}
        >{`${period.slice(0, 4)}年${periodShort(period).replace(/^\d{4}年/u, '')}`}</span>
      ),
    },
  ];
  return (
    <FillTable<Chase>
      rowKey="id"
      data-testid="chases"
      dataSource={[...chases]}
      loading={loading}
      virtual={chases.length > 100}
      scrollX={isWhole ? 980 : 620}
      columns={[
        { title: W.at, dataIndex: 'at', width: 132, render: momentText },
        ...(isWhole ? about : []),
        { title: W.how, dataIndex: 'how', width: 70, render: (how: ChaseWay) => CHASE_WAY_NAMES[how] },
        { title: W.whom, dataIndex: 'whom', width: 130, ellipsis: true },
        {
          title: W.answer,
          key: 'answer',
          render: (_, { answer, paper }) => (
            <span className="prewrap">
              {answer}
              {paper === null ? null : (
                <>
                  {' '}
                  <Link to={paperLink(paper)}>{W.paper}</Link>
                </>
              )}
            </span>
          ),
        },
        { title: W.promised, dataIndex: 'promised', width: 104, render: dayText },
        { title: W.by, dataIndex: 'by', width: 80, ellipsis: true },
        {
          title: '',
          key: 'act',
          width: 74,
          render: (_, { id }) => (
            <Popconfirm
              title={W.withdrawAsk}
              okText={W.withdraw}
              onConfirm={() => onWithdraw(id)}
              styles={{ root: { maxWidth: 320 } }}
            >
              <Button size="small" disabled={busy}>
                {W.withdraw}
              </Button>
            </Popconfirm>
          ),
        },
      ]}
    />
  );
}
