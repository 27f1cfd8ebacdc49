import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, AssessmentItem, AssessmentScheme, Deduction } from '../../electron/contract/assessment.ts';
import { assess, itemsOf } from '../../electron/core/assessment.ts';
import { schemeFault } from '../../electron/core/assessmentScheme.ts';
import { hundredths, meanOf, shareOf } from '../../electron/core/points.ts';
import { entry, factsOf, objection, type Squares, tally, versionOf } from './assessmentSample.ts';

const RUNS = { numRuns: 200, seed: 20_221_231 };
const UNITS = ['u1', 'u2', 'u3'] as const;
const DUTIES = { acts: 'penalty-legal', promises: 'commitment', cases: 'joint-case', press: 'publicity' } as const;
const TEMPLATES = Object.values(DUTIES);

const few = fc.integer({ min: 0, max: 4 });
const anySquares: fc.Arbitrary<Squares[]> = fc.array(
  fc.record({
    unit: fc.constantFrom(...UNITS),
    duty: fc.constantFrom('acts', 'promises', 'cases', 'press'),
    ...{ reported: few, late: few, zero: few, missing: few, pending: few, exempt: few },
  }),
  { maxLength: 8 },
);
const anyTallies = fc.array(
  fc
    .tuple(
      fc.constantFrom(...UNITS),
      fc.constantFrom('acts', 'promises', 'cases', 'press'),
      fc.array(few, { minLength: 4, maxLength: 4 }),
    )
    .map(([unit, duty, [a = 0, b = 0, c = 0, d = 0]]) => {
      const [compliant, timely] = [Math.min(a, b), Math.min(a, c, d)];
      return tally(unit, duty, DUTIES[duty], [a, compliant, Math.min(a, c), timely]);
    }),
  { maxLength: 6 },
);
const anyFacts = fc
  .record({ squares: anySquares, tallies: anyTallies, chases: fc.integer({ min: 0, max: 12 }) })
  .map(({ squares, tallies, chases }) => factsOf({ squares, tallies, chases: new Map([['u1', chases]]) }));

const template = fc.constantFrom(...TEMPLATES);
const anySource: fc.Arbitrary<AssessmentItem['source']> = fc.oneof(
  fc.constant({ from: 'typed' } as const),
  fc.constantFrom('report', 'compliance', 'timeliness').map((rate) => ({ from: 'rate', rate }) as const),
  fc
    .tuple(template, fc.integer({ min: 50, max: 100 }))
    .map(([id, full]) => ({ from: 'rate', rate: 'compliance', templates: [id], full }) as const),
  fc.tuple(template, fc.boolean()).map(([id, onTime]) => ({ from: 'duties', templates: [id], onTime }) as const),
  fc
    .tuple(template, fc.integer({ min: 1, max: 9 }))
    .map(([id, atLeast]) => ({ from: 'count', templates: [id], atLeast }) as const),
  template.map((id) => ({ from: 'count', templates: [id], each: 0.37 }) as const),
  fc.constant({ from: 'zeroReports' } as const),
  fc.constant({ from: 'chases', each: 0.3 } as const),
);

/** Points in hundredths that add up to the hundred. */
const anyParts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 9 }).map((parts) => {
  const sum = parts.reduce((a, b) => a + b, 0);
  const scaled = parts.slice(1).map((part) => Math.max(1, Math.floor((part / sum) * 10_000)));
  return [10_000 - scaled.reduce((a, b) => a + b, 0), ...scaled].map((part) => part / 100);
});

const DEDUCTIONS: readonly Deduction[] = [
  { id: 'late', title: '迟报', each: 0.5, max: null, source: { from: 'late' } },
  { id: 'missing', title: '未报', each: 2, max: 10, source: { from: 'missing' } },
  { id: 'hidden', title: '瞒报', each: 5, max: null, source: { from: 'typed' } },
];

