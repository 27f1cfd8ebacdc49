import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import { DayField } from '../../parts/DayField.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ENTRY_WORDS as W } from '../../words/assessment.ts';

interface ObjectionFormProps {
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onSave: (claim: string, on: Day | null) => void;
  readonly onClose: () => void;
}

/** Notes down what a unit says against its points, and when it said so. */
export function ObjectionForm({ busy, error, onSave, onClose }: ObjectionFormProps) {
  const [claim, setClaim] = useState('');
  const [on, setOn] = useState<Day | null>(null);
  return (
    <fieldset className="score-form" aria-label={W.register} data-testid="objection-form">
      <ErrorNotice error={error} />
      <Input.TextArea
        autoFocus
        aria-label={W.claim}
        placeholder={W.claimHint}
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={claim}
        onChange={(event) => setClaim(event.target.value)}
      />
      <div className="row">
        <span className="muted small">{W.on}</span>
        <DayField label={W.on} placeholder={W.onToday} value={on} onChange={setOn} />
        <Button
          type="primary"
          loading={busy}
          disabled={claim.trim() === ''}
          onClick={() => onSave(claim.trim(), on)}
          data-testid="save-objection"
        >
          {W.register}
        </Button>
        <Button onClick={onClose}>{W.cancel}</Button>
      </div>
    </fieldset>
  );
}
