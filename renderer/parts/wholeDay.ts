import type { Moment } from '../../electron/contract/time.ts';

/** A day typed without a time, `2022-04-29`, means the whole of it; of today what there is of it until now. Null: it is no day alone. */
export function wholeDay(typed: string, now: Moment): Moment | null {
  const day = typed.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  return day === now.slice(0, 10) ? now.slice(0, 16) : `${day}T23:59`;
}
