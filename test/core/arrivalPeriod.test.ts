import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DueRule, Duty } from '../../electron/contract/duties.ts';
import type { PeriodKind } from '../../electron/contract/time.ts';
import { type DutySchedule, periodsAtArrival, scheduleOf } from '../../electron/core/arrivalPeriod.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { recognisePeriod } from '../../electron/core/recognisePeriod.ts';
import { viewSheet } from '../../electron/core/sheetView.ts';
import { loadResources } from '../../electron/io/resources.ts';
import { duty, settings } from './sampleDesk.ts';
import { sheetOf } from './sheetOf.ts';

const calendar = createCalendar();
const { profiles } = loadResources(path.resolve('resources'));
const shipped = (profile: string, id: string): DutySchedule => {
  const found = profiles.get(profile);
  const one = found?.duties.find((each) => each.id === id);
  if (!found || !one) throw new Error(`${profile} ${id}`);
  return scheduleOf(one, found.office.settings);
};
const ZHAOLING = shipped('zhaoling-2018', '004-02');
const XINGSHAN = shipped('xingshan-2024', '002-12');
const at = (arrived: string, schedule: DutySchedule, kind: PeriodKind = 'month') =>
  periodsAtArrival(arrived, { kind, schedule, calendar }).join(' ');
const scheduled = (due: DueRule, changes: Partial<Duty> = {}) => scheduleOf(duty('d1', { due, ...changes }), settings);
const time = '18:00';

describe('what names no period is, by its arrival,', () => {
  it.each([
    // 每月5日前报截至上月最后一日; 5 May 2018 was a Saturday, so 7 May.
    ['2018-05-03T10:00', '2018-04'],
    ['2018-05-07T18:00', '2018-04'],
    ['2018-05-08T09:00', '2018-04'],
    ['2018-05-20T09:00', '2018-04'],
    ['2018-01-04T09:00', '2017-12'],
    ['2018-05-28T09:00', '2018-04 2018-05'],
    ['2018-05-31T17:00', '2018-04 2018-05'],
    ['2018-06-01T09:00', '2018-05'],
  ])('of 004-02 received %s: %s', (arrived, periods) => {
    expect(at(arrived, ZHAOLING)).toBe(periods);
  });

  it.each([
    // 每月报上月, by the end of the month.
    ['2024-05-03T10:00', '2024-04'],
    ['2024-05-31T18:00', '2024-04'],
    ['2024-06-01T08:00', '2024-05'],
    // 31 August 2024 was a Saturday: July was still in time on Monday, 2 September.
    ['2024-09-02T17:00', '2024-08 2024-07'],
    ['2024-09-02T19:00', '2024-08'],
  ])('of 002-12 received %s: %s', (arrived, periods) => {
    expect(at(arrived, XINGSHAN)).toBe(periods);
  });

  it.each<[string, DutySchedule, PeriodKind, string, string]>([
    ['a month due in it', scheduled({ rule: 'day-of-month', day: 30, time }), 'month', '2022-05-03T09:00', '2022-05'],
    ['a month due at its end', scheduled({ rule: 'period-end', time }), 'month', '2022-05-03T09:00', '2022-05'],
    [
      'working days after a quarter',
      scheduled({ rule: 'days-after-period', days: 10, unit: 'working', time }, { cadence: 'quarterly' }),
      'quarter',
      '2022-04-08T09:00',
      '2022-Q1',
    ],
    [
      'days after a year',
      scheduled({ rule: 'days-after-period', days: 20, unit: 'natural', time }, { cadence: 'yearly' }),
      'year',
      '2022-01-10T09:00',
      '2021',
    ],
    [
      'a rule that held before it changed',
      scheduled(
        { rule: 'day-of-next-month', day: 5, time },
        { revisions: [{ from: '2022-06-01', reason: '', due: { rule: 'period-end', time } }] },
      ),
      'month',
      '2022-05-03T09:00',
      '2022-04',
    ],
    [
      'a rule that changed',
      scheduled(
        { rule: 'day-of-next-month', day: 5, time },
        { revisions: [{ from: '2022-06-01', reason: '', due: { rule: 'period-end', time } }] },
      ),
      'month',
      '2022-08-03T09:00',
      '2022-08',
    ],
  ])('%s', (_, schedule, kind, arrived, periods) => {
    expect(at(arrived, schedule, kind)).toBe(periods);
  });

  it('that of the arrival where the duty has no rule', () => {
    expect(periodsAtArrival('2022-05-03T09:00', { kind: 'month', calendar })).toEqual(['2022-05']);
    expect(at('2022-05-03T09:00', scheduleOf({ cadence: 'irregular', due: null }, settings))).toBe('2022-05');
  });

  it('told without the calendar of a year nobody knows', () => {
    expect(at('2027-01-04T09:00', ZHAOLING)).toBe('2026-12');
    expect(at('2026-12-03T09:00', ZHAOLING)).toBe('2026-11');
  });
});

describe('a table of a duty about the month before', () => {
  const read = (title: string, file = '双公示.xls', receivedAt = '2018-05-08T09:00') => {
    const view = viewSheet(sheetOf([[title], ['序号', '单位'], ['1', '某局']]));
    const result = recognisePeriod({
      ...{ view, topRow: 2, sheet: 'Sheet1', file, receivedAt, kind: 'month' },
      schedule: ZHAOLING,
      calendar,
    });
    if (result.kind === 'found') return result.period;
    return `${result.question.code} ${result.question.candidates.map(({ value }) => value).join(' ')}`;
  };

  it.each([
    ['双公示情况表', '双公示.xls', '2018-05-04T09:00', '2018-04'],
    ['双公示情况表（2018年5月5日前报送）', '双公示.xls', '2018-05-08T09:00', '2018-04'],
    ['双公示情况表（请于5月5日前报送）', '双公示.xls', '2018-05-04T09:00', '2018-04'],
    ['双公示情况表', '双公示（2018.5.5前报送）.xls', '2018-05-08T09:00', '2018-04'],
    // Made on a day of May, about April; what reaches to the last day of April is April's.
    ['双公示情况表', '双公示20180503.xls', '2018-05-08T09:00', '2018-04'],
    ['双公示情况表（2018年5月3日）', '双公示.xls', '2018-06-08T09:00', '2018-04'],
    ['双公示情况表（截至2018年4月30日）', '双公示.xls', '2018-05-08T09:00', '2018-04'],
    ['2018年双公示情况表', '双公示.xls', '2018-05-04T09:00', '2018-04'],
    ['2018年3月双公示情况表', '双公示.xls', '2018-05-04T09:00', '2018-03'],
    ['2018年4月双公示情况表（2018年5月5日前报送）', '双公示.xls', '2018-05-04T09:00', '2018-04'],
    ['2018年第一季度双公示情况表', '双公示.xls', '2018-05-04T09:00', 'period_unknown 2018-01 2018-02 2018-03'],
    ['2018年二季度双公示情况表', '双公示.xls', '2018-05-28T09:00', 'period_unknown 2018-04 2018-05'],
    ['双公示情况表', '双公示.xls', '2018-05-28T09:00', 'period_unknown 2018-04 2018-05'],
    ['2018年7月双公示情况表', '双公示.xls', '2018-05-04T09:00', 'period_conflict 2018-07 2018-04'],
  ])('“%s” in %s received %s: %s', (title, file, receivedAt, period) => {
    expect(read(title, file, receivedAt)).toBe(period);
  });
});
