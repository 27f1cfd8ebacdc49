import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventTerm } from '../../electron/contract/duties.ts';
import type { EventDraft } from '../../electron/contract/events.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const DUTY = '000-04';
const objection: EventDraft = {
  id: null,
  duty: DUTY,
  unit: 'xx-scjgj',
  title: '某某公司对行政处罚信息提出异议',
  day: '2022-04-28',
  closedOn: null,
  outcome: '',
  note: '',
};

/** Gives the duty a term for its events. */
async function term(eventTerm: EventTerm): Promise<void> {
  const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === DUTY);
  if (!duty) throw new Error(`no ${DUTY}`);
  const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
  const draft = { id, title, due, recordTerm, quota, groups, lead, target, note, eventTerm };
  await desk.ask('duties.save', { duty: draft });
}

const WITHIN: EventTerm = { count: 3, unit: 'working', meaning: 'within', from: '收到异议' };
const AFTER: EventTerm = { count: 3, unit: 'months', meaning: 'not-before', from: '公示' };
const standing = async (asOf: string) =>
  (await desk.ask('events.list', { asOf })).map(({ due, state }) => [due, state]);

describe('an event', () => {
  it('is due by working days and overdue the day after', async () => {
    await term(WITHIN);
    await desk.ask('events.save', { event: objection, by: '李某' });
    expect(await standing('2022-05-06')).toEqual([['2022-05-06', 'open']]);
    expect(await standing('2022-05-07')).toEqual([['2022-05-06', 'overdue']]);
  });

  it('waits for its day where the term must have passed, and cannot be closed before', async () => {
    await term(AFTER);
    const { id } = await desk.ask('events.save', { event: objection });
    expect(await standing('2022-07-27')).toEqual([['2022-07-28', 'waiting']]);
    expect(await standing('2022-07-28')).toEqual([['2022-07-28', 'open']]);
    const closing = { ...objection, id, closedOn: '2022-07-27', outcome: '准予修复' };
    expect(await desk.refusal('events.save', { event: closing })).toMatchObject({ code: 'event_too_early' });
    expect(await desk.ask('events.save', { event: { ...closing, closedOn: '2022-07-28' } })).toMatchObject({
      id,
      state: 'closed',
      outcome: '准予修复',
    });
  });

  it('is closed only with its outcome, and then no longer among the open ones', async () => {
    await term(WITHIN);
    const { id } = await desk.ask('events.save', { event: objection });
    const closing = { ...objection, id, closedOn: '2022-05-05' };
    expect(await desk.refusal('events.save', { event: closing })).toMatchObject({ code: 'outcome_required' });
    await desk.ask('events.save', { event: { ...closing, outcome: '更正后回复' } });
    expect(await desk.ask('events.list', { open: true })).toEqual([]);
    expect(await desk.ask('events.list', {})).toMatchObject([{ state: 'closed', closedOn: '2022-05-05' }]);
  });

  it('without a term of its duty is open until it is closed', async () => {
    await desk.ask('events.save', { event: objection });
    expect(await standing('2025-01-01')).toEqual([[null, 'open']]);
  });

  it('is withdrawn with a reason and stays in the audit log', async () => {
    const { id } = await desk.ask('events.save', { event: objection, by: '李某' });
    expect(await desk.refusal('events.withdraw', { id, reason: ' ' })).toMatchObject({ code: 'reason_required' });
    await desk.ask('events.withdraw', { id, reason: '重复登记' });
    expect(await desk.ask('events.list', {})).toEqual([]);
    expect(await desk.refusal('events.withdraw', { id, reason: '再次' })).toMatchObject({ code: 'event_unknown' });
    const [line] = desk.rows<{ detail: string }>("select detail from audit where action = 'event.withdraw'");
    expect(line?.detail).toContain('重复登记');
    expect(line?.detail).toContain('某某公司');
  });

  it.each([
    ['of a duty that does not exist', { duty: '000-99' }, 'duty_unknown'],
    ['of a duty with a schedule', { duty: '000-02' }, 'not_an_event'],
    ['of an unknown unit', { unit: 'xx-none' }, 'unit_unknown'],
    ['on a day that does not exist', { day: '2022-02-30' }, 'moment_invalid'],
    ['closed before it began', { closedOn: '2022-04-27', outcome: '办结' }, 'range_invalid'],
    ['without a name', { title: ' ' }, 'reason_required'],
    ['that is not there to change', { id: 99 }, 'event_unknown'],
  ])('%s is refused', async (_what, change, code) => {
    expect(await desk.refusal('events.save', { event: { ...objection, ...change } })).toMatchObject({ code });
    expect(await desk.ask('events.list', {})).toEqual([]);
  });

  it('whose due day falls into a year without holidays is refused', async () => {
    await term(WITHIN);
    const late = { ...objection, day: '2026-12-31' };
    expect(await desk.refusal('events.save', { event: late })).toMatchObject({ code: 'year_unknown' });
    expect(await desk.ask('events.list', {})).toEqual([]);
  });
});
