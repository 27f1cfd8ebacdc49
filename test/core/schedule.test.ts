import { describe, expect, it } from 'vitest';
import type { Cadence, DueRule } from '../../electron/contract/duties.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { dueMoment, plainDueDay } from '../../electron/core/due.ts';
import { dueSentence } from '../../electron/core/dueSentence.ts';
import { dueOf, fitsCadence, periodsHeld } from '../../electron/core/schedule.ts';
import { settings } from './sampleDesk.ts';

const calendar = createCalendar();
const time = '18:00';
const campaigns = [
  { title: '国际消费者权益日', month: 3, day: 15, length: 1 },
  { title: '信用记录关爱日', month: 6, day: 14, length: 1 },
  { title: '全国消防日', month: 11, day: 9, length: 1 },
];
const campaign: DueRule = { rule: 'campaign', campaigns, days: 7, time };
const chosen: DueRule = { rule: 'dates', dates: ['2022-07-08', '2022-04-08', '2022-04-22', '2023-01-06'], time };
const daysAfter = (days: number, unit: 'natural' | 'working'): DueRule => ({
  rule: 'days-after-period',
  days,
  unit,
  time,
});

describe('days after the period', () => {
  it.each<[DueRule, string, string]>([
    // 31 March 2022 was a Thursday; 3–5 April were a holiday, 2 April a make-up workday.
    [daysAfter(7, 'working'), '2022-03', '2022-04-12'],
    [daysAfter(1, 'working'), '2022-03', '2022-04-01'],
    [daysAfter(5, 'natural'), '2022-03', '2022-04-06'],
    [daysAfter(5, 'natural'), '2022-Q1', '2022-04-06'],
    [daysAfter(3, 'natural'), '2022-W17', '2022-05-05'],
    [daysAfter(2, 'working'), '2022-W17', '2022-05-06'],
    [daysAfter(10, 'natural'), '2021', '2022-01-10'],
  ])('%j of %s: %s', (rule, period, day) => {
    expect(dueMoment(rule, period, 'next', calendar)).toBe(`${day}T18:00`);
  });

  it('is in the month in which the week is due', () => {
    const weekly = { cadence: 'weekly', due: daysAfter(5, 'working') } as const;
    // W17 ends on 1 May; five working days after it are 5, 6, 7 (made up), 9 and 10 May.
    expect(periodsHeld(weekly, '2022-05', settings, calendar)[0]).toBe('2022-W17');
    expect(periodsHeld(weekly, '2022-04', settings, calendar).at(-1)).toBe('2022-W16');
    expect(dueOf(weekly, '2022-W17', settings, calendar)).toBe('2022-05-10T18:00');
  });

  it('refuses a year whose working days nobody knows', () => {
    expect(() => dueMoment(daysAfter(7, 'working'), '2026-12', 'next', calendar)).toThrow(
      expect.objectContaining({ code: 'year_unknown', subject: '2027' }),
    );
  });
});

describe('campaigns and chosen days', () => {
  const months = (due: DueRule, cadence: Cadence, year = '2022') =>
    periodsHeld({ cadence, due }, year, settings, calendar);

  it('are owed in the months that hold one', () => {
    expect(months(campaign, 'irregular')).toEqual(['2022-03', '2022-06', '2022-11']);
    expect(months(chosen, 'irregular')).toEqual(['2022-04', '2022-07']);
    expect(months(chosen, 'once', '2023')).toEqual(['2023-01']);
    expect(months(campaign, 'irregular', '2022-Q2')).toEqual(['2022-06']);
    expect(months(campaign, 'irregular', '2022-W11')).toEqual([]);
  });

  it('are due after the last of the month, chosen days on it', () => {
    expect(dueMoment(campaign, '2022-03', 'next', calendar)).toBe('2022-03-22T18:00');
    expect(dueMoment(chosen, '2022-04', 'next', calendar)).toBe('2022-04-22T18:00');
  });

  it('of many days count from the last, and belong to the month they begin in', () => {
    const month: DueRule = {
      rule: 'campaign',
      campaigns: [
        { title: '质量月', month: 9, day: 1, length: 30 },
        { title: '信用宣传周', month: 9, day: 26, length: 7 },
      ],
      days: 5,
      time,
    };
    expect(months(month, 'irregular')).toEqual(['2022-09']);
    expect(plainDueDay(month, '2022-09', calendar)).toBe('2022-10-07');
    expect(dueMoment(month, '2022-09', 'next', calendar)).toBe('2022-10-08T18:00');
  });

  it('come back every year, a leap day on the last of February', () => {
    const leap: DueRule = { rule: 'campaign', campaigns: [{ title: '', month: 2, day: 29, length: 1 }], days: 0, time };
    expect([2022, 2024].map((year) => plainDueDay(leap, `${year}-02`, calendar))).toEqual(['2022-02-28', '2024-02-29']);
  });
});

