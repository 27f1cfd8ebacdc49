import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Finding } from '../../../electron/contract/findings.ts';
import { ReasonField } from '../../parts/ReasonField.tsx';
import { CONFIRMATION_REASONS } from '../../words/imports.ts';
import { RULE_WORDS } from '../../words.ts';

interface ConfirmationEditorProps {
  readonly finding: Finding;
  /** Written before for this rule, most used first. */
  readonly earlier: readonly string[];
  /** Other findings of the table with the same rule, column and content. */
  readonly alike: number;
  readonly busy: boolean;
  /** `all`: those alike pass, too. */
  readonly onSave: (reason: string, all: boolean) => void;
  readonly onCancel: () => void;
}

/** Lets a finding pass with a written reason. */
export function ConfirmationEditor({ finding, earlier, alike, busy, onSave, onCancel }: ConfirmationEditorProps) {
  const [reason, setReason] = useState('');
  const [all, setAll] = useState(false);
  const save = () => {
    if (reason.trim() !== '' && !busy) onSave(reason.trim(), all && alike > 0);
  };
  return (
    <div className="editor row" data-testid="confirmation-editor" style={{ flexWrap: 'nowrap' }}>
      <b style={{ flexShrink: 0 }}>
        放行 {finding.cell ?? `第 ${finding.row} 行`}“{RULE_WORDS[finding.rule]}”
      </b>
      <span>理由</span>
      <ReasonField
        autoFocus
        label="放行理由"
        placeholder="必填，可从下拉里选"
        value={reason}
        earlier={earlier}
        common={CONFIRMATION_REASONS}
        onChange={setReason}
        onEnter={save}
        onEscape={onCancel}
      />
      {alike > 0 ? (
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)} style={{ flexShrink: 0 }}>
          其余 {alike} 处相同的也放行
        </Checkbox>
      ) : null}
      <Button size="small" type="primary" disabled={reason.trim() === '' || busy} onClick={save}>
        放行
      </Button>
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
    </div>
  );
}
