import type { Moment } from '../contract/time.ts';
import { dayOf, isDay, isMoment } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';

/** A moment as a person types it: a day alone is taken at `timeOfDay`. */
export function readMoment(text: string, timeOfDay: string): Moment {
  if (isDay(text)) return `${text}T${timeOfDay}`;
  const typed = text.replace(' ', 'T');
  if (isMoment(typed)) return typed;
  throw new Refusal('moment_invalid', text);
}

/** When something came or was said, as a person types it: a day alone means its noon, of today no later than now. */
export function readPastMoment(text: string, now: Moment): Moment {
  const at = readMoment(text, '12:00');
  return isDay(text) && text === dayOf(now) && at > now ? now : at;
}

/** "Now" of a request: its `asOf`, else the clock. */
export function nowOf(asOf: string | undefined, clock: () => Moment): Moment {
  return asOf === undefined ? clock() : readMoment(asOf, '23:59');
}
