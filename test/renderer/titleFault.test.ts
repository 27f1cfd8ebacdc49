import { describe, expect, it } from 'vitest';
import { TITLE_LIMIT } from '../../electron/contract/papers.ts';
import { faultOfTitle } from '../../renderer/features/papers/titleFault.ts';

describe('a title on screen', () => {
  it('is fine up to the length that is stored', () => {
    expect(faultOfTitle('通'.repeat(TITLE_LIMIT))).toBe('');
  });

  it('that is longer is kept as it was typed, and it says how much is too much', () => {
    expect(faultOfTitle('通'.repeat(TITLE_LIMIT + 12))).toMatch(/162 个字，最多 150 个，还没有保存.*多出的 12 个字/u);
  });

  it('must not be empty', () => {
    expect(faultOfTitle(' ')).toContain('不能空');
  });
});
