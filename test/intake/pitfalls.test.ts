import { describe, expect, it } from 'vitest';
import { CODES } from './pitfalls/codes.ts';
import { DATES } from './pitfalls/dates.ts';
import { FILES } from './pitfalls/files.ts';
import { LAYOUTS } from './pitfalls/layouts.ts';
import { OUTPUTS } from './pitfalls/outputs.ts';
import type { Pitfall } from './pitfalls/pitfall.ts';
import { ROWS } from './pitfalls/rows.ts';
import { STATISTICS } from './pitfalls/statistics.ts';
import { UNIT_NAMES } from './pitfalls/unitNames.ts';
import { VALUES } from './pitfalls/values.ts';

/** The sections of the list, each with its first and last number. */
const SECTIONS: readonly (readonly [string, number, number, readonly Pitfall[]])[] = [
  ['files', 1, 40, FILES],
  ['layouts', 41, 85, LAYOUTS],
  ['codes', 86, 113, CODES],
  ['dates', 114, 132, DATES],
  ['values', 133, 156, VALUES],
  ['rows', 157, 174, ROWS],
  ['unit names', 175, 183, UNIT_NAMES],
  ['statistics', 184, 200, STATISTICS],
  ['outputs', 201, 212, OUTPUTS],
];

describe.each(SECTIONS)('%s', (_name, first, last, cases) => {
  it(`holds the cases ${first} to ${last}, each once`, () => {
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    expect(cases.map((one) => one.number).sort((a, b) => a - b)).toEqual(numbers);
  });

  it.each(cases.filter((one) => one.check !== null))('$number $input → $expected', async ({ check }) => {
    expect.hasAssertions();
    await check?.();
  });

  it.each(cases.filter((one) => one.check === null))('$number $input: not here, with its reason', ({ why }) => {
    expect(why ?? '').not.toBe('');
  });
});
