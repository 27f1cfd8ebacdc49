import { describe, expect, it } from 'vitest';
import {
  addDays,
  cadenceKind,
  chineseDay,
  chineseMoment,
  dayOf,
  daysBetween,
  firstDay,
  isAfter,
  isDay,
  isMoment,
  isPeriod,
  lastDay,
  lastDayOfMonth,
  makeDay,
  nextPeriod,
  periodKind,
  periodOf,
  periodsOf,
  periodTitle,
  previousPeriod,
  weekdayOf,
} from '../../electron/core/period.ts';
import { Refusal } from '../../electron/core/refusal.ts';

describe('periods', () => {
  it.each([
    ['2022-W17', 'week', '2022-04-25', '2022-05-01', '2022年第17周（4月25日—5月1日）'],
    ['2021-W52', 'week', '2021-12-27', '2022-01-02', '2021年第52周（12月27日—1月2日）'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03', '2020年第53周（12月28日—1月3日）'],
    ['2022-04', 'month', '2022-04-01', '2022-04-30', '2022年4月'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2022-Q2', 'quarter', '2022-04-01', '2022-06-30', '2022年第二季度'],
    ['2022-H1', 'half', '2022-01-01', '2022-06-30', '2022年上半年'],
    ['2022-H2', 'half', '2022-07-01', '2022-12-31', '2022年下半年'],
    ['2022', 'year', '2022-01-01', '2022-12-31', '2022年'],
  ] as const)('%s is a %s from %s to %s, called %s', (period, kind, first, last, title) => {
    expect(periodKind(period)).toBe(kind);
    expect(firstDay(period)).toBe(first);
    expect(lastDay(period)).toBe(last);
    expect(periodTitle(period)).toBe(title);
    expect(periodOf(kind, kind === 'week' ? addDays(first, 3) : last)).toBe(period);
  });

  it.each([
    '2022-W00',
    '2022-W53',
    '2022-W1',
    '2022-13',
    '2022-00',
    '2022-4',
    '2022-Q5',
    '2022-H3',
    '22',
    '2022-04-29',
    '',
  ])('refuses %j as a period', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => firstDay(text)).toThrow(Refusal);
  });

  it('says of a week that is written right why there is none', () => {
    expect(() => firstDay('2022-W53')).toThrow('2022-W53（2022年只有52周）');
    expect(() => firstDay('2022-W54')).toThrow(/2022-W54$/);
  });

  it('steps to the neighbours over year ends', () => {
    expect(nextPeriod('2020-W53')).toBe('2021-W01');
    expect(previousPeriod('2021-W01')).toBe('2020-W53');
    expect(nextPeriod('2022-12')).toBe('2023-01');
    expect(previousPeriod('2022-Q1')).toBe('2021-Q4');
    expect(nextPeriod('2022-H2')).toBe('2023-H1');
    expect(previousPeriod('2022')).toBe('2021');
  });

  it('lists what a container holds; weeks by a shared day', () => {
    expect(periodsOf('month', '2022-Q2')).toEqual(['2022-04', '2022-05', '2022-06']);
    expect(periodsOf('quarter', '2022-H2')).toEqual(['2022-Q3', '2022-Q4']);
    expect(periodsOf('half', '2022')).toEqual(['2022-H1', '2022-H2']);
    expect(periodsOf('week', '2022-04')).toEqual(['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17']);
    expect(periodsOf('week', '2022-W17')).toEqual(['2022-W17']);
    expect(periodsOf('quarter', '2022-04')).toEqual([]);
    expect(periodsOf('month', '2022-W17')).toEqual([]);
  });

  it('covers every day of twenty-three years once, in week order, with the week of its Thursday', () => {
    let week = '2004-W01';
    for (let day = '2003-12-29'; day < '2027-01-04'; day = addDays(day, 1)) {
      if (weekdayOf(day) === 1 && day !== '2003-12-29') week = nextPeriod(week);
      expect(periodOf('week', day)).toBe(week);
      expect(isPeriod(week)).toBe(true);
    }
  });

  it('knows the period kind of each cadence', () => {
    expect(cadenceKind('weekly')).toBe('week');
    expect(cadenceKind('half-yearly')).toBe('half');
    expect(cadenceKind('event')).toBeNull();
  });
});

describe('days and moments', () => {
  it('counts days over month, leap and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01');
    expect(addDays('2022-03-01', -1)).toBe('2022-02-28');
    expect(daysBetween('2022-04-29', '2022-05-05')).toBe(6);
    expect(daysBetween('2022-05-05', '2022-04-29')).toBe(-6);
    expect(weekdayOf('2022-04-29')).toBe(5);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(lastDayOfMonth(2024, 2)).toBe(29);
  });

  it.each([
    [2022, 2, 30, null],
    [2022, 13, 1, null],
    [2022, 1, 0, null],
    [22, 1, 1, null],
    [2022.5, 1, 1, null],
    [2022, 4, 29, '2022-04-29'],
  ])('makes a day of %s-%s-%s: %s', (y, m, d, day) => {
    expect(makeDay(y, m, d)).toBe(day);
  });

  it('tells days and moments from other texts', () => {
    expect(isDay('2022-02-29')).toBe(false);
    expect(isDay('2022-4-1')).toBe(false);
    expect(isMoment('2022-04-29T16:00')).toBe(true);
    expect(isMoment('2022-04-29T23:59:59')).toBe(true);
    expect(isMoment('2022-04-29T24:00')).toBe(false);
    expect(isMoment('2022-02-30T10:00')).toBe(false);
    expect(isMoment('2022-04-29')).toBe(false);
    expect(dayOf('2022-04-29T16:00')).toBe('2022-04-29');
  });

  it('prints Chinese days and moments without leading zeros', () => {
    expect(chineseDay('2022-05-05')).toBe('2022年5月5日');
    expect(chineseMoment('2022-04-29T18:00')).toBe('2022年4月29日18时');
    expect(chineseMoment('2022-04-29T18:30')).toBe('2022年4月29日18时30分');
    expect(chineseMoment('2022-04-29T08:05:59')).toBe('2022年4月29日8时5分');
  });

  it.each([
    ['2022-04-29T18:00', '2022-04-29T18:00', false],
    ['2022-04-29T18:00:00', '2022-04-29T18:00', false],
    ['2022-04-29T18:00:01', '2022-04-29T18:00', true],
    ['2022-04-29T18:01', '2022-04-29T18:00', true],
    ['2022-04-29T23:59:59', '2022-04-29T23:59', false],
    ['2022-04-30T00:00:00', '2022-04-29T23:59', true],
    ['2022-04-29T23:59:59', '2022-04-29T17:30', true],
  ])('%s after %s: %s', (moment, due, after) => {
    expect(isAfter(moment, due)).toBe(after);
  });
});
