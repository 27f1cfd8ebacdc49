import { PrinterOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Drawer, Space, Spin } from 'antd';
import type { BatchDetail } from '../../../electron/contract/batches.ts';
import type { Directory } from '../../api/useDirectory.ts';
import type { Requested } from '../../api/useRequest.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { momentText } from '../../parts/periods.ts';
import { BATCH_KIND_WORDS } from '../../words/imports.ts';
import { RETURN_WORDS } from '../../words/returns.ts';
import type { ReturnScope } from '../returns/useReturns.ts';
import { BatchCorrections } from './BatchCorrections.tsx';
import { ResultTable } from './ResultTable.tsx';
import { receiptText } from './receiptText.ts';

interface BatchDrawerProps {
  readonly batch: string | null;
  readonly detail: Requested<BatchDetail>;
  readonly unitName: Directory['unitName'];
  readonly onReturn: (scope: ReturnScope) => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** One batch of the history with the receipt of every file; what has faults goes back from here. */
export function BatchDrawer({ batch, detail, unitName, onReturn, onPrint, onClose }: BatchDrawerProps) {
  const shown = detail.data?.id === batch ? detail.data : undefined;
  return (
    <Drawer
      open={batch !== null}
      onClose={onClose}
      title={`批次 ${batch ?? ''}${shown ? `　${BATCH_KIND_WORDS[shown.kind]}` : ''}`}
      size="86%"
      rootClassName="print-drawer"
      destroyOnHidden
      extra={
        shown ? (
          <Space className="no-print">
            {shown.kind === 'import' && shown.undoneAt === null ? (
              <Button icon={<RollbackOutlined />} onClick={() => onReturn({ batch: shown.id, file: null })}>
                {RETURN_WORDS.open}
              </Button>
            ) : null}
            {shown.kind === 'import' ? (
              <CopyButton
                text={receiptText({ batch: shown.id, files: shown.items }, shown.receipts)}
                label="复制回执"
              />
            ) : null}
            <Button icon={<PrinterOutlined />} onClick={onPrint}>
              打印
            </Button>
          </Space>
        ) : null
      }
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      <ErrorNotice error={detail.error} onRetry={detail.reload} />
      {shown ? (
        <>
          <div className="muted row" style={{ gap: 16 }}>
            <span>提交 {momentText(shown.committedAt)}</span>
            {shown.kind === 'import' ? (
              <>
                <span>收到 {momentText(shown.receivedAt)}</span>
                <span>
                  {shown.files} 个文件、{shown.tables} 张表、{shown.records} 条记录
                </span>
              </>
            ) : null}
            {shown.undoneAt ? <span>已于 {momentText(shown.undoneAt)} 撤销</span> : null}
          </div>
          {shown.kind === 'correction' ? (
            <>
              <div>这是一次人工更正，单位报来的原值仍然保留；撤销之后恢复更正前的值。</div>
              <BatchCorrections corrections={shown.corrections} unitName={unitName} />
            </>
          ) : (
            <ResultTable
              files={shown.items}
              receipts={shown.receipts}
              onReturn={(file) => onReturn({ batch: shown.id, file })}
            />
          )}
        </>
      ) : detail.error ? null : (
        <Spin delay={300} />
      )}
    </Drawer>
  );
}
