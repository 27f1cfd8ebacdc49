import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ init: false });
  desk.now = '2026-12-20T09:00';
});
afterEach(() => desk.close());

const NEXT_MONTH = '004-02';

describe('a December whose report is due in an unknown January', () => {
  beforeEach(() => desk.ask('profiles.init', { profile: 'zhaoling-2018' }));
  const refused = { duty: NEXT_MONTH, period: '2026-12', year: '2027' };

  it.each(['2026-Q4', '2026'])('%s: the rest of the grid is shown, that one named with its remedy', async (period) => {
    const grid = await desk.ask('status.grid', { period });
    expect(grid.refused).toEqual([{ ...refused, message: expect.stringContaining('2027 年的放假调休安排尚未载入') }]);
    expect(grid.refused?.[0]?.message).toContain('“日历”页点“导入放假安排”');
    const months = grid.cells.filter(({ duty }) => duty === NEXT_MONTH).map((cell) => cell.period);
    expect(months).not.toContain('2026-12');
    expect(months).toContain('2026-11');
  });

  it('is in the year of a unit and of other duties, too', async () => {
    const unit = (await desk.ask('duties.list', {})).find(({ id }) => id === NEXT_MONTH)?.units[0] ?? '';
    const year = await desk.ask('status.year', { year: 2026, unit });
    expect(new Set(year.cells.filter(({ duty }) => duty === NEXT_MONTH).map(({ period }) => period)).size).toBe(11);
    expect(year.refused).toMatchObject([refused]);
    expect((await desk.ask('status.grid', { period: '2026-12', duty: '004-04' })).refused).toBeUndefined();
  });

  it('is not in the year of a unit that does not owe it, and takes nothing of it away', async () => {
    for (const unit of ['zl-fgw', 'zl-xyb']) {
      const year = await desk.ask('status.year', { year: 2026, unit });
      expect(year.refused).toBeUndefined();
      expect(year.cells.every((cell) => cell.unit === unit)).toBe(true);
    }
  });

  it('is in the year of a unit that owes it then, though no longer from the next year on', async () => {
    const unit = (await desk.ask('duties.list', {})).find(({ id }) => id === NEXT_MONTH)?.units[0] ?? '';
    const approval = { reason: '职责调整', approver: '张三', documentNo: '召信用办〔2026〕9号', by: '' };
    const off = { unit, duty: NEXT_MONTH, role: 'none', from: '2027-01-01', to: null, ...approval } as const;
    await desk.ask('assignments.save', off);
    expect((await desk.ask('status.year', { year: 2026, unit })).refused).toMatchObject([refused]);
  });

  it('is refused as a whole where nothing else is asked for', async () => {
    expect(await desk.refusal('status.grid', { period: '2026-12', duty: NEXT_MONTH })).toMatchObject({
      code: 'year_unknown',
    });
  });

  it('is whole once the year is loaded', async () => {
    const notice = { year: 2027, source: '', days: [{ day: '2027-01-01', kind: 'off', name: '元旦' }] } as const;
    await desk.ask('calendar.save', { notice });
    const grid = await desk.ask('status.grid', { period: '2026-12' });
    expect(grid.refused).toBeUndefined();
    expect(grid.cells.find(({ duty }) => duty === NEXT_MONTH)).toMatchObject({ due: '2027-01-05T18:00' });
  });
});

describe('a month of a county with several duties', () => {
  const LAST_MONTH = '002-12';
  beforeEach(() => desk.ask('profiles.init', { profile: 'xingshan-2024' }));

  it('is shown but for the one, in the grid and on the overview', async () => {
    const { cells, refused } = await desk.ask('status.grid', { period: '2026-12' });
    expect(refused).toMatchObject([{ duty: LAST_MONTH, period: '2026-12', year: '2027' }]);
    const duties = new Set(cells.map(({ duty }) => duty));
    expect([duties.has('002-20'), duties.has(LAST_MONTH)]).toEqual([true, false]);
    const { progress } = await desk.ask('overview.get', {});
    expect(progress.map(({ duty }) => duty)).toContain('002-20');
  });
});

it('the overview stands without rates where the month may hold a week of the unknown year', async () => {
  await desk.ask('profiles.init', { profile: 'xixia-2022' });
  const office = await desk.ask('office.get', {});
  await desk.ask('office.save', { office: { ...office, settings: { ...office.settings, shift: 'previous' } } });
  const { rates, records, todo } = await desk.ask('overview.get', {});
  expect({ rates, records }).toEqual({ rates: null, records: 0 });
  expect(todo).toContainEqual({ code: 'calendar_missing', subject: '2027' });
});
