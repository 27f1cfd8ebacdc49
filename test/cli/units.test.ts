import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupRevision, SuccessionPreview, Unit, UnitGroup } from '../../electron/contract/units.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

// One office's day from the first command on: the steps build on each other.
describe('the commands of units', () => {
  it('add a unit and change what was written of it, by any of its names', async () => {
    const added = await office.json<Unit>(
      ...['units', 'add', '--name', '高新办', '--official', '西峡县高新技术办公室', '--kind', 'office'],
      ...['--aliases', '高新技术办、高新局', '--active-from', '2022-03-01'],
    );
    expect(added).toMatchObject({ kind: 'office', aliases: ['高新技术办', '高新局'], activeFrom: '2022-03-01' });
    const edited = await office.json<Unit>('units', 'edit', '高新局', '--active-from', 'none', '--parent', '发改委');
    expect(edited).toMatchObject({ id: added.id, activeFrom: null, parent: 'xx-fgw', aliases: added.aliases });
    expect(await office.text('units', 'show', added.id)).toContain('上级  xx-fgw');
  });

  it('keep the contacts of a unit', async () => {
    const add = ['contacts', 'add', '丹水镇', '--name', '张三'];
    expect((await office.refusal(...add)).code).toBe('usage');
    await office.json(...add, '--role', 'clerk', '--phone', '0377-1', '--wechat', 'zs');
    await office.json(...add, '--email', 'zs@example.cn');
    const contacts = await office.json<object[]>('contacts', '--unit', 'xx-dsz');
    expect(contacts).toHaveLength(1);
    expect(contacts).toMatchObject([
      { unit: 'xx-dsz', name: '张三', role: 'clerk', phone: '0377-1', email: 'zs@example.cn', wechat: 'zs' },
    ]);
    expect(await office.json<Unit>('contacts', 'remove', '丹水镇', '--name', '张三')).toMatchObject({ contacts: [] });
    expect((await office.refusal('contacts', 'remove', '丹水镇', '--name', '张三')).message).toContain('没有联系人');
  });

  it('rename a unit from a day on and know the old name still', async () => {
    const renamed = await office.json<Unit>(
      ...['units', 'rename', '科技局', '--name', '科工局', '--official', '西峡县科学技术和工业信息化局'],
      ...['--from', '2022-05-01', '--note', '西编〔2022〕3号'],
    );
    expect(renamed).toMatchObject({ name: '科工局', formerNames: [{ until: '2022-04-30', name: '科技局' }] });
    expect(await office.text('units', 'show', '科工局')).toContain('原名  科技局');
    expect((await office.refusal('units', 'rename', '科工局', '--name', '科技局')).code).toBe('usage');
  });

  it('merge units into a new one, after a look at what that does', async () => {
    const merge = ['units', 'merge', '林业局', '水利局', '--new', '林水局=西峡县林业和水利局', '--from', '2022-06-01'];
    const preview = await office.json<SuccessionPreview>(...merge, '--dry-run');
    expect(preview.duties).toContainEqual(expect.objectContaining({ duty: '000-02', first: '2022-W22' }));
    expect(await office.text(...merge, '--dry-run')).toContain('尚未写入');
    expect((await office.refusal(...merge)).code).toBe('reason_required');
    const units = await office.json<Unit[]>(...merge, '--note', '西编〔2022〕5号');
    expect(units.map(({ name, activeTo }) => [name, activeTo])).toEqual([
      ['林业局', '2022-05-31'],
      ['林水局', null],
      ['水利局', '2022-05-31'],
    ]);
  });

  it('split a unit between one that is there and a new one', async () => {
    const units = await office.json<Unit[]>(
      ...['units', 'split', '商务局', '--into', '发改委', '--new', '招商局=西峡县招商局', '--from', '2022-07-01'],
      ...['--note', '西编〔2022〕6号'],
    );
    expect(units.map(({ name }) => name).toSorted()).toEqual(['发改委', '商务局', '招商局'].toSorted());
    expect((await office.refusal('units', 'split', '发改委', '--from', '2022-07-01')).message).toContain('--into');
    expect((await office.refusal('units', 'split', '发改委', '--new', '甲', '--from', '2022-07-01')).message).toContain(
      '简称=全称',
    );
  });

  it('write the list as a workbook that reads back unchanged', async () => {
    const file = path.join(office.folder, '名录.xlsx');
    expect(await office.json('units', 'export', '--out', file)).toMatchObject({ out: file });
    const read = await office.json('units', 'import', file, '--dry-run');
    expect(read).toMatchObject({ added: 0, changed: 0, refused: 0, written: false });
    expect(await office.text('units', 'import', file)).toContain('新增 0 个，更改 0 个');
    expect(await office.json('units', 'twins')).toEqual(expect.any(Array));
  });

  it('put units into groups and take them out, from a day on with the reason', async () => {
    const edit = ['groups', 'edit', '000-G1', '--add', '丹水镇', '--remove', '气象局', '--from', '2022-08-01'];
    expect((await office.refusal(...edit)).code).toBe('reason_required');
    const group = await office.json<UnitGroup & { revisions: GroupRevision[] }>(...edit, '--note', '会议纪要');
    const last = group.revisions.at(-1)?.units ?? [];
    expect([group.units.includes('xx-dsz'), last.includes('xx-dsz'), last.includes('xx-qxj')]).toEqual([
      false,
      true,
      false,
    ]);
    // The split of 1 July stays in it.
    expect(group.revisions.map(({ from }) => from)).toEqual(['0001-01-01', '2022-06-01', '2022-07-01', '2022-08-01']);
    expect(group.revisions.at(-1)?.units).toContain((await office.json<Unit>('units', 'show', '招商局')).id);
    expect(await office.text('groups')).toContain('000-G1');
    expect((await office.refusal('groups', 'edit', '000-G1', '--remove', '丹水镇')).message).toContain('不在分组');
  });

  it.each([
    [['units', 'foo'], 'usage', '可用：'],
    [['units', 'show', '没有局'], 'unit_unknown', '没有局'],
    [['units', 'show'], 'usage', '单位'],
    [['status', '--period', '2022-04', '--unit', '没有局'], 'unit_unknown', '没有局'],
    [['groups', 'edit', '000-G99', '--add', '丹水镇'], 'group_unknown', '000-G99'],
    [['groups', 'edit', '000-G1'], 'usage', '--add'],
  ])('refuse %j', async (args, code, words) => {
    const refused = await office.refusal(...args);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
  });
});
