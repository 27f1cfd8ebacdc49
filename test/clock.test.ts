import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockStartingAt, systemClock } from '../electron/clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('clockStartingAt', () => {
  it('runs on from its start, over the end of the day and the month', () => {
    const clock = clockStartingAt('2022-04-30T23:30');
    expect(clock()).toBe('2022-04-30T23:30');
    vi.advanceTimersByTime(45 * 60_000);
    expect(clock()).toBe('2022-05-01T00:15');
  });
});

describe('systemClock', () => {
  it('reads the wall clock of this machine to the minute', () => {
    vi.setSystemTime(new Date(2022, 3, 29, 8, 5, 59));
    expect(systemClock()).toBe('2022-04-29T08:05');
  });
});
