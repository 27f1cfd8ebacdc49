import type { Moment, Period } from './time.ts';

/** A closed period: its imports are no longer undone; what comes later is 补报. */
export interface PeriodLock {
  readonly period: Period;
  readonly lockedAt: Moment;
  readonly by: string;
  readonly reason: string;
}
