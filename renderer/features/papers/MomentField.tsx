import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import type { Moment } from '../../../electron/contract/time.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { wholeDay } from './wholeDay.ts';

interface MomentFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: Moment | null;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onChange: (moment: Moment | null) => void;
}

/** A moment to the minute, `2022-04-29T16:00`; a day may be typed alone. */
export function MomentField(props: MomentFieldProps) {
  const { label, placeholder, value, allowClear = true, disabled = false, testId, onChange } = props;
  const { now } = useAppInfo();
  const typed = useRef('');
  return (
    // As it is typed: the field writes a time behind a day as soon as it can read one.
    <span
      onInputCapture={({ target }) => {
        if (target instanceof HTMLInputElement) typed.current = target.value;
      }}
    >
      <DatePicker
        aria-label={label}
        data-testid={testId}
        showTime={{ format: 'HH:mm' }}
        format={['YYYY-MM-DD HH:mm', 'YYYY-MM-DD']}
        placeholder={placeholder ?? label}
        allowClear={allowClear}
        disabled={disabled}
        style={{ width: 170 }}
        value={value ? dayjs(value) : null}
        onChange={(moment) => {
          const whole = moment?.format('HH:mm') === '00:00' ? wholeDay(typed.current, now) : null;
          typed.current = '';
          onChange(whole ?? (moment ? moment.format('YYYY-MM-DDTHH:mm') : null));
        }}
      />
    </span>
  );
}
