import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverPeriods, drawUnits } from '../../electron/core/draw.ts';

const UNITS = Array.from({ length: 23 }, (_, n) => `u${String(n).padStart(2, '0')}`);
/** A kept draw is printed again in five years: these must never change. */
const KEPT = ['u22', 'u11', 'u10', 'u12', 'u09', 'u06', 'u01'];
const QUARTERLY = { draw: 'quarterly', cover: 'half-yearly' } as const;

describe('the periods of a cover period', () => {
  it.each([
    [QUARTERLY, '2024-05', '2024-H1', ['2024-Q1', '2024-Q2']],
    [QUARTERLY, '2024-Q3', '2024-H2', ['2024-Q3', '2024-Q4']],
    [{ draw: 'monthly', cover: 'half-yearly' } as const, '2024-02', '2024-H1', 6],
    [{ draw: 'monthly', cover: 'yearly' } as const, '2024-Q2', '2024', 12],
  ])('%j holding %s: %s', (rule, period, cover, draws) => {
    const found = coverPeriods(rule, period);
    expect(found.cover).toBe(cover);
    expect(typeof draws === 'number' ? found.draws.length : found.draws).toEqual(draws);
  });
});

describe('a draw', () => {
  it('draws what it drew when it was kept', () => {
    const units = drawUnits({ seed: '20240401', units: UNITS, drawn: [], share: 0.3, last: false });
    expect(units).toEqual(KEPT);
  });

  it('takes at least its share, and not one more for an inexact product', () => {
    const ten = UNITS.slice(0, 10);
    expect(drawUnits({ seed: 's', units: ten, drawn: [], share: 0.3, last: false })).toHaveLength(3);
    expect(drawUnits({ seed: 's', units: UNITS, drawn: [], share: 0.3, last: false })).toHaveLength(7);
  });

  it('fills up with a second round when fewer are left than its share', () => {
    const first = drawUnits({ seed: 'a', units: UNITS, drawn: [], share: 0.6, last: false });
    const second = drawUnits({ seed: 'b', units: UNITS, drawn: [first], share: 0.6, last: true });
    expect(second).toHaveLength(14);
    expect(second.slice(0, 9).some((unit) => first.includes(unit))).toBe(false);
  });

  const draws = fc.record({
    seeds: fc.array(fc.string(), { minLength: 1, maxLength: 6 }),
    count: fc.integer({ min: 1, max: 60 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it('has held every unit after the last one, and none twice before all', () => {
    fc.assert(
      fc.property(draws, ({ seeds, count, share }) => {
        const units = Array.from({ length: count }, (_, n) => `unit-${n}`);
        const drawn: string[][] = [];
        for (const [n, seed] of seeds.entries()) {
          drawn.push(drawUnits({ seed, units, drawn, share, last: n === seeds.length - 1 }));
          const times = units.map((unit) => drawn.filter((list) => list.includes(unit)).length);
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
        }
        expect(new Set(drawn.flat()).size).toBe(count);
        expect(drawn.every((list) => new Set(list).size === list.length)).toBe(true);
      }),
    );
  });

  it('is the same whatever the order in which the units come', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(UNITS, { minLength: UNITS.length }), (seed, units) => {
        const input = { seed, drawn: [UNITS.slice(0, 4)], share: 0.4, last: false };
        expect(drawUnits({ ...input, units })).toEqual(drawUnits({ ...input, units: UNITS }));
      }),
    );
  });
});
