import { PrinterOutlined, RollbackOutlined } from '@ant-design/icons';
import { Alert, Button, Space } from 'antd';
import type { Receipt } from '../../../electron/contract/batches.ts';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { RETURN_WORDS } from '../../words/returns.ts';
import type { ReturnScope } from '../returns/useReturns.ts';
import { countsOf, entriesOf } from './entries.ts';
import { ResultTable } from './ResultTable.tsx';
import { receiptText } from './receiptText.ts';

interface ReceiptPanelProps {
  readonly receipt: ImportResult;
  /** Numbers of the files' receipts, once they are there. */
  readonly receipts: readonly Receipt[];
  readonly busy: boolean;
  readonly onContinue: () => void;
  readonly onAgain: () => void;
  readonly onPrint: () => void;
  readonly onStatus: () => void;
  readonly onReturn: (scope: ReturnScope) => void;
}

/** 回执: what the commit did with every file; copied, printed, and where to go on. */
export function ReceiptPanel(props: ReceiptPanelProps) {
  const { receipt, receipts, busy, onContinue, onAgain, onPrint, onStatus, onReturn } = props;
  const { batch } = receipt;
  const counts = countsOf(entriesOf(receipt), receipt.files.length);
  const faulty = counts.findings.error + counts.findings.verify;
  const open = counts.byStatus.get('question') ?? 0;
  const committed = counts.byStatus.get('committed') ?? 0;
  const papers = receipts.filter(({ status, file }) => status === 'attachment' && file !== null).length;
  return (
    <div data-testid="receipt" className="fill" style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
      <Alert
        type={receipt.batch ? 'success' : 'info'}
        showIcon
        title={
          receipt.batch ? (
            <span>
              已提交 {committed > 0 || papers === 0 ? `${committed} 张表` : ''}
              {committed > 0 && papers > 0 ? '、' : ''}
              {papers > 0 ? `${papers} 份附件` : ''}，批次号 <b data-testid="batch-id">{receipt.batch}</b>
            </span>
          ) : (
            '数据没有变化，没有产生新批次'
          )
        }
        description={
          open > 0
            ? `还有 ${open} 张表有疑问，没有提交。点“接着处理”回答后再提交。`
            : '原件已按指纹存档。需要时可在“历史批次”里整批撤销。'
        }
        action={
          <Space className="no-print">
            {open > 0 ? (
              <Button type="primary" disabled={busy} onClick={onContinue}>
                接着处理 {open} 张
              </Button>
            ) : null}
            <Button type={open > 0 ? 'default' : 'primary'} onClick={onAgain} data-testid="import-again">
              再导入一批
            </Button>
            <Button onClick={onStatus}>看报送台账</Button>
            {batch && faulty > 0 ? (
              <Button
                icon={<RollbackOutlined />}
                data-testid="return-batch"
                onClick={() => onReturn({ batch, file: null })}
              >
                {RETURN_WORDS.open}
              </Button>
            ) : null}
            <CopyButton text={receiptText(receipt, receipts)} label="复制回执" />
            <Button icon={<PrinterOutlined />} onClick={onPrint}>
              打印
            </Button>
          </Space>
        }
      />
      <ResultTable
        files={receipt.files}
        receipts={receipts}
        onReturn={(file) => {
          if (batch) onReturn({ batch, file });
        }}
      />
    </div>
  );
}
