import { create } from 'zustand';
import type { ReminderItem, ReminderLevel, ReminderList } from '../../../electron/contract/reminders.ts';
import { LEVEL_ORDER } from '../../words/reminders.ts';

export interface ReminderFilters {
  readonly level: ReminderLevel | 'all';
  readonly duty: string | undefined;
  readonly search: string;
}

interface ReminderViewState {
  readonly filters: ReminderFilters;
  readonly change: (part: Partial<ReminderFilters>) => void;
}

/** What the clerk chose to see of the reminder list; kept while other screens are open. */
export const useReminderView = create<ReminderViewState>((set) => ({
  filters: { level: 'all', duty: undefined, search: '' },
  change: (part) => set((state) => ({ filters: { ...state.filters, ...part } })),
}));

/** The units with what they owe under the filters; a unit without such an item falls away. The texts stay whole. */
export function filterReminders(items: readonly ReminderItem[], filters: ReminderFilters): readonly ReminderItem[] {
  const search = filters.search.trim();
  return items.flatMap((item) => {
    if (search !== '' && !item.name.includes(search)) return [];
    const owed = item.owed.filter(
      (one) =>
        (filters.level === 'all' || one.level === filters.level) &&
        (filters.duty === undefined || one.duty === filters.duty),
    );
    return owed.length > 0 ? [{ ...item, owed }] : [];
  });
}

/** How many owed items there are per level. */
export function countLevels(list: ReminderList): Readonly<Record<ReminderLevel, number>> {
  const counts: Record<ReminderLevel, number> = { red: 0, yellow: 0, blue: 0 };
  for (const item of list.items) for (const owed of item.owed) counts[owed.level] += 1;
  return counts;
}

/** The gravest level of a unit. */
export function worstLevel(item: ReminderItem): ReminderLevel {
  return LEVEL_ORDER.find((level) => item.owed.some((owed) => owed.level === level)) ?? 'blue';
}
