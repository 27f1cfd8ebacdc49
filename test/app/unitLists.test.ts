import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Unit } from '../../electron/contract/units.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** A unit list as somebody fills it in. */
async function list(...rows: readonly (readonly string[])[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  for (const row of rows) sheet.addRow([...row]);
  const file = path.join(desk.mailFolder, '名录.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}
const named = async (name: string): Promise<Unit | undefined> =>
  (await desk.ask('units.list', {})).find((unit) => unit.name === name);

describe('the unit list as a workbook', () => {
  it('changes nothing when it is read as it was written, whatever the units hold', async () => {
    const { groups: _g, order: _o, formerNames: _f, succession: _s, ...unit } = (await named('财政局')) ?? fail();
    const contacts = [
      { name: '张三', role: 'leader' as const, phone: '', email: '' },
      { name: '李四', role: 'leader' as const, phone: '0377-69660001', email: 'a@b.cn', wechat: 'lisi' },
      { name: '王五', role: 'clerk' as const, phone: '013800000000', email: '' },
    ];
    await desk.ask('units.save', {
      unit: { ...unit, contacts, activeFrom: '2019-01-01', note: '两行\n备注', parent: 'xx-xyb' },
    });
    await desk.ask('units.rename', {
      unit: 'xx-qxj',
      name: '气象中心',
      officialName: '西峡县气象中心',
      on: '2022-05-01',
      reason: '文|件',
    });
    const before = await desk.ask('units.list', {});
    const { path: file } = await desk.ask('units.write', {});
    const read = await desk.ask('units.read', { path: file });
    expect(read.rows.filter(({ act }) => act !== 'keep')).toEqual([]);
    expect(read).toMatchObject({ added: 0, changed: 0, refused: 0, unknownColumns: [], written: false });
    expect(read.rows).toHaveLength(before.length);
    expect(await desk.ask('units.list', {})).toEqual(before);
  });

  it('tells row by row what it would do, writes nothing before, and all of it after', async () => {
    const file = await list(
      ['编号', '简称', '全称', '分管领导', '电话', '经办人', '电话', '分组', '上级', '微博'],
      ['xx-czj', '财政局', '西峡县财政局', '赵一', '0377-1', '钱二', '139', '000-G0；000-G2', '', 'x'],
      ['', '粮食局', '西峡县粮食局', '', '', '', '', '000-G0', '发改委', ''],
      ['', '审计局', '西峡县审计局', '', '', '', '', '000-X9', '', ''],
      ['', '', '西峡县司法局', '', '', '', '', '', '', ''],
      ['', '税务局', '西峡县司法局', '', '', '', '', '', '', ''],
    );
    const preview = await desk.ask('units.read', { path: file, dryRun: true });
    expect(preview.rows.map(({ act }) => act)).toEqual(['change', 'add', 'refuse', 'change', 'refuse']);
    expect(preview.rows[0]?.changes).toEqual(
      expect.arrayContaining(['分管领导：（空） → 赵一', '经办人电话：（空） → 139']),
    );
    expect(preview.rows[2]?.message).toContain('没有分组“000-X9”');
    expect(preview.rows[4]?.message).toContain('与第 5 行是同一个单位');
    expect(preview).toMatchObject({ unknownColumns: ['微博'], written: false });
    expect(await named('粮食局')).toBeUndefined();
    const written = await desk.ask('units.read', { path: file });
    expect(written).toEqual({ ...preview, written: true });
    expect(await named('粮食局')).toMatchObject({ parent: 'xx-fgw', groups: ['000-G0'] });
    expect((await named('财政局'))?.groups).toContain('000-G2');
    const [line, ...more] = desk.rows<{ subject: string; detail: string }>(
      "select subject, detail from audit where action = 'unit.read'",
    );
    expect([line?.subject, more]).toEqual(['名录.xlsx', []]);
    // As it was before: the units without what the list gave them, and the groups without those it put in.
    const { before } = JSON.parse(line?.detail ?? '');
    expect(before.units).toContainEqual(expect.objectContaining({ id: 'xx-czj', contacts: [] }));
    const group = before.groups.find(({ id }: { readonly id: string }) => id === '000-G2');
    expect(group.units).not.toContain('xx-czj');
  });

  it.each<[string, string, string, RegExp]>([
    ['a name another has', '简称', '财政局', /“财政局”已被“财政局”使用/],
    ['an unknown kind', '类别', '省直', /类别“省直”不在列表里/],
    ['a day that is none', '生效', '明年', /生效“明年”不是日期/],
    ['an unknown parent', '上级', '无此局', /上级“无此局”不在单位名录里/],
    ['its own office as parent', '上级', '气象局', /绕成了圈/],
    ['more phones than people', '经办人电话', '1、2', /填了 0 人，电话却有 2 个/],
    ['a former name half told', '曾用名', '气象台', /曾用名“气象台”写法不对/],
  ])('refuses a row with %s', async (_, column, value, words) => {
    const row: Record<string, string> = { 编号: 'xx-qxj', 简称: '气象局', 经办人: '', [column]: value };
    const file = await list(Object.keys(row), Object.values(row));
    const [only] = (await desk.ask('units.read', { path: file })).rows;
    expect(only).toMatchObject({ act: 'refuse', row: 2 });
    expect(only?.message).toMatch(words);
  });

  it('is refused where there is no heading', async () => {
    const file = await list(['甲', '乙'], ['1', '2']);
    expect((await desk.refusal('units.read', { path: file })).message).toContain('没有单位名录');
  });
});

describe('units that may be one', () => {
  it('are none in the county as it ships', async () => {
    expect(await desk.ask('units.twins', {})).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['an official name without the county', '新单位', '西峡财政局', /全称只差地名/],
    ['one character', '市场局二', '西峡县市场监督管埋局', /全称只差一个字/],
    ['the end of the name', '统计办', '西峡县统计办公室', /只差机构名称的结尾/],
  ])('are found by %s', async (_, name, officialName, why) => {
    const other = (await desk.ask('units.list', {})).find(({ name }) => name === '财政局');
    if (!other) throw new Error('财政局');
    const unit = {
      id: null,
      name,
      officialName,
      aliases: [],
      kind: 'department' as const,
      activeFrom: null,
      activeTo: null,
      contacts: [],
      note: '',
    };
    await desk.ask('units.save', { unit });
    expect((await desk.ask('units.twins', {})).map((twins) => twins.why).join()).toMatch(why);
  });
});

function fail(): never {
  throw new Error('no such unit');
}
