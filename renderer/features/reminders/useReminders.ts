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
  const list = useRequest('reminders.list', { period });
  const write = useAction('reminders.write');
  const { filters, change } = useReminderView();
  const [chosen, choose] = useState<string | null>(null);

  const items = useMemo(() => (list.data ? filterReminders(list.data.items, filters) : []), [list.data, filters]);
  const duties = useMemo(
    () => new Map(list.data?.items.flatMap((item) => item.owed.map((owed) => [owed.duty, owed.title] as const))),
    [list.data],
  );
  const counts = useMemo(() => (list.data ? countLevels(list.data) : undefined), [list.data]);

  const exportAs = async (format: 'xlsx' | 'docx') => {
    const file = await write.run({ period, format });
    if (file && (await saveWritten(file))) message.success(`${W.exported}：${file.name}`);
  };

  return {
    period,
    list,
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
