import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Shift } from '../../electron/contract/duties.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { recordDueDay } from '../../electron/core/due.ts';
import { eventDueDay } from '../../electron/core/eventDue.ts';
import { firstDay, isAfter, periodKind } from '../../electron/core/period.ts';
import type { Profile, ProfileDuty } from '../../electron/core/profile.ts';
import { dueOf, periodsHeld, scheduleKind } from '../../electron/core/schedule.ts';
import { loadResources } from '../../electron/io/resources.ts';

// The days are counted by hand on the State Council's notices, not by the program (domain.md §7.3, §8).
const calendar = createCalendar();
const { profiles } = loadResources(path.resolve('resources'));
const shipped = (id: string): Profile => profiles.get(id) ?? never(id);
const dutyOf = (id: string, duty: string): ProfileDuty =>
  shipped(id).duties.find((one) => one.id === duty) ?? never(duty);
const due = (profile: string, duty: string, period: string, shift: Shift = 'next') =>
  dueOf(dutyOf(profile, duty), period, { ...shipped(profile).office.settings, shift }, calendar);

describe('the due moment', () => {
  it.each([
    // 每周: Friday.
    ['xixia-2022', '000-02', '2022-W17', '2022-04-29', 'a Friday'],
    ['xixia-2022', '000-02', '2022-W05', '2022-02-07', 'a Friday in the Spring Festival'],
    ['xixia-2022', '000-02', '2022-W22', '2022-06-06', 'the Dragon Boat Friday'],
    ['xixia-2022', '000-02', '2022-W40', '2022-10-08', 'a Friday of the golden week: the Saturday is worked'],
    ['jishan-2022', '001-03', '2022-W16', '2022-04-22', 'a Friday before a worked Sunday'],
    ['weidong-2021', '003-11', '2021-W39', '2021-10-08', 'a Friday, 1 October: the Friday after'],
    // 每月30日.
    ['xixia-2022', '000-05', '2022-01', '2022-01-30', 'a worked Sunday stays'],
    ['xixia-2022', '000-05', '2022-02', '2022-02-28', 'February has no 30th'],
    ['xixia-2022', '000-05', '2022-04', '2022-05-05', 'a Saturday that begins a holiday'],
    ['xixia-2022', '000-06', '2022-07', '2022-08-01', 'a plain Saturday'],
    ['xixia-2022', '000-06', '2022-10', '2022-10-31', 'a plain Sunday'],
    ['xixia-2022', '000-05', '2026-02', '2026-02-28', 'the last of February, a worked Saturday'],
    ['xixia-2022', '000-05', '2023-04', '2023-05-04', 'a Sunday in the May holidays'],
    // 每月 without a day: the last one.
    ['xixia-2022', '000-09', '2022-04', '2022-05-05', 'a Saturday that begins a holiday'],
    ['xixia-2022', '000-14', '2022-12', '2023-01-03', 'the first day of a New Year holiday'],
    ['jishan-2022', '001-02', '2022-01', '2022-02-07', 'the first day of the Spring Festival'],
    ['xingshan-2024', '002-20', '2024-02', '2024-02-29', 'a leap day'],
    ['xingshan-2024', '002-03', '2024-06', '2024-07-01', 'a Sunday'],
    // 每月5日前, about the month before.
    ['zhaoling-2018', '004-02', '2018-01', '2018-02-05', 'a Monday'],
    ['zhaoling-2018', '004-02', '2018-03', '2018-04-08', 'the Qingming Thursday: the Sunday after is worked'],
    ['zhaoling-2018', '004-02', '2018-04', '2018-05-07', 'a Saturday'],
    ['zhaoling-2018', '004-02', '2018-09', '2018-10-08', 'a Friday of the golden week'],
    ['zhaoling-2018', '004-02', '2018-12', '2019-01-07', 'a Saturday of the next year'],
    // 每月报上月, without a day: the last of the month after.
    ['xingshan-2024', '002-12', '2024-01', '2024-02-29', 'the 31st of February'],
    ['xingshan-2024', '002-12', '2024-05', '2024-07-01', 'a Sunday, the 30th of June'],
    ['xingshan-2024', '002-12', '2024-07', '2024-09-02', 'a Saturday'],
    ['xingshan-2024', '002-12', '2024-11', '2024-12-31', 'a Tuesday'],
    // Quarters and years without a day.
    ['xixia-2022', '000-12', '2022-Q1', '2022-03-31', 'a Thursday'],
    ['xixia-2022', '000-12', '2022-Q4', '2023-01-03', 'the first day of a New Year holiday'],
    ['xingshan-2024', '002-08', '2024-Q1', '2024-04-01', 'a Sunday'],
    ['zhaoling-2018', '004-04', '2018-Q1', '2018-04-02', 'a Saturday'],
    ['zhaoling-2018', '004-04', '2018-Q3', '2018-09-30', 'a worked Sunday stays'],
    ['xixia-2022', '000-07', '2022', '2023-01-03', 'the first day of a New Year holiday'],
    ['jishan-2022', '001-13', '2024', '2024-12-31', 'a Tuesday'],
    ['zhaoling-2018', '004-12', '2018', '2019-01-02', 'the New Year holiday; the Saturday before was worked'],
    // 每年12月20日前.
    ['weidong-2021', '003-24', '2021', '2021-12-20', 'a Monday'],
    ['weidong-2021', '003-24', '2025', '2025-12-22', 'a Saturday'],
    ['weidong-2021', '003-24', '2026', '2026-12-21', 'a Sunday'],
    // 节点.
    ['jishan-2022', '001-17', '2022-03', '2022-03-15', 'a Tuesday'],
    ['jishan-2022', '001-17', '2022-09', '2022-09-30', 'the last day of a month of 30'],
    ['jishan-2022', '001-17', '2025-11', '2025-11-10', 'a Sunday'],
  ])('%s %s of %s is %s 18:00: %s', (profile, duty, period, day) => {
    expect(due(profile, duty, period)).toBe(`${day}T18:00`);
  });

  it.each<[string, string, string, Shift, string]>([
    ['zhaoling-2018', '004-02', '2018-04', 'previous', '2018-05-04'],
    ['zhaoling-2018', '004-02', '2018-04', 'none', '2018-05-05'],
    // Qingming 2018 ran from Thursday to Saturday.
    ['zhaoling-2018', '004-02', '2018-03', 'previous', '2018-04-04'],
    ['zhaoling-2018', '004-04', '2018-Q3', 'previous', '2018-09-30'],
    // The Saturday before the New Year holiday of 2019 was worked.
    ['zhaoling-2018', '004-12', '2018', 'previous', '2018-12-29'],
    ['xixia-2022', '000-05', '2022-01', 'previous', '2022-01-30'],
    ['xixia-2022', '000-05', '2022-04', 'none', '2022-04-30'],
    ['xixia-2022', '000-02', '2022-W05', 'previous', '2022-02-07'],
    ['weidong-2021', '003-24', '2026', 'previous', '2026-12-18'],
  ])('%s %s of %s, shifted %s: %s', (profile, duty, period, shift, day) => {
    expect(due(profile, duty, period, shift)).toBe(`${day}T18:00`);
  });

  it.each([
    ['2018-04-08T17:59:59', false],
    ['2018-04-08T18:00:00', false],
    ['2018-04-08T18:00:01', true],
    ['2018-04-05T23:59:59', false],
    ['2018-04-09T00:00:00', true],
  ])('of 8 April 2018 has passed at %s: %s', (moment, late) => {
    expect(isAfter(moment, due('zhaoling-2018', '004-02', '2018-03') ?? '')).toBe(late);
  });

  it('is asked of no duty without a day: the office chooses (定期)', () => {
    const irregular = ['003-07', '003-08', '003-14', '003-19'].map((id) => dutyOf('weidong-2021', id));
    expect([...irregular, dutyOf('xixia-2022', '000-16')].map(scheduleKind)).toEqual([null, null, null, null, null]);
  });
});

