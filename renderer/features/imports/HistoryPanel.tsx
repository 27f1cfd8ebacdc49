import { Button, Popconfirm, Space, Tag } from 'antd';
import type { BatchSummary } from '../../../electron/contract/batches.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { momentText } from '../../parts/periods.ts';
import { BATCH_KIND_WORDS } from '../../words/imports.ts';

interface HistoryPanelProps {
  readonly batches: readonly BatchSummary[] | undefined;
  readonly loading: boolean;
  readonly busy: boolean;
  readonly onOpen: (batch: string) => void;
  readonly onUndo: (batch: string) => void;
  readonly onImport: () => void;
}

/** 历史批次: every import and correction, with its detail and the way to take it back. */
export function HistoryPanel({ batches, loading, busy, onOpen, onUndo, onImport }: HistoryPanelProps) {
  if (batches?.length === 0) {
    return (
      <EmptyState
        title="还没有导入过"
        next="拖入单位发来的附件，提交之后这里会留下每一批的记录，随时可以撤销。"
        action={
          <Button type="primary" onClick={onImport}>
            去导入
          </Button>
        }
      />
    );
  }
  return (
    <FillTable<BatchSummary>
      rowKey="id"
      loading={loading && !batches}
      dataSource={batches ?? []}
      data-testid="batches"
      rowClassName={(batch) => (batch.undoneAt ? 'muted' : '')}
      columns={[
        {
          title: '批次号',
          dataIndex: 'id',
          width: 170,
          render: (id: string) => (
            <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(id)}>
              {id}
            </Button>
          ),
        },
        {
          title: '种类',
          dataIndex: 'kind',
          width: 70,
          render: (kind: BatchSummary['kind']) => BATCH_KIND_WORDS[kind],
        },
        { title: '提交时间', dataIndex: 'committedAt', width: 150, render: momentText },
        { title: '收到时间', dataIndex: 'receivedAt', width: 150, render: momentText },
        { title: '文件', dataIndex: 'files', width: 80, className: 'number' },
        { title: '表', dataIndex: 'tables', width: 80, className: 'number' },
        { title: '记录', dataIndex: 'records', width: 90, className: 'number' },
        {
          title: '状态',
          dataIndex: 'undoneAt',
          render: (undoneAt: string | null) =>
            undoneAt ? <Tag>↩ 已于 {momentText(undoneAt)} 撤销</Tag> : <Tag color="green">✓ 有效</Tag>,
        },
        {
          title: '操作',
          key: 'actions',
          width: 150,
          render: (_, batch) => (
            <Space>
              <Button size="small" onClick={() => onOpen(batch.id)}>
                详情
              </Button>
              {batch.undoneAt ? null : (
                <Popconfirm
                  title={`撤销批次 ${batch.id}？`}
                  description="这一批带来的记录和报送状态都会退回到从前；之后人工更正过的记录会保留并列出。原件仍在，可以再次导入。"
                  okText="撤销"
                  okButtonProps={{ danger: true }}
                  onConfirm={() => onUndo(batch.id)}
                >
                  <Button size="small" danger disabled={busy}>
                    撤销
                  </Button>
                </Popconfirm>
              )}
            </Space>
          ),
        },
      ]}
    />
  );
}
