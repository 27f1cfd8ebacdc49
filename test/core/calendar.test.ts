import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { CalendarDay, HolidayNotice } from '../../electron/contract/calendar.ts';
import { addWorkdays, createCalendar, shiftDay, shippedDays } from '../../electron/core/calendar.ts';
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

describe('a calendar with what an office added', () => {
  const off = (day: string): CalendarDay => ({ day, kind: 'off', name: '元旦' });
  const work = (day: string): CalendarDay => ({ day, kind: 'work', name: '元旦' });
  const notice = (year: number, ...days: CalendarDay[]): HolidayNotice => ({ year, days, source: '粘贴的通知' });
  const of2027 = notice(2027, work('2026-12-26'), off('2026-12-31'), off('2027-01-01'));

  it('knows the imported year, and the days of its notice in the year before', () => {
    const added = createCalendar({ years: [of2027], county: [] });
    expect(['2026-12-26', '2026-12-31', '2027-01-01', '2027-01-04'].map(added.isWorkday)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([added.from, added.to]).toEqual([2004, 2027]);
    expect(shiftDay('2026-12-31', 'next', added)).toBe('2027-01-04');
    expect(() => added.isWorkday('2028-01-01')).toThrow(expect.objectContaining({ code: 'year_unknown' }));
  });

  it('refuses a due day that its December shifts into an unknown January', () => {
    const county = [{ ...off('2026-12-31'), name: '本县' }];
    const refusal = expect.objectContaining({ code: 'year_unknown', subject: '2027' });
    expect(() => shiftDay('2026-12-31', 'next', createCalendar({ years: [], county }))).toThrow(refusal);
    expect(shiftDay('2026-12-31', 'previous', createCalendar({ years: [], county }))).toBe('2026-12-30');
  });

  it('takes an imported notice for its year instead of the one that ships, and no other year', () => {
    const added = createCalendar({ years: [notice(2022, off('2022-03-02'))], county: [] });
    expect(added.isWorkday('2022-03-02')).toBe(false);
    expect(added.isWorkday('2022-02-01')).toBe(true);
    // 2022-12-31 stands in the notice of 2023, which still ships.
    expect(['2022-12-31', '2021-10-01', '2023-01-02'].map(added.isWorkday)).toEqual([false, false, false]);
    const without2019 = createCalendar({ years: [notice(2019, off('2019-01-01'))], county: [] });
    expect(['2018-12-29', '2018-12-31'].map(without2019.isWorkday)).toEqual([false, true]);
  });

  it('lets the later of two imported notices hold', () => {
    const of2028 = notice(2028, work('2027-12-31'));
    const both = [of2028, notice(2027, off('2027-12-31'))];
    for (const years of [both, both.toReversed()])
      expect(createCalendar({ years, county: [] }).isWorkday('2027-12-31')).toBe(true);
  });

  it('lets a county day beat every notice', () => {
    const county = [work('2027-01-01'), off('2022-04-29'), work('2022-05-01')];
    const added = createCalendar({ years: [of2027], county });
    expect(['2027-01-01', '2022-04-29', '2022-05-01'].map(added.isWorkday)).toEqual([true, false, true]);
  });

  it('does not count a year beyond a gap to its run, but knows it', () => {
    const added = createCalendar({ years: [notice(2029, off('2029-01-01'))], county: [] });
    expect([added.to, added.isWorkday('2029-03-01')]).toEqual([2026, true]);
    expect(() => added.isWorkday('2027-03-01')).toThrow(expect.objectContaining({ subject: '2027' }));
  });

  it('lists what ships of a year as its notice has it', () => {
    expect(shippedDays(2019).slice(0, 3)).toEqual([work('2018-12-29'), off('2018-12-30'), off('2018-12-31')]);
    expect(shippedDays(2018).some(({ day }) => day.startsWith('2018-12'))).toBe(false);
    expect(shippedDays(2027)).toEqual([]);
  });
});
