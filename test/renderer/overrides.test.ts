import { describe, expect, it } from 'vitest';
import { overrideFor, withChoice, withoutTarget } from '../../renderer/features/imports/overrides.ts';

const sheet = { file: 'a.xlsx', sheet: 'Sheet1' };
const other = { file: 'a.xlsx', sheet: 'Sheet2' };

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
    const whole = { file: 'a.xlsx', sheet: null };
    const given = withChoice(withChoice(withChoice([], sheet, { unit: 'u1' }), other, { skip: true }), whole, {
      period: '2022-04',
    });
    expect(overrideFor(given, whole)).toEqual({ file: 'a.xlsx', period: '2022-04' });
    expect(withoutTarget(given, other).map((override) => override.sheet)).toEqual(['Sheet1', undefined]);
  });
});
