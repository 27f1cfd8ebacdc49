import { describe, expect, it } from 'vitest';
import type { EventTerm } from '../../electron/contract/duties.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { eventDueDay, eventState } from '../../electron/core/eventDue.ts';

const calendar = createCalendar();
const term = (count: number, unit: EventTerm['unit'], meaning: EventTerm['meaning'] = 'within'): EventTerm => ({
  count,
  unit,
  meaning,
  from: '收到异议',
});

describe('the day an event must be settled by', () => {
  it.each([
    ['2022-04-28', term(3, 'working'), 'next', '2022-05-06'], // over the May holidays; 7 May was worked
    ['2022-04-28', term(3, 'natural'), 'next', '2022-05-05'],
    ['2022-04-28', term(3, 'natural'), 'previous', '2022-04-29'],
    ['2022-04-28', term(3, 'natural'), 'none', '2022-05-01'],
    ['2021-11-30', term(3, 'months'), 'none', '2022-02-28'],
    ['2022-10-15', term(3, 'months', 'not-before'), 'next', '2023-01-15'], // a Sunday, and still the day
    ['2023-11-29', term(3, 'months', 'not-before'), 'next', '2024-02-29'],
    ['2022-01-31', term(12, 'months', 'not-before'), 'next', '2023-01-31'],
  ] as const)('%s with %j and shift %s: %s', (day, of, shift, due) => {
    expect(eventDueDay(day, of, shift, calendar)).toBe(due);
  });

  it('is not guessed in a year whose holidays are unknown', () => {
    expect(() => eventDueDay('2026-12-30', term(10, 'working'), 'next', calendar)).toThrow('year_unknown');
    expect(eventDueDay('2026-12-30', term(3, 'months', 'not-before'), 'next', calendar)).toBe('2027-03-30');
  });
});

describe('how an event stands', () => {
  const due = '2022-05-06';
  it.each([
    [{ due, closedOn: null }, 'within', '2022-05-06', 'open'],
    [{ due, closedOn: null }, 'within', '2022-05-07', 'overdue'],
    [{ due, closedOn: '2022-05-09' }, 'within', '2022-05-10', 'closed'],
    [{ due, closedOn: null }, 'not-before', '2022-05-05', 'waiting'],
    [{ due, closedOn: null }, 'not-before', '2022-05-06', 'open'],
    [{ due: null, closedOn: null }, null, '2030-01-01', 'open'],
  ] as const)('%j %s on %s: %s', (event, meaning, today, state) => {
    expect(eventState(event, meaning, today)).toBe(state);
  });
});
