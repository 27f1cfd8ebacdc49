import { describe, expect, it } from 'vitest';
import type { Duty } from '../../electron/contract/duties.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { unknownDues, withoutRefusals } from '../../electron/core/unknownDue.ts';
import { duty, settings, weeklyDuty } from './sampleDesk.ts';

const calendar = createCalendar();
const time = '18:00';
const refused = (one: Duty, container: string, shift: 'next' | 'previous' | 'none' = 'next') =>
  unknownDues(one, container, { ...settings, shift }, calendar).map(({ period, year }) => `${period} ${year}`);
const nextMonth = duty('d1', { due: { rule: 'day-of-next-month', day: 5, time } });
const afterEnd = duty('d2', { due: { rule: 'days-after-period', days: 7, unit: 'working', time } });
const friday = weeklyDuty('d3');
const daysAfterWeek = weeklyDuty('d4', { due: { rule: 'days-after-period', days: 3, unit: 'working', time } });

describe('due moments that only an unknown year could say', () => {
  it.each<[string, Duty, string, string[]]>([
    ['of the month due in January', nextMonth, '2026-12', ['2026-12 2027']],
    ['of that month alone', nextMonth, '2026', ['2026-12 2027']],
    ['by working days', afterEnd, '2026-Q4', ['2026-12 2027']],
    ['none of a month due in its year', duty('d5'), '2026', []],
    ['none of the weeks of a known month', friday, '2026-11', []],
    // Friday 1 January 2027 is no day of December.
    ['none of a week that is due after the month', friday, '2026-12', []],
    ['a week that ends in December and is due in January', daysAfterWeek, '2026-W53', ['2026-W53 2027']],
    ['a week that may be due in January', daysAfterWeek, '2027-01', ['2026-W53', '2027-W01'].map(in2027)],
    ['every month of the unknown year', duty('d6'), '2027-Q1', ['2027-01', '2027-02', '2027-03'].map(in2027)],
    ['none of an event', duty('d7', { kind: 'event', cadence: 'event', due: null }), '2027', []],
  ])('%s', (_, one, container, periods) => {
    expect(refused(one, container)).toEqual(expect.arrayContaining(periods));
    if (container !== '2027-01') expect(refused(one, container)).toEqual(periods);
  });

  it('names a week however long after it the duty is due', () => {
    const late = weeklyDuty('d8', { due: { rule: 'days-after-period', days: 100, unit: 'natural', time } });
    // Ends on 27 September 2026; the hundredth day after it is 5 January 2027.
    expect(refused(late, '2027-01')[0]).toBe('2026-W39 2027');
  });

  it('does not ask where nothing is shifted', () => {
    expect(refused(nextMonth, '2026-12', 'none')).toEqual([]);
    expect(refused(duty('d6'), '2027', 'none')).toEqual([]);
  });

  it('asks about a Friday that may come back into December', () => {
    expect(refused(friday, '2026-12', 'previous')).toEqual(['2026-W53 2027']);
  });
});

it('a calendar without refusals is the same where it knows', () => {
  const open = withoutRefusals(calendar);
  expect([open.isWorkday('2026-10-01'), open.isWorkday('2026-10-10')]).toEqual([false, true]);
  expect(() => calendar.isWorkday('2027-01-01')).toThrow();
  expect(open.isWorkday('2027-01-01')).toBe(true);
});

function in2027(period: string): string {
  return `${period} 2027`;
}
