import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { Objection } from '../../../electron/contract/assessment.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { dayText } from '../../parts/periods.ts';
import { ENTRY_WORDS as W } from '../../words/assessment.ts';
import type { DecisionDraft } from './useScoring.ts';

interface DecisionFormProps {
  readonly objection: Objection;
  /** Most points of the line; null: without end. */
  readonly max: number | null;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onDecide: (draft: DecisionDraft, id: number) => void;
  readonly onClose: () => void;
}

/** Answers an objection: agreed, with the points it leads to, or not; either with its reason. */
export function DecisionForm({ objection, max, busy, error, onDecide, onClose }: DecisionFormProps) {
  const [granted, setGranted] = useState<boolean | null>(null);
  const [points, setPoints] = useState<number | null>(null);
  const [decision, setDecision] = useState('');
  const isOver = points !== null && max !== null && points > max;
  const isReady = granted !== null && (!granted || (points !== null && !isOver)) && decision.trim() !== '';
  const before = objection.before === null ? '缺项' : `${objection.before} 分`;
  return (
    <fieldset className="score-form" aria-label={W.decide} data-testid="decision-form">
      <ErrorNotice error={error} />
      <div>
        <b>{dayText(objection.at)} 申诉</b>（当时 {before}
        {objection.by === '' ? '' : `，${objection.by} 登记`}）：{objection.claim}
      </div>
      <div className="row">
        <Radio.Group value={granted} onChange={(event) => setGranted(event.target.value === true)}>
          <Radio value={true}>{W.granted}</Radio>
          <Radio value={false}>{W.refused}</Radio>
        </Radio.Group>
        {granted === true ? (
          <>
            <InputNumber
              autoFocus
              aria-label={W.after}
              placeholder={W.after}
              min={0}
              status={isOver ? 'error' : ''}
              style={{ width: 130 }}
              value={points}
              onChange={setPoints}
            />
            <span className={isOver ? 'deducted small' : 'muted small'}>{max === null ? '' : `0 到 ${max} 分`}</span>
          </>
        ) : null}
      </div>
      <div className="row">
        <Input
          aria-label={W.decision}
          placeholder={W.decisionHint}
          style={{ flex: 1, minWidth: 280 }}
          value={decision}
          onChange={(event) => setDecision(event.target.value)}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={!isReady}
          onClick={() => onDecide({ granted: granted === true, points, decision: decision.trim() }, objection.id)}
          data-testid="save-decision"
        >
          {W.decide}
        </Button>
        <Button onClick={onClose}>{W.cancel}</Button>
      </div>
    </fieldset>
  );
}
