import type { Period } from '../contract/time.ts';
import { periodKind, periodTitle } from './period.ts';

/** A period as an official text names it: a year's work is that of its 年度, 2022年度; others as in tables. */
export function circularPeriod(period: Period): string {
  const title = periodTitle(period);
  return periodKind(period) === 'year' ? `${title}度` : title;
}
