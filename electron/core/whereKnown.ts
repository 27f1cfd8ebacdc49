import { Refusal } from './refusal.ts';

/** An answer that asks the calendar, or another one where that refuses its year (`year_unknown`); any other error is thrown on. */
export function whereKnown<T, O>(ask: () => T, otherwise: O): T | O {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'year_unknown') return otherwise;
    throw error;
  }
}
