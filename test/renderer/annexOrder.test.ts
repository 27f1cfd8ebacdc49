import { expect, it } from 'vitest';
import { annexLines, chosenAnnexes, shiftAnnex } from '../../renderer/features/papers/annexOrder.ts';

const CHOICE = ['ranking', 'missing', 'charts'].map((annex) => ({ annex, caption: annex }));

it('shows the chosen annexes first, in their order, and the others to be chosen', () => {
  const lines = annexLines(CHOICE, ['missing', 'ranking', 'of another office']);
  expect(lines.map(({ annex, isChosen }) => `${annex} ${isChosen}`)).toEqual([
    'missing true',
    'ranking true',
    'charts false',
  ]);
});

it('puts one chosen last, takes one away, and moves one', () => {
  const chosen = ['missing', 'ranking'];
  const lines = annexLines(CHOICE, chosen);
  expect(chosenAnnexes(chosen, 'charts', true)).toEqual(['missing', 'ranking', 'charts']);
  expect(chosenAnnexes(chosen, 'missing', false)).toEqual(['ranking']);
  expect(shiftAnnex(lines, chosen, 'ranking', -1)).toEqual(['ranking', 'missing']);
  expect(shiftAnnex(lines, chosen, 'missing', -1)).toEqual(['missing', 'ranking']);
});

it('keeps one chosen that the data do not make at this moment', () => {
  const chosen = ['missing', 'not made now', 'ranking'];
  const lines = annexLines(CHOICE, chosen);
  expect(chosenAnnexes(chosen, 'charts', true)).toEqual([...chosen, 'charts']);
  expect(shiftAnnex(lines, chosen, 'ranking', -1)).toEqual(['ranking', 'not made now', 'missing']);
});
