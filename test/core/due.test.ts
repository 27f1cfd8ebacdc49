import { describe, expect, it } from 'vitest';
import type { DueRule, RecordTerm, Shift } from '../../electron/contract/duties.ts';
import { addWorkdays, createCalendar, type WorkCalendar } from '../../electron/core/calendar.ts';
import { defaultDueRule, dueMoment, isTimely, recordDueDay, recordTermSentence } from '../../electron/core/due.ts';
import { dueSentence } from '../../electron/core/dueSentence.ts';
import { addDays } from '../../electron/core/period.ts';

const calendar = createCalendar();
const time = '18:00';
const unasked: WorkCalendar = {
  from: 0,
  to: 0,
  isWorkday() {
    throw new Error('the calendar was asked');
  },
};

describe('working days after a day (domain.md §5.2)', () => {
  it.each([
    ['2026-09-24', '2026-10-09', '2026-10-12', '2026-10-29'],
    ['2026-02-13', '2026-02-27', '2026-03-02', '2026-03-19'],
    ['2026-04-28', '2026-05-08', '2026-05-11', '2026-05-28'],
    ['2025-09-26', '2025-10-10', '2025-10-13', '2025-10-30'],
    ['2022-01-27', '2022-02-08', '2022-02-10', '2022-03-01'],
    ['2026-10-03', '2026-10-13', '2026-10-15', '2026-11-03'],
  ])('%s: +5 %s, +7 %s, +20 %s', (decision, five, seven, twenty) => {
    expect(addWorkdays(decision, 5, calendar)).toBe(five);
    expect(recordDueDay(decision, { days: 7, unit: 'working', shift: 'none' }, calendar)).toBe(seven);
    expect(addWorkdays(decision, 20, calendar)).toBe(twenty);
  });
});

describe('due moments', () => {
  it.each([
    ['2026-05-30', '2026-06-01'],
    ['2026-08-30', '2026-08-31'],
    ['2026-04-05', '2026-04-07'],
    ['2026-05-05', '2026-05-06'],
    ['2026-10-05', '2026-10-08'],
    ['2025-12-20', '2025-12-22'],
    ['2026-12-20', '2026-12-21'],
  ])('the fixed date %s moves to %s (domain.md §5.2)', (day, moved) => {
    const rule: DueRule = { rule: 'fixed-date', month: Number(day.slice(5, 7)), day: Number(day.slice(8)), time };
    expect(dueMoment(rule, day.slice(0, 4), 'next', calendar)).toBe(`${moved}T18:00`);
    expect(dueMoment(rule, day.slice(0, 4), 'none', calendar)).toBe(`${day}T18:00`);
  });

  const day30: DueRule = { rule: 'day-of-month', day: 30, time };
  it.each<[string, DueRule, string, Shift, string]>([
    ['30 February 2026 is the 28th, a make-up workday', day30, '2026-02', 'next', '2026-02-28'],
    ['30 February 2022 is the 28th', day30, '2022-02', 'next', '2022-02-28'],
    ['30 February 2024 is the 29th', day30, '2024-02', 'next', '2024-02-29'],
    ['30 April 2022 starts a holiday', day30, '2022-04', 'next', '2022-05-05'],
    ['30 April 2022, shifted back', day30, '2022-04', 'previous', '2022-04-29'],
    ['30 April 2022, not shifted', day30, '2022-04', 'none', '2022-04-30'],
    ["the rule's shift wins", { ...day30, shift: 'none' }, '2022-04', 'next', '2022-04-30'],
    ['Friday of a week', { rule: 'weekday', weekday: 5, time }, '2022-W17', 'next', '2022-04-29'],
    ['a Friday that is a holiday', { rule: 'weekday', weekday: 5, time }, '2022-W22', 'next', '2022-06-06'],
    ['Monday of a week', { rule: 'weekday', weekday: 1, time }, '2022-W17', 'next', '2022-04-25'],
    ['a make-up Sunday', { rule: 'weekday', weekday: 7, time }, '2022-W16', 'next', '2022-04-24'],
    ['day 5 of the next month', { rule: 'day-of-next-month', day: 5, time }, '2022-04', 'next', '2022-05-05'],
    ['day 5 of the next year', { rule: 'day-of-next-month', day: 5, time }, '2022-12', 'next', '2023-01-05'],
    ['day 31 of the next month', { rule: 'day-of-next-month', day: 31, time }, '2022-01', 'next', '2022-02-28'],
    ['end of a month', { rule: 'period-end', time }, '2022-04', 'next', '2022-05-05'],
    ['end of a quarter', { rule: 'period-end', time }, '2022-Q2', 'next', '2022-06-30'],
    ['end of a half-year', { rule: 'period-end', time }, '2022-H1', 'next', '2022-06-30'],
    ['end of a year, shifted back', { rule: 'period-end', time }, '2022', 'previous', '2022-12-30'],
    [
      'day 10 of a quarter is one of its last month',
      { rule: 'day-of-month', day: 10, time },
      '2022-Q2',
      'next',
      '2022-06-10',
    ],
  ])('%s', (_, rule, period, shift, day) => {
    expect(dueMoment(rule, period, shift, calendar)).toBe(`${day}T18:00`);
  });

  it('refuses to shift in an unknown year', () => {
    expect(() => dueMoment(day30, '2027-01', 'next', calendar)).toThrow(
      expect.objectContaining({ code: 'year_unknown', subject: '2027' }),
    );
    expect(dueMoment(day30, '2027-01', 'none', calendar)).toBe('2027-01-30T18:00');
  });
});

