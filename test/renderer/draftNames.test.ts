import { expect, it } from 'vitest';
import type { PaperSummary } from '../../electron/contract/papers.ts';
import { draftNames } from '../../renderer/features/overview/draftNames.ts';

const draft = (part: Partial<PaperSummary>): PaperSummary => ({
  id: 1,
  kind: 'special',
  period: '2022-04',
  state: 'draft',
  title: '关于4月有关工作的通报',
  documentNo: '',
  date: null,
  addressee: '',
  steps: [{ step: 'drafted', by: '', at: '2022-04-29T10:20', note: '' }],
  voidReason: '',
  about: null,
  ...part,
});

it('tells drafts of one kind and period apart by when they were begun, and leaves others short', () => {
  const later = { step: 'drafted', by: '', at: '2022-04-29T16:05', note: '' } as const;
  const names = draftNames([draft({}), draft({ id: 2, steps: [later] }), draft({ id: 3, kind: 'monthly' })]);
  expect(names).toEqual([
    expect.stringMatching(/04-29 10:20 起草$/u),
    expect.stringMatching(/04-29 16:05 起草$/u),
    '月通报 2022年4月',
  ]);
});
