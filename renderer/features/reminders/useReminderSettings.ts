import { App } from 'antd';
import { useEffect } from 'react';
import type { ReminderSettings, ReminderWording } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { REMINDER_SETTINGS_WORDS as W } from '../../words/reminderSettings.ts';
import { useSettingsDrafts } from './settingsDrafts.ts';

/** The level settings and the office's wording. */
export function useReminderSettings(isShown: boolean) {
  const { message } = App.useApp();
  const answer = useRequest('reminders.settings', isShown ? {} : null);
  const saving = useAction('reminders.saveSettings');
  const stored = answer.data;
  const { settle, undo } = useSettingsDrafts();
  useEffect(() => {
    if (stored) settle({ levels: stored.settings, wording: stored.wording });
  }, [stored, settle]);
  const save = async (part: { settings?: ReminderSettings; wording?: ReminderWording | null }, said: string) => {
    if (!(await saving.run({ ...part, ...byOperator() }))) return false;
    message.success(said);
    return true;
  };
  return {
    stored,
    error: answer.error,
    reload: answer.reload,
    saving,
    /** Chases from this day on. */
    beginWith: (since: Day) => stored && void save({ settings: { ...stored.settings, since } }, W.saved),
    saveLevels: (settings: ReminderSettings) => save({ settings }, W.saved),
    saveWording: (wording: ReminderWording) => save({ wording }, W.saved),
    resetWording: async () => {
      if (await save({ wording: null }, W.resetDone)) undo('wording');
    },
  };
}

export type ReminderSettingsView = ReturnType<typeof useReminderSettings>;
