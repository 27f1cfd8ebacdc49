import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Day } from '../../electron/contract/time.ts';

interface DayFieldProps {
  readonly value?: Day | null;
  readonly onChange?: (day: Day | null) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly testId?: string;
  readonly disabled?: boolean;
}

/** A day as the contract writes it (`2022-04-29`), in a form or alone; null: none. */
export function DayField({
  value,
  onChange,
  label,
  placeholder,
  allowClear = true,
  testId,
  disabled = false,
}: DayFieldProps) {
  return (
    <DatePicker
      aria-label={label}
      {...(testId ? { 'data-testid': testId } : {})}
      value={value ? dayjs(value) : null}
      placeholder={placeholder ?? label}
      allowClear={allowClear}
      disabled={disabled}
      style={{ width: 132 }}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
