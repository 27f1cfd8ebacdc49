import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Unit, UnitDraft } from '../../electron/contract/units.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import type { Row } from './workbooks.ts';

/** 召陵区 asks for the list (004-03). */
let desk: Desk;
let unit: Unit;
beforeEach(async () => {
  desk = await openDesk({ init: false });
  await desk.ask('profiles.init', { profile: 'zhaoling-2018' });
  desk.now = '2018-04-10T09:00';
  unit = await unitNow();
});
afterEach(() => desk.close());

async function unitNow(): Promise<Unit> {
  const duty = (await desk.ask('duties.list', {})).find((one) => one.templates.includes('contact-list'));
  const found = (await desk.ask('units.list', {})).find((one) => one.id === duty?.units[0]);
  if (!found) throw new Error('no unit owes the list');
  return found;
}

const PEOPLE: Row = {
  leader: '张三',
  leaderPhone: '13800000001',
  clerk: '李四',
  clerkPhone: '13800000002',
  officePhone: '0395-2600001',
  mail: 'lisi@example.cn',
  wechat: 'lisi_zl',
};

async function receive(name: string, people: Row, received = '2018-04-10T08:00') {
  const rows = [{ unit: unit.officialName, ...people }];
  const titles = ['2018年4月双公示负责人名单和联系方式', `填报单位：${unit.officialName}`];
  return desk.receive(received, [await desk.mail(name, { sheet: 'Sheet1', template: 'contact-list', titles, rows })]);
}

async function enter(contacts: UnitDraft['contacts']): Promise<void> {
  const { groups: _groups, order: _order, formerNames: _former, succession: _succession, ...draft } = await unitNow();
  await desk.ask('units.save', { unit: { ...draft, contacts } });
}

const said = async (): Promise<string[]> =>
  (await unitNow()).contacts.map(({ role, name, phone, email, wechat = '' }) =>
    [role, name, phone, email, wechat].join(' ').trim(),
  );
const stored = (): unknown =>
  desk
    .rows<{ contacts: string }>(`select contacts from unit where id = '${unit.id}'`)
    .map((row) => JSON.parse(row.contacts));

const LISTED = ['leader 张三 13800000001', 'clerk 李四 13800000002、0395-2600001 lisi@example.cn lisi_zl'];

describe('a contact list', () => {
  it('gives the reminders whom to phone, with a line in the log, and is taken back with its batch', async () => {
    expect(await said()).toEqual([]);
    const result = await receive('名单.xlsx', PEOPLE);
    expect(onlyTable(result)).toMatchObject({ template: 'contact-list', status: 'committed', compliant: 1 });
    expect(await said()).toEqual(LISTED);
    const { items } = await desk.ask('reminders.list', { period: '2018-03', asOf: '2018-04-10T09:00' });
    expect(items.find((item) => item.unit === unit.id)?.contacts.map(({ phone }) => phone)).toEqual([
      '13800000001',
      '13800000002、0395-2600001',
    ]);
    expect(desk.rows("select subject, detail from audit where action = 'unit.contacts'")).toEqual([
      { subject: unit.id, detail: `${result.batch} 张三 13800000001；李四 13800000002、0395-2600001` },
    ]);
    expect(stored()).toEqual([[]]);
    await desk.ask('batches.undo', { batch: result.batch ?? '' });
    expect(await said()).toEqual([]);
  });

  it('that is not compliant names nobody', async () => {
    expect(onlyTable(await receive('名单.xlsx', { ...PEOPLE, leaderPhone: '待补' }))).toMatchObject({ compliant: 0 });
    expect(await said()).toEqual([]);
  });

  it('gives way to the next one, and its people come back when that is undone', async () => {
    await receive('名单.xlsx', PEOPLE);
    const { batch } = await receive(
      '名单2.xlsx',
      { ...PEOPLE, clerk: '王五', mail: null, wechat: null },
      '2018-04-10T08:30',
    );
    expect(await said()).toEqual([LISTED[0], 'clerk 王五 13800000002、0395-2600001']);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await said()).toEqual(LISTED);
  });

  it('leaves whom the office entered: new people stand beside them, fields of the same person are brought up to date', async () => {
    const clerk = { name: '李四', role: 'clerk' as const, phone: '0395-2600009', email: 'old@example.cn' };
    await enter([clerk, { name: '赵六', role: 'clerk', phone: '13800000006', email: '' }]);
    desk.now = '2018-04-11T09:00';
    const { batch } = await receive('名单.xlsx', { ...PEOPLE, mail: null }, '2018-04-11T08:00');
    const together = [
      'clerk 李四 13800000002、0395-2600001 old@example.cn lisi_zl',
      'clerk 赵六 13800000006',
      'leader 张三 13800000001',
    ];
    expect(await said()).toEqual(together);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await said()).toEqual(['clerk 李四 0395-2600009 old@example.cn', 'clerk 赵六 13800000006']);
  });

  it('does not make entered what it only named when the unit is saved; what the office changes then counts more', async () => {
    const { batch } = await receive('名单.xlsx', PEOPLE);
    await enter((await unitNow()).contacts);
    expect(stored()).toEqual([[]]);
    desk.now = '2018-04-10T10:00';
    await enter(
      (await unitNow()).contacts.map((one) => (one.role === 'leader' ? { ...one, phone: '13900000001' } : one)),
    );
    expect(await said()).toEqual(['leader 张三 13900000001', LISTED[1]]);
    expect(stored()).toMatchObject([[{ name: '张三', phone: '13900000001', enteredAt: '2018-04-10T10:00' }]]);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await said()).toEqual(['leader 张三 13900000001']);
  });

  it('is in the unit list that is written, which read back changes nothing', async () => {
    await receive('名单.xlsx', PEOPLE);
    const { path } = await desk.ask('units.write', {});
    expect(await desk.ask('units.read', { path })).toMatchObject({ written: false, changed: 0, added: 0 });
    expect(stored()).toEqual([[]]);
  });
});
