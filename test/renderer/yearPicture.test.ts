import { describe, expect, it } from 'vitest';
import type { DutyPeriod, DutyYear } from '../../electron/contract/duties.ts';
import { changeCounts, changedBefore, yearMonths } from '../../renderer/features/duties/yearPicture.ts';

const period = (of: string, plain: string, due = plain): DutyPeriod => ({
  period: of,
  plain,
  due: `${due}T18:00`,
  quota: null,
  units: 37,
  title: '',
});
const picture = (
  changes: DutyYear['changes'],
  periods = [period('2022-04', '2022-04-30', '2022-05-05')],
): DutyYear => ({
  duty: '000-05',
  year: 2022,
  periods,
  changes,
  shared: [],
  rejudged: { timely: 0, late: 0, unclocked: 0 },
});
const change = (
  of: string,
  before: string | null,
  after: string | null,
  units = [37, 37],
  more: Partial<DutyYear['changes'][number]> = {},
) => ({
  period: of,
  before: before && `${before}T18:00`,
  after: after && `${after}T18:00`,
  unitsBefore: units[0] ?? 0,
  unitsAfter: units[1] ?? 0,
  quotaBefore: null,
  quotaAfter: null,
  zeroBefore: false,
  zeroAfter: false,
  ...more,
});
const entries = (of: DutyYear) => yearMonths(of).flatMap((month) => month.entries);

describe("the picture of a duty's year", () => {
  it('puts a period into the month it falls due in, and says which day moved', () => {
    const months = yearMonths(picture([]));
    expect(months).toHaveLength(12);
    expect(months[4]).toMatchObject({ key: '2022-05', month: 5, year: null });
    expect(months[4]?.entries).toMatchObject([{ period: '2022-04', plain: '2022-04-30', change: 'same' }]);
  });

  it('adds the month of the next year in which the last period falls due', () => {
    const months = yearMonths(picture([], [period('2022-12', '2023-01-05')]));
    expect(months).toHaveLength(13);
    expect(months.at(-1)).toMatchObject({ key: '2023-01', month: 1, year: 2023 });
  });

  it.each([
    ['moved', change('2022-04', '2022-05-05', '2022-05-10'), '2022-05-10'],
    ['added', change('2022-07', null, '2022-08-01'), '2022-08-01'],
    ['removed', change('2022-04', '2022-05-05', null), '2022-05-05'],
    ['units', change('2022-04', '2022-05-05', '2022-05-05', [37, 38]), '2022-05-05'],
    ['units', change('2022-04', '2022-05-05', '2022-05-05'), '2022-05-05'],
    ['amount', change('2022-04', '2022-05-05', '2022-05-05', [37, 37], { quotaAfter: 2 }), '2022-05-05'],
    ['amount', change('2022-04', '2022-05-05', '2022-05-05', [37, 37], { zeroAfter: true }), '2022-05-05'],
  ] as const)('shows what is %s where it falls due', (kind, one, day) => {
    const entry = entries(picture([one])).find((candidate) => candidate.period === one.period);
    expect(entry).toMatchObject({ change: kind, due: `${day}T18:00`, before: one.before });
    expect(changeCounts(picture([one]))).toEqual({ added: 0, removed: 0, moved: 0, units: 0, amount: 0, [kind]: 1 });
  });

  it('says what the number was and what a zero report settles from then on', () => {
    const quota = change('2022-04', '2022-05-05', '2022-05-05', [37, 37], { quotaBefore: 1, quotaAfter: 2 });
    const [raised] = entries(picture([quota], [{ ...period('2022-04', '2022-05-05'), quota: 2 }]));
    expect(raised).toMatchObject({ quotaBefore: 1, quota: 2, zero: 'same' });
    const zero = change('2022-04', '2022-05-05', '2022-05-05', [37, 37], { zeroBefore: true });
    expect(entries(picture([zero]))[0]).toMatchObject({ zero: 'refused' });
    const gone = change('2022-04', '2022-05-05', null, [37, 0], { zeroBefore: true });
    expect(entries(picture([gone]))[0]).toMatchObject({ zero: 'same' });
  });

  it('does not call a new due day one that rest days moved', () => {
    const [entry] = entries(picture([change('2022-04', '2022-05-05', '2022-05-10')]));
    expect(entry?.plain).toBeNull();
  });

  it('counts the changes of periods that were due already', () => {
    const changes = [change('2022-04', '2022-05-05', '2022-05-10'), change('2022-07', null, '2022-08-01')];
    expect(changedBefore(picture(changes), '2022-05-04T09:00')).toBe(0);
    expect(changedBefore(picture(changes), '2022-06-01T09:00')).toBe(1);
    expect(changedBefore(picture(changes), '2023-01-01T09:00')).toBe(2);
  });
});
