import { describe, expect, it } from 'vitest';
import { linkedPeriod } from '../../renderer/state/linkedPeriod.ts';

const nothing = { isBack: false, before: null };

describe('a link that brings a period along', () => {
  const there = linkedPeriod({ ...nothing, period: '2022-04', linked: '2022-W17' });

  it('chooses it, and going back brings the one before back', () => {
    expect(there.period).toBe('2022-W17');
    expect(linkedPeriod({ ...there, linked: null, isBack: true }).period).toBe('2022-04');
  });

  it('leaves it chosen on the screens after it', () => {
    expect(linkedPeriod({ ...there, linked: null, isBack: false })).toEqual({ period: '2022-W17', before: null });
  });

  it('leaves what the clerk chose there', () => {
    expect(linkedPeriod({ ...there, period: '2022-05', linked: null, isBack: true }).period).toBe('2022-05');
  });

  it('remembers over several links what was chosen at first, even if it was nothing', () => {
    const first = linkedPeriod({ ...nothing, period: null, linked: '2022-W17' });
    const second = linkedPeriod({ ...first, linked: '2022-03', isBack: false });
    expect(linkedPeriod({ ...second, linked: null, isBack: true }).period).toBeNull();
  });
});
