import { InputNumber } from 'antd';
import type { ReminderSettings } from '../../../electron/contract/reminders.ts';
import { DayField } from '../../parts/DayField.tsx';
import { REMINDER_SETTINGS_WORDS as W } from '../../words/reminderSettings.ts';
import { levelExample } from './levelExample.ts';
import { SaveBar } from './SaveBar.tsx';
import { shownForm, useSettingsDrafts } from './settingsDrafts.ts';

interface LevelSettingsProps {
  readonly stored: ReminderSettings;
  readonly busy: boolean;
  readonly onSave: (settings: ReminderSettings) => void;
}

/** The levels as sentences with numbers to fill in, and what they mean on an example. */
export function LevelSettings({ stored, busy, onSave }: LevelSettingsProps) {
  const { changed, change, undo } = useSettingsDrafts();
  const { values: settings, isChanged } = shownForm(stored, changed.levels);
  const number = (
    key: Exclude<keyof ReminderSettings, 'since'>,
    label: string,
    [min, max]: readonly [number, number],
  ) => (
    <InputNumber
      aria-label={label}
      min={min}
      max={max}
      precision={0}
      style={{ width: 64 }}
      value={settings[key]}
      onChange={(value) => {
        if (value !== null) change('levels', { [key]: value });
      }}
    />
  );
  return (
    <section className="panel" aria-label={W.levels} data-testid="level-settings">
      <div className="row spread">
        <h2>{W.levels}</h2>
        <SaveBar
          isChanged={isChanged}
          busy={busy}
          onUndo={() => undo('levels')}
          onSave={() => onSave(settings)}
          testId="save-levels"
        />
      </div>
      <ul className="level-sentences">
        <li>
          <i className="reminder-dot level-blue" aria-hidden />
          {W.soonBefore} {number('soonDays', '提前列入的天数', [0, 366])} {W.soonAfter}
        </li>
        <li>
          <i className="reminder-dot level-red" aria-hidden />
          {W.lateBefore} {number('redAfterDays', '转红色的逾期天数', [0, 366])} {W.lateAfter}
        </li>
        <li>
          <i className="reminder-dot level-red" aria-hidden />
          {W.againBefore} {number('periodsBefore', '往前看的期数', [1, 12])} {W.againMiddle}{' '}
          {number('redWhenLateBefore', '以前迟报的次数', [0, 12])} {W.againAfter}
        </li>
        <li>
          <i className="reminder-dot level-red" aria-hidden />
          {W.chasedBefore} {number('redWhenChased', '转红色的催报次数', [0, 99])} {W.chasedAfter}
        </li>
        <li>
          {W.sinceBefore}{' '}
          <DayField
            label={W.since}
            placeholder={W.sinceAlways}
            value={settings.since ?? null}
            onChange={(since) => change('levels', { since })}
            testId="remind-since"
          />{' '}
          {W.sinceAfter}
        </li>
      </ul>
      <div className="level-example" data-testid="level-example">
        <b>{W.example}</b>　{levelExample(settings)}
      </div>
      <div className="muted small">{W.levelsHint}</div>
    </section>
  );
}
