import type { RecordTerm } from '../contract/duties.ts';
import { longestTerm, REST_DAYS } from './due.ts';

/**
 * How many days after its decision a record must have come (more than `over`, at most `upTo`) for rest days to decide whether it is timely;
 * what came earlier is timely and what came later is not in any calendar (`isTimely`). The rest days that decide lie between the decision and
 * `upTo` days after it. Empty (`over` = `upTo`) for a term that no rest day moves.
 */
export function undecidedDays(term: RecordTerm): { readonly over: number; readonly upTo: number } {
  const isEarlier = term.unit === 'natural' && term.shift === 'previous';
  return { over: isEarlier ? term.days - REST_DAYS : term.days, upTo: longestTerm(term) };
}
