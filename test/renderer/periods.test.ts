import { describe, expect, it } from 'vitest';
import * as core from '../../electron/core/period.ts';
import {
  kindOfPeriod,
  periodHolding,
  periodOfKind,
  periodTitle,
  startOfPeriod,
  stepPeriod,
} from '../../renderer/parts/periods.ts';

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

  it.each([
    ['week', '2026-11', '2026-W47'],
    ['month', '2026-W47', '2026-11'],
    ['month', '2026', '2026-11'],
    // Not in view: the first one whose Friday is in the period, so that the way back leads to the same month.
    ['week', '2026-05', '2026-W18'],
    ['month', '2026-W18', '2026-05'],
    ['month', '2022-W13', '2022-04'],
    ['quarter', '2022-04', '2022-Q2'],
  ] as const)('shows by %s what %s showed, today first', (kind, from, to) => {
    expect(periodOfKind(kind, from, '2026-11-21T01:24')).toBe(to);
  });

  it.each(PERIODS)('finds %s again from its first day', (period) => {
    expect(periodHolding(kindOfPeriod(period), startOfPeriod(period))).toBe(period);
  });
});
