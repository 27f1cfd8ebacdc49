import type { Day, Moment } from '../../electron/contract/time.ts';

interface MomentChoice {
  /** What the date picker made of it, to the minute: of a day alone its midnight. */
  readonly picked: Moment;
  /** The last text that was typed; empty: none. */
  readonly typed: string;
  /** What the field held before. */
  readonly before: Day | Moment | null;
  readonly now: Moment;
  /** A day alone means the whole of it. */
  readonly wholeDay: boolean;
}

/**
 * What a moment field was left with. A day without a time stays one, `2022-04-29`: whoever is asked knows the hour that is meant. As
 * “until when is counted” it is the whole day, of today what there is of it until now.
 */
export function chosenMoment({ picked, typed, before, now, wholeDay }: MomentChoice): Day | Moment {
  const day = picked.slice(0, 10);
  // Another day was picked for one that had no time: the midnight is the picker's.
  const isDayAlone = picked.endsWith('T00:00') && isBare(typed.trim() || (before ?? ''));
  if (!isDayAlone) return picked;
  if (!wholeDay) return day;
  return day === now.slice(0, 10) ? now.slice(0, 16) : `${day}T23:59`;
}

/** Whether a text is a day without a time. */
export function isBare(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
