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

describe('indicators in a December whose report is due in an unknown January', () => {
  const REPORT = '004-02-report';
  beforeEach(() => desk.ask('profiles.init', { profile: 'zhaoling-2018' }));
  const decemberOf = async (id: string) => {
    const years = await desk.ask('indicators.list', { year: 2026 });
    return years.find(({ indicator }) => indicator.id === id)?.values.at(-1);
  };

  it('are listed: only the number that asks for that moment is left open, with the remedy', async () => {
    expect(await decemberOf(REPORT)).toMatchObject({
      period: '2026-12',
      numerator: null,
      denominator: null,
      met: null,
      refused: expect.stringContaining('2027 年的放假调休安排尚未载入'),
    });
    const typed = await decemberOf('004-02-sent');
    expect(typed).not.toHaveProperty('refused');
    const [year] = await desk.ask('indicators.list', { year: 2026 });
    expect(year?.values.slice(0, -1).filter(({ denominator, refused }) => denominator === null || refused)).toEqual([]);
  });

  it('of other duties are counted', async () => {
    const counted = await decemberOf('004-04-issues');
    expect(counted).toMatchObject({ period: '2026-Q4', numerator: 0 });
    expect(counted).not.toHaveProperty('refused');
  });

  it('are typed: what is stored is answered, never refused', async () => {
    const entry = { indicator: '004-02-sent', period: '2026-12', numerator: 3, denominator: 4 };
    const reply = await desk.reply('indicators.enter', entry);
    expect(reply).toMatchObject({ ok: true, value: { indicator: { id: entry.indicator }, latest: { rate: 75 } } });
  });

  it('count once the year is loaded', async () => {
    const notice = { year: 2027, source: '', days: [{ day: '2027-01-01', kind: 'off', name: '元旦' }] } as const;
    await desk.ask('calendar.save', { notice });
    expect(await decemberOf(REPORT)).toMatchObject({ numerator: 0 });
    expect(await decemberOf(REPORT)).not.toHaveProperty('refused');
  });
});
