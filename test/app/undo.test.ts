import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { articles, penalties, type Row } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const CORRECTED: Row = { CF_NR: '警告并责令改正' };
let files = 0;

/** Imports one table of penalties as a file of its own; returns its batch. */
async function send(
  received: string,
  numbers: number[],
  change: Readonly<Record<number, Row>> = {},
  removedRows?: 'remove' | 'keep',
): Promise<string> {
  const name = `第${++files}次.xlsx`;
  const file = await desk.mail(name, penalties(numbers, { change }));
  const result = await desk.receive(received, [file], { overrides: [{ file: name, removedRows }] });
  if (result.batch === null) throw new Error(`${name} changed nothing: ${result.files[0]?.message}`);
  return result.batch;
}

/** Records in force: document number → content and first receipt. */
async function inForce(): Promise<Record<string, string>> {
  const { records } = await desk.ask('records.list', { template: 'penalty-legal' });
  const entries = records.map((r) => [/〕(\d+)号/u.exec(String(r.values.CF_WSH))?.[1] ?? '', r] as const);
  expect(new Set(entries.map(([number]) => number)).size).toBe(entries.length);
  return Object.fromEntries(entries.map(([number, r]) => [number, `${r.values.CF_NR} ${r.receivedAt}`]));
}

/** The office mends what a record of the week says. */
async function mend(number: number, value: string): Promise<void> {
  const { records } = await desk.ask('records.list', { template: 'penalty-legal' });
  const found = records.find((record) => String(record.values.CF_WSH).includes(`〕${number}号`));
  await desk.ask('records.correct', { id: found?.id ?? 0, field: 'CF_NR', value, reason: '电话核实' });
}

/** What is told of record 1 about its term. */
async function lateness() {
  const { records } = await desk.ask('records.list', { template: 'penalty-legal' });
  const found = records.find((record) => String(record.values.CF_WSH).includes('〕1号'));
  const late = found?.findings.filter(({ rule }) => rule === 'late_record') ?? [];
  return { timely: found?.timely, late: late.map(({ id: _id, ...finding }) => finding) };
}

const undo = (batch: string) => desk.ask('batches.undo', { batch });
const cell = async () => (await desk.ask('status.grid', { period: '2022-W17', unit: 'xx-scjgj' })).cells[0];

const [MON, TUE, WED, THU] = ['2022-04-25T10:00', '2022-04-26T10:00', '2022-04-27T10:00', '2022-04-28T10:00'] as const;

