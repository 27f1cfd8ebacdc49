import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import type { Moment } from '../../electron/contract/time.ts';
import { useAppInfo } from '../state/appInfo.ts';
import { wholeDay } from './wholeDay.ts';

interface MomentFieldProps {
  readonly value?: Moment | null;
  readonly onChange?: (moment: Moment | null) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly title?: string;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly width?: number;
  readonly testId?: string;
}

/** A moment to the minute, `2022-04-29T16:00`, in a form or alone; a day may be typed alone. Null: none. */
export function MomentField(props: MomentFieldProps) {
  const {
    label,
    placeholder,
    title,
    value,
    allowClear = true,
    disabled = false,
    width = 170,
    testId,
    onChange,
  } = props;
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
        {...(testId ? { 'data-testid': testId } : {})}
        {...(title ? { title } : {})}
        showTime={{ format: 'HH:mm' }}
        format={['YYYY-MM-DD HH:mm', 'YYYY-MM-DD']}
        placeholder={placeholder ?? label}
        allowClear={allowClear}
        disabled={disabled}
        style={{ width }}
        value={value ? dayjs(value) : null}
        onChange={(moment) => {
          const whole = moment?.format('HH:mm') === '00:00' ? wholeDay(typed.current, now) : null;
          typed.current = '';
          onChange?.(whole ?? (moment ? moment.format('YYYY-MM-DDTHH:mm') : null));
        }}
      />
    </span>
  );
}
