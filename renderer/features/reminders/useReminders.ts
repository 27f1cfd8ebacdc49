import { App } from 'antd';
import { useMemo, useState } from 'react';
import { saveWritten } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { countLevels, filterReminders, useReminderView } from './reminderView.ts';

/** The reminder list of the chosen period under the filters, the unit whose text is shown, and the exports. */
export function useReminders() {
  const { message } = App.useApp();
  const [period] = usePeriod();
  const answer = useRequest('reminders.list', { period });
  // The answer for another period stays until the new one comes, or for good when that is refused.
  const list = answer.data?.period === period ? answer.data : undefined;
  const write = useAction('reminders.write');
  const { filters, change } = useReminderView();
  const [chosen, choose] = useState<string | null>(null);

  const items = useMemo(() => (list ? filterReminders(list.items, filters) : []), [list, filters]);
  const duties = useMemo(
    () => new Map(list?.items.flatMap((item) => item.owed.map((owed) => [owed.duty, owed.title] as const))),
    [list],
  );
  const counts = useMemo(() => (list ? countLevels(list) : undefined), [list]);

  const exportAs = async (format: 'xlsx' | 'docx') => {
    const file = await write.run({ period, format });
    if (file && (await saveWritten(file))) message.success(`${W.exported}：${file.name}`);
  };

  return {
    period,
    list,
    error: answer.error,
    reload: answer.reload,
    items,
    counts,
    duties,
    filters,
    change,
    /** The unit shown on the right; the first one until the clerk chooses. */
    chosen: items.find((item) => item.unit === chosen) ?? items[0],
    choose,
    write,
    exportAs,
  };
}
