import { Button, Input } from 'antd';
import { useState } from 'react';
import { CORRECTION_REASONS } from '../words/imports.ts';
import { ReasonField } from './ReasonField.tsx';

interface ValueEditorProps {
  /** Which value: a cell, a column. */
  readonly title: string;
  readonly hint: string | null;
  /** As sent, or as mended before. */
  readonly value: string;
  readonly busy: boolean;
  readonly onSave: (value: string, reason: string) => void;
  readonly onCancel: () => void;
}

/** Mends one value: the raw one stays, the new one goes beside it with its reason. */
export function ValueEditor({ title, hint, value, busy, onSave, onCancel }: ValueEditorProps) {
  const [text, setText] = useState(value);
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '' && text.trim() !== value && !busy;
  const save = () => {
    if (ready) onSave(text.trim(), reason.trim());
  };
  return (
    <div className="editor" data-testid="value-editor">
      <div className="row">
        <b>更正 {title}</b>
        {hint ? <span className="muted">{hint}</span> : null}
        <span>
          原值 <span className="mono">{value === '' ? '（空）' : value}</span> →
        </span>
        <Input
          autoFocus
          size="small"
          className="mono"
          aria-label="更正为"
          style={{ flex: 1, minWidth: 180 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onCancel();
          }}
        />
      </div>
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <span>理由</span>
        <ReasonField
          label="更正理由"
          placeholder="必填，可从下拉里选"
          value={reason}
          earlier={[]}
          common={CORRECTION_REASONS}
          onChange={setReason}
          onEnter={save}
          onEscape={onCancel}
        />
        <Button size="small" type="primary" disabled={!ready} onClick={save}>
          更正
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
      </div>
    </div>
  );
}
