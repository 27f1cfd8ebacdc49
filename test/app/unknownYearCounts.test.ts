import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ init: false });
  desk.now = '2026-12-20T09:00';
});
afterEach(() => desk.close());

describe('the counts of cases of a year whose last reports are due in an unknown one', () => {
  it.each(['zhaoling-2018', 'xingshan-2024'])('are shown: %s', async (profile) => {
    await desk.ask('profiles.init', { profile });
    expect((await desk.ask('cases.counts', { template: 'publicity', year: 2026 })).months).toHaveLength(12);
  });

  it('say that December is over and short, though nobody can say by when it was due', async () => {
    await desk.ask('profiles.init', { profile: 'xingshan-2024' });
    const stored = (await desk.ask('duties.list', {})).find(({ id }) => id === '002-12');
    if (!stored) throw new Error('no 002-12');
    const { id, title, due, recordTerm, groups, lead, target, note } = stored;
    const quota = { count: 1, of: '件' } as const;
    await desk.ask('duties.save', { duty: { id, title, due, recordTerm, groups, lead, target, note, quota } });
    const short = async (asOf: string) =>
      (await desk.ask('cases.counts', { template: 'joint-case', year: 2026, asOf })).units[0]?.short.slice(-2);
    expect(await short('2026-12-20')).toEqual(['2026-10', '2026-11']);
    expect(await short('2027-01-04')).toEqual(['2026-11', '2026-12']);
  });
});
