import { describe, expect, it } from 'vitest';
import { CELL_STATUSES, type GridCell } from '../../electron/contract/status.ts';
import { ratePrinted } from '../../electron/contract/words.ts';
import { recordTermSentence } from '../../electron/core/due.ts';
import { ranksOf, scoreOf } from '../../electron/core/ranking.ts';
import { computeRates, percent, rateFormula, type UnitTally } from '../../electron/core/rates.ts';
import { cell, seeded, settings, unit } from './sampleDesk.ts';

const asOf = '2022-05-05T09:00';
const future = '2022-05-31T18:00';
const recordTermText = recordTermSentence({ days: 7, unit: 'natural', shift: 'next' });
const units = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => unit(`u${n}`));

function rates(cells: readonly GridCell[], tallies: readonly UnitTally[] = [], changes = {}, minDenominator = 3) {
  return computeRates({
    period: '2022-04',
    asOf,
    cells,
    tallies,
    units,
    settings: { ...settings, ...changes },
    recordTermText,
    minDenominator,
  });
}

function tally(id: string, records: number, compliant: number, clocked: number, timely: number): UnitTally {
  return { unit: id, records, compliant, updates: 0, clocked, timely };
}

describe('percentages', () => {
  it.each([
    [0, 0, null, '—'],
    [0, 5, 0, '0.00%'],
    [5, 5, 100, '100.00%'],
    [59, 60, 98.33, '98.33%'],
    [1, 3, 33.33, '33.33%'],
    [2, 3, 66.67, '66.67%'],
    [1, 8, 12.5, '12.50%'],
    [99_999, 100_000, 99.99, '99.99%'],
    [19_999, 20_000, 99.99, '99.99%'],
    [1, 1_000_000, 0.01, '0.01%'],
    [7, 5, 100, '100.00%'],
    [1005, 20_000, 5.03, '5.03%'],
  ])('%i of %i is %s', (n, d, rate, printed) => {
    expect(percent(n, d)).toBe(rate);
    expect(ratePrinted(percent(n, d))).toBe(printed);
  });

  it('is 100 only for all, 0 only for none, and grows with the numerator', () => {
    for (let d = 1; d < 400; d += 1) {
      const all = Array.from({ length: d + 1 }, (_, n) => percent(n, d) ?? -1);
      expect(all[0]).toBe(0);
      expect(all[d]).toBe(100);
      expect(all.filter((rate, n) => n > 0 && n < d && (rate <= 0 || rate >= 100))).toEqual([]);
      expect(all.every((rate, n) => n === 0 || rate >= (all[n - 1] ?? 0))).toBe(true);
      expect(all.every((rate) => String(rate) === String(Number(rate.toFixed(2))))).toBe(true);
    }
  });
});

describe('what counts', () => {
  it.each<[string, Partial<GridCell>, number, number, number]>([
    ['reported', { status: 'reported' }, 1, 1, 0],
    ['late is met', { status: 'late', late: true }, 1, 1, 1],
    ['a zero report is met', { status: 'zero' }, 1, 1, 0],
    ['a late zero report is met, and late', { status: 'zero', late: true }, 1, 1, 1],
    ['missing', { status: 'missing' }, 1, 0, 0],
    ['partial after the due moment', { status: 'partial', count: 1, quota: 2 }, 1, 0, 0],
    ['partial before it is not yet expected', { status: 'partial', due: future }, 0, 0, 0],
    ['returned', { status: 'returned' }, 1, 0, 0],
    ['returned, where its first receipt counts', { status: 'returned', returnedCounts: true }, 1, 1, 0],
    ['pending is not yet expected', { status: 'pending', due: future }, 0, 0, 0],
    ['met early is expected and met', { status: 'reported', due: future }, 1, 1, 0],
  ])('%s', (_, changes, expected, met, late) => {
    expect(rates([cell(changes)]).total).toMatchObject({ expected, met, late });
  });

  it('lists no unit that owes nothing: exempt, unassigned or without cells', () => {
    const result = rates(
      [
        cell({ status: 'exempt' }),
        cell({ unit: 'u2', assigned: false, status: 'reported' }),
        cell({ unit: 'u3', status: 'zero' }),
      ],
      [tally('u1', 5, 5, 0, 0), tally('u2', 5, 5, 5, 5), tally('u4', 1, 1, 1, 1)],
    );
    expect(result.units.map((row) => row.unit)).toEqual(['u3']);
    expect(result.total).toMatchObject({ expected: 1, met: 1, records: 0, reportRate: 100, complianceRate: null });
  });

  it('has no rate without a denominator and no rank without a rate', () => {
    const [row] = rates([cell({ status: 'pending', due: future })]).units;
    expect(row).toMatchObject({
      expected: 0,
      reportRate: null,
      complianceRate: null,
      timely: null,
      timelinessRate: null,
      score: null,
      rank: null,
    });
  });

  it('reckons the three rates and the score of a unit', () => {
    const [row] = rates(
      [cell({ status: 'reported' }), cell({ duty: 'd2' }), cell({ duty: 'd3', status: 'late', late: true })],
      [{ unit: 'u1', records: 10, compliant: 8, updates: 2, clocked: 9, timely: 9 }],
    ).units;
    // (66.67 + 80 + 100) ÷ 3
    expect(row).toMatchObject({
      reportRate: 66.67,
      complianceRate: 80,
      timelinessRate: 100,
      updates: 2,
      score: 82.22,
      rank: 1,
    });
  });
});

