import { Button, Popconfirm, Table, Tag } from 'antd';
import type { ReturnSlip } from '../../../electron/contract/returns.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { momentText, periodShort } from '../../parts/periods.ts';
import { returnOutcome, RETURN_WORDS as W } from '../../words/returns.ts';

interface ReturnSlipsProps {
  readonly slips: readonly ReturnSlip[] | undefined;
  readonly directory: Directory;
  readonly busy: boolean;
  readonly onWithdraw: (id: number) => void;
}

/** Returns so far, each with whether the unit sent it again. */
export function ReturnSlips({ slips, directory, busy, onWithdraw }: ReturnSlipsProps) {
  if (slips?.length === 0) return <EmptyState title={W.noEarlier} next={W.noEarlierHint} />;
  return (
    <Table<ReturnSlip>
      size="small"
      rowKey="id"
      pagination={false}
      loading={slips === undefined}
      dataSource={[...(slips ?? [])]}
      data-testid="return-slips"
      columns={[
        { title: '退回时间', dataIndex: 'at', width: 138, render: momentText },
        {
          title: '单位',
          key: 'unit',
          width: 96,
          render: (_, { unit, period }) => directory.unitNameIn(unit, period),
        },
        { title: '事项', dataIndex: 'duty', width: 160, ellipsis: true, render: directory.dutyTitle },
        { title: '报送期', dataIndex: 'period', width: 74, render: periodShort },
        { title: '文件', dataIndex: 'source', ellipsis: true },
        {
          title: '问题',
          key: 'findings',
          width: 112,
          render: (_, slip) => `${slip.findings} 处（错误 ${slip.errors}）`,
        },
        { title: '经办人', dataIndex: 'by', width: 68, render: (by: string) => by || '—' },
        { title: '现状', key: 'outcome', width: 200, render: (_, slip) => <OutcomeTag slip={slip} /> },
        {
          title: '操作',
          key: 'act',
          width: 96,
          render: (_, { id, withdrawnAt, open }) =>
            withdrawnAt === null && open > 0 ? (
              <Popconfirm title={W.withdrawAsk} onConfirm={() => onWithdraw(id)}>
                <Button size="small" disabled={busy}>
                  {W.withdraw}
                </Button>
              </Popconfirm>
            ) : null,
        },
      ]}
    />
  );
}

function OutcomeTag({ slip }: { readonly slip: ReturnSlip }) {
  const color = slip.withdrawnAt !== null ? 'default' : slip.open > 0 ? 'orange' : 'green';
  return (
    <Tag color={color} variant="outlined">
      {returnOutcome(slip)}
    </Tag>
  );
}
