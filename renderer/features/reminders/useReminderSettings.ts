import { App } from 'antd';
import type { ReminderSettings, ReminderWording } from '../../../electron/contract/reminders.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { REMINDER_SETTINGS_WORDS as W } from '../../words/reminderSettings.ts';

/** The level settings and the office's wording. */
export function useReminderSettings(isShown: boolean) {
  const { message } = App.useApp();
  const answer = useRequest('reminders.settings', isShown ? {} : null);
  const saving = useAction('reminders.saveSettings');
  const save = async (part: { settings?: ReminderSettings; wording?: ReminderWording | null }, said: string) => {
    if (!(await saving.run({ ...part, ...byOperator() }))) return false;
    message.success(said);
    return true;
  };
  return {
    stored: answer.data,
    error: answer.error,
    reload: answer.reload,
    saving,
    saveLevels: (settings: ReminderSettings) => save({ settings }, W.saved),
    saveWording: (wording: ReminderWording) => save({ wording }, W.saved),
    resetWording: () => save({ wording: null }, W.resetDone),
  };
}

export type ReminderSettingsView = ReturnType<typeof useReminderSettings>;
