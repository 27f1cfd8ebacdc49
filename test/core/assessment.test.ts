import { describe, expect, it } from 'vitest';
import type { AssessmentEntry, AssessmentScheme, Objection, UnitScore } from '../../electron/contract/assessment.ts';
import { assess } from '../../electron/core/assessment.ts';
import type { AssessmentFacts } from '../../electron/core/assessmentFacts.ts';
import { entry, factsOf, objection, shipped, tally, versionOf } from './assessmentSample.ts';

/**
 * A county counted by hand. `u1` owes five kinds of reports but no 信用报告应用案例, `u2` owes only those, `u3` nothing.
 * u1: 19 squares, 17 met; 73 records, 71 compliant; 60 with a clock, 54 in time; 1 late, 2 never came; 3 chases.
 */
const county = factsOf({
  squares: [
    { unit: 'u1', duty: 'acts', reported: 7, late: 1, zero: 1, missing: 1 },
    { unit: 'u1', duty: 'promises', reported: 4 },
    { unit: 'u1', duty: 'cases', reported: 1, missing: 1 },
    { unit: 'u1', duty: 'press', reported: 3 },
    { unit: 'u2', duty: 'reports', reported: 3, missing: 1 },
  ],
  tallies: [
    tally('u1', 'acts', 'penalty-legal', [60, 59, 60, 54]),
    tally('u1', 'promises', 'commitment', [8, 7]),
    tally('u1', 'press', 'publicity', [5, 5]),
  ],
  papers: [{ unit: 'u1', template: 'publicity', count: 2 }],
  adopted: [{ unit: 'u1', template: 'publicity', count: 3 }],
  chases: new Map([['u1', 3]]),
});

const typed = [
  entry('u1', 'repair', { points: 3 }),
  entry('u1', 'repair', { points: 4.5 }),
  entry('u1', 'objection', {}),
  entry('u2', 'objection', { points: 4 }),
  entry('u1', 'praise', { points: 4 }),
  entry('u1', 'innovation', { pieces: 2 }),
  entry('u1', 'concealed', { pieces: 1 }),
];

function scored(
  scheme: AssessmentScheme,
  more: {
    readonly facts?: AssessmentFacts;
    readonly entries?: readonly AssessmentEntry[];
    readonly objections?: readonly Objection[];
  } = {},
) {
  const { facts = county, entries = [], objections = [] } = more;
  return assess({ version: versionOf(scheme), facts, entries, objections });
}
const pointsOf = (unit: UnitScore | undefined) =>
  Object.fromEntries((unit?.items ?? []).map(({ item, points }) => [item, points]));