const anyScheme: fc.Arbitrary<AssessmentScheme> = fc
  .tuple(anyParts, fc.array(anySource, { minLength: 9, maxLength: 9 }), fc.constantFrom('average', 'rescale'))
  .map(([parts, sources, notApplicable]) => ({
    ...{ id: 'own', title: '方案', source: '', notApplicable, deductions: DEDUCTIONS },
    groups: [
      {
        ...{ id: 'all', title: '全部' },
        items: parts.map((points, n) => ({
          ...{ id: `i${n}`, title: `项${n}`, points, basis: '' },
          source: sources[n] ?? { from: 'typed' },
        })),
      },
    ],
    bonus: [
      { id: 'b1', title: '表彰', each: null, max: 6 },
      { id: 'b2', title: '创新', each: 2, max: 6 },
    ],
    bonusMax: 10,
    bands: [
      { title: '优秀', atLeast: 85 },
      { title: '合格', atLeast: 60 },
      { title: '不合格', atLeast: 0 },
    ],
  }));

/** Points typed for items, bonus and deductions, within what they give; null: 缺项. */
const anyTyped = fc.array(
  fc.tuple(fc.constantFrom(...UNITS), fc.integer({ min: 0, max: 11 }), fc.option(fc.integer({ min: 0, max: 100 }))),
  { maxLength: 12 },
);

const anyYear = fc.tuple(anyScheme, anyFacts, anyTyped).map(([scheme, facts, typed]) => {
  const items = itemsOf(scheme);
  const entries = typed.flatMap(([unit, n, share]) => {
    const item = items[n];
    const line =
      item?.source.from === 'typed'
        ? { id: item.id, max: item.points }
        : n > 8
          ? { id: ['b1', 'b2', 'hidden'][n - 9] ?? 'b1', max: 6 }
          : null;
    if (line === null) return [];
    return [entry(unit, line.id, { points: share === null ? null : Math.floor(line.max * share) / 100 })];
  });
  return { version: versionOf(scheme), facts, entries, objections: [] };
});

const always = (
  property: (assessment: Assessment, year: typeof anyYear extends fc.Arbitrary<infer Y> ? Y : never) => void,
) =>
  fc.assert(
    fc.property(anyYear, (year) => {
      property(assess(year), year);
    }),
    RUNS,
  );
