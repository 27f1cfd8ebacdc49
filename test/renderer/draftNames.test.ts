import { describe, expect, it } from 'vitest';
import type { PaperSummary } from '../../electron/contract/papers.ts';
import { draftNames } from '../../renderer/features/overview/draftNames.ts';

const draft = (part: Partial<PaperSummary>): PaperSummary => ({
  id: 1,
  kind: 'special',
  period: '2022-04',
  state: 'draft',
  title: '西峡县社会信用体系建设工作领导小组办公室关于2022年4月双公示信息报送情况的专项通报',
  documentNo: '',
  date: null,
  addressee: '',
  steps: [{ step: 'drafted', by: '', at: '2022-04-29T10:20', note: '' }],
  voidReason: '',
  about: null,
  ...part,
});

describe('the drafts on the first page', () => {
  it('are called by kind and period where that says enough', () => {
    expect(draftNames([draft({}), draft({ id: 2, kind: 'monthly' })])).toEqual([
      '专项通报 2022年4月',
      '月通报 2022年4月',
    ]);
  });

  it('say what they are about where two are of one kind and period', () => {
    const other = draft({ id: 2, title: '关于2022年4月联合奖惩案例报送情况的专项通报' });
    expect(draftNames([draft({}), other])).toEqual([
      '专项通报　2022年4月双公示信息报送情况的专项通报',
      '专项通报　2022年4月联合奖惩案例报送情况的专项通报',
    ]);
  });

  it('say which one they are where titles are alike, too, even if begun in the same minute', () => {
    const names = draftNames([draft({ id: 7 }), draft({ id: 8 })]);
    expect(names[0]).toMatch(/第 7 份，04-29 10:20 起草$/u);
    expect(names[1]).toMatch(/第 8 份，04-29 10:20 起草$/u);
  });

  it('say whom letters are to', () => {
    const letter = { kind: 'letter', period: null, title: '关于报送信用信息的催报函' } as const;
    const names = draftNames([draft({ ...letter, addressee: '公安局' }), draft({ ...letter, addressee: '财政局' })]);
    expect(names.map((name) => name.slice(-3))).toEqual(['公安局', '财政局']);
  });
});
