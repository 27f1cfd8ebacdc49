import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker, Segmented, Space } from 'antd';
import type { Moment, Period, PeriodKind } from '../../electron/contract/time.ts';
import { kindOfPeriod, periodHolding, periodOfKind, periodTitle, startOfPeriod, stepPeriod } from './periods.ts';

const KINDS = [
  { value: 'week', label: '周' },
  { value: 'month', label: '月' },
  { value: 'quarter', label: '季' },
  { value: 'half', label: '半年' },
  { value: 'year', label: '年' },
] as const;

interface PeriodPickerProps {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
  readonly kinds?: readonly PeriodKind[];
  readonly now?: Moment;
}

/** Picks a week, month, quarter, half or whole year; arrows step by one. Changing the kind keeps the days in view. */
export function PeriodPicker({ value, onChange, kinds, now }: PeriodPickerProps) {
  const kind = kindOfPeriod(value);
  const picker = kind === 'half' ? 'quarter' : kind;
  const options = KINDS.filter((option) => !kinds || kinds.includes(option.value));
  return (
    <Space size={8} data-testid="period-picker">
      {options.length > 1 ? (
        <Segmented
          aria-label="报送期种类"
          options={options.map((option) => ({ ...option }))}
          value={kind}
          onChange={(next) => onChange(periodOfKind(next as PeriodKind, value, now))}
        />
      ) : null}
      <Space.Compact>
        <Button aria-label="上一期" icon={<LeftOutlined />} onClick={() => onChange(stepPeriod(value, -1))} />
        <DatePicker
          aria-label="报送期"
          picker={picker}
          allowClear={false}
          value={startOfPeriod(value)}
          format={() => periodTitle(value)}
          inputReadOnly
          style={{ width: kind === 'week' ? 276 : 148 }}
          onChange={(day) => {
            if (day) onChange(periodHolding(kind, day));
          }}
        />
        <Button aria-label="下一期" icon={<RightOutlined />} onClick={() => onChange(stepPeriod(value, 1))} />
      </Space.Compact>
    </Space>
  );
}
