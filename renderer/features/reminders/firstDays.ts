import dayjs from 'dayjs';
import type { ReminderList } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';

/** Below so many red lines a list is worked through, not begun with another day. */
const MANY = 50;

/**
 * What is offered where an office opens a list that tells nothing yet: nobody was chased, and most is red from months ago. Null: nothing to
 * offer. `from`: first day of the month that is being chased then.
 */
export function startOffer(
  { period, asOf, items }: Pick<ReminderList, 'period' | 'asOf' | 'items'>,
  since: Day | null | undefined,
): { readonly from: Day; readonly red: number; readonly older: number } | null {
  const owed = items.flatMap((item) => item.owed);
  // In the first days of a month it is the one before that is being chased.
  const from = dayjs(asOf.slice(0, 10)).subtract(14, 'day').startOf('month').format('YYYY-MM-DD');
  const red = owed.filter(({ level }) => level === 'red').length;
  const older = owed.filter(({ level, due }) => level === 'red' && due < from).length;
  if (since != null || period !== null || owed.some(({ chased }) => chased > 0)) return null;
  return older >= MANY && older * 2 > owed.length ? { from, red, older } : null;
}
