import { expect, it } from 'vitest';
import { noResult } from '../../renderer/features/assessment/noResult.ts';

it.each([
  ['there are units but none took part: they can be given points', 0, 3, false, 'noneScored'],
  ['the county has no unit: there is nobody to give points to', 0, 0, false, 'noUnits'],
  ['the units are on their way', 0, 0, true, null],
  ['some have points', 2, 3, false, null],
])('tells why nobody has points where %s', (_, scored, known, loading, why) => {
  // Only their number is looked at.
  const units = (count: number) => Array.from({ length: count }, () => ({})) as never[];
  expect(noResult({ units: units(scored) }, { units: units(known), loading })).toBe(why);
});
