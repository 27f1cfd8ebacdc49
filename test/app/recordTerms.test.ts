import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DutyDraft, RecordTerm } from '../../electron/contract/duties.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const DUTY = '000-02';
const THREE_DAYS: RecordTerm = { days: 3, unit: 'natural', shift: 'next' };
const WEDNESDAY = '2022-04-20';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Seven days until 19 April 2022, three from the 20th. */
async function shortenTerm(): Promise<void> {
  const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === DUTY);
  if (!duty) throw new Error(DUTY);
  const { title, due, quota, groups, lead, target, note } = duty;
  const draft: DutyDraft = { id: DUTY, title, due, quota, groups, lead, target, note, recordTerm: THREE_DAYS };
  await desk.ask('duties.save', { duty: draft, from: WEDNESDAY, reason: '市信用办通知' });
}

/** Decided on the 18th, 20th and 24th; with the duty's seven days all are in time on the 25th. */
const SENT = { 1: { CF_JDRQ: '2022-04-18' }, 2: { CF_JDRQ: WEDNESDAY }, 3: { CF_JDRQ: '2022-04-24' } };
const send = async (received = '2022-04-25T10:00', title = '2022年4月25日—4月29日') => {
  const file = await desk.mail(`市监局${received.slice(8, 10)}.xlsx`, penalties([1, 2, 3], { change: SENT, title }));
  return onlyTable(await desk.receive(received, [file]));
};
const timely = () =>
  desk.rows<{ d: string; t: number }>(
    "select decision_date d, timely t from record where state = 'current' order by decision_date",
  );
const late = (table: Awaited<ReturnType<typeof send>>) =>
  table.findings.filter(({ rule }) => rule === 'late_record').map(({ value, message }) => `${value} ${message}`);

describe('a term of the records changed from a day on', () => {
  it('holds for what was decided from then on', async () => {
    expect(await send()).toMatchObject({ records: 3, timely: 3 });
    const batch = (await desk.ask('batches.list', {}))[0]?.id ?? '';
    await desk.ask('batches.undo', { batch });
    await shortenTerm();
    const table = await send();
    expect(table).toMatchObject({ records: 3, timely: 2 });
    // 23 April was a Saturday, the 24th a make-up workday: the last day of the three.
    expect(late(table)).toEqual([expect.stringContaining('2022-04-24')]);
    expect(timely()).toEqual([
      { d: '2022-04-18', t: 1 },
      { d: WEDNESDAY, t: 0 },
      { d: '2022-04-24', t: 1 },
    ]);
  });

  it('holds for a date that is mended, too', async () => {
    await shortenTerm();
    await send();
    const records = (await desk.ask('records.list', {})).records;
    const last = records.find(({ decisionDate }) => decisionDate === WEDNESDAY);
    const mend = (value: string) =>
      desk.ask('records.correct', { id: last?.id ?? 0, field: 'CF_JDRQ', value, reason: '电话核实' });
    expect((await mend('2022-04-19')).timely).toBe(true);
    expect(timely().map(({ t }) => t)).toEqual([1, 1, 1]);
  });

  it('holds for a record whose first receipt moves back, and forth when the import goes', async () => {
    await shortenTerm();
    await send('2022-04-28T10:00');
    expect(timely().map(({ t }) => t)).toEqual([0, 0, 0]);
    await send('2022-04-25T10:00');
    expect(timely().map(({ t }) => t)).toEqual([1, 0, 1]);
    const [batch] = await desk.ask('batches.list', {});
    await desk.ask('batches.undo', { batch: batch?.id ?? '' });
    expect(timely().map(({ t }) => t)).toEqual([0, 0, 0]);
  });

  it('is printed with the periods it holds in', async () => {
    await shortenTerm();
    const formula = async (period: string) => (await desk.ask('rates.compute', { period })).formula;
    expect(await formula('2022-03')).toContain('起7日内');
    expect(await formula('2022-03')).not.toContain('起3日内');
    expect(await formula('2022-04')).toMatch(/起7日内.*或.*起3日内/u);
    expect(await formula('2022-05')).not.toContain('起7日内');
  });
});
