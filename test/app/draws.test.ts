import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SamplingRule } from '../../electron/contract/duties.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await sample({ draw: 'quarterly', cover: 'half-yearly', share: 0.4 });
});
afterEach(() => desk.close());

const DUTY = '000-14';

async function sample(sampling: SamplingRule): Promise<void> {
  const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === DUTY);
  if (!duty) throw new Error(`no ${DUTY}`);
  const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
  await desk.ask('duties.save', {
    duty: { id, title, due, recordTerm, quota, groups, lead, target, note, sampling },
  });
}
const draw = (period: string, seed = '20220401') => desk.ask('draws.make', { duty: DUTY, period, seed });
const coverage = (period: string) => desk.ask('draws.coverage', { duty: DUTY, period });

describe('a draw', () => {
  it('covers the half year with its last quarter, nobody twice before all were drawn', async () => {
    const { units } = await coverage('2022-05');
    const first = await draw('2022-Q1');
    expect(first.units).toHaveLength(Math.ceil(units.length * 0.4));
    expect(await coverage('2022-05')).toMatchObject({
      period: '2022-H1',
      draws: [{ id: first.id }],
      open: ['2022-Q2'],
    });
    const second = await draw('2022-Q2', '20220701');
    expect(second.units.slice(0, units.length - first.units.length).some((unit) => first.units.includes(unit))).toBe(
      false,
    );
    expect(await coverage('2022-05')).toMatchObject({ uncovered: [], open: [] });
    expect(await coverage('2022-Q3')).toMatchObject({ period: '2022-H2', draws: [] });
  });

  it('can be drawn again from its seed after it was withdrawn', async () => {
    const first = await draw('2022-Q1');
    await desk.ask('draws.withdraw', { id: first.id, reason: '演示' });
    expect((await draw('2022-Q1')).units).toEqual(first.units);
  });

  it('makes a seed of its own, kept and shown, where none is given', async () => {
    const made = await desk.ask('draws.make', { duty: DUTY, period: '2022-Q1', by: '李某' });
    expect(made.seed).toMatch(/^\d{8}$/);
    expect((await coverage('2022-Q1')).draws).toEqual([made]);
    await desk.ask('draws.withdraw', { id: made.id, reason: '复核' });
    expect((await draw('2022-Q1', made.seed)).units).toEqual(made.units);
  });

  it('is withdrawn with a reason and stays in the audit log', async () => {
    const { id, seed } = await draw('2022-Q1');
    expect(await desk.refusal('draws.withdraw', { id, reason: '' })).toMatchObject({ code: 'reason_required' });
    await desk.ask('draws.withdraw', { id, reason: '名单有误' });
    expect((await coverage('2022-Q1')).draws).toEqual([]);
    expect(await desk.refusal('draws.withdraw', { id, reason: '再次' })).toMatchObject({ code: 'draw_unknown' });
    const [line] = desk.rows<{ detail: string }>("select detail from audit where action = 'draw.withdraw'");
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ reason: '名单有误', draw: { seed } });
  });

  it('made anew after the last one leaves nobody over', async () => {
    const first = await draw('2022-Q1');
    await draw('2022-Q2');
    await desk.ask('draws.withdraw', { id: first.id, reason: '重抽' });
    await draw('2022-Q1', 'another');
    expect((await coverage('2022-Q1')).uncovered).toEqual([]);
  });

  it.each([
    ['of a period of another kind', { period: '2022-05' }, 'period_not_of_duty'],
    ['of what is no period', { period: '2022-Q5' }, 'period_invalid'],
    ['of a duty that is not sampled', { duty: '000-02' }, 'not_sampled'],
    ['of an unknown duty', { duty: '000-99' }, 'duty_unknown'],
  ])('%s is refused', async (_what, change, code) => {
    expect(await desk.refusal('draws.make', { duty: DUTY, period: '2022-Q1', ...change })).toMatchObject({ code });
  });

  it('is made once', async () => {
    await draw('2022-Q1');
    expect(await desk.refusal('draws.make', { duty: DUTY, period: '2022-Q1' })).toMatchObject({ code: 'draw_exists' });
  });
});
