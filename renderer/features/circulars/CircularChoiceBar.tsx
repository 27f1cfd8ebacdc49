import { Button, DatePicker, InputNumber, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';
import type { CircularChoice } from './circularDrafts.ts';

interface CircularChoiceBarProps {
  readonly choice: CircularChoice;
  readonly composed: boolean;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly onChange: (part: Partial<CircularChoice>) => void;
  readonly onCompose: () => void;
}

/** Number and moment of the circular, and composing it from the data. */
export function CircularChoiceBar({ choice, composed, changed, busy, onChange, onCompose }: CircularChoiceBarProps) {
  return (
    <div className="row no-print">
      <span id="circular-no">{W.no}</span>
      <InputNumber
        aria-labelledby="circular-no"
        data-testid="circular-no"
        min={1}
        max={999}
        precision={0}
        placeholder={W.noBlank}
        style={{ width: 90 }}
        value={choice.no ?? null}
        onChange={(no) => onChange({ no: no ?? undefined })}
      />
      <span id="circular-as-of">{W.asOf}</span>
      <DatePicker
        aria-labelledby="circular-as-of"
        data-testid="circular-as-of"
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        placeholder={W.asOfNow}
        style={{ width: 170 }}
        value={choice.asOf ? dayjs(choice.asOf) : null}
        onChange={(moment) => onChange({ asOf: moment?.format('YYYY-MM-DDTHH:mm') })}
      />
      <Popconfirm title={W.recomposeAsk} onConfirm={onCompose} disabled={!changed}>
        <Button
          loading={busy}
          {...(composed ? {} : { type: 'primary' as const })}
          {...(changed ? {} : { onClick: onCompose })}
          data-testid="circular-compose"
        >
          {composed ? W.recompose : W.compose}
        </Button>
      </Popconfirm>
    </div>
  );
}
