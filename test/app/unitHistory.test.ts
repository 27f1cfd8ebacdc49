import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Unit, UnitDraft } from '../../electron/contract/units.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const unitOf = async (id: string): Promise<Unit> => {
  const unit = (await desk.ask('units.list', {})).find((one) => one.id === id);
  if (!unit) throw new Error(id);
  return unit;
};
const draft = (name: string, more: Partial<UnitDraft> = {}): UnitDraft => ({
  id: null,
  name,
  officialName: `西峡县${name}`,
  aliases: [],
  kind: 'department',
  activeFrom: null,
  activeTo: null,
  contacts: [],
  note: '',
  ...more,
});

describe('a renamed unit', () => {
  it('bears its new name without what nobody sees: a pasted line break would spoil every document', async () => {
    const renamed = await desk.ask('units.rename', {
      unit: 'xx-ghj',
      name: '规划\u000b中心\u200b',
      officialName: ' 西峡县\r\n规划中心',
      on: '2022-05-01',
      reason: '西编〔2022〕8号',
    });
    expect(renamed).toMatchObject({ name: '规划中心', officialName: '西峡县规划中心' });
    const { id: _id, ...rest } = draft('大数据\u000b中心', { aliases: ['大数据\n局'] });
    expect(await desk.ask('units.save', { unit: { id: null, ...rest } })).toMatchObject({
      name: '大数据中心',
      aliases: ['大数据局'],
    });
  });

  beforeEach(async () => {
    desk.now = '2022-05-20T09:00';
    await desk.ask('units.rename', {
      unit: 'xx-qxj',
      name: '气象中心',
      officialName: '西峡县气象服务中心',
      on: '2022-05-01',
      reason: '西编〔2022〕8号',
    });
  });

  it('has its old name in the papers of earlier periods and its new one in later ones', async () => {
    const names = async (period: string) => ({
      rates: (await desk.ask('rates.compute', { period })).units.find((one) => one.unit === 'xx-qxj')?.name,
      reminder: (await desk.ask('reminders.list', { period })).items.find((one) => one.unit === 'xx-qxj')?.name,
      circular: /气象(局|中心)/.exec(JSON.stringify(await desk.ask('circulars.compose', { period })))?.[0],
    });
    expect(await names('2022-04')).toEqual({ rates: '气象局', reminder: '气象局', circular: '气象局' });
    expect(await names('2022-W20')).toEqual({ rates: '气象中心', reminder: '气象中心', circular: '气象中心' });
  });

  it('keeps its name in papers made before a day that is still ahead in their period, as a duty keeps its title', async () => {
    const { name } = await unitOf('xx-scjgj');
    await desk.ask('units.rename', {
      unit: 'xx-scjgj',
      name: '市监中心',
      officialName: '西峡县市监中心',
      on: '2022-06-20',
      reason: '西编〔2022〕9号',
    });
    const changed = (await desk.ask('duties.list', {})).find(({ id }) => id === '000-02');
    if (changed === undefined) throw new Error('000-02');
    const { id, due, recordTerm, quota, groups, lead, target, note } = changed;
    const duty = { id, title: '新标题', due, recordTerm, quota, groups, lead, target, note };
    await desk.ask('duties.save', { duty, from: '2022-06-20', reason: '新规定' });
    const names = async (asOf: string) => {
      const at = { period: '2022-06', asOf };
      const { items } = await desk.ask('reminders.list', at);
      const item = items.find((one) => one.unit === 'xx-scjgj');
      return {
        rates: (await desk.ask('rates.compute', at)).units.find((one) => one.unit === 'xx-scjgj')?.name,
        reminder: item?.name,
        title: items.flatMap(({ owed }) => owed).find((one) => one.duty === '000-02')?.title,
        isRenamed: JSON.stringify(await desk.ask('circulars.compose', at)).includes('市监中心'),
      };
    };
    const { title } = changed;
    expect(await names('2022-06-10T09:00')).toEqual({ rates: name, reminder: name, title, isRenamed: false });
    const after = { rates: '市监中心', reminder: '市监中心', title: '新标题', isRenamed: true };
    expect(await names('2022-06-24T20:00')).toEqual(after);
  });

  it('is recognised by its old name, which is said', async () => {
    const file = await desk.mail(
      '气象局.xlsx',
      penalties([1], { unit: '西峡县气象局', title: '2022年5月16日—5月20日' }),
    );
    const result = await desk.ask('imports.preview', {
      sources: [{ path: file, name: '气象局.xlsx' }],
      received: '2022-05-20T09:00',
    });
    const [table] = result.files[0]?.tables ?? [];
    expect(table?.unit).toMatchObject({ id: 'xx-qxj', name: '气象中心' });
    expect(table?.unit?.evidence).toContain('气象局”是气象中心的曾用名');
  });

  it('keeps its old name from others and its history when its contacts are saved', async () => {
    const { groups: _groups, order: _order, formerNames: _f, succession: _s, ...own } = await unitOf('xx-qxj');
    await desk.ask('units.save', { unit: { ...own, note: '改' } });
    expect((await unitOf('xx-qxj')).formerNames).toEqual([
      { until: '2022-04-30', name: '气象局', officialName: '西峡县气象局', reason: '西编〔2022〕8号' },
    ]);
    expect(await desk.refusal('units.save', { unit: draft('气象局') })).toMatchObject({ code: 'name_taken' });
  });
});

