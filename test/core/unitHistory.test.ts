import { describe, expect, it } from 'vitest';
import { nameAt } from '../../electron/contract/nameAt.ts';
import type { UnitGroup } from '../../electron/contract/units.ts';
import { changeGroup, membersAt, replaceIds, replaceMembers } from '../../electron/core/groupHistory.ts';
import type { ProfileUnit } from '../../electron/core/profile.ts';
import { parentLoop, renameUnit } from '../../electron/core/unitHistory.ts';
import { takenName } from '../../electron/core/unitNaming.ts';

const unit = (id: string, name: string, more: Partial<ProfileUnit> = {}): ProfileUnit => ({
  id,
  name,
  officialName: `西峡县${name}`,
  aliases: [],
  kind: 'department',
  order: 1,
  activeFrom: null,
  activeTo: null,
  contacts: [],
  note: '',
  ...more,
});
const to = (name: string, on: string, reason = '西编〔2019〕3号') => ({
  name,
  officialName: `西峡县${name}`,
  on,
  reason,
});

describe('a unit that is renamed', () => {
  const once = renameUnit(unit('u', '环保局'), to('生态环境局', '2019-03-01'));
  const twice = renameUnit(once, to('环境局', '2021-01-01'));

  it.each([
    ['2018-12-31', '环保局'],
    ['2019-02-28', '环保局'],
    ['2019-03-01', '生态环境局'],
    ['2020-12-31', '生态环境局'],
    ['2021-01-01', '环境局'],
  ])('is on %s called %s', (day, name) => {
    expect(nameAt(twice, day)).toEqual({ name, officialName: `西峡县${name}` });
  });

  it.each<[string, ProfileUnit, ReturnType<typeof to>, RegExp]>([
    ['to its own name', once, to('生态环境局', '2020-01-01'), /没有变化/],
    ['without a reason', once, to('环境局', '2020-01-01', ' '), /reason_required/],
    ['before the last renaming', twice, to('环保厅', '2020-05-01'), /2020年12月31日为止叫“生态环境局”/],
    ['on the day of the last renaming', twice, to('环保厅', '2021-01-01'), /2021年1月1日之后/],
    [
      'after it ended',
      unit('u', '国税局', { activeTo: '2018-07-04' }),
      to('税务局', '2018-07-05'),
      /已于2018年7月4日停用/,
    ],
    ['before it began', unit('u', '医保局', { activeFrom: '2019-01-01' }), to('医疗保障局', '2019-01-01'), /才启用/],
  ])('is refused %s', (_, before, renaming, words) => {
    expect(() => renameUnit(before, renaming)).toThrow(words);
  });
});

describe('a name', () => {
  const past = unit('a', '国税局', { activeTo: '2018-07-04' });
  const former = renameUnit(unit('b', '环保局'), to('生态环境局', '2019-03-01'));
  it.each<[string, string, string | null, string | null]>([
    ['of a unit that is', '生态环境局', null, '生态环境局'],
    ['of a unit that has ended, from then on', '国税局', '2018-07-05', null],
    ['of a unit that has ended, while it was', '国税局', '2018-07-04', '国税局'],
    ['borne before, from the day after', '环保局', '2019-03-01', null],
    ['borne before, with the days of then', '环保局', '2019-02-28', '生态环境局，曾用名至 2019-02-28'],
    ['nobody has', '气象局', null, null],
  ])('%s is free or taken', (_, name, from, owner) => {
    expect(takenName([name], { id: null, from, to: null }, [past, former])?.owner ?? null).toBe(owner);
  });

  it('is the same in full width and with blanks', () => {
    expect(takenName(['生态 环境局'], { id: null, from: null, to: null }, [former])?.owner).toBe('生态环境局');
    expect(takenName(['生态环境局'], { id: 'b', from: null, to: null }, [former])).toBeNull();
  });
});

describe('parents', () => {
  const units = [unit('a', '甲局'), unit('b', '乙队', { parent: 'a' }), unit('c', '丙所', { parent: 'b' })];
  it.each<[string, string | null, string | null]>([
    ['a', 'c', '甲局'],
    ['a', 'a', '甲局'],
    ['c', 'a', null],
    ['a', null, null],
  ])('%s under %s goes round at %s', (id, parent, loop) => {
    expect(parentLoop(id, parent, units)).toBe(loop);
  });
});

describe('a group', () => {
  const group: UnitGroup = { id: 'G1', title: '牵头单位', source: '', units: ['a', 'b'], open: true, note: '' };
  const today = '2022-06-01';
  const changed = changeGroup(group, ['a', 'c'], { from: '2022-05-01', reason: '文', today });

  it('keeps what it was before a change', () => {
    expect([membersAt(changed, '2022-04-30'), membersAt(changed, '2022-05-01'), changed.units]).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['a', 'c'],
    ]);
  });

  it('is today what it was until a later change comes into force', () => {
    const ahead = changeGroup(group, ['c'], { from: '2022-07-01', reason: '文', today });
    expect([ahead.units, membersAt(ahead, '2022-07-01')]).toEqual([['a', 'b'], ['c']]);
  });

  it('changed for always keeps its revisions and changes each of them', () => {
    const always = changeGroup(changed, ['c', 'd'], { from: undefined, reason: '', today });
    expect([membersAt(always, '2022-04-30'), always.units]).toEqual([
      ['b', 'd'],
      ['c', 'd'],
    ]);
  });

  it('changed again on the same day holds the last list; before it, it is refused', () => {
    const again = changeGroup(changed, ['a'], { from: '2022-05-01', reason: '文', today });
    expect([again.revisions?.length, again.units]).toEqual([2, ['a']]);
    expect(() => changeGroup(changed, ['a'], { from: '2022-04-01', reason: '文', today })).toThrow(
      /2022年5月1日已有一次变更/,
    );
  });

  it('gets the successors in the place of the ended, in later revisions too', () => {
    const swap = { from: ['b'], to: ['x', 'y'], on: '2022-03-01', reason: '文' };
    const swapped = replaceMembers(
      changeGroup(group, ['b', 'c'], { from: '2022-05-01', reason: '文', today }),
      swap,
      today,
    );
    expect(['2022-02-28', '2022-03-01', '2022-05-01'].map((day) => swapped && membersAt(swapped, day))).toEqual([
      ['a', 'b'],
      ['a', 'x', 'y'],
      ['x', 'y', 'c'],
    ]);
    expect(replaceMembers(group, { ...swap, from: ['z'] }, today)).toBeNull();
  });

  it.each([
    [['a', 'b', 'c'], ['b', 'c'], ['x'], ['a', 'x']],
    [['x', 'a'], ['a'], ['x'], ['x']],
    [['a'], ['b'], ['x'], ['a']],
  ])('%j without %j but %j is %j', (ids, from, to, result) => {
    expect(replaceIds(ids, from, to)).toEqual(result);
  });
});
