import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import type { Day, Moment } from '../../electron/contract/time.ts';
import { useAppInfo } from '../state/appInfo.ts';
import { chosenMoment, isBare } from './chosenMoment.ts';

interface MomentFieldProps {
  readonly value?: Day | Moment | null;
  readonly onChange?: (moment: Day | Moment | null) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly title?: string;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly width?: number;
  /** For “until when is counted”: a day alone means the whole of it. Without: it stays a day, and who is asked knows the hour. */
  readonly wholeDay?: boolean;
  readonly testId?: string;
}

/** A moment to the minute, `2022-04-29T16:00`, in a form or alone; a day may be typed alone (`wholeDay`). Null: none. */
export function MomentField(props: MomentFieldProps) {
  const {
    label,
    placeholder,
    title,
    value,
    allowClear = true,
    disabled = false,
    width = 170,
    wholeDay = false,
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
        // Shown by the first: a day without a time shows none.
        format={isBare(value ?? '') ? [DAY, MINUTE] : [MINUTE, DAY]}
        placeholder={placeholder ?? label}
        allowClear={allowClear}
        disabled={disabled}
        style={{ width }}
        value={value ? dayjs(value) : null}
        onChange={(moment) => {
          const picked = moment?.format('YYYY-MM-DDTHH:mm');
          const choice = { typed: typed.current, before: value ?? null, now, wholeDay };
          typed.current = '';
          onChange?.(picked === undefined ? null : chosenMoment({ picked, ...choice }));
        }}
      />
    </span>
  );
}

const DAY = 'YYYY-MM-DD';
const MINUTE = 'YYYY-MM-DD HH:mm';