describe('a merger', () => {
  const merge = {
    kind: 'merge' as const,
    from: ['xx-qxj', 'xx-ghj'],
    to: [draft('规划气象局')],
    on: '2022-05-01',
    reason: '西编〔2022〕9号',
  };

  it('shows beforehand which duties go on from which period, and writes nothing', async () => {
    const preview = await desk.ask('units.foresee', { ...merge, reason: '' });
    expect(preview).toMatchObject({ from: ['气象局', '规划局'], to: ['规划气象局'], on: '2022-05-01' });
    expect(preview.duties.find(({ duty }) => duty === '000-02')).toMatchObject({ last: '2022-W16', first: '2022-W17' });
    expect(preview.groups.map(({ id }) => id)).toContain('000-G0');
    expect((await desk.ask('units.list', {})).some(({ name }) => name === '规划气象局')).toBe(false);
  });

  it('ends the units the day before, and their groups go on', async () => {
    desk.now = '2022-05-20T09:00';
    const [first, ...others] = await desk.ask('units.succeed', merge);
    const heir = others.find(({ name }) => name === '规划气象局') ?? first;
    expect(await unitOf('xx-qxj')).toMatchObject({
      activeTo: '2022-04-30',
      succession: { kind: 'merge', on: '2022-05-01', units: [heir?.id], reason: '西编〔2022〕9号' },
    });
    expect(heir).toMatchObject({ activeFrom: '2022-05-01', name: '规划气象局' });
    const group = (await desk.ask('groups.list', {})).find(({ id }) => id === '000-G0');
    expect(group?.units).toContain(heir?.id);
    expect(group?.units).not.toContain('xx-qxj');
    expect(desk.rows<{ action: string }>("select action from audit where action = 'unit.succeed'")).toHaveLength(1);
  });

  it('leaves each period to one of them', async () => {
    desk.now = '2022-06-30T09:00';
    await desk.ask('units.succeed', merge);
    const heir = (await desk.ask('units.list', {})).find(({ name }) => name === '规划气象局')?.id ?? '';
    const owing = async (period: string) =>
      [...new Set((await desk.ask('status.grid', { period })).cells.map(({ unit }) => unit))].filter((id) =>
        ['xx-qxj', 'xx-ghj', heir].includes(id),
      );
    expect([await owing('2022-W16'), await owing('2022-W17'), await owing('2022-W18')]).toEqual([
      ['xx-qxj'],
      [heir],
      [heir],
    ]);
  });

  it('gives its units’ own parts in duties to the successor from that day', async () => {
    desk.now = '2022-05-20T09:00';
    await desk.ask('assignments.save', {
      unit: 'xx-ghj',
      duty: '000-02',
      role: 'lead',
      from: null,
      to: null,
      reason: '牵头',
      documentNo: '1',
    });
    await desk.ask('units.succeed', merge);
    expect(desk.rows('select unit, role, "from", "to" from assignment order by id')).toEqual([
      { unit: 'xx-ghj', role: 'lead', from: null, to: '2022-04-30' },
      { unit: expect.stringMatching(/^xx-u/), role: 'lead', from: '2022-05-01', to: null },
    ]);
  });

  it('is logged with all it changes as it was', async () => {
    desk.now = '2022-05-20T09:00';
    const child = await desk.ask('units.save', { unit: draft('人影办', { parent: 'xx-qxj' }) });
    const part = { unit: 'xx-ghj', duty: '000-02', role: 'lead', from: null, to: null } as const;
    const own = await desk.ask('assignments.save', { ...part, reason: '牵头', documentNo: '1' });
    const [first] = await desk.ask('duties.list', {});
    if (!first) throw new Error('no duty');
    const { id, title, due, recordTerm, quota, groups, target, note } = first;
    await desk.ask('duties.save', {
      duty: { id, title, due, recordTerm, quota, groups, lead: ['xx-qxj'], target, note },
    });
    const heirs = await desk.ask('units.succeed', merge);
    const [line] = desk.rows<{ detail: string }>("select detail from audit where action = 'unit.succeed'");
    const { before, successors } = JSON.parse(line?.detail ?? '');
    expect(before.units).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'xx-qxj', activeTo: null }),
        expect.objectContaining({ id: 'xx-ghj', activeTo: null }),
        expect.objectContaining({ id: child.id, parent: 'xx-qxj' }),
      ]),
    );
    expect(before.groups).toContainEqual(
      expect.objectContaining({ id: '000-G0', units: expect.arrayContaining(['xx-qxj', 'xx-ghj']) }),
    );
    expect(before.duties).toEqual([expect.objectContaining({ id, lead: ['xx-qxj'] })]);
    expect(before.assignments).toEqual([own]);
    expect(successors).toEqual(heirs.filter(({ activeTo }) => activeTo === null).map((unit) => unit.id));
  });

  it.each<[string, object, RegExp]>([
    ['without a reason', { reason: ' ' }, /依据/],
    ['of one unit into a new one', { from: ['xx-qxj'] }, /请用“改名”/],
    ['into one that ends with it', { to: ['xx-qxj'] }, /不能既撤销又接续/],
    ['into two', { to: [draft('甲局'), draft('乙局')] }, /请用“分设”/],
    ['under a taken name', { to: [draft('财政局')] }, /财政局/],
    ['of a unit nobody knows', { from: ['xx-qxj', 'xx-0'] }, /xx-0/],
  ])('is refused %s', async (_, change, words) => {
    expect((await desk.refusal('units.succeed', { ...merge, ...change })).message).toMatch(words);
    expect((await unitOf('xx-qxj')).activeTo).toBeNull();
  });

  it('cannot be made twice, and is taken back by opening the unit again', async () => {
    desk.now = '2022-05-20T09:00';
    await desk.ask('units.succeed', merge);
    expect((await desk.refusal('units.succeed', { ...merge, to: ['xx-czj'] })).message).toMatch(
      /“气象局”已于2022年5月1日撤并/,
    );
    const { groups: _groups, order: _order, formerNames: _f, succession: _s, ...own } = await unitOf('xx-qxj');
    await desk.ask('units.save', { unit: { ...own, activeTo: null } });
    expect(await unitOf('xx-qxj')).toMatchObject({ activeTo: null, succession: null });
  });

  it('asks about a file that names a unit of before', async () => {
    desk.now = '2022-05-20T09:00';
    await desk.ask('units.succeed', merge);
    const name = '处罚.xlsx';
    const sheet = penalties([1], { unit: '西峡县气象局', title: '2022年5月16日—5月20日' });
    const file = await desk.mail(name, { ...sheet, rows: sheet.rows.map((row) => ({ ...row, CF_CFJG: null })) });
    const result = await desk.ask('imports.preview', { sources: [{ path: file, name }], received: '2022-05-20T09:00' });
    const question = result.files[0]?.tables[0]?.question;
    expect(question?.candidates.map(({ label }) => label)).toEqual(['气象局', '规划气象局']);
    expect(question?.message).toContain('“西峡县气象局”已撤并，');
  });
});

