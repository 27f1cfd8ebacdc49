import type { ReminderFilters } from './reminderView.ts';

/** What a link to the list may narrow it to: `#/reminders?period=2022-04&unit=xx-dsz`. */
type Link = Readonly<Record<'period' | 'unit' | 'duty', string | null>>;

/** The filters a link asks for, at this moment: one chosen for another question would answer it wrongly. Null: it asks for none. */
export function linkedFilters({ period, unit, duty }: Link): Partial<ReminderFilters> | null {
  if (period === null && unit === null && duty === null) return null;
  return {
    scope: period === null ? 'all' : 'period',
    asOf: null,
    units: unit === null ? [] : [`unit:${unit}`],
    duties: duty === null ? [] : [duty],
  };
}

/** The address of another tab; the period that came with a link stays. */
export function tabAddress(before: URLSearchParams, tab: string): URLSearchParams {
  const next = new URLSearchParams(before);
  if (tab === 'list') next.delete('tab');
  else next.set('tab', tab);
  return next;
}
