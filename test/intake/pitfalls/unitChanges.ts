import { expect } from 'vitest';
import type { Unit, UnitDraft } from '../../../electron/contract/units.ts';
import { type Desk, differenceOf, onlyTable, openDesk } from '../../app/desk.ts';
import { articles, penalties } from '../../app/workbooks.ts';
import type { Pitfall } from './pitfall.ts';

const FRIDAY = '2022-04-29T16:00';
const APRIL = { period: '2022-04', asOf: '2022-05-06T09:00' };

/** Runs a check at a desk of its own. */
const atDesk = (check: (desk: Desk) => Promise<void>) => async (): Promise<void> => {
  const desk = await openDesk();
  try {
    await check(desk);
  } finally {
    await desk.close();
  }
};

async function change(desk: Desk, id: string, changes: Partial<UnitDraft>): Promise<Unit> {
  const before = (await desk.ask('units.list', {})).find((unit) => unit.id === id);
  if (!before) throw new Error(id);
  const { groups: _groups, order: _order, ...draft } = before;
  return desk.ask('units.save', { unit: { ...draft, ...changes } });
}

const owedBy = async (desk: Desk, unit: string, period: string): Promise<string[]> => {
  const { cells } = await desk.ask('status.grid', { period, asOf: '2022-07-01T09:00', unit });
  return [...new Set(cells.map((cell) => cell.period))];
};

/** Renames, merges and new units: what holds while the directory is as it stands. */
export const UNIT_CHANGES: readonly Pitfall[] = [
  {
    number: 181,
    input: 'a unit renamed mid-year: files under the old and the new name, a circular from before',
    expected: 'one history under one id; the circular of a period, composed before or after, has the name of then',
    check: atDesk(async (desk) => {
      const old = await desk.mail('旧.xlsx', penalties([1, 2]));
      await desk.receive(FRIDAY, [old]);
      const before = await desk.ask('circulars.compose', { ...APRIL, no: 1 });
      desk.now = '2022-05-20T09:00';
      const renaming = {
        name: '市场局',
        officialName: '西峡县市场发展局',
        on: '2022-05-01',
        reason: '西编〔2022〕7号',
      };
      const renamed = await desk.ask('units.rename', { unit: 'xx-scjgj', ...renaming });
      expect([renamed.id, renamed.name]).toEqual(['xx-scjgj', '市场局']);

      // Under either name it is the one unit, and the same records.
      const again = penalties([1, 2], { change: { 2: { CF_NR: '警告并责令改正' } } });
      const titles = ['西峡县市场发展局行政处罚信息', '2022年4月25日—4月29日'];
      const file = await desk.mail('新.xlsx', { ...again, titles });
      const result = onlyTable(await desk.receive('2022-05-05T17:00', [file]));
      expect([result.unit?.id, result.unit?.name]).toEqual(['xx-scjgj', '市场局']);
      expect(differenceOf(result)).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
      const late = await desk.mail('迟.xlsx', penalties([3], { title: '2022年5月16日—5月20日' }));
      const next = onlyTable(await desk.receive('2022-05-20T09:00', [late]));
      expect([next.unit?.id, next.question]).toEqual(['xx-scjgj', null]);

      const namesIn = (document: unknown) =>
        new Set(JSON.stringify(document).match(/市场(?:监管局|监督管理局|局|发展局)/gu));
      const april = await desk.ask('circulars.compose', { ...APRIL, no: 1 });
      expect([namesIn(before), namesIn(april)]).toEqual([new Set(['市场监管局']), new Set(['市场监管局'])]);
      const may = await desk.ask('circulars.compose', { period: '2022-05', asOf: '2022-06-06T09:00', no: 2 });
      expect(namesIn(may)).toEqual(new Set(['市场局']));
      const { html } = await desk.ask('circulars.page', { document: before });
      expect(html).toContain('市场监管局');
    }),
  },
  {
    number: 182,
    input: 'a unit merged into another on 15 May',
    expected:
      'it owes the periods that begin before that day and none after; its successor the others; its old name is asked once, and what it owed may still be given to it',
    check: atDesk(async (desk) => {
      await change(desk, 'xx-ghj', { activeTo: '2022-05-14' });
      const group = (await desk.ask('groups.list', {})).find(
        (one) => one.units.includes('xx-ghj') && one.units.includes('xx-zrzyj'),
      );
      expect(group).toBeDefined();
      expect((await owedBy(desk, 'xx-ghj', '2022-05')).length).toBeGreaterThan(0);
      expect(await owedBy(desk, 'xx-ghj', '2022-06')).toEqual([]);
      expect((await owedBy(desk, 'xx-zrzyj', '2022-06')).length).toBeGreaterThan(0);

      const late = (name: string, numbers: number[]) =>
        desk.mail(name, penalties(numbers, { unit: '西峡县城乡规划局', title: '2022年5月16日—5月20日' }));
      const first = await late('甲.xlsx', [1]);
      const asked = await desk.receive('2022-05-20T16:00', [first]);
      expect(asked.files[0]?.code).toBe('unit_unknown');
      await desk.receive('2022-05-20T16:00', [first], { overrides: [{ file: '甲.xlsx', unit: 'xx-zrzyj' }] });
      const next = onlyTable(await desk.receive('2022-05-20T16:00', [await late('乙.xlsx', [2])]));
      expect([next.unit?.id, next.question]).toEqual(['xx-zrzyj', null]);

      // What it still owed from before may be given to it.
      const owed = await desk.mail('规划.xlsx', penalties([3], { unit: '规划局' }));
      const overrides = [{ file: '规划.xlsx', unit: 'xx-ghj' }];
      const given = onlyTable(await desk.receive('2022-05-20T16:00', [owed], { overrides }));
      expect([given.unit?.id, given.period, given.question]).toEqual(['xx-ghj', '2022-W17', null]);
    }),
  },
  {
    number: 183,
    input: 'a unit added after a circular was composed',
    expected: 'the circular prints as it was; the unit owes nothing from before it began',
    check: atDesk(async (desk) => {
      await desk.receive(FRIDAY, [await desk.mail('丹水镇.xlsx', articles(['春耕诚信宣传']))]);
      const document = await desk.ask('circulars.compose', { ...APRIL, no: 1 });
      const { html } = await desk.ask('circulars.page', { document });
      const fresh: UnitDraft = {
        id: null,
        name: '数据局',
        officialName: '西峡县大数据管理局',
        aliases: ['大数据管理局'],
        kind: 'department',
        activeFrom: '2022-05-02',
        activeTo: null,
        contacts: [],
        note: '',
      };
      const { id } = await desk.ask('units.save', { unit: fresh });
      for (const group of await desk.ask('groups.list', {}))
        await desk.ask('groups.save', { id: group.id, units: [...group.units, id] });

      expect(await desk.ask('circulars.page', { document })).toEqual({ html });
      expect(await desk.ask('circulars.compose', { ...APRIL, no: 1 })).toEqual(document);
      expect(await owedBy(desk, id, '2022-04')).toEqual([]);
      expect((await owedBy(desk, id, '2022-05')).length).toBeGreaterThan(0);
    }),
  },
];