describe('a split', () => {
  it('gives everything to each of the new units, and says so', async () => {
    desk.now = '2022-05-20T09:00';
    const split = {
      kind: 'split' as const,
      from: ['xx-jtj'],
      to: [draft('教育局', { officialName: '西峡县教育局' }), draft('体育中心')],
      on: '2022-05-01',
      reason: '文',
    };
    const preview = await desk.ask('units.foresee', split);
    expect(preview.notes.join()).toContain('每个接续单位都承接原单位的全部事项');
    const units = await desk.ask('units.succeed', split);
    expect(units.map(({ name }) => name).sort()).toEqual(['体育中心', '教体局', '教育局'].sort());
    const groups = units.map(({ groups }) => groups);
    expect(groups.filter((ids) => ids.includes('000-G0'))).toHaveLength(2);
  });

  it.each<[string, object, RegExp]>([
    ['into one', { to: [draft('甲局')] }, /请用“改名”/],
    ['of two units', { from: ['xx-jtj', 'xx-qxj'] }, /请用“合并”/],
  ])('is refused %s', async (_, change, words) => {
    const split = {
      kind: 'split',
      from: ['xx-jtj'],
      to: [draft('甲局'), draft('乙局')],
      on: '2022-05-01',
      reason: '文',
    };
    expect((await desk.refusal('units.succeed', { ...split, ...change })).message).toMatch(words);
  });
});

