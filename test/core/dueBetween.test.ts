import { describe, expect, it } from 'vitest';
import type { Duty } from '../../electron/contract/duties.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { dueBetween } from '../../electron/core/dueBetween.ts';
import { duty, settings, weeklyDuty } from './sampleDesk.ts';

const time = '18:00';
const dueIn = (one: Duty, from: string, to: string) =>
  dueBetween(one, { from, to, settings, calendar: createCalendar() }).map(({ period, due }) => `${period} ${due}`);

describe('what is due between two days', () => {
  it.each<[string, Duty, string, string]>([
    [
      'a month due on the last day of the next',
      duty('d1', { due: { rule: 'day-of-next-month', day: 31, time } }),
      '2022-05-31',
      '2022-04',
    ],
    [
      'a week due a hundred days after it',
      weeklyDuty('d2', { due: { rule: 'days-after-period', days: 100, unit: 'natural', time } }),
      '2022-08-02',
      '2022-W16',
    ],
    [
      'a half-year due on a day of the next',
      duty('d3', { cadence: 'half-yearly', due: { rule: 'fixed-date', month: 12, day: 20, time } }),
      '2022-12-20',
      '2022-H1',
    ],
    [
      'a campaign of two months, a fortnight after it',
      duty('d4', {
        kind: 'event',
        cadence: 'irregular',
        due: { rule: 'campaign', campaigns: [{ title: '诚信兴商', month: 3, day: 1, length: 61 }], days: 14, time },
      }),
      '2022-05-16',
      '2022-03',
    ],
  ])('holds %s', (_, one, day, period) => {
    expect(dueIn(one, day, day)).toContain(`${period} ${day}T18:00`);
  });
});