describe('score and rank', () => {
  const full = { reportRate: 100, complianceRate: 100, timelinessRate: 100 };

  it.each([
    ['all complete', full, 100],
    ['a rate without denominator leaves the mean', { ...full, complianceRate: null, timelinessRate: 50 }, 75],
    ['nothing to score', { reportRate: null, complianceRate: null, timelinessRate: null }, null],
    ['just below complete', { ...full, timelinessRate: 99.99 }, 99.99],
    ['just above nothing', { reportRate: 0, complianceRate: 0, timelinessRate: 0.01 }, 0.01],
    ['nothing', { reportRate: 0, complianceRate: null, timelinessRate: 0 }, 0],
  ])('%s', (_, three, score) => {
    expect(scoreOf(three, { report: 1, compliance: 1, timeliness: 1 })).toBe(score);
  });

  it('weighs the rates; weight 0 leaves one out', () => {
    const three = { reportRate: 100, complianceRate: 50, timelinessRate: 0 };
    expect(scoreOf(three, { report: 2, compliance: 1, timeliness: 1 })).toBe(62.5);
    expect(scoreOf(three, { report: 1, compliance: 0, timeliness: 0 })).toBe(100);
    expect(scoreOf(three, { report: 0, compliance: 0, timeliness: 0 })).toBeNull();
    expect(scoreOf(three, { report: 0.4, compliance: 0.4, timeliness: 0.2 })).toBe(60);
  });

  it('lets ties share a rank and skips the next', () => {
    expect(ranksOf([90, 100, 90, null, 80])).toEqual([2, 1, 2, null, 4]);
  });

  it('lists the best first, ties in unit order, unranked last', () => {
    const cells = [
      cell({ unit: 'u1', status: 'pending', due: future }),
      cell({ unit: 'u3', status: 'reported' }),
      cell({ unit: 'u4', status: 'missing' }),
      cell({ unit: 'u2', status: 'zero' }),
    ];
    expect(rates(cells).units.map((row) => [row.unit, row.rank])).toEqual([
      ['u2', 1],
      ['u3', 1],
      ['u4', 3],
      ['u1', null],
    ]);
  });
});

