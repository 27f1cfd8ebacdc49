import { describe, expect, it } from 'vitest';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { emptyFigure } from '../../renderer/parts/emptyFigure.ts';

const squares = (period: string): FigureRef => ({ kind: 'cells', period, asOf: '2022-05-05T09:00', state: 'late' });
const draft = { period: '2022-04', issued: false };

describe('a number with nothing behind it', () => {
  it.each(['0', '0.00%', '0条'])('is a zero where %s is printed', (shown) => {
    const { title, next } = emptyFigure({ ref: squares('2022-04'), shown, paper: draft });
    expect(title).toBe('0 条：没有符合的记录');
    expect(next).not.toContain('改过');
  });

  it('tells of a period before it that it had none', () => {
    const { title, next } = emptyFigure({ ref: squares('2022-03'), shown: '12', paper: draft });
    expect(title).toContain('2022年3月：0 条');
    expect(next).toContain('上期就是 0');
  });

  it.each([
    [{ period: '2022-04', issued: true }, true],
    [draft, false],
    [undefined, false],
  ])('speaks of the issuing only in an issued paper: %o', (paper, issued) => {
    const { title, next } = emptyFigure({ ref: squares('2022-04'), shown: '10', paper });
    expect(title).toBe('没有记录');
    expect(next).toContain('数据可能改过');
    expect(next.includes('印发')).toBe(issued);
  });

  it('a line of a score has no printed number of its own', () => {
    expect(emptyFigure({ ref: squares('2022-04'), shown: null, paper: undefined }).title).toBe('没有记录');
  });
});
