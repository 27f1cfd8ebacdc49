import type { PaperKind } from '../../../electron/contract/papers.ts';
import type { Period, PeriodKind } from '../../../electron/contract/time.ts';
import { kindOfPeriod, periodOfKind } from '../../parts/periods.ts';

/** Kinds a clerk begins on this page; letters come from the reminders, corrections from the paper they correct. */
export const BEGUN_KINDS = ['monthly', 'quarterly', 'special', 'annual', 'assessment'] as const satisfies PaperKind[];
export type BegunKind = (typeof BEGUN_KINDS)[number];

const PERIOD_KINDS: Readonly<Record<BegunKind, readonly PeriodKind[]>> = {
  monthly: ['month'],
  quarterly: ['quarter'],
  special: ['month', 'quarter', 'half', 'year', 'week'],
  annual: ['year'],
  assessment: ['year'],
};

/** Periods that a kind of paper may be about. */
export function periodKindsOf(kind: BegunKind): readonly PeriodKind[] {
  return PERIOD_KINDS[kind];
}

/** The period on screen as one the kind may be about. */
export function periodFor(kind: BegunKind, period: Period): Period {
  const kinds = PERIOD_KINDS[kind];
  if (kinds.includes(kindOfPeriod(period))) return period;
  return periodOfKind(kinds[0] ?? 'month', period);
}

/** What a circular about the period on screen most likely is. */
export function kindFor(period: Period): BegunKind {
  const kinds: Readonly<Record<PeriodKind, BegunKind>> = {
    week: 'monthly',
    month: 'monthly',
    quarter: 'quarterly',
    half: 'special',
    year: 'annual',
  };
  return kinds[kindOfPeriod(period)];
}
