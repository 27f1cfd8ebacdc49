import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { linkedFilters } from './reminderAddress.ts';
import { type Selection, selectedItems, toggled, withoutItems } from './reminderRows.ts';
import {
  countBroken,
  countLevels,
  filterReminders,
  reminderQuery,
  shownUnit,
  useReminderView,
} from './reminderView.ts';

const NOTHING: Selection = new Set();

/** The reminder list under the filters, what of it is chosen, and the unit whose text is shown. */
export function useReminders() {
  const [period] = usePeriod();
  const directory = useDirectory();
  const grouping = useRequest('groups.list', {});
  const { filters, change, clear } = useReminderView();
  useLinkedFilters();
  const query = reminderQuery(filters, period, grouping.data);
  const answer = useRequest('reminders.list', query);
  // The answer for another period stays until the new one comes, or for good when that is refused.
  const isOfPeriod = answer.data?.period === (query?.period ?? null);
  const error = query === null ? grouping.error : answer.error;
  const list = query !== null && isOfPeriod && !error ? answer.data : undefined;
  // The filters answer at once; a long list follows when the browser has time.
  const hiding = useDeferredValue(filters);
  const items = useMemo(() => (list ? filterReminders(list.items, hiding) : []), [list, hiding]);
  const counts = useMemo(() => countLevels(list?.items ?? []), [list]);
  const broken = useMemo(() => countBroken(list?.items ?? []), [list]);
  const [selection, select] = useState<Selection>(NOTHING);
  const chosen = useMemo(() => selectedItems(items, selection), [items, selection]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(NOTHING);
  const [unit, showUnit] = useState<string | null>(null);
  return {
    period,
    directory,
    groups: grouping.data ?? [],
    query,
    list,
    error,
    reload: query === null ? grouping.reload : answer.reload,
    loading: answer.loading,
    items,
    counts,
    broken,
    filters,
    change,
    clear,
    selection,
    select,
    deselect: (done: readonly ReminderItem[]) => select((before) => withoutItems(before, done)),
    /** Units of which only their own line is shown. */
    closed,
    toggleUnit: (id: string) => setClosed((before) => toggled(before, [id])),
    toggleUnits: () => setClosed((before) => (before.size > 0 ? NOTHING : new Set(items.map((item) => item.unit)))),
    /** The chosen part of the shown list. */
    chosen,
    /** The unit shown on the right. */
    shown: shownUnit(list?.items ?? [], items, unit),
    showUnit,
  };
}

export type RemindersView = ReturnType<typeof useReminders>;

/** A link may bring a period, unit or duty along: `#/reminders?period=2022-04&unit=xx-dsz`. */
function useLinkedFilters(): void {
  const [params] = useSearchParams();
  const change = useReminderView((state) => state.change);
  const clear = useReminderView((state) => state.clear);
  const period = params.get('period');
  const unit = params.get('unit');
  const duty = params.get('duty');
  useEffect(() => {
    const linked = linkedFilters({ period, unit, duty });
    if (linked === null) return;
    clear();
    change(linked);
  }, [period, unit, duty, change, clear]);
}
