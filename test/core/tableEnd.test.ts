import { expect, it } from 'vitest';
import { rowsTogether } from '../../electron/core/tableEnd.ts';

it.each([
  ['two rows with a sum', [['1'], ['2'], ['3'], ['合计']], 3],
  [
    'the only row with a sum',
    [
      ['1', '发改委'],
      ['', '合计'],
    ],
    2,
  ],
  ['the last row alone where nothing is summed', [['1'], ['2'], ['3']], 1],
  ['nothing of an empty table', [], 1],
])('keeps together %s', (_, rows, count) => {
  expect(rowsTogether(rows)).toBe(count);
});
