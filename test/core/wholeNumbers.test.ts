import { expect, it } from 'vitest';
import { isRagged, textPieces } from '../../electron/core/wholeNumbers.ts';

it.each([
  ['发改委（4期）、公安局', ['（4期）、']],
  ['科技局（0.00%）、统计局（100.00%）。', ['（0.00%）、', '（100.00%）。']],
  // A phrase breaks as any other.
  ['（一）上周（4月25日—5月1日）报送', []],
  // The number of a paragraph is no group of its text.
  ['（1）没有产生信息的', []],
  ['名单见附件（略）。', []],
])('keeps the numbers in brackets of %s on one line', (text, whole) => {
  const pieces = textPieces(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.flatMap((piece) => (piece.whole ? [piece.text] : []))).toEqual(whole);
  expect(isRagged(text)).toBe(whole.length > 0);
});