describe('the default scheme, by hand', () => {
  const { units, open } = scored(shipped('default'), { entries: typed });
  const [u1, u2] = units;

  it('gives u1 what was counted, typed, and the mean where an item does not apply', () => {
    expect(pointsOf(u1)).toEqual({
      'report-rate': 10.74, // 17 of 19: 89.47 %
      'compliance-rate': 11.67, // 71 of 73: 97.26 %
      'timeliness-rate': 10.8, // 54 of 60
      'zero-reports': 2, // 1 of 2
      'commitment-reports': 10,
      'commitment-quality': 4.38, // 7 of 8
      'joint-cases': 4, // 1 of 2
      'report-use': 5.25, // the mean: u2's 3 of 4
      'publicity-reports': 3.5, // 5 records and 2 papers
      'publicity-adopted': 3,
      repair: 4.5, // the newest entry
      objection: 4, // 缺项: the mean
      mechanism: 0, // not judged yet
      cooperation: 2.5, // 3 chases
    });
    expect(u1).toMatchObject({ sum: 76.34, full: 100, base: 76.34, bonus: 8, deducted: 9.5, score: 74.84 });
    expect(u1).toMatchObject({ rank: 1, band: '良好' });
    expect(u1?.deductions.map(({ item, points }) => [item, points])).toEqual([
      ['late', 0.5],
      ['missing', 4],
      ['concealed', 5],
      ['uncorrected', 0],
    ]);
  });

  it('gives u2 the means of what only u1 does', () => {
    expect(pointsOf(u2)).toMatchObject({
      'report-rate': 9,
      'compliance-rate': 11.67,
      'publicity-adopted': 3,
      repair: 0,
    });
    expect(u2).toMatchObject({ sum: 71.6, full: 100, deducted: 2, score: 69.6, rank: 2, band: '合格' });
  });

  it('does not score who owes nothing, and tells what nobody judged', () => {
    expect(units.map(({ unit }) => unit)).toEqual(['u1', 'u2']);
    expect(open).toBe(3); // mechanism of both, repair of u2
    expect(u2?.items.find(({ item }) => item === 'repair')).toMatchObject({ state: 'open', points: 0 });
  });

  it('says how every point came about', () => {
    const how = Object.fromEntries((u1?.items ?? []).map((line) => [line.item, line.how]));
    expect(how).toMatchObject({
      'report-rate': '上报率89.47%，按比例得10.74分',
      'report-use': '缺项：全年没有应报的有关事项，按1家适用单位的平均分计5.25分',
      objection: '缺项：不适用于本单位，按1家适用单位的平均分计4.00分',
      mechanism: '尚未评分，暂计0.00分',
    });
    expect(u1?.items[0]?.ref).toEqual({
      ...{ kind: 'assessment', year: 2022, asOf: '2022-12-31T18:00', unit: 'u1', item: 'report-rate' },
    });
  });
});

it('scores by Suzhou’s scheme, by hand: what does not apply is scaled away', () => {
  const entries = [
    entry('u1', 'safeguards', { points: 2 }),
    entry('u1', 'queries', { pieces: 40 }),
    entry('u1', 'meetings', { pieces: 3 }),
    entry('u1', 'key-tasks', { pieces: 90 }),
    entry('u1', 'complete', { pieces: 97 }),
    entry('u1', 'accurate', { pieces: 90 }),
  ];
  const [u1] = scored(shipped('suzhou-2018'), { entries }).units;
  expect(pointsOf(u1)).toMatchObject({
    ...{ safeguards: 2, queries: 1.2, meetings: 0.5, 'key-tasks': 10.8, complete: 3, accurate: 2.84 },
    ...{ articles: 3.5, 'articles-adopted': 2, 'timely-publicity': 2.7, stored: 6, 'publicity-reports': 10.8 },
    ...{ 'monthly-other': null, 'red-black': null, 'monthly-table': null },
  });
  // 45.34 of the 84 points that apply.
  expect(u1).toMatchObject({ sum: 45.34, full: 84, base: 53.98, score: 53.98, band: '不合格' });
});

it('scores by what is known of Nanchang’s scheme, by hand: 24 points scaled to the hundred', () => {
  const entries = [
    entry('u1', 'system', { pieces: 5 }),
    entry('u1', 'completeness', { pieces: 1 }),
    entry('u1', 'publicity-rest', { points: 4 }),
    entry('u1', 'sharing-rest', { points: 9 }),
  ];
  const [u1] = scored(shipped('nanchang-2023'), { entries }).units;
  expect(pointsOf(u1)).toEqual({
    ...{ system: 2.5, completeness: 1.5, compliance: 1, 'publicity-rest': 4, 'sharing-rest': 9 },
  });
  expect(u1).toMatchObject({ sum: 18, full: 24, base: 75, score: 75, band: '良好' });
});

