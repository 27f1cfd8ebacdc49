import { expect, it } from 'vitest';
import { addressOf, type PaperPlace } from '../../renderer/features/papers/paperAddress.ts';
import { NEW_PAPER_LINK } from '../../renderer/parts/links.ts';

const from = (place: PaperPlace, before: string) => addressOf(place, new URLSearchParams(before)).toString();

it.each([
  ['a paper', { at: 'paper', id: 12 }, 'tab=numbers', 'paper=12'],
  ['the register', { at: 'tab', tab: 'register' }, 'paper=12', ''],
  ['another tab', { at: 'tab', tab: 'numbers' }, '', 'tab=numbers'],
  ['a new paper', { at: 'new' }, 'tab=template', 'new=1'],
  ['a paper, the period of the link staying', { at: 'paper', id: 3 }, 'new=1&period=2022-04', 'period=2022-04&paper=3'],
] as const)('leads to %s', (_where, place, before, address) => {
  expect(from(place, before)).toBe(address);
});

it('is what links to a new paper say', () => {
  expect(NEW_PAPER_LINK).toBe(`/circulars?${from({ at: 'new' }, '')}`);
});