describe('undo of an import', () => {
  it('takes its records back and leaves the cell as it was', async () => {
    const batch = await send(MON, [1, 2]);
    expect(await cell()).toMatchObject({ status: 'reported', count: 2 });
    expect(await desk.ask('batches.undo', { batch, by: '王五' })).toMatchObject({ batch, removed: 2, kept: 0 });
    expect(desk.rows("select subject, by from audit where action = 'import.undo'")).toEqual([
      { subject: batch, by: '王五' },
    ]);
    expect(await inForce()).toEqual({});
    expect(await cell()).toMatchObject({ status: 'pending', count: 0 });
    const rates = await desk.ask('rates.compute', { period: '2022-W17' });
    expect(rates.total).toMatchObject({ records: 0, complianceRate: null });
    expect((await desk.ask('batches.list', {}))[0]).toMatchObject({ id: batch, undoneAt: desk.now });
  });

  it('is refused a second time, and for a batch that never was', async () => {
    const batch = await send(MON, [1]);
    await undo(batch);
    expect(await desk.refusal('batches.undo', { batch })).toMatchObject({ code: 'batch_undone' });
    expect(await desk.refusal('batches.undo', { batch: 'B20220425-009' })).toMatchObject({ code: 'batch_unknown' });
  });

  it('lets the same file be imported again', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
    const first = await desk.receive(MON, [file]);
    await undo(first.batch ?? '');
    const second = await desk.receive(TUE, [file]);
    expect(second).toMatchObject({ batch: 'B20220429-002', files: [{ status: 'committed' }] });
    expect(await inForce()).toEqual({ 1: `警告 ${TUE}`, 2: `警告 ${TUE}` });
  });

  it('of a correction brings back what it changed and removed', async () => {
    await send(MON, [1, 2, 3]);
    const correction = await send(TUE, [1, 2, 4], { 2: CORRECTED }, 'remove');
    expect(await inForce()).toEqual({ 1: `警告 ${MON}`, 2: `警告并责令改正 ${MON}`, 4: `警告 ${TUE}` });
    expect(await undo(correction)).toMatchObject({ batch: correction, removed: 2, kept: 0 });
    expect(await inForce()).toEqual({ 1: `警告 ${MON}`, 2: `警告 ${MON}`, 3: `警告 ${MON}` });
    expect((await desk.ask('rates.compute', { period: '2022-W17' })).total).toMatchObject({ records: 3, updates: 0 });
  });

  it('of an older import leaves what a later file holds, from that file on', async () => {
    const first = await send(MON, [1, 2, 3]);
    const correction = await send('2022-05-20T10:00', [1, 2, 4], { 2: CORRECTED }, 'remove');
    expect(await undo(first)).toMatchObject({ batch: first, removed: 0, kept: 2 });
    const late = '2022-05-20T10:00';
    expect(await inForce()).toEqual({ 1: `警告 ${late}`, 2: `警告并责令改正 ${late}`, 4: `警告 ${late}` });
    desk.now = '2022-05-30T09:00';
    // What was timely by the first file is late by the second; nothing was changed by a later file any more.
    expect((await desk.ask('rates.compute', { period: '2022-W17' })).total).toMatchObject({
      records: 3,
      timely: 0,
      updates: 0,
    });
    expect(await cell()).toMatchObject({ status: 'late', count: 3, receivedAt: late });
    expect(await undo(correction)).toMatchObject({ batch: correction, removed: 3, kept: 0 });
    expect(await inForce()).toEqual({});
  });

  it('of a correction that a third file repeats leaves the corrected row', async () => {
    await send(MON, [1, 2]);
    const correction = await send(TUE, [1, 2], { 2: CORRECTED });
    const third = await send(WED, [1, 2, 3], { 2: CORRECTED });
    expect(await undo(correction)).toMatchObject({ batch: correction, removed: 0, kept: 1 });
    expect(await inForce()).toMatchObject({ 2: `警告并责令改正 ${MON}` });
    await undo(third);
    expect(await inForce()).toEqual({ 1: `警告 ${MON}`, 2: `警告 ${MON}` });
  });

  it('of a removal does not double a record that came again since', async () => {
    await send(MON, [1, 2, 3]);
    const removal = await send(TUE, [1, 2], {}, 'remove');
    const again = await send(WED, [3], { 3: CORRECTED });
    expect(await undo(removal)).toMatchObject({ batch: removal, removed: 0, kept: 0 });
    expect(await inForce()).toEqual({ 1: `警告 ${MON}`, 2: `警告 ${MON}`, 3: `警告并责令改正 ${MON}` });
    await undo(again);
    expect(await inForce()).toMatchObject({ 3: `警告 ${MON}` });
  });

  it('works in any order, down to nothing and without a trace in the rates', async () => {
    const batches = [
      await send(MON, [1, 2]),
      await send(TUE, [1, 2], { 1: CORRECTED }),
      await send(WED, [2], {}, 'remove'),
      await send(THU, [2, 5]),
    ];
    expect(await inForce()).toEqual({ 2: `警告 ${MON}`, 5: `警告 ${THU}` });
    const [first, second, third, fourth] = batches as [string, string, string, string];
    await undo(second);
    await undo(third);
    expect(await inForce()).toEqual({ 1: `警告 ${MON}`, 2: `警告 ${MON}`, 5: `警告 ${THU}` });
    await undo(first);
    expect(await inForce()).toEqual({ 2: `警告 ${THU}`, 5: `警告 ${THU}` });
    await undo(fourth);
    expect(await inForce()).toEqual({});
    expect(desk.rows('select * from tally')).toEqual([]);
  });

  it('counts two files of one call for the same duty as one import', async () => {
    const paths = [
      await desk.mail('甲.xlsx', penalties([1, 2])),
      await desk.mail('乙.xlsx', penalties([1, 2], { change: { 2: CORRECTED } })),
    ];
    const { batch } = await desk.receive(MON, paths);
    expect(await undo(batch ?? '')).toMatchObject({ batch, removed: 2, kept: 0 });
    expect(await inForce()).toEqual({});
  });

  it('of an import leaves a row mended since to the later file that repeats it, also when the mending goes', async () => {
    const first = await send(MON, [1]);
    await mend(1, '警告并责令改正');
    const second = await send(TUE, [1, 2]);
    const mending = (await desk.ask('batches.list', {})).find(({ kind }) => kind === 'correction');
    expect(await undo(first)).toMatchObject({ removed: 0, kept: 1, corrected: [{ title: expect.any(String) }] });
    expect(await inForce()).toEqual({ 1: `警告并责令改正 ${TUE}`, 2: `警告 ${TUE}` });
    expect(await cell()).toMatchObject({ count: 2, receivedAt: TUE });
    await undo(mending?.id ?? '');
    expect(await inForce()).toEqual({ 1: `警告 ${TUE}`, 2: `警告 ${TUE}` });
    expect(await undo(second)).toMatchObject({ removed: 2, kept: 0 });
    expect(await inForce()).toEqual({});
    expect(desk.rows('select * from tally')).toEqual([]);
  });

  it('of an import leaves a row that nobody repeated as the office mended it, until that is taken back', async () => {
    const first = await send(MON, [1]);
    await mend(1, '警告并责令改正');
    const [mending] = await desk.ask('batches.list', {});
    await undo(first);
    expect(await inForce()).toEqual({ 1: `警告并责令改正 ${MON}` });
    await undo(mending?.id ?? '');
    expect(await inForce()).toEqual({});
  });

  it('of the file that made a record timely tells again that it is late, at its cell', async () => {
    desk.now = '2022-06-10T10:00';
    await send('2022-06-06T10:00', [1]);
    const told = await lateness();
    expect(told).toMatchObject({ timely: false, late: [{ severity: 'notice', cell: 'K5' }] });
    const earlier = await send('2022-04-29T16:00', [1]);
    expect(await lateness()).toEqual({ timely: true, late: [] });
    await undo(earlier);
    expect(await lateness()).toEqual(told);
  });

  it('of the file a record first came in tells that it is late by the one that is left', async () => {
    desk.now = '2022-06-10T10:00';
    const first = await send('2022-04-29T16:00', [1]);
    await send('2022-06-06T10:00', [1, 2]);
    await undo(first);
    const { timely, late } = await lateness();
    expect([timely, late.length]).toEqual([false, 1]);
    expect(late[0]?.message).toContain('应于 2022-05-0');
  });

  it('keeps a quota filled by the file that is left', async () => {
    const first = await desk.receive(MON, [await desk.mail('一.xlsx', articles(['诚信进万家']))]);
    const changed = articles(['诚信进万家']);
    const second = { ...changed, rows: changed.rows.map((row) => ({ ...row, medium: '河南日报' })) };
    await desk.receive(TUE, [await desk.mail('二.xlsx', second)]);
    await undo(first.batch ?? '');
    const { cells } = await desk.ask('status.grid', { period: '2022-04', unit: 'xx-dsz', duty: '000-14' });
    expect(cells).toMatchObject([{ status: 'reported', count: 1, receivedAt: TUE }]);
  });
});