describe('the rank of a unit with hardly anything to rank by', () => {
  const week = (number: number) => `2022-W${number}`;
  const cells = [
    cell({ unit: 'u1', period: week(14), status: 'reported' }),
    ...[14, 15, 16].map((n) => cell({ unit: 'u2', period: week(n), status: n === 14 ? 'missing' : 'reported' })),
    ...[14, 15, 16].map((n) => cell({ unit: 'u3', period: week(n), status: 'missing' })),
  ];

  it.each([
    ['is none, as in the circular', 3, ['u1 —', 'u2 1', 'u3 2']],
    ['is any other where the office sets the limit to one', 1, ['u1 1', 'u2 2', 'u3 3']],
  ])('%s', (_name, least, expected) => {
    const { units: ranked } = rates(cells, [], {}, least);
    expect(ranked.map(({ unit: id, place }) => `${id} ${place ?? '—'}`).sort()).toEqual(expected);
    expect(ranked.map(({ unit: id, rank }) => `${id} ${rank}`)).toEqual(['u1 1', 'u2 2', 'u3 3']);
  });

  it('is said in the formula, where there is such a limit', () => {
    expect(rateFormula(settings, '', 3)).toContain('应报不足3项次且记录不足3条的单位基数过小，不参加排名');
    expect(rateFormula(settings, '', 1)).not.toContain('基数过小');
  });

  it('is told in no field of its own', () => {
    expect(Object.keys(rates(cells).units[0] ?? {})).not.toContain('isSmall');
  });
});

describe('the printed formula', () => {
  it('says that the score is made of the rates as printed', () => {
    expect(scoreOf({ reportRate: 100, complianceRate: 66.67, timelinessRate: null }, settings.scoreWeights)).toBe(
      83.34,
    );
    expect(rateFormula(settings, '', 3)).toContain(
      '综合得分＝上报率、合规率、及时率按1∶1∶1加权平均，各率用表中所列保留两位小数的值，',
    );
    expect(rateFormula(settings, '', 3)).toContain('名次按表中所列综合得分排列，得分相同的名次并列');
  });

  it('speaks of one clock where records have none', () => {
    const formula = rateFormula(settings, '', 3);
    expect(formula).toContain('。报送期的截止时间过后收到的计为迟报。综合得分＝');
    expect(formula).not.toMatch(/记录自身的时限|，收到/);
  });

  it('names rates, both clocks, score, ties and what has no denominator, with the weights in force', () => {
    const { formula } = rates([], [], { scoreWeights: { report: 5, compliance: 3, timeliness: 2 } });
    for (const part of ['上报率＝', '合规率＝', '及时率＝', '截止时间', recordTermText, '5∶3∶2', '并列', '“—”', '零报'])
      expect(formula).toContain(part);
  });
});

describe('any desk', () => {
  it('keeps rates within 0–100 and the units summing to the total', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seeded(seed);
      const upTo = (n: number) => Math.floor(random() * (n + 1));
      const cells = Array.from({ length: upTo(60) }, (_, i) => {
        const status = CELL_STATUSES[upTo(CELL_STATUSES.length - 1)] ?? 'missing';
        const late = status === 'late' || (status === 'zero' && random() < 0.3);
        const due = status === 'missing' || random() < 0.7 ? '2022-04-29T18:00' : future;
        return cell({ unit: `u${1 + upTo(7)}`, duty: `d${i}`, status, late, due, assigned: random() < 0.9 });
      });
      const tallies = units.map(({ id }) => {
        const records = upTo(500);
        const clocked = upTo(records);
        return { ...tally(id, records, upTo(records), clocked, upTo(clocked)), updates: upTo(records) };
      });
      const result = rates(cells, tallies);
      const rows = [result.total, ...result.units];
      for (const row of rows) {
        for (const rate of [row.reportRate, row.complianceRate, row.timelinessRate, row.score])
          expect(rate === null || (rate >= 0 && rate <= 100)).toBe(true);
        expect(row.met <= row.expected && row.late <= row.met).toBe(true);
        expect((row.reportRate === 100) === (row.expected > 0 && row.met === row.expected)).toBe(true);
        expect(row.reportRate === null).toBe(row.expected === 0);
      }
      for (const field of ['expected', 'met', 'late', 'records', 'compliant', 'updates', 'clocked', 'timely'] as const)
        expect(result.units.reduce((sum, row) => sum + (row[field] ?? 0), 0)).toBe(result.total[field] ?? 0);
    }
  });

  it('says where a submission sent back does not count', () => {
    const sentence = '退回后没有重新报送的不计为已报';
    expect(rates([], [], { intake: { hiddenRows: 'read', returnedCounts: false } }).formula).toContain(sentence);
    expect(rates([], []).formula).not.toContain('退回');
  });
});
