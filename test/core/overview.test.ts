import { describe, expect, it } from 'vitest';
import type { UnitGroup } from '../../electron/contract/units.ts';
import { composeOverview, type OverviewInput } from '../../electron/core/overview.ts';
import { computeRates } from '../../electron/core/rates.ts';
import { cell, duty, settings, unit, weeklyDuty } from './sampleDesk.ts';

const contacts = [{ name: '李四', role: 'clerk' as const, phone: '1', email: '' }];
const units = ['u1', 'u2', 'u3', 'u4'].map((id) => unit(id, { contacts }));

function overview(changes: Partial<OverviewInput>) {
  const asOf = changes.asOf ?? '2022-04-28T09:00';
  const rates = computeRates({
    period: '2022-04',
    asOf,
    cells: [],
    tallies: [],
    units,
    settings,
    recordTermText: '',
    minDenominator: 1,
  });
  return composeOverview({
    asOf,
    cells: [],
    yearCells: [],
    rates,
    duties: [weeklyDuty('d1'), duty('d2', { groups: ['000-G2'] })],
    units,
    groups: [],
    calendar: { from: 2004, to: 2026 },
    records: 12,
    recordsWithErrors: 2,
    lastBatch: null,
    chasesOf: () => [],
    drafts: [],
    ...changes,
  });
}

describe('the page at a glance', () => {
  it('names today, its week and month', () => {
    expect(overview({})).toMatchObject({ today: '2022-04-28', week: '2022-W17', month: '2022-04', records: 12 });
  });

  it('counts what each duty and period has and lacks, a cell given twice once, next due first', () => {
    const week = { duty: 'd1', period: '2022-W17' };
    const { progress } = overview({
      cells: [
        cell({ duty: 'd1', period: '2022-W15', due: '2022-04-15T18:00' }),
        cell({ duty: 'd1', period: '2022-W16', due: '2022-04-22T18:00', status: 'late', late: true }),
        cell({ unit: 'u2', duty: 'd1', period: '2022-W16', due: '2022-04-22T18:00', status: 'partial', count: 1 }),
        cell({ unit: 'u3', duty: 'd1', period: '2022-W16', due: '2022-04-22T18:00', status: 'exempt' }),
        cell({ duty: 'd2', due: '2022-05-05T18:00', status: 'reported' }),
        cell({ unit: 'u2', duty: 'd2', due: '2022-05-05T18:00', status: 'pending' }),
        cell({ ...week, status: 'zero' }),
        cell({ ...week, status: 'zero' }),
        cell({ ...week, unit: 'u2', status: 'pending' }),
        cell({ ...week, unit: 'u3', assigned: false, status: 'reported' }),
      ],
    });
    expect(progress).toMatchObject([
      { duty: 'd1', title: '事项d1', period: '2022-W17', expected: 2, met: 1, late: 0, missing: 0, pending: 1 },
      { duty: 'd2', period: '2022-04', expected: 2, met: 1, missing: 0, pending: 1 },
      { duty: 'd1', period: '2022-W16', expected: 2, met: 1, late: 1, missing: 1, pending: 0 },
      { duty: 'd1', period: '2022-W15', expected: 1, met: 0, missing: 1, pending: 0 },
    ]);
  });

  it('lists the units with most late items first', () => {
    const { late } = overview({
      asOf: '2022-05-05T09:00',
      yearCells: [
        cell({ unit: 'u2' }),
        cell({ unit: 'u1', due: '2022-05-04T18:00' }),
        cell({ unit: 'u3' }),
        cell({ unit: 'u3', duty: 'd2', due: '2022-05-04T18:00' }),
        cell({ unit: 'u4', status: 'pending', due: '2022-05-31T18:00' }),
      ],
    });
    expect(late).toEqual([
      { unit: 'u3', name: 'u3局', items: 2, daysLate: 6, chased: 0 },
      { unit: 'u2', name: 'u2局', items: 1, daysLate: 6, chased: 0 },
      { unit: 'u1', name: 'u1局', items: 1, daysLate: 1, chased: 0 },
    ]);
  });

  it('counts contacts about what is still owed: one call about two things once, none about what has come or is to come', () => {
    const owed = [cell({}), cell({ duty: 'd2' })];
    const call = { how: 'phone', whom: '', paper: null } as const;
    const asked: unknown[] = [];
    const { late } = overview({
      asOf: '2022-05-05T09:00',
      yearCells: [...owed, cell({ period: '2022-03', status: 'reported' })],
      chasesOf: (...of) => {
        asked.push(...of);
        return [
          ...owed.map(({ unit, duty, period }) => ({ ...call, unit, duty, period, at: '2022-05-03T10:00' })),
          { ...call, unit: 'u1', duty: 'd1', period: '2022-04', at: '2022-05-04T10:00' },
          { ...call, unit: 'u1', duty: 'd1', period: '2022-03', at: '2022-04-01T10:00' },
          { ...call, unit: 'u1', duty: 'd1', period: '2022-04', at: '2022-05-05T10:00' },
        ];
      },
    });
    expect(asked).toEqual([['u1'], ['2022-04']]);
    expect(late).toMatchObject([{ unit: 'u1', items: 2, chased: 2 }]);
  });

  it('says what the office has still to fill in', () => {
    const group: UnitGroup = { id: '000-G2', title: '', source: '', units: [], open: true, note: '' };
    const todo = overview({
      asOf: '2026-11-21T09:00',
      groups: [group, { ...group, id: '000-G9' }, { ...group, id: '000-G1', units: ['u1'] }],
      units: [...units, unit('u5'), unit('u6'), unit('u7', { activeTo: '2022-12-31' })],
    }).todo;
    expect(todo).toEqual([
      { code: 'group_empty', subject: '000-G2' },
      { code: 'calendar_missing', subject: '2027' },
      { code: 'contacts_missing', subject: '2' },
    ]);
    expect(overview({ asOf: '2022-04-28T09:00' }).todo).toEqual([]);
  });
});
