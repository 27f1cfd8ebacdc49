import { create } from 'zustand';
import type { ReminderQuery } from '../../../electron/contract/reminderRequests.ts';
import type { OwedStatus, ReminderItem, ReminderLevel } from '../../../electron/contract/reminders.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';
import type { UnitGroup } from '../../../electron/contract/units.ts';
import { LEVEL_ORDER } from '../../words/reminders.ts';

/** `scope`, `asOf`, `duties` and `units` decide what is asked for; the others what of it is shown. */
export interface ReminderFilters {
  /** `all`: whatever is owed then; `period`: of the period chosen in the header. */
  readonly scope: 'all' | 'period';
  /** Null: now. */
  readonly asOf: Moment | null;
  readonly duties: readonly string[];
  /** `unit:<id>` and `group:<id>`. */
  readonly units: readonly string[];
  readonly level: ReminderLevel | 'all';
  readonly statuses: readonly OwedStatus[];
  readonly chased: 'all' | 'yes' | 'no';
  readonly promiseBroken: boolean;
}

const EVERYTHING: ReminderFilters = {
  scope: 'all',
  asOf: null,
  duties: [],
  units: [],
  level: 'all',
  statuses: [],
  chased: 'all',
  promiseBroken: false,
};

interface ReminderViewState {
  readonly filters: ReminderFilters;
  readonly change: (part: Partial<ReminderFilters>) => void;
  /** All but the period and the moment. */
  readonly clear: () => void;
}

/** What the clerk chose to see of the reminder list; kept while other screens are open. */
export const useReminderView = create<ReminderViewState>((set) => ({
  filters: EVERYTHING,
  change: (part) => set((state) => ({ filters: { ...state.filters, ...part } })),
  clear: () => set(({ filters: { scope, asOf } }) => ({ filters: { ...EVERYTHING, scope, asOf } })),
}));

/** True when a filter besides period and moment is on. */
export function isFiltered({ duties, units, level, statuses, chased, promiseBroken }: ReminderFilters): boolean {
  return duties.length + units.length + statuses.length > 0 || level !== 'all' || chased !== 'all' || promiseBroken;
}

/** What is asked for under these filters; null while the members of a chosen group are not known yet. */
export function reminderQuery(
  { scope, asOf, duties, units }: ReminderFilters,
  period: Period,
  groups: readonly UnitGroup[] | undefined,
): ReminderQuery | null {
  if (groups === undefined && units.some((one) => one.startsWith(GROUP))) return null;
  const members = chosenUnits(units, groups ?? []);
  return {
    ...(scope === 'period' ? { period } : {}),
    ...(asOf === null ? {} : { asOf }),
    ...(duties.length === 0 ? {} : { duties }),
    ...(members === undefined ? {} : { units: members }),
  };
}

const GROUP = 'group:';

/** The units chosen, groups opened, each once, a group that is no more has none; undefined: all. */
export function chosenUnits(chosen: readonly string[], groups: readonly UnitGroup[]): string[] | undefined {
  if (chosen.length === 0) return undefined;
  const members = new Map(groups.map(({ id, units }) => [`${GROUP}${id}`, units]));
  return [
    ...new Set(
      chosen.flatMap((one) => (one.startsWith(GROUP) ? (members.get(one) ?? []) : [one.replace(/^unit:/, '')])),
    ),
  ];
}

/** The units with what they owe under the filters that only hide; a unit without such an item falls away. The texts stay whole. */
export function filterReminders(
  items: readonly ReminderItem[],
  { level, statuses, chased, promiseBroken }: ReminderFilters,
): readonly ReminderItem[] {
  return items.flatMap((item) => {
    const owed = item.owed.filter(
      (one) =>
        (level === 'all' || one.level === level) &&
        (statuses.length === 0 || statuses.includes(one.status)) &&
        (chased === 'all' || one.chased > 0 === (chased === 'yes')) &&
        (!promiseBroken || one.promiseBroken),
    );
    return owed.length > 0 ? [{ ...item, owed }] : [];
  });
}

/**
 * The unit whose text is shown, with all that it owes: the text tells everything, whatever the filters hide, and so does the log of its
 * sending. Of the units left by the filters the first one until the clerk goes to another.
 */
export function shownUnit(
  all: readonly ReminderItem[],
  left: readonly ReminderItem[],
  unit: string | null,
): ReminderItem | undefined {
  const shown = left.find((item) => item.unit === unit) ?? left[0];
  return all.find((item) => item.unit === shown?.unit);
}

/** How many owed items there are per level. */
export function countLevels(items: readonly ReminderItem[]): Readonly<Record<ReminderLevel, number>> {
  const counts: Record<ReminderLevel, number> = { red: 0, yellow: 0, blue: 0 };
  for (const item of items) for (const owed of item.owed) counts[owed.level] += 1;
  return counts;
}

/** How many things were promised for a day that has passed. */
export function countBroken(items: readonly ReminderItem[]): number {
  return items.reduce((sum, { owed }) => sum + owed.filter(({ promiseBroken }) => promiseBroken).length, 0);
}

/** The gravest level of a unit. */
export function worstLevel(item: ReminderItem): ReminderLevel {
  return LEVEL_ORDER.find((level) => item.owed.some((owed) => owed.level === level)) ?? 'blue';
}
