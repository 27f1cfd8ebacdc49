import type { Day, Moment } from '../contract/time.ts';
import { addDays, chineseDay, chineseMoment, dayOf } from './period.ts';
import { Refusal } from './refusal.ts';

/** A paper is dated a few days ahead at most, for the day it will be signed. */
const MOST_DAYS_AHEAD = 31;

/** Why a paper cannot bear a date (成文日期), in a clause; empty where it can: on the day of its data or later, and not far ahead of the clock. */
export function dateFault(date: Day, { asOf, now }: { readonly asOf: Moment; readonly now: Moment }): string {
  if (date < dayOf(asOf)) return `${chineseDay(date)}早于数据截至的${chineseDay(dayOf(asOf))}`;
  if (date > addDays(dayOf(now), MOST_DAYS_AHEAD))
    return `${chineseDay(date)}比今天（${chineseDay(dayOf(now))}）晚${MOST_DAYS_AHEAD}天以上`;
  return '';
}

/** Refuses a date that no paper of that moment can bear (`paper_date`). */
export function refuseDate(date: Day, at: { readonly asOf: Moment; readonly now: Moment }): void {
  const fault = dateFault(date, at);
  if (fault !== '') throw new Refusal('paper_date', fault);
}

/** Refuses a moment that the clock has not reached (`moment_ahead`): a paper would call late what is not due, and print it. */
export function refuseAhead(asOf: Moment, now: Moment): void {
  if (asOf > now) throw new Refusal('moment_ahead', chineseMoment(asOf));
}
