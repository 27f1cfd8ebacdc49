import { describe, expect, it } from 'vitest';
import { changedPieces } from '../../renderer/features/papers/changedPieces.ts';

describe('changedPieces', () => {
  it.each([
    ['应报送53项，已报送6项。', '应报送53项，已报送16项。', ['16']],
    ['上报率为25.71%，居前。', '上报率为25.72%，居前。', ['25.72%']],
    ['甲局未报。', '甲局、乙局未报。', ['、乙局']],
    ['照旧。', '照旧。', []],
    ['', '全新。', ['全新。']],
  ])('%s → %s: only what changed is new', (before, after, changed) => {
    const pieces = changedPieces(before, after);
    expect(pieces.map(({ text }) => text).join('')).toBe(after);
    expect(pieces.filter(({ isNew }) => isNew).map(({ text }) => text)).toEqual(changed);
  });
});
