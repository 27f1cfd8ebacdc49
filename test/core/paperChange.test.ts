import { describe, expect, it } from 'vitest';
import { PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { PaperEdit } from '../../electron/contract/papers.ts';
import { paperChange } from '../../electron/core/paperChange.ts';

const edit = (n: number, text = `第${n}段`): PaperEdit => ({ edit: 'replace', key: `p/${n}`, text, base: '原文' });
const draft = (edits: readonly PaperEdit[], more: object = {}) => ({
  ...{ asOf: '2022-05-05T09:00', scope: { duties: null, units: null }, form: PLAIN_FORM, annexes: null, date: null },
  ...more,
  edits,
});

describe('what a save of a draft changed', () => {
  it.each([
    ['nothing', [edit(1)], [edit(1)], {}, {}],
    ['one edit more', [edit(1), edit(2)], [edit(1), edit(2), edit(3)], { edits: [edit(3)] }, { edits: [] }],
    ['one edit less', [edit(1), edit(2)], [edit(2)], { edits: [] }, { edits: [edit(1)] }],
    [
      'one written anew',
      [edit(1), edit(2)],
      [edit(1), edit(2, '新')],
      { edits: [edit(2, '新')] },
      { edits: [edit(2)] },
    ],
    [
      'their order',
      [edit(1), edit(2)],
      [edit(2), edit(1)],
      { edits: [edit(2), edit(1)] },
      { edits: [edit(1), edit(2)] },
    ],
  ])('%s', (_what, before, after, change, was) => {
    expect(paperChange(draft(before), draft(after))).toEqual({ change, before: was });
  });

  it('names each other field with what it was', () => {
    const after = draft([edit(1)], { annexes: ['missing'], form: { ...PLAIN_FORM } });
    expect(paperChange(draft([edit(1)]), after)).toEqual({
      change: { annexes: ['missing'] },
      before: { annexes: null },
    });
  });
});
