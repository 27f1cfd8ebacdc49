import { Drawer, Spin } from 'antd';
import type { BatchDetail } from '../../../electron/contract/imports.ts';
import type { Requested } from '../../api/useRequest.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { momentText } from '../../parts/periods.ts';
import { ResultTable } from './ResultTable.tsx';
import { receiptText } from './receiptText.ts';

interface BatchDrawerProps {
  readonly batch: string | null;
  readonly detail: Requested<BatchDetail>;
  readonly onClose: () => void;
}

/** One batch of the history with every file and table of it. */
export function BatchDrawer({ batch, detail, onClose }: BatchDrawerProps) {
  const shown = detail.data?.id === batch ? detail.data : undefined;
  return (
    <Drawer
      open={batch !== null}
      onClose={onClose}
      title={`批次 ${batch ?? ''}`}
      size="80%"
      destroyOnHidden
      extra={shown ? <CopyButton text={receiptText({ batch: shown.id, files: shown.items })} label="复制回执" /> : null}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      <ErrorNotice error={detail.error} onRetry={detail.reload} />
      {shown ? (
        <>
          <div className="muted row" style={{ gap: 16 }}>
            <span>提交 {momentText(shown.committedAt)}</span>
            <span>收到 {momentText(shown.receivedAt)}</span>
            <span>
              {shown.files} 个文件、{shown.tables} 张表、{shown.records} 条记录
            </span>
            {shown.undoneAt ? <span>已于 {momentText(shown.undoneAt)} 撤销</span> : null}
          </div>
          <ResultTable files={shown.items} />
        </>
      ) : (
        <Spin delay={300} />
      )}
    </Drawer>
  );
}
