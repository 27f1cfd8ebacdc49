import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import type { Correction } from '../../../electron/contract/papers.ts';
import { ACTION_WORDS, CORRECTION_WORDS as W } from '../../words/papers.ts';

interface CorrectionNoticeProps {
  readonly corrections: readonly Correction[];
  readonly busy: boolean;
  /** Absent: none can be begun. */
  readonly onCorrect?: () => void;
}

/** What the data say now otherwise than the issued paper does. */
export function CorrectionNotice({ corrections, busy, onCorrect }: CorrectionNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="corrections"
      title={`${W.title}：${corrections.length} 处`}
      description={
        <>
          {W.hint}
          {isOpen ? (
            <Table<Correction & { readonly key: number }>
              size="small"
              pagination={false}
              scroll={{ y: 220 }}
              style={{ marginTop: 8 }}
              dataSource={corrections.map((correction, key) => ({ ...correction, key }))}
              columns={[
                { title: W.place, dataIndex: 'place', width: 240 },
                { title: W.before, dataIndex: 'before', className: 'prewrap' },
                { title: W.after, dataIndex: 'after', className: 'prewrap' },
              ]}
            />
          ) : null}
        </>
      }
      action={
        <div className="row">
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} data-testid="show-corrections">
            {isOpen ? '收起' : '看差异'}
          </Button>
          {onCorrect ? (
            <Button size="small" type="primary" disabled={busy} onClick={onCorrect} data-testid="begin-correction">
              {ACTION_WORDS.correct}
            </Button>
          ) : null}
        </div>
      }
    />
  );
}
