import { DatePicker, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { Shift } from '../../../electron/contract/duties.ts';
import type { OfficeSettings } from '../../../electron/contract/profiles.ts';
import { SHIFT_WORDS, WEEKDAY_WORDS } from '../../words/duties.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { Setting, SettingGroup } from './Setting.tsx';

interface DeadlineSettingsProps {
  readonly settings: OfficeSettings;
  readonly onChange: (part: Partial<OfficeSettings>) => void;
}

const SHIFTS: readonly Shift[] = ['none', 'next', 'previous'];

/** When submissions are due where the notice does not say. */
export function DeadlineSettings({ settings, onChange }: DeadlineSettingsProps) {
  const { weeklyDue, dueTime, shift, effectiveFrom } = settings;
  return (
    <SettingGroup title={W.deadlines} hint="通知没有写明时按这里；通知写明的，以“事项”页为准。">
      <Setting label={W.weeklyDue}>
        <Select<number>
          aria-label="每周星期几"
          style={{ width: 110 }}
          value={weeklyDue.weekday}
          options={WEEKDAY_WORDS.map((label, index) => ({ value: index + 1, label }))}
          onChange={(weekday) => onChange({ weeklyDue: { ...weeklyDue, weekday } })}
        />
        <TimeField
          label="每周事项的时刻"
          value={weeklyDue.time}
          onChange={(time) => onChange({ weeklyDue: { ...weeklyDue, time } })}
        />
      </Setting>
      <Setting label={W.dueTime}>
        <TimeField label={W.dueTime} value={dueTime} onChange={(time) => onChange({ dueTime: time })} />
      </Setting>
      <Setting label={W.shift}>
        <Select<Shift>
          aria-label={W.shift}
          style={{ width: 200 }}
          value={shift}
          options={SHIFTS.map((value) => ({ value, label: SHIFT_WORDS[value] }))}
          onChange={(chosen) => onChange({ shift: chosen })}
        />
      </Setting>
      <Setting label={W.effectiveFrom}>
        <DatePicker
          aria-label={W.effectiveFrom}
          allowClear={false}
          value={dayjs(effectiveFrom)}
          onChange={(day) => day && onChange({ effectiveFrom: day.format('YYYY-MM-DD') })}
        />
      </Setting>
    </SettingGroup>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** `HH:MM` */
function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <TimePicker
      aria-label={label}
      style={{ width: 110 }}
      format="HH:mm"
      minuteStep={30}
      allowClear={false}
      needConfirm={false}
      value={dayjs(`2000-01-01T${value}`)}
      onChange={(time) => {
        if (time) onChange(time.format('HH:mm'));
      }}
    />
  );
}
