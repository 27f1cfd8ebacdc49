import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../electron/contract/indicators.ts';
import { judgeIndicator, targetText } from '../../electron/core/indicatorValue.ts';

const of = (is: Indicator['target']['is'], value: number, unitOfCount = '家', ratio = true) => ({
  denominator: ratio ? ({ title: '总数', from: 'typed' } as const) : null,
  target: { is, value },
  unitOfCount,
});

describe('an indicator', () => {
  it.each([
    // Ratios: what is above, what is below, rate, met, words.
    [of('>=', 20), 163, 1000, 16.3, false, '还差 37 家'],
    [of('>=', 20), 200, 1000, 20, true, '已达标'],
    [of('>=', 20), 201, 1003, 20.04, true, '已达标'],
    [of('=', 100), 999_999, 1_000_000, 99.99, false, '还差 1 家'],
    [of('=', 100), 1_000_001, 1_000_000, 100.01, false, '超出 1 家'],
    [of('=', 100), 7, 7, 100, true, '已达标'],
    [of('<', 1, '户'), 12, 1200, 1, false, '超出 1 户'],
    [of('<', 1, '户'), 11, 1200, 0.92, true, '已达标'],
    [of('<', 1, '户'), 24, 1200, 2, false, '超出 13 户'],
    [of('<', 0.01, '个'), 5, 50_000, 0.01, false, '超出 1 个'],
    [of('<', 0.01, '个'), 4, 50_000, 0.008, true, '已达标'],
    [of('<=', 50), 7, 12, 58.33, false, '超出 1 家'],
    [of('>=', 50), 0, 3, 0, false, '还差 2 家'],
    // Nothing to say.
    [of('>=', 20), null, 10, null, null, ''],
    [of('>=', 20), 3, null, null, null, ''],
    [of('>=', 20), 0, 0, null, null, ''],
    // Counts.
    [of('>=', 1, '篇', false), 0, null, null, false, '还差 1 篇'],
    [of('>=', 1, '篇', false), 3, null, null, true, '已达标'],
  ])('%j with %j of %j is %j, met %j: %s', (indicator, numerator, denominator, rate, met, gapText) => {
    expect(judgeIndicator(indicator, numerator, denominator)).toMatchObject({ rate, met, gapText });
  });

  it('is met exactly when its gap is closed, and one piece less than that is not enough', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('>=' as const, '<' as const, '<=' as const),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        (is, hundredths, whole, part) => {
          const indicator = of(is, hundredths / 100);
          const { gap, met } = judgeIndicator(indicator, part, whole);
          if (gap === null) throw new Error('no gap');
          const closed = part + gap;
          // Nothing less than no piece closes `< 0`.
          if (closed >= 0) expect(judgeIndicator(indicator, closed, whole).met).toBe(true);
          if (met === false && closed >= 0)
            expect(judgeIndicator(indicator, closed - Math.sign(gap), whole).met).toBe(false);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('never shows 100 % for what is not all, nor 0 % for what is not none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (part, whole) => {
        const { rate } = judgeIndicator(of('=', 100), part, whole);
        expect(rate === 100).toBe(part === whole);
        expect(rate).not.toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [of('=', 100), '＝100%'],
    [of('>=', 20), '≥20%'],
    [of('<', 0.01), '＜0.01%'],
    [of('>=', 1, '篇', false), '≥1 篇'],
  ])('names its target', (indicator, text) => {
    expect(targetText(indicator)).toBe(text);
  });
});
