import { describe, expect, it } from 'vitest';
import type { UnitRates } from '../../electron/contract/status.ts';
import { scoreOf } from '../../electron/core/ranking.ts';
import { areUnranked, rankedUnits } from '../../electron/core/smallBases.ts';

function row(unit: string, expected: number, records: number, score: number | null): UnitRates {
  return {
    unit,
    name: unit,
    rank: null,
    place: null,
    expected,
    met: expected,
    late: 0,
    reportRate: score,
    records,
    compliant: records,
    complianceRate: null,
    updates: 0,
    timely: null,
    clocked: 0,
    timelinessRate: null,
    score,
  };
}

const order = (unit: string) => unit.charCodeAt(0);
const ranks = (rows: readonly UnitRates[], least = 3) =>
  rankedUnits(rows, { least, order }).map(
    ({ unit, place, isSmall }) => `${unit} ${place ?? '—'}${isSmall ? ' small' : ''}`,
  );

describe('the ranking of rates, circulars and charts', () => {
  it.each([
    [
      'ties share a rank in the order of the list, the next is skipped',
      [row('c', 9, 9, 90), row('a', 9, 9, 90), row('b', 9, 9, 80)],
      ['a 1', 'c 1', 'b 3'],
    ],
    [
      'two of two do not come before forty-nine of fifty',
      [row('a', 2, 0, 100), row('b', 50, 0, 98)],
      ['b 1', 'a — small'],
    ],
    ['many records make up for few items', [row('a', 1, 30, 100), row('b', 50, 0, 98)], ['a 1', 'b 2']],
    ['the limit itself is enough', [row('a', 3, 0, 100), row('b', 50, 0, 98)], ['a 1', 'b 2']],
    [
      'where all have the same score nobody is first',
      [row('c', 9, 9, 0), row('a', 9, 9, 0), row('b', 2, 0, 100), row('d', 9, 0, null)],
      ['a —', 'c —', 'b — small', 'd —'],
    ],
    ['where all are small they are ranked among their like', [row('a', 1, 0, 0), row('b', 2, 2, 100)], ['b 1', 'a 2']],
    [
      'who has no score comes last',
      [row('a', 9, 0, null), row('b', 2, 0, 50), row('c', 9, 9, 10)],
      ['c 1', 'b — small', 'a —'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(ranks(rows)).toEqual(expected);
  });

  it('ranks everybody where the office sets the limit to one', () => {
    expect(ranks([row('a', 2, 0, 100), row('b', 50, 0, 98)], 1)).toEqual(['a 1', 'b 2']);
  });

  it('takes scores as printed: nobody stands behind an equal one', () => {
    const weights = { report: 1, compliance: 1, timeliness: 1 };
    const rows = [53.97, 53.98, 10].map((complianceRate, index) => {
      const three = { reportRate: 50, complianceRate, timelinessRate: 100 };
      return { ...row('abc'[index] ?? '', 9, 9, scoreOf(three, weights)), ...three };
    });
    const shown = rankedUnits(rows, { least: 3, order });
    expect(shown.map(({ unit, place, score }) => [unit, place, score])).toEqual([
      ['a', 1, 67.99],
      ['b', 1, 67.99],
      ['c', 3, 53.33],
    ]);
  });

  it('keeps beside the place the rank by score alone, of everybody who has one', () => {
    const rows = [row('a', 2, 0, 100), row('b', 50, 0, 98), row('c', 50, 0, 97), row('d', 9, 0, null)];
    expect(rankedUnits(rows, { least: 3, order }).map(({ unit, rank, place }) => [unit, rank, place])).toEqual([
      ['b', 2, 1],
      ['c', 3, 2],
      ['a', 1, null],
      ['d', null, null],
    ]);
  });

  it.each<[string, readonly UnitRates[], boolean]>([
    ['all equal', [row('a', 9, 9, 50), row('b', 9, 9, 50)], true],
    ['one alone', [row('a', 9, 9, 50)], false],
    ['none with a score', [row('a', 9, 0, null), row('b', 9, 0, null)], false],
    ['different ones', [row('a', 9, 9, 50), row('b', 9, 9, 60)], false],
  ])('is none of %s', (_name, rows, isNone) => {
    expect(areUnranked(rankedUnits(rows, { least: 3, order }))).toBe(isNone);
  });
});
