import type { Day, Moment, Period } from '../contract/time.ts';
import { dayOf, lastDay } from './period.ts';

/** The day whose names a paper about a period bears: the period's last, or the paper's own where the period still runs: what is to be renamed later in it is not yet. */
export function nameDay(period: Period, asOf: Moment): Day {
  const [last, today] = [lastDay(period), dayOf(asOf)];
  return today < last ? today : last;
}