describe('the last day of a record or an event', () => {
  it.each([
    // 7日: the last day off moves on, a worked Sunday stays.
    ['xixia-2022', '000-02', '2022-04-18', '2022-04-25'],
    ['xixia-2022', '000-02', '2022-04-17', '2022-04-24'],
    ['xixia-2022', '000-02', '2022-04-23', '2022-05-05'],
    ['xixia-2022', '000-02', '2022-01-23', '2022-01-30'],
    // 7个工作日 over holidays and worked weekends.
    ['jishan-2022', '001-02', '2022-04-28', '2022-05-11'],
    ['jishan-2022', '001-12', '2022-09-30', '2022-10-14'],
    ['xingshan-2024', '002-03', '2024-04-25', '2024-05-08'],
    ['weidong-2021', '003-11', '2021-09-28', '2021-10-13'],
    ['weidong-2021', '003-11', '2021-09-24', '2021-10-09'],
  ])('%s %s decided %s: %s', (profile, duty, decided, last) => {
    const term = dutyOf(profile, duty).recordTerm ?? never(duty);
    expect(recordDueDay(decided, term, calendar)).toBe(last);
  });

  it.each([
    // 5个工作日 from the Thursday before the May holidays; Sunday the 28th was worked.
    ['xingshan-2024', '002-04', '2024-04-25', '2024-05-06'],
    ['xingshan-2024', '002-04', '2024-09-27', '2024-10-10'],
    // 满3个月.
    ['xixia-2022', '000-03', '2021-11-30', '2022-02-28'],
    ['xixia-2022', '000-03', '2022-01-31', '2022-04-30'],
  ])('%s %s of %s: %s', (profile, duty, day, last) => {
    const term = dutyOf(profile, duty).eventTerm ?? never(duty);
    expect(eventDueDay(day, term, shipped(profile).office.settings.shift, calendar)).toBe(last);
  });
});

describe('what a county owes first', () => {
  it.each([
    ['xixia-2022', ['2022', '2022-01', '2022-Q1', '2022-W01']],
    ['jishan-2022', ['2022', '2022-01', '2022-W01']],
    ['xingshan-2024', ['2024', '2024-01', '2024-Q1']],
    ['weidong-2021', ['2021', '2021-W01']],
    ['zhaoling-2018', ['2018', '2018-01', '2018-Q1']],
  ])('%s: %j, nothing that began before its notice', (id, expected) => {
    const { duties, office } = shipped(id);
    const year = Number(office.settings.effectiveFrom.slice(0, 4));
    const held = duties
      .filter((duty) => duty.kind === 'scheduled')
      .flatMap((duty) => {
        const [first] = [`${year - 1}`, `${year}`]
          .flatMap((container) => periodsHeld(duty, container, office.settings, calendar))
          .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
        return first ?? [];
      });
    expect([...new Set(held)].sort()).toEqual([...expected].sort());
    expect(held.filter((period) => firstDay(period) < office.settings.effectiveFrom)).toEqual([]);
    expect(new Set(held.map(periodKind)).size).toBe(expected.length);
  });
});

function never(what: string): never {
  throw new Error(what);
}