describe('what a unit has no part in', () => {
  const facts = factsOf({
    squares: ['u1', 'u2', 'u3'].map((unit, n) => ({ unit, duty: 'cases', reported: n + 1, missing: 2 - n })),
  });
  const own = (notApplicable: AssessmentScheme['notApplicable']): AssessmentScheme => ({
    ...{ id: 'own', title: '', source: '', bonus: [], bonusMax: 0, deductions: [], notApplicable },
    groups: [
      {
        ...{ id: 'all', title: '全部' },
        items: [
          { id: 'cases', title: '案例', points: 60, basis: '', source: { from: 'duties', templates: ['joint-case'] } },
          { id: 'work', title: '工作', points: 30, basis: '', source: { from: 'typed' } },
          { id: 'none', title: '无人', points: 10, basis: '', source: { from: 'duties', templates: ['report-use'] } },
        ],
      },
    ],
    bands: [{ title: '合格', atLeast: 0 }],
  });
  const entries = [
    entry('u1', 'work', { points: 10 }),
    entry('u2', 'work', { points: 15.01 }),
    entry('u3', 'work', {}),
  ];

  it('has the mean of the others; what nobody has part in is left out', () => {
    const { units } = scored(own('average'), { facts, entries });
    expect(units.map(({ unit, items, full, base }) => [unit, items.map(({ points }) => points), full, base])).toEqual([
      ['u3', [60, 12.51, null], 90, 80.57],
      ['u2', [40, 15.01, null], 90, 61.12],
      ['u1', [20, 10, null], 90, 33.33],
    ]);
  });

  it('counts no zero that nobody gave: the mean is of those who were judged', () => {
    const { units } = scored(own('average'), { facts, entries: entries.slice(1) });
    expect(units.find(({ unit }) => unit === 'u3')?.items[1]).toMatchObject({
      ...{ points: 15.01, how: '缺项：不适用于本单位，按已评分的1家适用单位的平均分计15.01分' },
    });
    const nobody = scored(own('average'), { facts, entries: entries.slice(2) }).units;
    expect(nobody.find(({ unit }) => unit === 'u3')).toMatchObject({
      full: 60,
      items: [{}, { points: null, how: '缺项：不适用于本单位，适用单位还没有评分，平均分评定后再计' }, {}],
    });
  });

  it('or is left out, and the rest scaled up', () => {
    const { units } = scored(own('rescale'), { facts, entries });
    expect(units.map(({ unit, full, base, rank }) => [unit, full, base, rank])).toEqual([
      ['u3', 60, 100, 1],
      ['u2', 90, 61.12, 2],
      ['u1', 90, 33.33, 3],
    ]);
  });

  it('shares a rank with equals and leaves the next one out', () => {
    const equal = ['u1', 'u2', 'u3'].map((unit) => entry(unit, 'work', { points: unit === 'u3' ? 5 : 10 }));
    const same = factsOf({ squares: ['u1', 'u2', 'u3'].map((unit) => ({ unit, duty: 'cases', reported: 1 })) });
    const { units } = scored(own('average'), { facts: same, entries: equal });
    expect(units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['u1', 1],
      ['u2', 1],
      ['u3', 3],
    ]);
  });
});

describe('bonus and deductions', () => {
  it.each([
    ['above what one may give', [entry('u1', 'innovation', { pieces: 5 })], 6],
    ['above what all may give', [entry('u1', 'innovation', { pieces: 3 }), entry('u1', 'praise', { points: 6 })], 10],
    ['taken back', [entry('u1', 'praise', { points: 6 }), entry('u1', 'praise', {})], 0],
  ])('a bonus %s', (_what, entries, bonus) => {
    expect(scored(shipped('default'), { entries }).units.find(({ unit }) => unit === 'u1')?.bonus).toBe(bonus);
  });

  it('never take a score below 0', () => {
    const facts = factsOf({ squares: [{ unit: 'u1', duty: 'acts', missing: 60 }] });
    expect(scored(shipped('default'), { facts }).units[0]).toMatchObject({ deducted: 120, score: 0, band: '不合格' });
  });

  it('score a unit that owes nothing once the office gives it points', () => {
    const { units } = scored(shipped('default'), { entries: [entry('u3', 'praise', { points: 2 })] });
    expect(units.map(({ unit }) => unit)).toContain('u3');
  });
});