describe('the clock of a record', () => {
  const natural: RecordTerm = { days: 7, unit: 'natural', shift: 'next' };
  const working: RecordTerm = { days: 7, unit: 'working', shift: 'none' };

  it.each<[string, RecordTerm, string]>([
    ['2022-04-18', natural, '2022-04-25'],
    ['2022-04-23', natural, '2022-05-05'],
    ['2022-04-23', { ...natural, shift: 'none' }, '2022-04-30'],
    ['2022-04-23', { ...natural, shift: 'previous' }, '2022-04-29'],
    ['2022-04-18', working, '2022-04-26'],
    ['2022-04-28', working, '2022-05-11'],
  ])('decided %s under %j: last timely day %s', (decision, term, last) => {
    expect(recordDueDay(decision, term, calendar)).toBe(last);
    expect(isTimely(decision, last, term, calendar)).toBe(true);
    expect(isTimely(decision, addDays(last, 1), term, calendar)).toBe(false);
    expect(isTimely(decision, decision, term, calendar)).toBe(true);
  });

  it('is not timely without a decision date or with one after the receipt', () => {
    expect(isTimely(null, '2022-04-29', natural, unasked)).toBe(false);
    expect(isTimely('2022-04-30', '2022-04-29', natural, unasked)).toBe(false);
  });

  it('asks the calendar only where rest days can decide', () => {
    expect(isTimely('2028-03-01', '2028-03-08', natural, unasked)).toBe(true);
    expect(isTimely('2028-03-01', '2028-03-08', working, unasked)).toBe(true);
    expect(isTimely('1998-03-01', '2022-03-08', working, unasked)).toBe(false);
    expect(isTimely('2028-03-01', '2028-03-09', { ...natural, shift: 'none' }, unasked)).toBe(false);
    expect(() => isTimely('2026-12-28', '2027-01-08', working, calendar)).toThrow(
      expect.objectContaining({ code: 'year_unknown', subject: '2027' }),
    );
  });

  it('agrees with the last timely day for every receipt of a year, whatever the term', () => {
    const shifts: Shift[] = ['none', 'next', 'previous'];
    const terms = [5, 7, 20].flatMap((days): RecordTerm[] => [
      { days, unit: 'working', shift: 'none' },
      ...shifts.map((shift): RecordTerm => ({ days, unit: 'natural', shift })),
    ]);
    const disagreed: string[] = [];
    for (const term of terms)
      for (let decision = '2020-01-01'; decision < '2020-12-31'; decision = addDays(decision, 3)) {
        const last = recordDueDay(decision, term, calendar);
        for (let n = 0; n < 70; n += 1) {
          const received = addDays(decision, n);
          if (isTimely(decision, received, term, calendar) !== received <= last)
            disagreed.push(`${decision} ${received}`);
        }
      }
    expect(disagreed).toEqual([]);
  });
});

describe('rules in words', () => {
  it.each<[DueRule | null, Parameters<typeof dueSentence>[1], string]>([
    [{ rule: 'weekday', weekday: 5, time }, 'weekly', '每周五18时前'],
    [{ rule: 'day-of-month', day: 30, time: '17:30' }, 'monthly', '每月30日17时30分前（当月不足30日的为最后一日）'],
    [{ rule: 'day-of-next-month', day: 5, time }, 'monthly', '次月5日18时前'],
    [{ rule: 'day-of-next-month', day: 5, time }, 'quarterly', '每季度结束后次月5日18时前'],
    [{ rule: 'period-end', time, shift: 'next' }, 'quarterly', '每季度最后一日18时前，遇休息日顺延至下一工作日'],
    [{ rule: 'fixed-date', month: 12, day: 20, time }, 'yearly', '每年12月20日18时前'],
    [null, 'event', '有发生即报'],
  ])('%j, %s: %s', (rule, cadence, sentence) => {
    expect(dueSentence(rule, cadence)).toBe(sentence);
  });

  it('names the record term with its counting rule', () => {
    expect(recordTermSentence({ days: 7, unit: 'natural', shift: 'next' })).toBe(
      '自作出决定之日起7日内（决定日不计入，末日遇休息日顺延）',
    );
    expect(recordTermSentence({ days: 7, unit: 'working', shift: 'none' })).toBe(
      '自作出决定之日起7个工作日内（决定日不计入）',
    );
  });

  it('gives a duty without a day the default of its cadence', () => {
    const settings = {
      weeklyDue: { weekday: 5, time: '18:00' },
      dueTime: '17:30',
      shift: 'next',
      effectiveFrom: '2022-01-01',
      scoreWeights: { report: 1, compliance: 1, timeliness: 1 },
    } as const;
    expect(defaultDueRule('weekly', settings)).toEqual({ rule: 'weekday', weekday: 5, time: '18:00' });
    expect(defaultDueRule('yearly', settings)).toEqual({ rule: 'period-end', time: '17:30' });
    expect(defaultDueRule('event', settings)).toBeNull();
  });
});
