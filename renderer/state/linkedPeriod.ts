import type { Period } from '../../electron/contract/time.ts';

/** What was chosen when a link brought another period. */
export interface PeriodBefore {
  readonly own: Period | null;
  readonly linked: Period;
}

interface PeriodStep {
  readonly period: Period | null;
  /** Of the address the step leads to; null: it brings none. */
  readonly linked: Period | null;
  /** The step goes back, not on. */
  readonly isBack: boolean;
  readonly before: PeriodBefore | null;
}

/** The period chosen after a step to another address: a link's own, and on the way back what was chosen before it. */
export function linkedPeriod({ period, linked, isBack, before }: PeriodStep): Pick<PeriodStep, 'period' | 'before'> {
  if (linked !== null) {
    if (period === linked) return { period, before };
    return { period: linked, before: { own: before ? before.own : period, linked } };
  }
  const isStillLinked = before !== null && period === before.linked;
  return { period: isBack && isStillLinked ? before.own : period, before: null };
}
