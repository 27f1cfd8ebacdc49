import type { Overview } from '../../../electron/contract/overview.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { stepPeriod } from '../../parts/periods.ts';

/**
 * The month whose rates and charts are shown: this one as soon as one of its rates can be told, in its first days the one before, whose
 * rates stand. Where nobody knows what is due it is this one: the page says what to load.
 */
export function monthShown({ month, rates }: Pick<Overview, 'month' | 'rates'>): Period {
  if (rates === null) return month;
  const { reportRate, complianceRate, timelinessRate } = rates.total;
  const isTold = [reportRate, complianceRate, timelinessRate].some((rate) => rate !== null);
  return isTold ? month : stepPeriod(month, -1);
}
