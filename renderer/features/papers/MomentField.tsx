import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Moment } from '../../../electron/contract/time.ts';

interface MomentFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: Moment | null;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onChange: (moment: Moment | null) => void;
}

/** A moment to the minute, `2022-04-29T16:00`. */
export function MomentField(props: MomentFieldProps) {
  const { label, placeholder, value, allowClear = true, disabled = false, testId, onChange } = props;
  return (
    <DatePicker
      aria-label={label}
      data-testid={testId}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder={placeholder ?? label}
      allowClear={allowClear}
      disabled={disabled}
      style={{ width: 170 }}
      value={value ? dayjs(value) : null}
      onChange={(moment) => onChange(moment ? moment.format('YYYY-MM-DDTHH:mm') : null)}
    />
  );
}
