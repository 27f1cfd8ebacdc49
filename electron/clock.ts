import type { Moment } from './contract/time.ts';

/** The machine's local time to the minute, `2022-04-29T16:00`. */
export function systemClock(): Moment {
  const now = new Date();
  return minuteText(now.getTime() - now.getTimezoneOffset() * 60_000);
}

/** A clock that shows `start` now and runs on from there: the demonstration lives in its own April. */
export function clockStartingAt(start: Moment): () => Moment {
  const startedAt = performance.now();
  // Read as UTC only to count minutes in; no zone is meant.
  const origin = Date.parse(`${start}Z`);
  return () => minuteText(origin + (performance.now() - startedAt));
}

function minuteText(milliseconds: number): Moment {
  return new Date(milliseconds).toISOString().slice(0, 16);
}
