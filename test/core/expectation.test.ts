import { describe, expect, it } from 'vitest';
import type { Cadence, Duty } from '../../electron/contract/duties.ts';
import type { Unit } from '../../electron/contract/units.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { expectationsOf } from '../../electron/core/expectation.ts';
import { dayOf, firstDay, lastDay, periodsOf } from '../../electron/core/period.ts';
import { dutyBook } from './dutyBook.ts';
import { duty, settings, unit, weeklyDuty } from './sampleDesk.ts';

const calendar = createCalendar();
const units = [unit('u1'), unit('u2')];

function owed(period: string, duties: readonly Duty[], some: readonly Unit[] = units, changes = {}) {
  return expectationsOf({ ...dutyBook(duties, some), period, settings: { ...settings, ...changes }, calendar });
}

const weekly = weeklyDuty('d1', { units: ['u1'] });
const weeksOf = (period: string, changes = {}) => owed(period, [weekly], units, changes).map((e) => e.period);

describe('the weeks a period holds', () => {
  it.each([
    // 1 April 2022 is a Friday; W17's Friday, 29 April, is worked.
    ['2022-04', ['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17']],
    ['2022-05', ['2022-W18', '2022-W19', '2022-W20', '2022-W21']],
    // 2022-W39: Friday 30 September. W40: Friday 7 October is a holiday, the 8th a make-up workday.
    ['2022-09', ['2022-W35', '2022-W36', '2022-W37', '2022-W38', '2022-W39']],
    ['2022-10', ['2022-W40', '2022-W41', '2022-W42', '2022-W43']],
    // Friday 31 December 2021 belongs to December though its week ends in 2022.
    ['2022-01', ['2022-W01', '2022-W02', '2022-W03', '2022-W04']],
  ])('%s: by the Friday on which they are due', (month, weeks) => {
    expect(weeksOf(month)).toEqual(weeks);
  });

  it('follows a Friday that rest days move into the next month', () => {
    const onSaturday = weeklyDuty('d1', { units: ['u1'], due: { rule: 'weekday', weekday: 6, time: '18:00' } });
    // Saturday 30 April 2022 begins the May holidays; the next working day is 5 May.
    expect(owed('2022-04', [onSaturday]).map((e) => e.period)).not.toContain('2022-W17');
    expect(owed('2022-05', [onSaturday])[0]).toMatchObject({ period: '2022-W17', due: '2022-05-05T18:00' });
    expect(owed('2022-04', [onSaturday], units, { shift: 'previous' }).at(-1)).toMatchObject({
      due: '2022-04-29T18:00',
    });
    // Friday 31 January 2020 lies in a holiday that ended on 2 February.
    expect(weeksOf('2020-02', { effectiveFrom: '2020-01-01' })[0]).toBe('2020-W04');
    expect(owed('2020-02', [weekly], units, { effectiveFrom: '2020-01-01' })[1]).toMatchObject({
      period: '2020-W05',
      due: '2020-02-03T18:00',
    });
  });

  it.each(['2022', '2022-H1', '2022-Q2'])('%s holds what its months hold, nothing twice', (period) => {
    expect(weeksOf(period)).toEqual(periodsOf('month', period).flatMap((month) => weeksOf(month)));
  });

  it('gives every week of four years to exactly one month, that of its due moment', () => {
    const months = ['2021', '2022', '2023', '2024'].flatMap((year) => periodsOf('month', year));
    const held = months.flatMap((month) =>
      owed(month, [weekly], units, { effectiveFrom: '2021-01-04' }).map((e) => ({ month, ...e })),
    );
    expect(held.filter((e) => dayOf(e.due) < firstDay(e.month) || dayOf(e.due) > lastDay(e.month))).toEqual([]);
    expect(held.map((e) => e.period)).toEqual(
      ['2021', '2022', '2023', '2024']
        .flatMap((year) => periodsOf('week', year))
        .filter((week, i, all) => all.indexOf(week) === i && week >= '2021-W01' && week <= '2024-W52'),
    );
  });

  it('does not ask an unknown year about a Friday that cannot come back', () => {
    expect(weeksOf('2026-12').at(-1)).toBe('2026-W52');
    expect(() => weeksOf('2027-01')).toThrow(expect.objectContaining({ code: 'year_unknown', subject: '2027' }));
    expect(weeksOf('2027-01', { shift: 'none' })).toHaveLength(5);
  });
});

