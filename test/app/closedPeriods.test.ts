import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Duty } from '../../electron/contract/duties.ts';
import type { AppError } from '../../electron/contract/reply.ts';
import type { Unit, UnitDraft } from '../../electron/contract/units.ts';
import type { Args, RequestName } from '../../electron/contract.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-06-20T09:00';
});
afterEach(() => desk.close());

const lock = (period: string, locked = true) =>
  desk.ask('periods.lock', { period, locked, reason: locked ? '通报已印发' : '重新核对' });
const expected = async (period: string) =>
  (await desk.ask('status.grid', { period })).cells
    .filter(({ assigned }) => assigned)
    .map(({ unit, duty, period: of, due }) => [unit, duty, of, due]);

async function draftOf(id: string, more: Partial<UnitDraft>): Promise<UnitDraft> {
  const unit = (await desk.ask('units.list', {})).find((one): one is Unit => one.id === id);
  if (!unit) throw new Error(id);
  const { groups: _groups, order: _order, formerNames: _f, succession: _s, ...own } = unit;
  return { ...own, ...more };
}
async function dutyDraft(id: string, more: Partial<Args<'duties.save'>['duty']>): Promise<Args<'duties.save'>['duty']> {
  const duty = (await desk.ask('duties.list', {})).find((one): one is Duty => one.id === id);
  if (!duty) throw new Error(id);
  const { title, due, recordTerm, quota, groups, lead, target, note } = duty;
  return { id, title, due, recordTerm, quota, groups, lead, target, note, ...more };
}
const newUnit = (name: string): UnitDraft => ({
  id: null,
  name,
  officialName: `西峡县${name}`,
  aliases: [],
  kind: 'department',
  activeFrom: null,
  activeTo: null,
  contacts: [],
  note: '',
});
const merge = (on: string) => ({
  kind: 'merge' as const,
  from: ['xx-qxj', 'xx-ghj'],
  to: [newUnit('规划气象局')],
  on,
  reason: '西编〔2022〕9号',
});
async function officeWith(dueTime: string) {
  const office = await desk.ask('office.get', {});
  return { office: { ...office, settings: { ...office.settings, dueTime } } };
}

/** A unit list of one row. */
async function listOf(row: Readonly<Record<string, string>>): Promise<{ path: string }> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  sheet.addRow(Object.keys(row));
  sheet.addRow(Object.values(row));
  const file = path.join(desk.mailFolder, '名录.xlsx');
  await book.xlsx.writeFile(file);
  return { path: file };
}

type Change = readonly [what: string, name: RequestName, args: () => Promise<object>];

describe('a closed period keeps who owes what by when', () => {
  const changes: readonly Change[] = [
    ['members of a group', 'groups.save', async () => ({ id: '000-G1', units: ['xx-qxj'] })],
    [
      'members of a group from a day in it',
      'groups.save',
      async () => ({ id: '000-G1', units: ['xx-qxj'], from: '2022-05-10', reason: '文' }),
    ],
    [
      'the first day of a unit',
      'units.save',
      async () => ({ unit: await draftOf('xx-qxj', { activeFrom: '2022-06-15' }) }),
    ],
    ['a merger in it', 'units.succeed', async () => merge('2022-05-10')],
    [
      'the due rule of a duty',
      'duties.save',
      async () => ({ duty: await dutyDraft('000-14', { due: { rule: 'day-of-month', day: 20, time: '12:00' } }) }),
    ],
    [
      'a unit list',
      'units.read',
      () => listOf({ 编号: 'xx-qxj', 简称: '气象局', 全称: '西峡县气象局', 生效: '2022-06-15' }),
    ],
    ['the due time of the office', 'office.save', () => officeWith('09:00')],
  ];

  it.each(changes)('%s', async (_what, name, args) => {
    const before = await expected('2022-05');
    await lock('2022-05');
    const refused = await desk.refusal(name, await args());
    expect(refused).toMatchObject({
      code: 'period_locked',
      message: expect.stringContaining('2022-05，这样改会改变其中'),
    });
    expect(await expected('2022-05')).toEqual(before);
    await lock('2022-05', false);
    await desk.ask(name, (await args()) as never); // the table holds the arguments of each request
    expect(await expected('2022-05')).not.toEqual(before);
  });

  it('names the lock, an example and the day from which it can be changed', async () => {
    await lock('2022-04');
    const args = { id: '000-G1', units: ['xx-qxj'] };
    const refused: AppError = await desk.refusal('groups.save', { ...args, from: '2022-04-30', reason: '文' });
    expect(refused.message).toMatch(
      /^报送期已锁定：2022-04，这样改会改变其中 \d+ 项应报，如“.+” 2022-.+ 的“.+”（改为从2022年5月2日或以后起变更的，不必解锁）。请先解锁并写明理由。$/u,
    );
    const before = await expected('2022-04');
    await desk.ask('groups.save', { ...args, from: '2022-05-02', reason: '文' });
    expect(await expected('2022-04')).toEqual(before);
  });

  it('lets change from later on, and what decides nothing of it', async () => {
    const before = await expected('2022-05');
    await lock('2022-05');
    await desk.ask('units.save', { unit: await draftOf('xx-czj', { note: '改' }) });
    await desk.ask('units.save', { unit: newUnit('大数据中心') });
    await desk.ask('units.rename', {
      unit: 'xx-slj',
      name: '水务局',
      officialName: '西峡县水务局',
      on: '2022-05-10',
      reason: '文',
    });
    await desk.ask('units.succeed', merge('2022-06-10'));
    await desk.ask('duties.save', { duty: await dutyDraft('000-14', { note: '改' }) });
    expect(await expected('2022-05')).toEqual(before);
  });
});
