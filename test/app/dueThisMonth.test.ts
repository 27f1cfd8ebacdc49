import { expect, it } from 'vitest';
import { type Desk, openDesk, PROFILE } from './desk.ts';

/** What the overview of a county shows at a moment, `duty period due`. */
async function progressOf(profile: string, asOf: string, prepare = async (_desk: Desk): Promise<void> => {}) {
  const desk = await openDesk({ init: false });
  try {
    desk.now = asOf;
    await desk.ask('profiles.init', { profile });
    await prepare(desk);
    const { progress } = await desk.ask('overview.get', { asOf });
    return progress.map(({ duty, period, due }) => `${duty} ${period} ${due}`);
  } finally {
    await desk.close();
  }
}

it.each([
  ['the month before, due by its fifth day', 'zhaoling-2018', '2018-05-03T09:00', '004-02 2018-04 2018-05-07T18:00'],
  ['the month before, due by its last day', 'xingshan-2024', '2024-05-06T09:00', '002-12 2024-04 2024-05-31T18:00'],
  ['April, which the holidays moved into May', PROFILE, '2022-05-03T09:00', '000-14 2022-04 2022-05-05T18:00'],
  ['the quarter that ends', 'zhaoling-2018', '2018-07-01T09:00', '004-04 2018-Q2 2018-07-02T18:00'],
])(
  'the overview shows what falls due this week or month, whatever it is about: %s',
  async (_what, profile, asOf, line) => {
    expect(await progressOf(profile, asOf)).toContain(line);
  },
);

it('the overview shows each duty and period once, and none that is neither of this month nor due in it', async () => {
  const shown = await progressOf('zhaoling-2018', '2018-05-03T09:00');
  expect(shown).toEqual(['004-02 2018-04 2018-05-07T18:00', '004-02 2018-05 2018-06-05T18:00']);
});

it('the overview shows what an extension moved into this month', async () => {
  const extend = async (desk: Desk) => {
    const { units } = (await desk.ask('duties.list', {})).find(({ id }) => id === '004-02') ?? { units: [] };
    const approval = { reason: '系统故障', approver: '张三', documentNo: '召信用办〔2018〕1号', by: '' };
    const scope = { unit: units[0] ?? '', duty: '004-02', period: '2018-02', from: null, to: null };
    await desk.ask('exemptions.save', { ...scope, ...approval, kind: 'extended', until: '2018-05-10T18:00' });
  };
  const shown = await progressOf('zhaoling-2018', '2018-05-03T09:00', extend);
  expect(shown).toContain('004-02 2018-02 2018-05-10T18:00');
});

it('what falls due and the overview show an extension by more than a quarter', async () => {
  const desk = await openDesk();
  try {
    const [one, other] = (await desk.ask('duties.list', {})).find(({ id }) => id === '000-14')?.units ?? [];
    const approval = { reason: '系统迁移', approver: '王主任', documentNo: '西信用办函〔2022〕7号', by: '' };
    const scope = { kind: 'extended', period: '2022-04', from: null, to: null, until: '2022-09-20T18:00' } as const;
    await desk.ask('exemptions.save', { ...scope, ...approval, unit: one ?? '', duty: '000-14' });
    await desk.ask('exemptions.save', { ...scope, ...approval, unit: other ?? '', duty: '000-14' });
    const items = await desk.ask('calendar.due', { from: '2022-09-20', to: '2022-09-20' });
    expect(items.find(({ duty }) => duty === '000-14')).toMatchObject({ period: '2022-04', units: 2, open: 2 });
    expect(items.every(({ period }) => period === '2022-04')).toBe(true);
    const { progress } = await desk.ask('overview.get', { asOf: '2022-09-05T09:00' });
    expect(progress.find(({ duty, period }) => duty === '000-14' && period === '2022-04')).toMatchObject({
      expected: 2,
    });
    // No longer due when it first was.
    const before = await desk.ask('calendar.due', { from: '2022-05-05', to: '2022-05-05', unit: one });
    expect(before.map(({ duty }) => duty)).not.toContain('000-14');
  } finally {
    await desk.close();
  }
});
