import { expect, it } from 'vitest';
import { isSameAmount, roundedAmount } from '../../electron/core/amounts.ts';

it.each([
  [0.1 + 0.2, 0.3, true],
  [1e9 + 0.1 + 0.2, 1e9 + 0.3, true],
  [0.3, 0.300001, false],
  [15, 16, false],
])('takes %d and %d for one amount: %s', (a, b, same) => expect(isSameAmount(a, b)).toBe(same));

it('shows a sum of decimals as people write it', () => expect(roundedAmount(0.1 + 0.2)).toBe(0.3));
