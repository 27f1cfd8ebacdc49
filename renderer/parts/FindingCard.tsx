import { Button } from 'antd';
import { useState } from 'react';
import type { StoredFinding } from '../../electron/contract/findings.ts';
import { CONFIRMATION_REASONS } from '../words/imports.ts';
import { RULE_WORDS } from '../words.ts';
import { momentText } from './periods.ts';
import { ReasonField } from './ReasonField.tsx';
import { SeverityTag } from './SeverityTag.tsx';

interface FindingCardProps {
  readonly finding: StoredFinding;
  readonly busy: boolean;
  /** Reasons written before, once asked for. */
  readonly reasons: readonly string[];
  readonly onAskReasons: () => void;
  /** null takes the confirmation back. */
  readonly onConfirm: (reason: string | null) => void;
}

/** One finding; an error or a thing to verify may be let pass with a written reason. */
export function FindingCard({ finding, busy, reasons, onAskReasons, onConfirm }: FindingCardProps) {
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
          <Button
            size="small"
            onClick={() => {
              onAskReasons();
              setWriting(true);
            }}
          >
            写理由放行
          </Button>
        ) : null}
      </div>
      <div className="prewrap">{finding.message}</div>
      {finding.confirmedReason !== null ? (
        <div className="small" style={{ color: '#2f7d3b' }}>
          ✓ 已放行，理由：{finding.confirmedReason}
          {finding.confirmedAt ? `（${finding.confirmedBy ?? ''} ${momentText(finding.confirmedAt)}）` : ''}
        </div>
      ) : null}
      {writing ? (
        <div className="row" style={{ flexWrap: 'nowrap', marginTop: 6 }}>
          <ReasonField
            autoFocus
            label="放行理由"
            placeholder="书面理由，例如：经与单位核对，公示原文如此"
            value={reason}
            earlier={reasons}
            common={CONFIRMATION_REASONS}
            onChange={setReason}
            onEnter={confirm}
            onEscape={() => setWriting(false)}
          />
          <Button size="small" type="primary" disabled={busy || reason.trim() === ''} onClick={confirm}>
            确认放行
          </Button>
          <Button size="small" onClick={() => setWriting(false)}>
            取消
          </Button>
        </div>
      ) : null}
    </div>
  );
}