describe('a due rule changed from a day on', () => {
  const base = { cadence: 'monthly', due: { rule: 'day-of-month', day: 30, time } } as const;
  const changed = (from: string, day: number) => ({
    ...base,
    revisions: [{ from, reason: '', due: { rule: 'day-of-month', day, time } }] as const,
  });

  it.each([
    ['2022-06-15', 20, ['2022-05-30', '2022-06-20', '2022-07-20']],
    // The 10th had passed when the change came: June stays as it was.
    ['2022-06-15', 10, ['2022-05-30', '2022-06-30', '2022-07-11']],
    ['2022-07-01', 1, ['2022-05-30', '2022-06-30', '2022-07-01']],
  ])('from %s to day %i', (from, day, dues) => {
    const duty = changed(from, day);
    expect(
      ['2022-05', '2022-06', '2022-07'].map((month) => dueOf(duty, month, settings, calendar)?.slice(0, 10)),
    ).toEqual(dues);
  });
});

it('a due day moved back never leaves its period', () => {
  const first: DueRule = { rule: 'day-of-month', day: 1, time, shift: 'previous' };
  // 1 to 3 January 2022 were a holiday; the working day before lies in December.
  expect(dueMoment(first, '2022-01', 'none', calendar)).toBe('2022-01-04T18:00');
  expect(dueMoment(first, '2022-05', 'none', calendar)).toBe('2022-05-05T18:00');
  expect(dueMoment(first, '2022-06', 'none', calendar)).toBe('2022-06-01T18:00');
});

it('a week has no day of the month, and an event no due rule', () => {
  const rule: DueRule = { rule: 'day-of-month', day: 5, time };
  expect([fitsCadence(rule, 'monthly'), fitsCadence(rule, 'weekly'), fitsCadence(rule, 'event')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([fitsCadence(campaign, 'irregular'), fitsCadence(campaign, 'monthly')]).toEqual([true, false]);
});

describe('in words', () => {
  it.each<[DueRule, Cadence, string]>([
    [daysAfter(7, 'working'), 'monthly', '每月结束后第7个工作日18时前'],
    [daysAfter(5, 'natural'), 'quarterly', '每季度结束后第5日18时前'],
    [campaign, 'irregular', '3月15日国际消费者权益日、6月14日信用记录关爱日、11月9日全国消防日，活动结束后第7日18时前'],
    [
      { rule: 'campaign', campaigns: [{ title: '质量月', month: 9, day: 1, length: 30 }], days: 0, time },
      'irregular',
      '9月1日起30天质量月，活动结束当日18时前',
    ],
    [chosen, 'irregular', '2022年4月8日、4月22日、7月8日、2023年1月6日18时前'],
    [
      { rule: 'dates', dates: ['2022-12-20'], time, shift: 'next' },
      'once',
      '2022年12月20日18时前，遇休息日顺延至下一工作日',
    ],
  ])('%j, %s: %s', (rule, cadence, sentence) => {
    expect(dueSentence(rule, cadence)).toBe(sentence);
  });
});
