import { CHASE_WAY_NAMES } from '../../../electron/contract/chases.ts';
import type { OwedItem, ReminderItem } from '../../../electron/contract/reminders.ts';
import type { Day, Moment, Period } from '../../../electron/contract/time.ts';
import { dayText, momentText, periodShort, periodTitle } from '../../parts/periods.ts';
import { NOT_ASSIGNED_WORDS, OWED_STATUS_HINTS, OWED_STATUS_WORDS } from '../../words/reminders.ts';

/** `4月`, `第17周`; of another year than the list's `2021年12月`, `2021年第52周`. */
export function periodIn(period: Period, today: Day): string {
  const short = periodShort(period);
  if (period.slice(0, 4) === today.slice(0, 4)) return short;
  // The days of a week are left out: the column has no room for them.
  return periodTitle(period).startsWith(short) ? short : `${period.slice(0, 4)}年${short}`;
}

/** `04-29 16:00`; of another year than the list's `2021-12-31`. */
export function dueIn(due: Moment, today: Day): string {
  return due.slice(0, 4) === today.slice(0, 4) ? momentText(due).slice(5) : dayText(due);
}

/** `05-05`; of another year with it. */
export function dayIn(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** `9 天`; `不足1天` where it was due today; — where it is not yet due. */
export function lateText({ daysLate, level }: OwedItem): string {
  if (daysLate > 0) return `${daysLate} 天`;
  return level === 'blue' ? '—' : '不足1天';
}

/** Why the level is what it is, beside a column that says the days already. */
export function reasonBeside({ levelReason, daysLate }: OwedItem): string {
  const days = `逾期${daysLate}天，`;
  return levelReason.startsWith(days) ? levelReason.slice(days.length) : levelReason;
}

/** `数量不足 1/2`; `退回，非应报` of what is not the unit's to send. */
export function statusText({ status, quota, count, assigned }: OwedItem): string {
  if (assigned === false) return NOT_ASSIGNED_WORDS.short;
  const amount = quota === null || status === 'contradicted' ? '' : ` ${count}/${quota}`;
  return `${OWED_STATUS_WORDS[status]}${amount}`;
}

/** What the state means and asks for. */
export function statusHint({ status, assigned }: OwedItem): string {
  return assigned === false ? NOT_ASSIGNED_WORDS.hint : OWED_STATUS_HINTS[status];
}

/** What a unit's line says of chasing: how many of its things were chased, and the next day promised; null: it was not chased. */
export function unitChased(
  { owed }: Pick<ReminderItem, 'owed'>,
  today: Day,
): { readonly text: string; readonly isBroken: boolean } | null {
  const chased = owed.filter((one) => one.chased > 0);
  if (chased.length === 0) return null;
  const [promised] = chased.flatMap(({ lastChase }) => lastChase?.promised ?? []).toSorted();
  const isBroken = chased.some(({ promiseBroken }) => promiseBroken);
  const part = chased.length === owed.length ? '' : ` ${chased.length}/${owed.length} 项`;
  const promise = promised === undefined ? '' : `，承诺 ${dayIn(promised, today)}`;
  return { text: `已催${part}${promise}${isBroken ? '（已过）' : ''}`, isBroken };
}

/** The last chase in words, for the tooltip of 已催N次. */
export function chaseLines({ lastChase, chased }: OwedItem): string[] {
  if (lastChase === null) return [];
  const { at, how, whom, answer, promised } = lastChase;
  return [
    `最近一次：${momentText(at)} ${CHASE_WAY_NAMES[how]}${whom === '' ? '' : ` ${whom}`}`,
    ...(answer === '' ? [] : [`答复：${answer}`]),
    ...(promised === null ? [] : [`承诺：${promised}`]),
    `共 ${chased} 次，点开看全部`,
  ];
}
