import { describe, expect, it } from 'vitest';
import type { Indicator, IndicatorYear } from '../../electron/contract/indicators.ts';
import { type AssessmentFacts, factsByUnit } from '../../electron/core/assessmentFacts.ts';
import { type ComputedSource, countFaults, measure } from '../../electron/core/assessmentMeasures.ts';
import { targetText } from '../../electron/core/indicatorValue.ts';
import { factsOf, tally } from './assessmentSample.ts';

const of = (facts: AssessmentFacts, id = 'u1') => {
  const found = factsByUnit(facts).find(({ unit }) => unit === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const points = (source: ComputedSource, full: number, facts: AssessmentFacts, id?: string) => {
  const counted = measure(source, full * 100, of(facts, id));
  return counted.applies ? [counted.points / 100, counted.how] : [null, counted.how];
};

// By hand: 60 owed, 59 met; 71 of 73 records compliant, 54 of 60 in time.
const rated = factsOf({
  squares: [
    { unit: 'u1', duty: 'acts', reported: 50, late: 1, missing: 1 },
    { unit: 'u1', duty: 'promises', reported: 8 },
  ],
  tallies: [tally('u1', 'acts', 'penalty-legal', [65, 64, 60, 54]), tally('u1', 'promises', 'commitment', [8, 7])],
});

describe('points of a rate', () => {
  it.each<[ComputedSource, number, number | null, string]>([
    [{ from: 'rate', rate: 'report' }, 12, 11.8, '上报率98.33%，按比例得11.80分'],
    [{ from: 'rate', rate: 'compliance' }, 12, 11.67, '合规率97.26%，按比例得11.67分'],
    [{ from: 'rate', rate: 'timeliness' }, 12, 10.8, '及时率90.00%，按比例得10.80分'],
    [{ from: 'rate', rate: 'compliance', full: 95 }, 6, 6, '合规率97.26%，得满分6.00分'],
    [{ from: 'rate', rate: 'timeliness', full: 95 }, 6, 5.68, '及时率90.00%，按90.00÷95的比例得5.68分'],
    [{ from: 'rate', rate: 'report', templates: ['commitment'] }, 5, 5, '上报率100.00%，得满分5.00分'],
    [{ from: 'rate', rate: 'report', duties: ['acts'] }, 5, 4.9, '上报率98.08%，按比例得4.90分'],
    [{ from: 'rate', rate: 'compliance', templates: ['commitment'] }, 5, 4.38, '合规率87.50%，按比例得4.38分'],
    [{ from: 'rate', rate: 'compliance', templates: ['award'] }, 5, null, '没有收到有关记录，无从计算合规率'],
    [{ from: 'rate', rate: 'timeliness', duties: ['promises'] }, 5, null, '没有计算及时率的记录'],
  ])('%j', (source, full, wanted, how) => {
    expect(points(source, full, rated)).toEqual([wanted, how]);
  });

  it.each([
    [[10, 10], 2, '合规率100.00%，不低于100%，得2.00分'],
    [[60, 59], 1, '合规率98.33%，不低于98%，得1.00分'],
    [[60, 58], 0, '合规率96.67%，低于98%，不得分'],
  ] as const)('by steps, of %j records', ([records, compliant], wanted, how) => {
    const steps = [
      { atLeast: 98, share: 0.5 },
      { atLeast: 100, share: 1 },
    ];
    const facts = factsOf({ tallies: [tally('u1', 'acts', 'penalty-legal', [records, compliant])] });
    const source: ComputedSource = { from: 'rate', rate: 'compliance', templates: ['penalty-legal'], steps };
    expect(points(source, 2, facts)).toEqual([wanted, how]);
  });

  it('never gives all for less than all', () => {
    const facts = factsOf({ tallies: [tally('u1', 'acts', 'penalty-legal', [100_000, 99_999])] });
    expect(points({ from: 'rate', rate: 'compliance', templates: ['penalty-legal'] }, 0.5, facts)[0]).toBe(0.49);
  });

  it('opens the squares and records it was counted from', () => {
    const { counts } = measure({ from: 'rate', rate: 'report', templates: ['commitment'] }, 500, of(rated));
    expect(counts).toMatchObject([
      {
        text: '应报8项次',
        ref: { kind: 'cells', period: '2022', state: 'expected', units: ['u1'], duties: ['promises'] },
      },
      { text: '已报8项次', ref: { state: 'met' } },
      { text: '没有报齐0项次', ref: { state: 'owed' } },
    ]);
    const records = measure({ from: 'rate', rate: 'compliance', templates: ['commitment'] }, 500, of(rated)).counts;
    expect(records.map(({ text }) => text)).toEqual(['收到8条', '合规7条', '不合规1条']);
    expect(records[2]).toMatchObject({ ref: { kind: 'records', state: 'faulty', templates: ['commitment'] } });
  });
});

describe('points of duties met', () => {
  const facts = factsOf({
    squares: [
      { unit: 'u1', duty: 'cases', reported: 8, late: 2, missing: 1, pending: 3, exempt: 4 },
      { unit: 'u1', duty: 'reports', reported: 1 },
      { unit: 'u2', duty: 'cases', reported: 3 },
    ],
  });
  it.each<[ComputedSource, string, number | null, string]>([
    [{ from: 'duties', templates: ['joint-case'] }, 'u1', 7.27, '应报11项次，已报10项次，按10÷11的比例得7.27分'],
    [
      { from: 'duties', templates: ['joint-case'], onTime: true },
      'u1',
      5.82,
      '应报11项次，按时报送8项次，按8÷11的比例得5.82分',
    ],
    [{ from: 'duties', duties: ['cases', 'reports'] }, 'u1', 7.33, '应报12项次，已报11项次，按11÷12的比例得7.33分'],
    [{ from: 'duties', templates: ['joint-case'] }, 'u2', 8, '应报3项次，已报3项次，得满分8.00分'],
    [{ from: 'duties', templates: ['joint-case'] }, 'u3', null, '全年没有应报的有关事项'],
  ])('%j of %s', (source, id, wanted, how) => {
    expect(points(source, 8, facts, id)).toEqual([wanted, how]);
  });
});

describe('points of pieces', () => {
  const facts = factsOf({
    squares: [
      { unit: 'u1', duty: 'press', reported: 5 },
      { unit: 'u2', duty: 'press', missing: 5 },
    ],
    tallies: [tally('u1', 'press', 'publicity', [6, 5]), tally('u1', 'cases', 'joint-case', [1, 1])],
    papers: [{ unit: 'u1', template: 'publicity', count: 2 }],
    adopted: [{ unit: 'u1', template: 'publicity', count: 3 }],
  });
  const press = { from: 'count', templates: ['publicity'] } as const;
  it.each<[ComputedSource, string, number, number | null, string]>([
    [{ ...press, each: 0.5 }, 'u1', 6, 3.5, '合规7篇，每篇0.5分，得3.50分'],
    [{ ...press, each: 1 }, 'u1', 6, 6, '合规7篇，每篇1分，得满分6.00分'],
    [{ ...press, each: 1, adoptedOnly: true }, 'u1', 4, 3, '被采用3篇，每篇1分，得3.00分'],
    [{ ...press, atLeast: 12 }, 'u1', 6, 3.5, '合规7篇，按7÷12的比例得3.50分'],
    [{ ...press, atLeast: 7 }, 'u1', 6, 6, '合规7篇，达到7篇，得满分6.00分'],
    [{ ...press, each: 0.5 }, 'u2', 6, 0, '合规0篇，每篇0.5分，得0.00分'],
    [{ ...press, each: 0.5 }, 'u3', 6, null, '不承担这类报送'],
    [{ from: 'count', templates: ['joint-case', 'publicity'], each: 0.5 }, 'u1', 6, 4, '合规8条，每条0.5分，得4.00分'],
  ])('%j of %s', (source, id, full, wanted, how) => {
    expect(points(source, full, facts, id)).toEqual([wanted, how]);
  });
});

describe('points of zero reports', () => {
  it.each([
    [
      'as far as they were given',
      { zero: 4, missing: 1, reported: 3 },
      3.2,
      '没有数据的5项次中，按规定作零报送4项次，按4÷5的比例得3.20分',
    ],
    ['all given', { zero: 2 }, 4, '没有数据的2项次中，按规定作零报送2项次，得满分4.00分'],
    ['none needed', { reported: 2, pending: 1 }, 4, '没有需要零报送的报送期，得满分4.00分'],
    ['none may be given', {}, null, '没有可作零报送的事项'],
  ] as const)('%s', (_what, counts, wanted, how) => {
    const facts = factsOf({
      squares: [
        { unit: 'u1', duty: 'acts', ...counts },
        { unit: 'u1', duty: 'cases', missing: 2 },
      ],
    });
    expect(points({ from: 'zeroReports' }, 4, facts)).toEqual([wanted, how]);
  });
});

describe('points of chases', () => {
  const facts = factsOf({
    squares: ['u1', 'u2'].map((unit) => ({ unit, duty: 'acts', reported: 1 })),
    chases: new Map([['u1', 3]]),
  });
  it.each([
    [0.5, 'u1', 2.5, '全年被催报3次，每次扣0.5分，得2.50分'],
    [2, 'u1', 0, '全年被催报3次，每次扣2分，得0.00分'],
    [0.5, 'u2', 4, '全年没有被催报，得满分4.00分'],
    [0.5, 'u3', null, '全年没有应报事项'],
  ] as const)('%d each, of %s', (each, id, wanted, how) => {
    expect(points({ from: 'chases', each }, 4, facts, id)).toEqual([wanted, how]);
  });
});

describe('points of an indicator', () => {
  const indicator: Indicator = {
    ...{ id: 'own', title: '注册率', source: '', duty: 'acts', cadence: 'yearly', unitOfCount: '家', note: '' },
    numerator: { title: '已注册', from: 'typed' },
    denominator: { title: '应注册', from: 'typed' },
    target: { is: '>=', value: 20 },
  };
  const year = (of: Indicator, numerator: number | null, denominator: number | null): IndicatorYear => ({
    indicator: of,
    targetText: targetText(of),
    values: [],
    latest: {
      ...{ period: '2022', numerator, denominator, rate: null, met: null, gap: null, gapText: '', note: '', at: null },
      by: '',
    },
  });
  const below: Indicator = { ...indicator, target: { is: '<', value: 1 } };
  it.each([
    [
      'reached by the county',
      year(indicator, 250, 1000),
      null,
      5,
      '全部单位“注册率”25%，目标≥20%，已达标，得满分5.00分',
    ],
    ['reached in part', year(indicator, 163, 1000), null, 4.08, '全部单位“注册率”16.3%，目标≥20%，按比例得4.08分'],
    ['a bound not kept', year(below, 15, 1000), null, 0, '全部单位“注册率”1.5%，目标＜1%，没有达标，不得分'],
    ['the unit’s own', year(indicator, 250, 1000), [1, 10], 2.5, '本单位“注册率”10%，目标≥20%，按比例得2.50分'],
    ['without a number', year(indicator, null, 1000), null, null, '“注册率”没有本单位的数字'],
  ] as const)('%s', (_what, of, own, wanted, how) => {
    const numbers = own && new Map([['u1', { numerator: own[0], denominator: own[1] }]]);
    const facts = factsOf({
      squares: [{ unit: 'u1', duty: 'acts', reported: 1 }],
      indicators: [{ year: of, own: numbers }],
    });
    expect(points({ from: 'indicator', indicator: 'own' }, 5, facts)).toEqual([wanted, how]);
  });
});

it('counts what was late and what never came, without what is not owed', () => {
  const facts = factsOf({
    squares: [{ unit: 'u1', duty: 'acts', reported: 3, late: 2, missing: 4, exempt: 5, pending: 6 }],
  });
  expect(countFaults('late', of(facts))).toMatchObject({ times: 2, ref: { kind: 'cells', state: 'late' } });
  expect(countFaults('missing', of(facts))).toMatchObject({ times: 4, text: '未报4项次', ref: { state: 'missing' } });
});
