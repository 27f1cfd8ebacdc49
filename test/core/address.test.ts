import { describe, expect, it } from 'vitest';
import { cellAddress, cellPlace, columnLetters, columnNumber, rowNumber } from '../../electron/core/address.ts';

describe('cells', () => {
  it.each([
    ['D6', 4, 6],
    ['$AB$12', 28, 12],
    ['xfd1048576', 16384, 1048576],
  ])('%s is column %i, row %i', (address, column, row) => {
    expect(cellPlace(address)).toEqual({ column, row });
    expect(rowNumber(address)).toBe(row);
  });

  it.each(['', 'D', '6', 'D0', 'D6:E7', 'D 6', '6D'])('“%s” names none', (address) => {
    expect(cellPlace(address)).toBeNull();
    expect(rowNumber(address)).toBeNaN();
  });
});

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
