import { Button, Popconfirm, Tag } from 'antd';
import type { Upload } from '../../../electron/contract/uploads.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { UPLOAD_WORDS as W } from '../../words/uploads.ts';

interface UploadHistoryProps {
  readonly uploads: readonly Upload[] | undefined;
  readonly templateTitle: (id: string) => string;
  readonly busy: boolean;
  readonly onUndo: (id: string) => void;
}

/** The consolidated workbooks so far, each with the way to take it back. */
export function UploadHistory({ uploads, templateTitle, busy, onUndo }: UploadHistoryProps) {
  if (uploads?.length === 0) return <EmptyState title={W.noHistory} next={W.noHistoryHint} />;
  return (
    <FillTable<Upload>
      rowKey="id"
      data-testid="uploads"
      loading={uploads === undefined}
      dataSource={[...(uploads ?? [])]}
      rowClassName={({ undoneAt }) => (undoneAt ? 'muted' : '')}
      columns={[
        { title: '编号', dataIndex: 'id', width: 150 },
        { title: '时间', dataIndex: 'at', width: 140, render: momentText },
        { title: '模板', dataIndex: 'template', width: 200, ellipsis: true, render: templateTitle },
        { title: '报送期', dataIndex: 'period', width: 210, render: periodTitle },
        { title: '条数', dataIndex: 'rows', width: 70, className: 'number' },
        { title: '文件', dataIndex: 'file', ellipsis: true },
        {
          title: '状态',
          dataIndex: 'undoneAt',
          width: 190,
          render: (undoneAt: string | null) =>
            undoneAt ? <Tag>↩ 已于 {momentText(undoneAt)} 撤销</Tag> : <Tag color="green">✓ 有效</Tag>,
        },
        {
          title: '操作',
          key: 'act',
          width: 76,
          render: (_, { id, undoneAt }) =>
            undoneAt ? null : (
              <Popconfirm
                title={W.undoAsk}
                onConfirm={() => onUndo(id)}
                okText={W.undo}
                styles={{ root: { maxWidth: 360 } }}
              >
                <Button size="small" danger disabled={busy}>
                  {W.undo}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  );
}
