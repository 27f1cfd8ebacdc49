import { expect, it } from 'vitest';
import { kindFor, periodFor, periodKindsOf } from '../../renderer/features/papers/newPaper.ts';

it.each([
  ['2022-04', 'monthly', '2022-04'],
  ['2022-Q2', 'quarterly', '2022-Q2'],
  ['2022-H1', 'special', '2022-H1'],
  ['2022', 'annual', '2022'],
  ['2022-W17', 'monthly', '2022-04'],
] as const)('with %s on screen a new paper is %s about %s', (shown, kind, period) => {
  expect(kindFor(shown)).toBe(kind);
  expect(periodFor(kind, shown)).toBe(period);
});

it('turns the period into one that the kind chosen may be about', () => {
  expect(periodFor('quarterly', '2022-05')).toBe('2022-Q2');
  expect(periodFor('annual', '2022-Q4')).toBe('2022');
  expect(periodKindsOf('special')).toContain('week');
});
