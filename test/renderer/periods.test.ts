import { describe, expect, it } from 'vitest';
import * as core from '../../electron/core/period.ts';
import { kindOfPeriod, periodHolding, periodTitle, startOfPeriod, stepPeriod } from '../../renderer/parts/periods.ts';

const PERIODS = ['2022-W17', '2020-W53', '2021-W01', '2024-W01', '2022-04', '2022-Q2', '2022-H1', '2022-H2', '2022'];

describe('periods on screen', () => {
  it.each(PERIODS)('says %s in the very words of the service', (period) => {
    expect(periodTitle(period)).toBe(core.periodTitle(period));
    expect(kindOfPeriod(period)).toBe(core.periodKind(period));
    expect(startOfPeriod(period).format('YYYY-MM-DD')).toBe(core.firstDay(period));
  });

  it.each(PERIODS)('steps from %s to the same neighbours as the service', (period) => {
    expect(stepPeriod(period, 1)).toBe(core.nextPeriod(period));
    expect(stepPeriod(period, -1)).toBe(core.previousPeriod(period));
  });

  it.each(PERIODS)('finds %s again from its first day', (period) => {
    expect(periodHolding(kindOfPeriod(period), startOfPeriod(period))).toBe(period);
  });
});
