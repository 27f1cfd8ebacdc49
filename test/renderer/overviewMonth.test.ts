import { describe, expect, it } from 'vitest';
import type { Overview } from '../../electron/contract/overview.ts';
import { headlineOf } from '../../renderer/features/overview/headline.ts';
import { monthShown } from '../../renderer/features/overview/monthShown.ts';

type Told = 'reportRate' | 'complianceRate' | 'timelinessRate';

function rates(told: Partial<Record<Told, number>>): Overview['rates'] {
  const none = { reportRate: null, complianceRate: null, timelinessRate: null };
  const counts = { expected: 0, met: 0, late: 0, records: 0, compliant: 0, clocked: 0, timely: null };
  // Only the rates are looked at.
  const total = { ...none, ...told, ...counts } as unknown as NonNullable<Overview['rates']>['total'];
  return { period: '2022-05', asOf: '2022-05-05T09:00', formula: '', total, units: [] };
}

describe('the month on the first page', () => {
  it.each([
    ['nothing can be told of it yet', rates({}), '2022-04'],
    ['something was due', rates({ reportRate: 0 }), '2022-05'],
    ['nothing was due but records came', rates({ complianceRate: 79.05 }), '2022-05'],
    ['nobody knows what is due', null, '2022-05'],
  ])('when %s', (_when, known, shown) => {
    expect(monthShown({ month: '2022-05', rates: known })).toBe(shown);
  });

  it('before January is December', () => {
    expect(monthShown({ month: '2022-01', rates: rates({}) })).toBe('2021-12');
  });
});

describe('the headline', () => {
  const overview = (missing: number, late: Overview['late']): Overview => ({
    ...{ asOf: '2022-05-05T09:00', today: '2022-05-05', week: '2022-W18', month: '2022-05', rates: null, drafts: [] },
    ...{ records: 0, recordsWithErrors: 0, lastBatch: null, todo: [], late },
    progress: [
      {
        ...{ duty: '000-02', title: '双公示', period: '2022-W18', due: '2022-05-06T18:00' },
        ...{ expected: 5, met: 5 - missing, late: 0, missing, pending: 0 },
      },
    ],
  });
  const line = (duty: string, due: string, pending: number) => ({
    ...{ duty, title: duty, period: '2022-W18', due, expected: 30, met: 30 - pending, late: 0, missing: 0, pending },
  });

  it('names the one duty that falls due next, and counts those of one moment', () => {
    const [first, second] = [line('甲', '2022-05-05T18:00', 3), line('乙', '2022-05-05T18:00', 4)];
    const later = line('丙', '2022-05-06T18:00', 9);
    const next = (...progress: Overview['progress']) => headlineOf({ ...overview(0, []), progress }).next;
    expect(next(first, later)).toBe('下一个截止：甲（第18周），今天 18:00 截止，还差 3 个单位');
    expect(next(first, second, later)).toBe('下一个截止：2 个事项今天 18:00 截止，还差 7 项');
    expect(next(line('甲', '2022-05-05T18:00', 0))).toBe('本周和本月没有待报事项');
  });

  it('is not calm while a rate of the month is below 100 %, nor where nothing is owed at all', () => {
    const low = rates({ reportRate: 100, complianceRate: 66.67 });
    expect(headlineOf({ ...overview(0, []), rates: low })).toMatchObject({
      late: '本周和本月没有逾期未报，但合规率为 66.67%',
      tone: 'owing',
    });
    expect(headlineOf({ ...overview(0, []), rates: rates({ reportRate: 100 }) }).tone).toBe('calm');
    expect(headlineOf({ ...overview(0, []), progress: [] })).toMatchObject({
      tone: 'empty',
      late: '本周和本月没有应报事项',
    });
  });

  const owing = [{ unit: 'xx-fgw', name: '发改委', items: 28, daysLate: 118, chased: 0 }];

  it.each([
    ['calm when nothing is owed', 0, [], 'calm', '本周和本月没有逾期未报'],
    ['not calm while earlier periods are owed', 0, owing, 'owing', '本周和本月没有逾期未报，此前的还没有报齐'],
    ['late when something of the month is', 3, owing, 'late', '本周和本月逾期未报 3 项'],
  ])('is %s', (_when, missing, late, tone, sentence) => {
    expect(headlineOf(overview(missing, late))).toMatchObject({ tone, late: sentence });
  });
});
