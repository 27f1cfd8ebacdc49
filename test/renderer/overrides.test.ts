import { describe, expect, it } from 'vitest';
import {
  isAnswered,
  overrideFor,
  withChoice,
  withoutCell,
  withoutConfirmation,
  withoutTarget,
} from '../../renderer/features/imports/overrides.ts';

const sheet = { file: 'a.xlsx', sheet: 'Sheet1', part: '' };
const other = { file: 'a.xlsx', sheet: 'Sheet2', part: '' };
const block = { ...sheet, part: 'A12:H30' };

describe('answers of the import session', () => {
  it('joins answers about one sheet into one override', () => {
    const given = withChoice(withChoice([], sheet, { unit: 'u1' }), sheet, { period: '2022-W17' });
    expect(given).toEqual([{ file: 'a.xlsx', sheet: 'Sheet1', unit: 'u1', period: '2022-W17' }]);
  });

  it('lets the newest answer win and keeps the columns answered before', () => {
    const first = withChoice([], sheet, { unit: 'u1', columns: { C: 'CF_WSH', D: 'CF_JDRQ' } });
    const second = withChoice(first, sheet, { unit: 'u2', columns: { D: null } });
    expect(overrideFor(second, sheet)).toEqual({
      file: 'a.xlsx',
      sheet: 'Sheet1',
      unit: 'u2',
      columns: { C: 'CF_WSH', D: null },
    });
  });

  it('keeps the date order of one column when another is answered', () => {
    const first = withChoice([], sheet, { dateOrder: { C: 'dmy' } });
    expect(overrideFor(withChoice(first, sheet, { dateOrder: { F: 'mdy' } }), sheet)?.dateOrder).toEqual({
      C: 'dmy',
      F: 'mdy',
    });
  });

  it('tells sheets of a file and the file itself apart', () => {
    const whole = { file: 'a.xlsx', sheet: null, part: '' };
    const given = withChoice(withChoice(withChoice([], sheet, { unit: 'u1' }), other, { skip: true }), whole, {
      period: '2022-04',
    });
    expect(overrideFor(given, whole)).toEqual({ file: 'a.xlsx', period: '2022-04' });
    expect(withoutTarget(given, other).map((override) => override.sheet)).toEqual(['Sheet1', undefined]);
  });

  it('tells the tables of one sheet apart, and takes what was said of the whole sheet back with either', () => {
    const given = withChoice(withChoice([], sheet, { splitByUnit: true }), block, { unit: 'u1' });
    expect(given.map(({ part, unit }) => [part, unit])).toEqual([
      [undefined, undefined],
      ['A12:H30', 'u1'],
    ]);
    const another = { ...sheet, part: 'A40:H50' };
    expect(isAnswered(given, another)).toBe(true);
    expect(withoutTarget(given, another)).toEqual([{ file: 'a.xlsx', sheet: 'Sheet1', part: 'A12:H30', unit: 'u1' }]);
    expect(withoutTarget(given, sheet)).toEqual([]);
  });

  it('takes a candidate that names its own part for that part', () => {
    expect(withChoice([], sheet, { part: '@u2', unit: 'u2' })).toEqual([
      { file: 'a.xlsx', sheet: 'Sheet1', part: '@u2', unit: 'u2' },
    ]);
  });

  it('forgets everything of a file with the file', () => {
    const given = withChoice(withChoice([], sheet, { skip: true }), other, { skip: true });
    expect(withoutTarget(given, { file: 'a.xlsx', sheet: null, part: '' })).toEqual([]);
  });
});

describe('cells mended on the spot', () => {
  const first = { cell: 'D6', value: '1', reason: '笔误' };
  const second = { cell: 'E7', value: '2', reason: '笔误' };

  it('add up, the newest value of a cell wins, and each is taken back alone', () => {
    const given = withChoice(withChoice([], sheet, { cells: [first] }), sheet, { cells: [second] });
    const again = withChoice(given, sheet, { cells: [{ ...first, value: '3' }] });
    expect(overrideFor(again, sheet)?.cells).toEqual([second, { ...first, value: '3' }]);
    expect(overrideFor(withoutCell(again, sheet, 'E7'), sheet)?.cells).toEqual([{ ...first, value: '3' }]);
  });
});

describe('findings that pass', () => {
  const one = { row: 6, cell: 'D6', rule: 'amount_unit', reason: '属实' } as const;
  const other = { row: 6, cell: 'D6', rule: 'special_chars', reason: '原文如此' } as const;

  it('are told apart by row, cell and rule', () => {
    const given = withChoice(withChoice([], sheet, { confirmations: [one] }), sheet, { confirmations: [other] });
    const left = withoutConfirmation(given, sheet, { row: 6, cell: 'D6', rule: 'amount_unit' });
    expect(overrideFor(left, sheet)?.confirmations).toEqual([other]);
  });
});
