import type { DueRule } from '../contract/duties.ts';
import type { Day, Period } from '../contract/time.ts';
import { compareText } from './compareText.ts';
import { addDays, firstDay, lastDay, lastDayOfMonth, makeDay } from './period.ts';

/** A campaign (活动节点) or a day the office chose: its first and last day. `title` is `''` for a chosen day. */
export interface Occasion {
  readonly title: string;
  readonly first: Day;
  readonly last: Day;
}

/** Due rules that are owed only in the periods that hold one of their days. */
export type OccasionRule = Extract<DueRule, { readonly rule: 'campaign' | 'dates' }>;

/** Whether a due rule names days of its own instead of the rhythm of the cadence. */
export function isOccasionRule(rule: DueRule): rule is OccasionRule {
  return rule.rule === 'campaign' || rule.rule === 'dates';
}

/**
 * The occasions that begin in a period, by first day; one that goes on into the next month belongs to the month it begins in. A day
 * that a year's month lacks (29 February) is its last.
 */
export function occasionsIn(rule: OccasionRule, period: Period): Occasion[] {
  const from = firstDay(period);
  const to = lastDay(period);
  const all = rule.rule === 'dates' ? [...new Set(rule.dates)].map(chosen) : yearly(rule, from, to);
  return all
    .filter(({ first }) => first >= from && first <= to)
    .sort((a, b) => compareText(a.first, b.first) || compareText(a.title, b.title));
}

function chosen(day: Day): Occasion {
  return { title: '', first: day, last: day };
}

function yearly({ campaigns }: Extract<OccasionRule, { rule: 'campaign' }>, from: Day, to: Day): Occasion[] {
  const years = [...new Set([from, to].map((day) => Number(day.slice(0, 4))))];
  return years.flatMap((year) =>
    campaigns.flatMap(({ title, month, day, length }) => {
      const first = makeDay(year, month, Math.min(day, lastDayOfMonth(year, month)));
      return first === null ? [] : [{ title, first, last: addDays(first, Math.max(length, 1) - 1) }];
    }),
  );
}