describe('an objection', () => {
  const line = (objections: readonly Objection[], entries: readonly AssessmentEntry[] = [], item = 'report-rate') => {
    const unit = scored(shipped('default'), { objections, entries }).units.find((one) => one.unit === 'u1');
    return [...(unit?.items ?? []), ...(unit?.deductions ?? [])].find((one) => one.item === item);
  };

  it('that is granted sets the points, with its reason', () => {
    expect(line([objection('u1', 'report-rate', { after: 11.5, decidedFrom: 10.74 })])).toMatchObject({
      ...{ points: 11.5, state: 'objected', how: '申诉成立，由10.74分改为11.50分', evidence: '经核实属实' },
    });
  });

  it('that is open or refused changes nothing', () => {
    for (const state of ['open', 'refused'] as const)
      expect(line([objection('u1', 'report-rate', { state, after: 12 })])).toMatchObject({ points: 10.74 });
    const { units } = scored(shipped('default'), { objections: [objection('u1', 'late', { state: 'open' })] });
    expect(units.map(({ unit, openObjections }) => [unit, openObjections])).toContainEqual(['u1', 1]);
  });

  it.each([
    ['the newest decision counts', [{ id: 2, decidedAt: '2022-12-31T08:00', after: 9 }, { id: 1 }], 9],
    ['of one minute the last one', [{ id: 1 }, { id: 2, after: 8 }], 8],
    ['what it gives stays within the scheme', [{ after: 40 }], 12],
  ])('%s', (_what, changes, points) => {
    expect(line(changes.map((change) => objection('u1', 'report-rate', change)))).toMatchObject({ points });
  });

  it('gives way to what the office types after it', () => {
    const before = entry('u1', 'mechanism', { points: 2 });
    const granted = [objection('u1', 'mechanism', { after: 6, decidedFrom: 2, lastEntry: before.id })];
    // Of the same minute as the decision: the order of writing counts.
    const after = entry('u1', 'mechanism', { points: 3, at: granted[0]?.decidedAt ?? '' });
    expect(line(granted, [before], 'mechanism')).toMatchObject({
      ...{ points: 6, state: 'objected', how: '申诉成立，由2.00分改为6.00分' },
    });
    expect(line(granted, [before, after], 'mechanism')).toMatchObject({ points: 3, state: 'typed' });
  });

  it('may lower a deduction', () => {
    expect(line([objection('u1', 'missing', { after: 2 })], [], 'missing')).toMatchObject({ points: 2 });
  });
});

it('says how score, missing items, ranks and bands are made', () => {
  const { formula } = scored(shipped('default'));
  expect(formula.split('\n')).toEqual([
    '考核方案：县级成员单位年度考核缺省方案。信息归集报送40分、信用承诺15分、信用案例15分、诚信宣传10分、信用修复和异议处理10分、工作机制与配合10分，共100分。',
    '综合得分＝各项得分之和＋加分－扣分，不低于0分；各项得分先保留两位小数，再相加。',
    '加分须有佐证材料，合计不超过10分。',
    '扣分：迟报每次（条）0.5分；未报每次（条）2分；瞒报每次（条）5分；错报未整改每次（条）1分。',
    '迟报、未报按应报项次计；报了但数量不足的，不扣迟报、未报的分，只计为没有报齐。',
    '缺项（客观上不承担的项目）按适用单位该项得分的平均分计；没有单位适用的项目不计，其余项目按满分折算为100分。',
    '按比例得分的，达不到满分条件的不进为满分；尚未评分的项目暂计0分。',
    '按综合得分排名，得分相同的名次并列，其后名次空出，全部相同的不排名次。等次：优秀85分以上；良好70分以上不满85分；合格60分以上不满70分；不合格不满60分。',
  ]);
});
