import type { Cadence, Duty } from '../../electron/contract/duties.ts';
import type { Period, PeriodKind } from '../../electron/contract/time.ts';
import { periodOfKind } from './periods.ts';

const KINDS: Readonly<Record<Cadence, PeriodKind>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  'half-yearly': 'half',
  yearly: 'year',
  once: 'month',
  event: 'month',
  irregular: 'month',
};

/** The period of a duty's own kind that shows the same days as the chosen one. */
export function dutyPeriodOf(duty: Pick<Duty, 'cadence'>, chosen: Period): Period {
  return periodOfKind(KINDS[duty.cadence], chosen);
}
