import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { StoredFinding } from '../../../electron/contract/findings.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { RULE_WORDS } from '../../words.ts';

interface FindingCardProps {
  readonly finding: StoredFinding;
  readonly busy: boolean;
  /** null takes the confirmation back. */
  readonly onConfirm: (reason: string | null) => void;
}

/** One finding; an error or a thing to verify may be let pass with a written reason. */
export function FindingCard({ finding, busy, onConfirm }: FindingCardProps) {
  const [writing, setWriting] = useState(false);
  const [reason, setReason] = useState('');
  const confirm = () => {
    if (reason.trim() === '') return;
    onConfirm(reason.trim());
    setWriting(false);
  };
  const canPass = finding.severity !== 'notice';
  return (
    <div className="panel" style={{ padding: '8px 10px' }} data-testid="finding" data-rule={finding.rule}>
      <div className="row spread">
        <span>
          <SeverityTag severity={finding.severity} /> {RULE_WORDS[finding.rule]}
          <span className="muted small" style={{ marginLeft: 10 }}>
            {finding.cell ?? ''} {finding.column ?? ''}
          </span>
        </span>
        {finding.confirmedReason !== null ? (
          <Button size="small" disabled={busy} onClick={() => onConfirm(null)}>
            撤回放行
          </Button>
        ) : canPass && !writing ? (
          <Button size="small" onClick={() => setWriting(true)}>
            确认无误
          </Button>
        ) : null}
      </div>
      <div className="prewrap">{finding.message}</div>
      {finding.confirmedReason !== null ? (
        <div className="small" style={{ color: '#2f7d3b' }}>
          ✓ 已放行，理由：{finding.confirmedReason}
        </div>
      ) : null}
      {writing ? (
        <Space.Compact style={{ width: '100%', marginTop: 6 }}>
          <Input
            autoFocus
            aria-label="放行理由"
            placeholder="书面理由，例如：经与单位核对，公示原文如此"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={confirm}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setWriting(false);
            }}
          />
          <Button type="primary" disabled={busy || reason.trim() === ''} onClick={confirm}>
            确认放行
          </Button>
        </Space.Compact>
      ) : null}
    </div>
  );
}
