import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { addWorkdays, createCalendar, shiftDay } from '../../electron/core/calendar.ts';
import { addDays, weekdayOf } from '../../electron/core/period.ts';

const calendar = createCalendar();

describe('working days', () => {
  // domain.md §7.3: workdays per year; 放假 and 调休上班 of 2022 and 2026.
  it.each([
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    let count = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if (calendar.isWorkday(day)) count += 1;
    expect(count).toBe(days);
  });

  it.each([
    ['2022-01-29', true],
    ['2022-04-02', true],
    ['2022-04-24', true],
    ['2022-05-07', true],
    ['2022-04-29', true],
    ['2022-04-30', false],
    ['2022-05-04', false],
    ['2022-05-05', true],
    ['2022-06-03', false],
    ['2022-10-07', false],
    ['2026-02-14', true],
    ['2026-02-28', true],
    ['2026-10-10', true],
    ['2020-01-31', false],
  ])('%s works: %s', (day, works) => {
    expect(calendar.isWorkday(day)).toBe(works);
  });

  it('agrees with the published table of the package on every day it covers', () => {
    const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
    const disagreed: string[] = [];
    for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const works = day in workdays || (weekdayOf(day) <= 5 && !(day in holidays));
      if (calendar.isWorkday(day) !== works) disagreed.push(day);
    }
    expect(disagreed).toEqual([]);
  });

  it.each(['2003-12-31', '2027-01-01', '2027-01-02', '1999-06-01'])('refuses %s, whose year is unknown', (day) => {
    expect(() => calendar.isWorkday(day)).toThrow(
      expect.objectContaining({ code: 'year_unknown', subject: day.slice(0, 4) }),
    );
  });

  it('says which years it knows', () => {
    expect([calendar.from, calendar.to]).toEqual([2004, 2026]);
    expect(calendar.isWorkday('2004-01-02')).toBe(true);
    expect(calendar.isWorkday('2026-12-31')).toBe(true);
  });

  it('refuses to count or shift into an unknown year', () => {
    const refusal = expect.objectContaining({ code: 'year_unknown', subject: '2027' });
    expect(() => addWorkdays('2026-12-28', 7, calendar)).toThrow(refusal);
    expect(() => shiftDay('2027-01-01', 'next', calendar)).toThrow(refusal);
    expect(shiftDay('2027-01-01', 'none', calendar)).toBe('2027-01-01');
  });

  it('shifts to a neighbouring working day and never past one', () => {
    for (let day = '2022-01-15'; day < '2022-12-15'; day = addDays(day, 1)) {
      const next = shiftDay(day, 'next', calendar);
      const previous = shiftDay(day, 'previous', calendar);
      expect(calendar.isWorkday(next) && calendar.isWorkday(previous)).toBe(true);
      expect(previous <= day && day <= next).toBe(true);
      if (calendar.isWorkday(day)) expect([previous, next]).toEqual([day, day]);
      else expect(addWorkdays(previous, 1, calendar)).toBe(next);
    }
    expect(weekdayOf(shiftDay('2022-04-23', 'next', calendar))).toBe(7);
  });
});
