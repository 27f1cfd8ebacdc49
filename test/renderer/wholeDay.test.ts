import { expect, it } from 'vitest';
import { wholeDay } from '../../renderer/parts/wholeDay.ts';

it.each([
  ['2022-04-28', '2022-04-28T23:59'],
  [' 2022-04-28 ', '2022-04-28T23:59'],
  ['2022-04-29', '2022-04-29T17:00'],
  ['2022-04-28 00:00', null],
  ['', null],
])('takes “%s” for a whole day where no time was typed', (typed, moment) => {
  expect(wholeDay(typed, '2022-04-29T17:00')).toBe(moment);
});
