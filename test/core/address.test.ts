import { describe, expect, it } from 'vitest';
import { cellAddress, columnLetters, columnNumber } from '../../electron/core/address.ts';

describe('columns', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [28, 'AB'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ])('column %i is %s and back', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters)).toBe(column);
  });

  it('reads the column of an address', () => {
    expect(columnNumber('$ab$12')).toBe(28);
    expect(columnNumber('12')).toBe(0);
    expect(cellAddress(4, 6)).toBe('D6');
  });
});