describe('what a period holds', () => {
  const duties = [
    duty('d5', { cadence: 'yearly', due: { rule: 'fixed-date', month: 12, day: 20, time: '18:00' } }),
    duty('d4', { cadence: 'half-yearly', due: { rule: 'period-end', time: '18:00' } }),
    duty('d3', { cadence: 'quarterly', due: { rule: 'period-end', time: '18:00' } }),
    duty('d2'),
    weekly,
    duty('d6', { cadence: 'monthly', kind: 'event', due: null }),
    duty('d7', { cadence: 'irregular', due: null }),
    duty('d8', { cadence: 'once', due: null }),
  ];
  const kinds = (period: string) => [...new Set(owed(period, duties).map((e) => e.duty))].sort();

  it.each([
    ['2022-W17', ['d1']],
    ['2022-04', ['d1', 'd2']],
    ['2022-Q2', ['d1', 'd2', 'd3']],
    ['2022-H1', ['d1', 'd2', 'd3', 'd4']],
    ['2022', ['d1', 'd2', 'd3', 'd4', 'd5']],
  ])('%s: %j; never events or duties without a due rule', (period, expected) => {
    expect(kinds(period)).toEqual(expected);
  });

  it('orders by unit order, duty and period', () => {
    const some = [unit('u1', { order: 9 }), unit('u2', { order: 1 })];
    const list = owed('2022-Q2', [duty('d2'), duty('d1')], some).map((e) => `${e.unit} ${e.duty} ${e.period}`);
    expect(list.slice(0, 4)).toEqual(['u2 d1 2022-04', 'u2 d1 2022-05', 'u2 d1 2022-06', 'u2 d2 2022-04']);
    expect(list).toHaveLength(12);
  });

  it('carries the quota; one allotted by the office is none', () => {
    const [a, b] = owed('2022-04', [
      duty('d1', { units: ['u1'], quota: { count: 2, of: '篇' } }),
      duty('d2', { units: ['u1'], quota: { count: null, of: '份' } }),
    ]);
    expect([a?.quota, b?.quota]).toEqual([2, null]);
  });
});

describe('who owes', () => {
  it('owes the weeks and months that begin on the day the duties take effect or later', () => {
    const months = owed('2022', [duty('d1', { units: ['u1'] })], units, { effectiveFrom: '2022-04-15' }).map(
      (e) => e.period,
    );
    expect(months[0]).toBe('2022-05');
    expect(months).toHaveLength(8);
    expect(weeksOf('2022-04', { effectiveFrom: '2022-04-15' })).toEqual(['2022-W16', '2022-W17']);
    expect(weeksOf('2022-04', { effectiveFrom: '2022-04-18' })).toEqual(['2022-W16', '2022-W17']);
    // The week around New Year 2021 was due on 4 January, but it is not 2021's.
    expect(weeksOf('2021-01', { effectiveFrom: '2021-01-01' })[0]).toBe('2021-W01');
  });

  it.each<[Cadence, string]>([
    ['quarterly', '2022-Q2'],
    ['half-yearly', '2022-H1'],
    ['yearly', '2022'],
  ])('owes the %s report of the time in which the duties take effect, too', (cadence, period) => {
    const one = duty('d1', { units: ['u1'], cadence, due: { rule: 'period-end', time: '18:00' } });
    expect(owed('2022', [one], units, { effectiveFrom: '2022-04-15' })[0]?.period).toBe(period);
  });

  it("owes the week and month that a duty's own first day cuts", () => {
    const from = '2022-04-15';
    const monthly = duty('d1', { units: ['u1'], from });
    expect(owed('2022', [monthly])[0]?.period).toBe('2022-04');
    expect(owed('2022', [weeklyDuty('d1', { units: ['u1'], from })])[0]?.period).toBe('2022-W15');
  });

  it('owes only while active', () => {
    const some = [unit('u1', { activeTo: '2022-05-10' }), unit('u2', { activeFrom: '2022-05-11' }), unit('u3')];
    const list = owed('2022-Q2', [duty('d1', { units: ['u1', 'u2', 'u4'] })], some).map((e) => `${e.unit} ${e.period}`);
    expect(list).toEqual(['u1 2022-04', 'u1 2022-05', 'u2 2022-05', 'u2 2022-06']);
  });
});
