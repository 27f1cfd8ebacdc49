import type { DutyRevision, RecordTerm } from '../contract/duties.ts';
import type { Day, Period } from '../contract/time.ts';
import { firstDay, lastDay } from './period.ts';

/** The term of a duty's records with its changes, by day; plain values, so that it crosses to the worker. */
export interface Termed {
  readonly recordTerm: RecordTerm | null;
  readonly revisions?: readonly Pick<DutyRevision, 'from' | 'recordTerm'>[] | undefined;
}

/**
 * The term within which a decision of a day is to be reported: the one in force when it was made. A term counts from the decision (自作出
 * 决定之日起), so a later change shortens none that already runs (pitfall 199).
 */
export function termOn({ recordTerm, revisions = [] }: Termed, decided: Day): RecordTerm | null {
  const change = revisions.findLast((one) => one.recordTerm !== undefined && one.from <= decided);
  return change?.recordTerm === undefined ? recordTerm : change.recordTerm;
}

/** The terms in force on some day of a period, the earlier first. */
export function termsIn(duty: Termed, period: Period): RecordTerm[] {
  const [begin, end] = [firstDay(period), lastDay(period)];
  const turns = (duty.revisions ?? []).map(({ from }) => from).filter((from) => from > begin && from <= end);
  return [begin, ...turns].flatMap((day) => termOn(duty, day) ?? []);
}

/** Term of the records' own clock in a period as a paper names it, `7日` or `7个工作日`; empty if no duty has one. */
export function recordTermText({
  duties,
  period,
}: {
  readonly duties: readonly Termed[];
  readonly period: Period;
}): string {
  const words = (term: RecordTerm) => `${term.days}${term.unit === 'working' ? '个工作日' : '日'}`;
  return [...new Set(duties.flatMap((duty) => termsIn(duty, period).map(words)))].join('或');
}

/** What of a duty says the terms of its records, without the rest. */
export function termsOf({ recordTerm, revisions = [] }: Termed): Termed {
  const changes = revisions.flatMap((one) =>
    one.recordTerm === undefined ? [] : [{ from: one.from, recordTerm: one.recordTerm }],
  );
  return changes.length === 0 ? { recordTerm } : { recordTerm, revisions: changes };
}
