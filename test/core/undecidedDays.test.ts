import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../electron/core/calendar.ts';
import { isTimely } from '../../electron/core/due.ts';
import { addDays } from '../../electron/core/period.ts';
import { undecidedDays } from '../../electron/core/undecidedDays.ts';

const shipped = createCalendar();
/** 2022-04-30 to 05-04 are a holiday. */
const changes = [
  { day: '2022-04-29', kind: 'off', name: '暴雪停工' },
  { day: '2022-05-03', kind: 'work', name: '本县上班' },
] as const;

describe('the days that a term leaves to rest days', () => {
  it.each([
    [{ days: 7, unit: 'natural', shift: 'none' }, 7, 7],
    [{ days: 7, unit: 'natural', shift: 'next' }, 7, 27],
    [{ days: 7, unit: 'natural', shift: 'previous' }, -13, 7],
    [{ days: 0, unit: 'natural', shift: 'next' }, 0, 20],
    [{ days: 3, unit: 'working', shift: 'next' }, 3, 26],
    [{ days: 7, unit: 'working', shift: 'previous' }, 7, 34],
  ] as const)('of %j hold every record that a day of the county turns', (term, over, upTo) => {
    expect(undecidedDays(term)).toEqual({ over, upTo });
    let turned = 0;
    for (const change of changes) {
      const changed = createCalendar({ years: [], county: [change] });
      for (let ahead = -5; ahead <= 40; ahead++)
        for (let elapsed = 0; elapsed <= 40; elapsed++) {
          const decided = addDays(change.day, -ahead);
          const received = addDays(decided, elapsed);
          if (isTimely(decided, received, term, shipped) === isTimely(decided, received, term, changed)) continue;
          turned += 1;
          const isWithin = elapsed > over && elapsed <= upTo && ahead >= 0 && ahead <= upTo;
          expect(isWithin, `${decided} ${received}`).toBe(true);
        }
    }
    expect(turned > 0).toBe(upTo > over);
  });
});
