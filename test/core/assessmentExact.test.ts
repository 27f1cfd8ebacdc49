import { describe, expect, it } from 'vitest';
import type { AssessmentScheme } from '../../electron/contract/assessment.ts';
import { assess } from '../../electron/core/assessment.ts';
import { schemeFault } from '../../electron/core/assessmentScheme.ts';
import { lessPieces, timesPieces } from '../../electron/core/points.ts';
import { entry, factsOf, shipped, tally, versionOf } from './assessmentSample.ts';

const BASIC = shipped('default');
const NAMES = {
  templates: new Set(['penalty-legal', 'commitment', 'joint-case', 'report-use', 'publicity']),
  duties: new Set<string>(),
  indicators: new Set<string>(),
};

/** The default scheme with another source for an item, another `each` for a bonus or a deduction. */
function changed(id: string, change: object): AssessmentScheme {
  const set = <T extends { readonly id: string }>(one: T): T => (one.id === id ? { ...one, ...change } : one);
  return {
    ...BASIC,
    groups: BASIC.groups.map((group) => ({ ...group, items: group.items.map(set) })),
    bonus: BASIC.bonus.map(set),
    deductions: BASIC.deductions.map(set),
  };
}

describe('points finer than hundredths are multiplied as they are written, and rounded once', () => {
  const facts = factsOf({
    squares: [
      { unit: 'u1', duty: 'acts', reported: 4, missing: 96 },
      { unit: 'u1', duty: 'press', reported: 4 },
    ],
    tallies: [tally('u1', 'press', 'publicity', [4, 4])],
    chases: new Map([['u1', 2]]),
  });
  const entries = [entry('u1', 'innovation', { pieces: 3 })];
  it.each<[string, object, number]>([
    ['publicity-reports', { source: { from: 'count', templates: ['publicity'], each: 0.125 } }, 0.5],
    ['missing', { each: 0.005 }, 0.48],
    ['cooperation', { points: 3, source: { from: 'chases', each: 0.333 } }, 2.33],
    [
      'compliance-rate',
      { points: 10, source: { from: 'rate', rate: 'compliance', steps: [{ atLeast: 85, share: 0.333 }] } },
      3.33,
    ],
    ['innovation', { each: 0.333 }, 1],
  ])('%s %j', (id, change, points) => {
    const [unit] = assess({ version: versionOf(changed(id, change)), facts, entries, objections: [] }).units;
    const lines = [...(unit?.items ?? []), ...(unit?.bonuses ?? []), ...(unit?.deductions ?? [])];
    expect(lines.find(({ item }) => item === id)?.points).toBe(points);
  });

  it('without the noise of binary fractions', () => {
    expect([timesPieces(0.335, 3), timesPieces(1.005, 1), timesPieces(0.0001, 50)]).toEqual([101, 101, 1]);
    expect([lessPieces(300, 0.333, 2), lessPieces(300, 0.005, 1), lessPieces(100, 0.5, 3)]).toEqual([233, 300, 0]);
  });

  it('and a band begins where it is written', () => {
    const scheme: AssessmentScheme = {
      ...BASIC,
      bonus: [{ id: 'praise', title: '表彰', each: null, max: 100 }],
      bonusMax: 100,
      bands: [
        { title: '优秀', atLeast: 84.995 },
        { title: '其他', atLeast: 0 },
      ],
    };
    const of = (points: number) =>
      assess({
        version: versionOf({ ...scheme, deductions: [] }),
        facts: factsOf({}),
        entries: [entry('u1', 'praise', { points })],
        objections: [],
      });
    expect([84.99, 85].map((points) => of(points).units[0]?.band)).toEqual(['其他', '优秀']);
    expect(of(85).formula).toContain('优秀84.995分以上；其他不满84.995分');
  });
});

describe('a scheme is refused', () => {
  it.each<[string, AssessmentScheme, string, string]>([
    ['each', changed('innovation', { each: 0.33333 }), 'bonus[1].each', '每件加分最多四位小数：0.33333'],
    ['a deduction’s', changed('late', { each: 0.00001 }), 'deductions[0].each', '每次扣分最多四位小数'],
    ['max', changed('late', { max: 1.005 }), 'deductions[0].max', '扣分上限最多两位小数：1.005'],
    [
      'share',
      changed('report-rate', { source: { from: 'rate', rate: 'report', steps: [{ atLeast: 0, share: 1 / 3 }] } }),
      'groups[0].items[0].source.steps[0].share',
      '分档比例最多四位小数',
    ],
    [
      'a band of 5 decimals',
      { ...BASIC, bands: [{ title: '合格', atLeast: 60.00001 }, ...BASIC.bands.slice(-1)] },
      'bands[0].atLeast',
      '等次线最多四位小数',
    ],
    [
      'a band twice',
      { ...BASIC, bands: BASIC.bands.map((band) => ({ ...band, title: '合格' })) },
      'bands[1].title',
      '等次名称重复：合格',
    ],
  ])('with %s', (_what, scheme, at, told) => {
    expect(schemeFault(scheme, NAMES)).toEqual({ at, what: expect.stringContaining(told) });
  });

  it('but four decimals are taken', () => {
    expect(schemeFault(changed('innovation', { each: 0.3333 }), NAMES)).toBeNull();
  });
});

describe('the mean of the scores', () => {
  const [group] = BASIC.groups;
  const [item] = group?.items ?? [];
  if (!group || !item) throw new Error('the scheme is empty');
  const typed = { ...item, id: 'typed', points: 100, source: { from: 'typed' } } as const;
  const scheme = { ...BASIC, groups: [{ ...group, items: [typed] }], bonus: [], deductions: [] };
  const meanOf = (points: readonly number[]) => {
    const entries = points.map((own, place) => entry(`u${place + 1}`, 'typed', { points: own }));
    return assess({ version: versionOf(scheme), facts: factsOf({}), entries, objections: [] }).mean;
  };

  // As binary fractions 0.29 × 100 ÷ 2 is a little less than 14.5.
  it.each([
    [[0.14, 0.15], 0.15],
    [[90, 60.01], 75.01],
    [[0.01, 0, 0], 0],
    [[], null],
  ] as const)('of %j is %d, half up', (points, mean) => {
    expect(meanOf(points)).toBe(mean);
  });
});
