import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../electron/contract/status.ts';
import { cellLabel, cellSign } from '../../renderer/parts/cellText.ts';

const square = (changes: Partial<GridCell>): GridCell => ({
  unit: 'xx-dsz',
  duty: '000-12',
  period: '2022-Q2',
  due: '2022-06-30T18:00',
  status: 'pending',
  receivedAt: null,
  late: false,
  quota: null,
  count: 0,
  assigned: true,
  ...changes,
});

describe('the sign of a square', () => {
  it.each<[string, Partial<GridCell>, string]>([
    ['pending', {}, ''],
    ['pending, its number not allotted', { unallotted: true }, '?'],
    ['missing, its number not allotted', { status: 'missing', unallotted: true }, '?'],
    ['contradicted, its number not allotted', { status: 'zero', unallotted: true, contradicted: true }, '!'],
  ])('is followed by what is doubtful: %s', (_what, changes, mark) => {
    const { unallotted: _number, contradicted: _contradiction, ...plain } = changes;
    expect(cellSign(square(changes))).toBe(`${cellSign(square(plain))}${mark}`);
    expect(cellSign(square(changes), { short: true })).toBe(`${cellSign(square(plain), { short: true })}${mark}`);
  });

  it('is said in words, too', () => {
    expect(cellLabel('丹水镇', square({ unallotted: true }))).toContain('未分配数量');
  });
});
