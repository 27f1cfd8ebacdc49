import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Office } from '../../electron/contract/profiles.ts';
import {
  begunWith,
  gapsOf,
  type NumberBook,
  nextNumber,
  numberText,
  refuseNumber,
} from '../../electron/core/documentNumbers.ts';
import { Refusal } from '../../electron/core/refusal.ts';
import { SAMPLE_OFFICE } from './circularSample.ts';

const PATTERN = '西信用办〔{year}〕{no}号';
const book = (taken: readonly number[], begun = 0): NumberBook => ({ pattern: PATTERN, year: 2022, taken, begun });

function refusal(of: NumberBook, seq: number): string {
  try {
    refuseNumber(of, seq);
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a document number', () => {
  it('is printed without leading zeros, and as a blank until it is given', () => {
    expect(numberText(PATTERN, 2022, 6)).toBe('西信用办〔2022〕6号');
    expect(numberText(PATTERN, 2022, null)).toBe('西信用办〔2022〕\u3000号');
  });

  it.each([
    ['a year without any begins with 1', book([]), 1, []],
    ['the next is behind the last', book([1, 2, 3]), 4, []],
    ['an office may begin in the middle of a year', book([6]), 7, [[1, 5]]],
    [
      'what lies before the office’s own notice is told, too',
      book([2], 5),
      6,
      [
        [1, 1],
        [3, 4],
      ],
    ],
    [
      'what came before may be filled in',
      book([6, 2]),
      7,
      [
        [1, 1],
        [3, 5],
      ],
    ],
    ['the office’s own notice has one', book([], 5), 6, []],
    ['the office’s own notice is accounted for', book([6], 5), 7, [[1, 4]]],
  ])('%s', (_, of, next, gaps) => {
    expect(nextNumber(of)).toBe(next);
    expect(gapsOf(of).map(({ from, to }) => [from, to])).toEqual(gaps);
  });

  it.each([
    ['the next one', book([1, 2]), 3, ''],
    ['one that is taken', book([1, 2]), 2, 'number_taken'],
    ['one that would leave a hole', book([1, 2]), 4, 'number_gap'],
    ['the first of a year, whatever it is', book([]), 31, ''],
    ['a first one that is many papers ahead', book([], 5), 506, ''],
    ['a first one that is absurd', book([], 5), 507, 'number_gap'],
    ['one before the first', book([6]), 3, ''],
    ['that of the office’s own notice', book([], 5), 5, 'number_taken'],
    ['zero', book([]), 0, 'number_gap'],
    ['a broken one', book([]), 1.5, 'number_gap'],
  ])('%s: %#', (_, of, seq, code) => {
    expect(refusal(of, seq)).toBe(code);
  });

  it.each([
    ['西信用办〔2022〕5号', 2022, 5],
    [' 西信用办〔2022〕12号 ', 2022, 12],
    ['西信用办〔2022〕5号', 2023, 0],
    ['西政〔2022〕5号', 2022, 0],
    ['西信用办〔2022〕号', 2022, 0],
    ['', 2022, 0],
  ])('of the notice %s begins the year %i behind %i', (documentNo, year, begun) => {
    const office: Office = { ...SAMPLE_OFFICE, documentNoPattern: PATTERN, notice: { documentNo, title: '' } };
    expect(begunWith(office, year)).toBe(begun);
  });

  it('is never given twice and leaves no hole behind the first one, whatever is asked in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -1, max: 12 }), { nil: null }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 8 }),
        (asked, begun) => {
          const taken: number[] = [];
          for (const one of asked) {
            const seq = one ?? nextNumber(book(taken, begun));
            if (refusal(book(taken, begun), seq) === '') taken.push(seq);
          }
          expect(new Set(taken).size).toBe(taken.length);
          expect(begun === 0 || !taken.includes(begun)).toBe(true);
          const [first = 1] = taken;
          expect(gapsOf(book(taken, begun)).filter(({ to }) => to >= Math.max(first, begun))).toEqual([]);
          expect(nextNumber(book(taken, begun))).toBe(Math.max(begun, ...taken) + 1);
        },
      ),
    );
  });
});
