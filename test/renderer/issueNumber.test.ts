import { expect, it } from 'vitest';
import { issueNumber } from '../../renderer/features/papers/issueNumber.ts';

const RESERVED = { year: 2022, seq: 7 };

it.each([
  ['the next number', 'next', null, 2022, {}],
  ['none', 'none', RESERVED, 2022, { numbered: false }],
  ['the reserved one', 'reserved', RESERVED, 2022, { no: 7 }],
  ['nothing before one is chosen', 'reserved', null, 2022, undefined],
  ['nothing with one of another year', 'reserved', RESERVED, 2023, undefined],
] as const)('asks for %s', (_, from, reserved, year, asked) => {
  expect(issueNumber(from, reserved, year)).toEqual(asked);
});
