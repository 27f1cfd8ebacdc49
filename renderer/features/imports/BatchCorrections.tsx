import { Table } from 'antd';
import type { BatchCorrection } from '../../../electron/contract/batches.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { periodTitle } from '../../parts/periods.ts';

interface BatchCorrectionsProps {
  readonly corrections: readonly BatchCorrection[];
  readonly unitName: Directory['unitName'];
}

/** What a batch of corrections mended: of which record, what stood there and what stands there now, and why. */
export function BatchCorrections({ corrections, unitName }: BatchCorrectionsProps) {
  return (
    <div className="fill scroll-table" data-testid="batch-corrections">
      <Table<BatchCorrection>
        size="small"
        rowKey={({ record, column }) => `${record} ${column}`}
        pagination={false}
        dataSource={[...corrections]}
        columns={[
          { title: '记录', dataIndex: 'title', width: 250 },
          { title: '单位', dataIndex: 'unit', width: 110, render: unitName },
          {
            title: '报送期',
            dataIndex: 'period',
            width: 120,
            render: (period) => periodTitle(period).replace(/（.*/u, ''),
          },
          { title: '栏', dataIndex: 'column', width: 140 },
          {
            title: '更正前 → 更正后',
            key: 'change',
            render: (_, { before, after }) => (
              <span className="prewrap">
                <del className="mono">{before || '（空）'}</del> → <span className="mono">{after || '（空）'}</span>
              </span>
            ),
          },
          { title: '理由', dataIndex: 'reason', width: 200 },
          { title: '经办人', dataIndex: 'by', width: 90, render: (by: string) => by || '未记姓名' },
        ]}
      />
    </div>
  );
}
