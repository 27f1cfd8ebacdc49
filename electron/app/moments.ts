import type { Moment } from '../contract/time.ts';
import { isDay, isMoment } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';

/** A moment as a person types it: a day alone means its end for "now" (`23:59`), or its start of work for a receipt. */
export function readMoment(text: string, timeOfDay: string): Moment {
  if (isDay(text)) return `${text}T${timeOfDay}`;
  const typed = text.replace(' ', 'T');
  if (isMoment(typed)) return typed;
  throw new Refusal('moment_invalid', text);
}

/** "Now" of a request: its `asOf`, else the clock. */
export function nowOf(asOf: string | undefined, clock: () => Moment): Moment {
  return asOf === undefined ? clock() : readMoment(asOf, '23:59');
}
