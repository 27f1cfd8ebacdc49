import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const opened = async (options?: { readonly init: boolean }) => {
  const desk = await openDesk(options);
  desks.push(desk);
  return desk;
};

/** The parts of an office that a profile file carries, as another desk would see them. */
const setUp = async (desk: Desk) => ({
  office: await desk.ask('office.get', {}),
  units: await desk.ask('units.list', {}),
  groups: await desk.ask('groups.list', {}),
  duties: await desk.ask('duties.list', {}),
  indicators: desk.rows('select id, position, data from indicator order by position'),
});

const NAMES = {
  county: '源汇区',
  city: '漯河市',
  office: '源汇区社会信用体系建设领导小组办公室',
  documentWord: '源信用办',
  regionCode: '411102',
};

describe('the profiles shipped', () => {
  it('are the five counties of the notices and, last, a blank one', async () => {
    const desk = await opened({ init: false });
    const ids = (await desk.ask('profiles.list', {})).map((profile) => profile.id);
    expect(ids).toEqual(['jishan-2022', 'weidong-2021', 'xingshan-2024', 'xixia-2022', 'zhaoling-2018', 'blank']);
  });

  it.each([
    ['weidong-2021', '2021', '2021-05', '003-11'],
    ['zhaoling-2018', '2018', '2018-03', '004-02'],
  ])(
    '%s can be worked with: its duties have due moments and its grid has cells',
    async (profile, year, period, duty) => {
      const desk = await opened({ init: false });
      desk.now = `${year}-12-31T09:00`;
      await desk.ask('profiles.init', { profile });
      const grid = await desk.ask('status.grid', { period, duty });
      expect(grid.cells.length).toBeGreaterThan(0);
      expect(grid.cells.every((cell) => cell.status === 'missing')).toBe(true);
    },
  );

  it('has 33 units in Zhaoling owe the statistics of a month by the fifth of the next', async () => {
    const desk = await opened({ init: false });
    desk.now = '2018-06-01T09:00';
    await desk.ask('profiles.init', { profile: 'zhaoling-2018' });
    const { cells } = await desk.ask('status.grid', { period: '2018-03', duty: '004-02' });
    expect(cells).toHaveLength(33);
    // 5 April 2018 was Qingming, 6 and 7 April were days off.
    expect(new Set(cells.map((cell) => cell.due))).toEqual(new Set(['2018-04-08T18:00']));
  });

  it('refuses an id that is none', async () => {
    const desk = await opened({ init: false });
    expect((await desk.refusal('profiles.init', { profile: 'nanyang-2022' })).code).toBe('profile_unknown');
  });
});

describe('the blank profile', () => {
  it('takes the names given; letterhead, short name and number pattern follow, and duties are owed from this year on', async () => {
    const desk = await opened({ init: false });
    desk.now = '2024-03-05T09:00';
    await desk.ask('profiles.init', { profile: 'blank', names: NAMES });
    expect(await desk.ask('office.get', {})).toMatchObject({
      id: 'blank',
      county: '源汇区',
      office: NAMES.office,
      shortName: '区信用办',
      letterhead: `${NAMES.office}文件`,
      documentNoPattern: '源信用办〔{year}〕{no}号',
      regionCode: '411102',
      settings: { effectiveFrom: '2024-01-01' },
    });
    expect(await desk.ask('units.list', {})).toEqual([]);
    expect((await desk.ask('duties.list', {})).every((duty) => duty.units.length === 0)).toBe(true);
  });

  it.each(['双江拉祜族佤族布朗族傣族自治县', '积石山保安族东乡族撒拉族自治县'])(
    'takes the long name %s',
    async (county) => {
      const desk = await opened({ init: false });
      await desk.ask('profiles.init', { profile: 'blank', names: { ...NAMES, county } });
      expect((await desk.ask('office.get', {})).county).toBe(county);
    },
  );

  it('keeps its neutral names until the office has some', async () => {
    const desk = await opened({ init: false });
    await desk.ask('profiles.init', { profile: 'blank' });
    expect((await desk.ask('office.get', {})).county).toBe('××县');
  });

  it.each([
    ['a county without its kind', { ...NAMES, county: '源汇' }, '县、市、区或旗'],
    ['a short region code', { ...NAMES, regionCode: '4111' }, '6 位'],
  ])('refuses %s', async (_, names, words) => {
    const desk = await opened({ init: false });
    const refused = await desk.refusal('profiles.init', { profile: 'blank', names });
    expect(refused).toMatchObject({ code: 'usage', message: expect.stringContaining(words) });
  });

  it('is the only one that is given names', async () => {
    const desk = await opened({ init: false });
    expect((await desk.refusal('profiles.init', { profile: 'xixia-2022', names: NAMES })).code).toBe('usage');
  });
});

