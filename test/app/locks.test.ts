import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type Context, dataFile, readDirectory } from '../../electron/app/context.ts';
import { refuseLocked } from '../../electron/app/locks.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { programPlaces } from '../../electron/places.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const lock = (locked: boolean) =>
  desk.ask('periods.lock', { period: '2022-04', locked, reason: locked ? '通报已印发' : '重新核对' });

/** One penalty without its document number, stored. */
async function badBatch(): Promise<string> {
  const file = await desk.mail('市监局.xlsx', penalties([1], { change: { 1: { CF_WSH: null } } }));
  return (await desk.receive('2022-04-29T16:00', [file])).batch ?? '';
}

describe('a closed period', () => {
  it('refuses to let an error pass, or to take that back, until it is opened', async () => {
    await badBatch();
    const [error] = (await desk.ask('records.list', {})).records.flatMap(({ findings }) => findings);
    const confirm = { id: error?.id ?? 0, reason: '已电话核实' };
    await lock(true);
    expect(await desk.refusal('findings.confirm', confirm)).toMatchObject({ code: 'period_locked' });
    expect((await desk.ask('records.list', {})).records[0]).toMatchObject({ compliant: false });
    await lock(false);
    expect(await desk.ask('findings.confirm', confirm)).toEqual({ compliant: true });
    await lock(true);
    const back = { id: confirm.id, reason: null };
    expect(await desk.refusal('findings.confirm', back)).toMatchObject({ code: 'period_locked' });
  });

  it('keeps the manual registrations of the weeks it holds', async () => {
    const paper = { unit: 'xx-scjgj', duty: '000-02', period: '2022-W17', kind: 'paper', note: '收发室收到' } as const;
    const { id } = await desk.ask('submissions.register', paper);
    await lock(true);
    expect(await desk.refusal('submissions.withdraw', { id })).toMatchObject({ code: 'period_locked' });
    await lock(false);
    expect(await desk.ask('submissions.withdraw', { id })).toMatchObject({ id });
  });

  it('keeps its returns', async () => {
    const [returned] = await desk.ask('returns.write', { batch: await badBatch() });
    const id = returned?.id ?? 0;
    await lock(true);
    expect(await desk.refusal('returns.withdraw', { id })).toMatchObject({ code: 'period_locked' });
    await lock(false);
    expect((await desk.ask('returns.withdraw', { id })).withdrawnAt).toBe(desk.now);
  });

  it('is named in the refusal with the lock that closes it', async () => {
    const batch = await badBatch();
    await lock(true);
    const refused = await desk.refusal('batches.undo', { batch });
    expect(refused.message).toBe('报送期已锁定：2022-W17（随 2022-04 锁定）。请先解锁并写明理由。');
    await desk.ask('periods.lock', { period: '2022-W17', locked: true, reason: '周报已印发' });
    const both = await desk.refusal('batches.undo', { batch });
    expect(both.message).toContain('2022-W17（另随 2022-04 锁定）');
    await lock(false);
    expect((await desk.refusal('batches.undo', { batch })).message).toContain('已锁定：2022-W17。');
  });

  it.each([
    ['held by another’s lock', '2022-W17', '不能单独解锁：2022-W17 随 2022-04 锁定，请解锁后者。'],
    ['never locked', '2022-03', '不能单独解锁：2022-03 并未锁定。'],
  ])('is not opened where it holds no lock of its own: %s', async (_what, period, sentence) => {
    await lock(true);
    const before = await desk.ask('periods.locks', {});
    const refused = await desk.refusal('periods.lock', { period, locked: false, reason: '重新核对' });
    expect(refused).toMatchObject({ code: 'period_not_locked', message: expect.stringContaining(sentence) });
    expect(await desk.ask('periods.locks', {})).toEqual(before);
    expect(desk.rows("select 1 from audit where action = 'period.unlock'")).toEqual([]);
  });

  it('is asked for at the cost of laying out each lock once, and of nothing where nothing is asked', async () => {
    for (const period of ['2022-03', '2022-04', '2022-Q1'])
      await desk.ask('periods.lock', { period, locked: true, reason: '通报已印发' });
    const backups = path.join(desk.dataFolder, 'backups');
    const store = openStore(dataFile(desk.dataFolder), programPlaces().migrations, backups);
    try {
      const { duties, ...directory } = readDirectory(store.read);
      let laidOut = 0;
      const counted = {
        ...directory,
        get duties() {
          laidOut += 1;
          return duties;
        },
      };
      // Of the context the calendar alone is asked.
      const context = { calendar: createCalendar() } as unknown as Context;
      expect(() => refuseLocked(context, store.read, ['2022-W12'], counted)).toThrow(/随 2022-03、2022-Q1 锁定/);
      expect(laidOut).toBe(3);
      refuseLocked(context, store.read, [], counted);
      expect(laidOut).toBe(3);
    } finally {
      store.close();
    }
  });
});
