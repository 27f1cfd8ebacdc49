import { describe, expect, it } from 'vitest';
import { dayMarks } from '../../renderer/features/calendar/dayMarks.ts';
import { monthsOf, monthWeeks } from '../../renderer/features/calendar/monthWeeks.ts';

describe('the page of a month', () => {
  it.each([
    ['2022-05', 6, '2022-04-25', '2022-06-05'],
    ['2021-02', 4, '2021-02-01', '2021-02-28'],
    ['2022-12', 5, '2022-11-28', '2023-01-01'],
  ])('%s has %i weeks from Monday %s to Sunday %s', (month, weeks, first, last) => {
    const page = monthWeeks(month);
    expect([page.length, page[0]?.[0]?.day, page.at(-1)?.at(-1)?.day]).toEqual([weeks, first, last]);
    expect(page.every((week) => week.length === 7)).toBe(true);
  });

  it('marks weekends and the days of its neighbours', () => {
    const [week] = monthWeeks('2022-05');
    expect(week?.map(({ isOutside }) => isOutside)).toEqual([true, true, true, true, true, true, false]);
    expect(week?.map(({ isWeekend }) => isWeekend)).toEqual([false, false, false, false, false, true, true]);
  });

  it('is one of twelve', () => {
    expect(monthsOf(2022)).toHaveLength(12);
    expect([monthsOf(2022)[0], monthsOf(2022)[11]]).toEqual(['2022-01', '2022-12']);
  });
});

describe('the marks of a year', () => {
  it('say by sign what colour says, and a county day lies over the notice', () => {
    const marks = dayMarks({
      year: 2022,
      state: 'known',
      ships: true,
      source: '',
      holidays: [{ day: '2022-05-01', kind: 'off', name: '劳动节' }],
      workdays: [{ day: '2022-05-07', kind: 'work', name: '劳动节' }],
      county: [{ day: '2022-05-07', kind: 'off', name: '暴雪停工', reason: '县政府通告', by: '', at: '' }],
      total: 248,
    });
    expect(marks.get('2022-05-01')).toEqual({ kind: 'off', county: false, sign: '休', title: '劳动节放假' });
    expect(marks.get('2022-05-07')).toEqual({
      kind: 'off',
      county: true,
      sign: '县休',
      title: '暴雪停工（县政府通告）',
    });
  });
});
