import { expect, it } from 'vitest';
import type { PaperEdit } from '../../electron/contract/papers.ts';
import { beginHistory, endStep, recordEdits, redo, undo } from '../../renderer/features/papers/editHistory.ts';

const edits = (text: string): readonly PaperEdit[] => [{ edit: 'replace', key: 'a', text, base: '' }];

it('undoes and does again, step by step', () => {
  const [one, two] = [edits('一'), edits('二')];
  const history = recordEdits(recordEdits(beginHistory([]), one, null), two, null);
  const back = undo(history);
  expect(back.present).toBe(one);
  expect(undo(back).present).toEqual([]);
  expect(redo(back).present).toBe(two);
  expect(redo(redo(back)).present).toBe(two);
});

it('takes typing on in the same text as one step, until the text is left', () => {
  const typed = recordEdits(recordEdits(beginHistory([]), edits('一'), 'text a'), edits('一二'), 'text a');
  expect(undo(typed).present).toEqual([]);
  const later = recordEdits(endStep(typed), edits('一二三'), 'text a');
  expect(undo(later).present).toEqual(edits('一二'));
});

it('takes typing in another text as another step', () => {
  const history = recordEdits(recordEdits(beginHistory([]), edits('一'), 'text a'), edits('二'), 'text b');
  expect(undo(history).present).toEqual(edits('一'));
});

it('forgets what was undone once something else is done', () => {
  const undone = undo(recordEdits(beginHistory([]), edits('一'), null));
  expect(redo(recordEdits(undone, edits('二'), null)).present).toEqual(edits('二'));
});

it('records nothing where nothing changed', () => {
  const history = beginHistory([]);
  expect(recordEdits(history, history.present, null)).toBe(history);
  expect(undo(history)).toBe(history);
});