describe('a group changed from a day on', () => {
  it('is as before until then, and needs a reason', async () => {
    desk.now = '2022-06-30T09:00';
    const before = (await desk.ask('groups.list', {})).find(({ id }) => id === '000-G0')?.units ?? [];
    const units = before.filter((id) => id !== 'xx-qxj');
    expect(await desk.refusal('groups.save', { id: '000-G0', units, from: '2022-06-01' })).toMatchObject({
      code: 'reason_required',
    });
    const saved = await desk.ask('groups.save', { id: '000-G0', units, from: '2022-06-01', reason: '文' });
    expect(saved.revisions?.map(({ from }) => from)).toEqual(['0001-01-01', '2022-06-01']);
  });
});

describe('whoever changes the directory', () => {
  it('stands in the log with what was changed, and in the parts that go on', async () => {
    const by = '张敏';
    await desk.ask('assignments.save', {
      unit: 'xx-qxj',
      duty: '000-14',
      role: 'responsible',
      from: null,
      to: null,
      reason: '试点',
      documentNo: '',
      by: '李强',
    });
    await desk.ask('units.save', { unit: draft('大数据中心'), by });
    await desk.ask('units.rename', {
      unit: 'xx-ghj',
      name: '规划中心',
      officialName: '西峡县规划中心',
      on: '2022-05-01',
      reason: '西编〔2022〕8号',
      by,
    });
    await desk.ask('groups.save', { id: '000-G2', units: ['xx-qxj'], by });
    await desk.ask('units.succeed', {
      kind: 'merge',
      from: ['xx-qxj'],
      to: ['xx-slj'],
      on: '2022-06-01',
      reason: '西编〔2022〕9号',
      by,
    });
    const actions = ['unit.save', 'unit.rename', 'group.save', 'unit.succeed'];
    const logged = desk.rows<{ action: string; by: string }>('select action, by from audit order by id');
    expect(logged.filter(({ action }) => actions.includes(action))).toEqual(actions.map((action) => ({ action, by })));
    const parts = await desk.ask('assignments.list', { unit: 'xx-slj', duty: '000-14' });
    expect(parts).toMatchObject([{ from: '2022-06-01', by }]);
  });
});
