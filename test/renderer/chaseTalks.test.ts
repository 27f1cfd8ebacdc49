import { describe, expect, it } from 'vitest';
import type { Chase } from '../../electron/contract/chases.ts';
import { chasedText, chaseTalks, newestTalks, talksText } from '../../renderer/features/reminders/chaseTalks.ts';
import { withdrawEach, withdrawnText } from '../../renderer/features/reminders/withdrawals.ts';

const chase = (id: number, part: Partial<Chase> = {}): Chase => ({
  id,
  unit: '甲局',
  duty: 'a',
  period: '2022-04',
  at: '2022-05-03T10:20',
  how: 'phone',
  whom: '张三（经办人）',
  answer: '答应尽快报送',
  promised: null,
  by: '李四',
  paper: null,
  ...part,
});

describe('the log of chases', () => {
  it('is one line per contact, however many things it was about', () => {
    const log = [chase(4, { at: '2022-05-04T09:00' }), chase(3, { duty: 'b' }), chase(2), chase(1, { unit: '乙局' })];
    expect(chaseTalks(log).map(({ chases }) => chases.map(({ id }) => id))).toEqual([[4], [3, 2], [1]]);
  });

  it.each<[string, Partial<Chase>]>([
    ['way', { how: 'wechat' }],
    ['person', { whom: '王丽（分管领导）' }],
    ['answer', { answer: '无人接听' }],
    ['promise', { promised: '2022-05-05' }],
    ['paper', { paper: 3 }],
    ['clerk', { by: '' }],
  ])('keeps apart what differs by its %s', (_, part) => {
    expect(chaseTalks([chase(1), chase(2, part)])).toHaveLength(2);
  });
});

describe('a long log', () => {
  const log = [chase(5, { at: '2022-05-05T09:00' }), chase(4), chase(3, { duty: 'b' }), chase(2, { duty: 'c' })];
  const shown = (limit: number) => {
    const { talks, isCut } = newestTalks(log, limit);
    return { ids: talks.map(({ chases }) => chases.map(({ id }) => id)), isCut };
  };

  it.each([
    ['is shown whole where it is short enough', 4, [[5], [4, 3, 2]], false],
    ['leaves out a contact that the limit would cut in two', 3, [[5]], true],
    ['ends between two contacts', 1, [[5]], true],
  ])('%s', (_, limit, ids, isCut) => {
    expect(shown(limit)).toEqual({ ids, isCut });
  });

  it('shows a part of a contact rather than nothing', () => {
    const { talks, isCut } = newestTalks([chase(3), chase(2, { duty: 'b' })], 1);
    expect(talks).toHaveLength(1);
    expect(isCut).toBe(true);
  });

  it('counts what counts: what went with a void letter is told apart', () => {
    const gone = chase(1, { how: 'letter', paper: 7, isVoid: true });
    expect(talksText(chaseTalks([...log, gone]), false)).toBe('共 2 次，4 项，另有 1 次随催报函作废，不计');
    expect(talksText(chaseTalks(log), true)).toBe('最近 2 次，4 项');
  });
});

describe('withdrawing a talk', () => {
  it('stops at the first line that is refused', async () => {
    const asked: number[] = [];
    const withdraw = async (id: number) => {
      asked.push(id);
      return id !== 3;
    };
    expect(await withdrawEach([1, 2, 3, 4], withdraw)).toBe(2);
    expect(asked).toEqual([1, 2, 3]);
    expect(await withdrawEach([1, 2], withdraw)).toBe(2);
  });

  it.each([
    [4, 4, '已撤回 4 笔'],
    [2, 4, '已撤回 2 笔，其余 2 笔没有撤回'],
    [0, 4, null],
  ])('says of %i of %i lines %s', (done, asked, text) => {
    expect(withdrawnText(done, asked)).toBe(text);
  });
});

describe('what was just logged', () => {
  it('is told by units and things, not by the lines it is kept in', () => {
    expect(chasedText([chase(1), chase(2, { duty: 'b' }), chase(3, { unit: '乙局' })])).toBe('2 个单位 3 项');
  });
});