const h = (points: number | null): number => hundredths(points ?? 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('a year’s score, whatever the scheme and the data', () => {
  it('comes from schemes that pass the check', () => {
    const names = { templates: new Set<string>(TEMPLATES), duties: new Set<string>(), indicators: new Set<string>() };
    fc.assert(
      fc.property(anyScheme, (scheme) => {
        expect(schemeFault(scheme, names)).toBeNull();
      }),
      RUNS,
    );
  });

  it('lies between 0 and the hundred with the bonus, each item between 0 and its points', () => {
    always(({ units }, { version }) => {
      for (const unit of units) {
        expect(unit.score).toBeGreaterThanOrEqual(0);
        expect(unit.score).toBeLessThanOrEqual(100 + version.scheme.bonusMax);
        expect(unit.base).toBeLessThanOrEqual(100);
        for (const { points, max } of unit.items) {
          expect(h(points)).toBeGreaterThanOrEqual(0);
          expect(h(points)).toBeLessThanOrEqual(h(max));
        }
      }
    });
  });

  it('is the sum of what is shown, in whole hundredths', () => {
    always(({ units }) => {
      for (const { items, sum: shown, full, base, bonus, deducted, deductions, score } of units) {
        expect(h(shown)).toBe(sum(items.map(({ points }) => h(points))));
        expect(h(full)).toBe(sum(items.map(({ points, max }) => (points === null ? 0 : h(max)))));
        if (full === 100) expect(base).toBe(shown);
        expect(h(deducted)).toBe(sum(deductions.map(({ points }) => h(points))));
        expect(h(score)).toBe(Math.max(0, h(base) + h(bonus) - h(deducted)));
        for (const number of [shown, full, base, bonus, deducted, score])
          expect(String(number)).toMatch(/^\d+(\.\d{1,2})?$/);
      }
    });
  });

  it('keeps the proportion where it is scaled, to half a hundredth; all points stay all, and less stays less', () => {
    always(({ units }) => {
      for (const { sum: shown, full, base } of units) {
        if (full === 0) continue;
        if (h(shown) === h(full)) expect(base).toBe(100);
        else {
          expect(base).toBeLessThan(100);
          expect(Math.abs(h(base) - (h(shown) * 10_000) / h(full))).toBeLessThanOrEqual(1);
        }
      }
    });
  });

  it('gives who has no part in an item the mean of those who have and were judged', () => {
    always(({ units }, { version: { scheme } }) => {
      for (const place of itemsOf(scheme).keys()) {
        const lines = units.map(({ items }) => items[place]);
        const own = lines
          .filter((line) => line?.state !== 'na' && line?.state !== 'open')
          .map((line) => h(line?.points ?? null));
        for (const line of lines.filter((one) => one?.state === 'na')) {
          const mean = scheme.notApplicable === 'rescale' || own.length === 0 ? null : meanOf(own) / 100;
          expect(line?.points).toBe(mean);
        }
      }
    });
  });

  it('ranks by score: nobody above a better one, equals alike, the next left out, nobody where all are equal; the band is that of the score', () => {
    always(({ units }, { version: { scheme } }) => {
      const isEqual = units.length > 1 && new Set(units.map(({ score }) => score)).size === 1;
      for (const unit of units) {
        const place = 1 + units.filter(({ score }) => score > unit.score).length;
        expect(unit.rank).toBe(isEqual ? 0 : place);
        const band = scheme.bands.findIndex(({ title }) => title === unit.band);
        expect(unit.score).toBeGreaterThanOrEqual(scheme.bands[band]?.atLeast ?? Number.NaN);
        if (band > 0) expect(unit.score).toBeLessThan(scheme.bands[band - 1]?.atLeast ?? Number.NaN);
      }
      expect(units.map(({ rank }) => rank)).toEqual(units.map(({ rank }) => rank).toSorted((a, b) => a - b));
    });
  });

  it('never rises by one more deduction, and never falls by one more bonus', () => {
    always(({ units }, year) => {
      const entered = (item: string, points: number) =>
        assess({ ...year, entries: [...year.entries, ...units.map(({ unit }) => entry(unit, item, { points }))] });
      const scoreIn = (all: Assessment, id: string) => all.units.find(({ unit }) => unit === id)?.score ?? Number.NaN;
      const hidden = (id: string) =>
        units.find(({ unit }) => unit === id)?.deductions.find(({ item }) => item === 'hidden')?.points ?? 0;
      const most = Math.max(0, ...units.map(({ unit }) => hidden(unit)));
      const [worse, better] = [entered('hidden', most + 5), entered('b1', 6)];
      for (const { unit, score } of units) {
        expect(scoreIn(worse, unit)).toBeLessThanOrEqual(score);
        expect(scoreIn(better, unit)).toBeGreaterThanOrEqual(score);
      }
    });
  });

  it('has just the points that a granted objection gives', () => {
    always(({ units }, year) => {
      const [unit] = units;
      const line = unit?.items[0];
      if (unit === undefined || line === undefined) return;
      const after = Math.floor(line.max * 50) / 100;
      const granted = objection(unit.unit, line.item, { after, lastEntry: Number.MAX_SAFE_INTEGER });
      const again = assess({ ...year, objections: [granted] }).units.find((one) => one.unit === unit.unit);
      expect(again?.items[0]).toMatchObject({ points: after, state: 'objected' });
    });
  });
});

it('shares points in whole hundredths: never more than a half off, all only for all', () => {
  const whole = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(120_000), whole, (full, part, of) => {
      const points = shareOf(full, part, of);
      if (part >= of) expect(points).toBe(full);
      else {
        expect(points).toBeLessThan(full);
        const exact = (full * part) / of;
        expect(Math.abs(points - exact)).toBeLessThanOrEqual(points === full - 1 ? 1 : 0.5);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});
