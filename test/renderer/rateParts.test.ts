import { describe, expect, it } from 'vitest';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { divisionText, ratePartsOf } from '../../renderer/parts/rateParts.ts';

const at = { period: '2022-04', asOf: '2022-05-05T09:00', units: ['a'] } as const;

describe('ratePartsOf', () => {
  it.each<[FigureRef, string, string]>([
    [{ kind: 'records', ...at, state: 'all' }, 'compliant', 'faulty'],
    [{ kind: 'records', ...at, state: 'clocked' }, 'timely', 'untimely'],
    [{ kind: 'cells', ...at, state: 'expected' }, 'met', 'owed'],
  ])('tells what counts towards a rate of %j from the rest', (ref, counted, rest) => {
    expect(ratePartsOf(ref, '79.05%')).toMatchObject({
      counted: { ...ref, state: counted },
      rest: { ...ref, state: rest },
    });
  });

  it('takes a number of rows for what it is', () => {
    expect(ratePartsOf({ kind: 'records', ...at, state: 'all' }, '210')).toBeNull();
    expect(ratePartsOf({ kind: 'records', ...at, state: 'faulty' }, '20.95%')).toBeNull();
  });
});

describe('divisionText', () => {
  it('shows how the rate came about', () => {
    expect(divisionText(166, 210)).toBe('166 ÷ 210 = 79.05%');
  });
});