describe('a profile as one file', () => {
  it('gives another machine the office as it stands', async () => {
    const here = await opened();
    const office = await here.ask('office.get', {});
    await here.ask('office.save', { office: { ...office, contact: { ...office.contact, person: '张三' } } });
    await here.ask('groups.save', { id: '000-G2', units: ['xx-fgw', 'xx-scjgj'] });
    const written = await here.ask('profiles.export', {});
    expect(written.name).toBe('西峡县县情_20220429.json');
    const there = await opened({ init: false });
    const result = await there.ask('profiles.init', { profile: written.path });
    expect(result).toMatchObject({ profile: 'xixia-2022', duties: 16 });
    expect(await setUp(there)).toEqual(await setUp(here));
  });

  it('is the same when it is written again on the other machine', async () => {
    const here = await opened();
    const first = await here.ask('profiles.export', {});
    const there = await opened({ init: false });
    await there.ask('profiles.init', { profile: first.path });
    const second = await there.ask('profiles.export', {});
    expect(readFileSync(second.path, 'utf8')).toBe(readFileSync(first.path, 'utf8'));
  });

  it('carries who else owes what, the numbers of this year and later, and the calendar, and no exemption', async () => {
    const here = await opened();
    const [unit, other] = ['xx-dsz', 'xx-xpz'];
    const part = {
      unit,
      duty: '000-14',
      from: '2022-05-01',
      to: null,
      reason: '机构调整',
      documentNo: '西编〔2022〕1号',
    };
    await here.ask('assignments.save', { ...part, role: 'none', by: '李明' });
    await here.ask('assignments.save', { ...part, unit: 'xx-fy', duty: '000-02', role: 'responsible', by: '李明' });
    const gone = await here.ask('assignments.save', { ...part, duty: '000-10', role: 'none' });
    await here.ask('assignments.withdraw', { id: gone.id });
    const allot = (period: string, counts: Record<string, number>) =>
      here.ask('allotments.save', { duty: '000-12', period, counts });
    for (const period of ['2021-Q4', '2022-Q2', '2023-Q1']) await allot(period, { [unit]: 3, [other]: 0 });
    await here.ask('exemptions.save', {
      kind: 'exempt',
      unit,
      duty: null,
      from: '2022-04-01',
      to: '2022-05-31',
      period: null,
      until: null,
      reason: '机构改革',
      approver: '张主任',
      documentNo: '西信用办〔2022〕9号',
    });
    const day = { day: '2022-06-10', kind: 'off', name: '本县放假', reason: '县政府通告' } as const;
    await here.ask('calendar.saveCounty', { ...day, by: '李明' });
    await here.ask('calendar.save', {
      notice: {
        year: 2027,
        days: [{ day: '2027-01-01', kind: 'off', name: '元旦' }],
        source: '国办发明电〔2026〕7号',
      },
    });
    const first = await here.ask('profiles.export', {});
    const there = await opened({ init: false });
    await there.ask('profiles.init', { profile: first.path });
    const second = await there.ask('profiles.export', {});
    expect(readFileSync(second.path, 'utf8')).toBe(readFileSync(first.path, 'utf8'));

    const withoutIds = async (desk: Desk) =>
      (await desk.ask('assignments.list', {})).map(({ id: _id, ...assignment }) => assignment);
    expect(await withoutIds(there)).toEqual(await withoutIds(here));
    expect((await withoutIds(there)).map((one) => [one.duty, one.role])).toEqual([
      ['000-14', 'none'],
      ['000-02', 'responsible'],
    ]);
    const allotted = (await there.ask('allotments.list', { duty: '000-12' })).filter(({ count }) => count > 0);
    expect(allotted.map(({ period, unit: of, count }) => [period, of, count])).toEqual([
      ['2022-Q2', unit, 3],
      ['2023-Q1', unit, 3],
    ]);
    expect(await there.ask('exemptions.list', {})).toEqual([]);
    const june = await there.ask('calendar.show', { year: 2022 });
    expect(june.county).toMatchObject([{ ...day, by: '李明' }]);
    // Both offices find the same due moments at once, also those the added calendar moves.
    const dues = async (desk: Desk) =>
      (await desk.ask('status.grid', { period: '2022-06', duty: '000-02', asOf: '2022-12-31T12:00' })).cells.map(
        ({ unit: of, due }) => [of, due],
      );
    expect(await dues(there)).toEqual(await dues(here));
    expect(await there.ask('calendar.show', { year: 2027 })).toMatchObject({
      state: 'imported',
      source: '国办发明电〔2026〕7号',
    });
  });

  it('goes where it is told, and is in the log', async () => {
    const desk = await opened();
    const out = path.join(desk.mailFolder, '交接', '县情.json');
    expect((await desk.ask('profiles.export', { out })).path).toBe(out);
    expect(desk.rows("select detail from audit where action = 'profile.export'")).toEqual([{ detail: out }]);
  });

  it('refuses to write an office that could not be read again, naming the place', async () => {
    const desk = await opened();
    const office = await desk.ask('office.get', {});
    await desk.ask('office.save', { office: { ...office, regionCode: '' } });
    expect(await desk.refusal('profiles.export', {})).toMatchObject({
      code: 'profile_incomplete',
      message: expect.stringContaining('office.regionCode'),
    });
  });

  it.each<[string, (text: string) => string, string, string]>([
    ['cut short', (text) => text.slice(0, 4000), 'profile_damaged', '内容不完整'],
    ['changed by hand', (text) => text.replace('西峡县公安局', '西峡县公安'), 'profile_damaged', '校验码'],
    ['another thing', () => '{"rows":[]}', 'profile_damaged', '不是县情文件'],
    ['of a later version', (text) => text.replace('"version": 1', '"version": 2'), 'profile_newer', '更新到同一版本'],
  ])('is refused when it is %s, and nothing is made', async (_, change, code, words) => {
    const here = await opened();
    const written = await here.ask('profiles.export', {});
    const file = path.join(here.mailFolder, '县情.json');
    const before = readFileSync(written.path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    const there = await opened({ init: false });
    const refused = await there.refusal('profiles.init', { profile: file });
    expect(refused).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(refused.message).toContain('县情.json');
    expect((await there.refusal('office.get', {})).code).toBe('not_initialised');
  });

  it('is refused when there is none', async () => {
    const desk = await opened({ init: false });
    const missing = path.join(desk.mailFolder, '没有.json');
    expect((await desk.refusal('profiles.init', { profile: missing })).code).toBe('file_missing');
  });
});
