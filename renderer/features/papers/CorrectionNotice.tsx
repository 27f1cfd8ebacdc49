import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Correction } from '../../../electron/contract/papers.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { ACTION_WORDS, CORRECTION_WORDS as W } from '../../words/paperSteps.ts';

interface CorrectionNoticeProps {
  readonly corrections: readonly Correction[];
  readonly busy: boolean;
  readonly onCorrect: () => void;
}

/** What the data say now otherwise than the issued paper does, and the way to tell it to the units. */
export function CorrectionNotice({ corrections, busy, onCorrect }: CorrectionNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  const begin = (
    <Button size="small" type="primary" disabled={busy} onClick={onCorrect} data-testid="begin-correction">
      {ACTION_WORDS.correct}
    </Button>
  );
  return (
    <>
      <Alert
        type="warning"
        showIcon
        data-testid="corrections"
        title={`${W.title}：${corrections.length} 处。${W.hint}`}
        action={
          <div className="row">
            <Button size="small" onClick={() => setOpen(true)} data-testid="show-corrections">
              {W.show}
            </Button>
            {begin}
          </div>
        }
      />
      <Drawer
        open={isOpen}
        size={860}
        onClose={() => setOpen(false)}
        title={`${W.title}（${corrections.length}）`}
        extra={begin}
        styles={{ body: { display: 'flex', flexDirection: 'column', padding: 12 } }}
        data-testid="correction-drawer"
      >
        <FillTable<Correction & { readonly key: number }>
          data-testid="correction-list"
          pagination={{ pageSize: 100, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }}
          aroundBody={corrections.length > 100 ? 90 : 42}
          dataSource={corrections.map((correction, key) => ({ ...correction, key }))}
          columns={[
            { title: W.place, dataIndex: 'place', width: 200 },
            { title: W.before, dataIndex: 'before', className: 'prewrap', render: textOrNone },
            { title: W.after, dataIndex: 'after', className: 'prewrap', render: textOrNone },
          ]}
        />
      </Drawer>
    </>
  );
}

function textOrNone(text: string) {
  return text === '' ? <span className="muted">{W.nothing}</span> : text;
}
