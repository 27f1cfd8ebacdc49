import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUnitMatcher } from '../../electron/core/unitNames.ts';
import { loadResources } from '../../electron/io/resources.ts';

const { profiles, counties } = loadResources(path.resolve('resources'));
const profile = (id: string) => {
  const found = profiles.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const numbers = (notice: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${notice}-${String(n + 1).padStart(2, '0')}`);

/** The notices as domain.md §8.1–8.3 counts them: ★ ◇ ○, and what each duty of a kind is. */
const NOTICES = [
  {
    id: 'xixia-2022',
    notice: '000',
    documentNo: '西信用办〔2022〕5号',
    office: { regionCode: '411323', city: '南阳市', documentNoPattern: '西信用办〔{year}〕{no}号' },
    effectiveFrom: '2022-01-01',
    duties: 16,
    scheduled: '02 05 06 07 09 10 12 13 14 16',
    event: '03 04 11',
    // 000-G2 says whom it means by their functions only.
    unnamed: ['000-05'],
  },
  {
    id: 'jishan-2022',
    notice: '001',
    documentNo: '稷信用办〔2022〕1号',
    office: { regionCode: '140824', city: '运城市', documentNoPattern: '稷信用办〔{year}〕{no}号' },
    effectiveFrom: '2022-01-01',
    duties: 22,
    scheduled: '02 03 05 06 07 12 13',
    event: '04 11 17 18 19 22',
    unnamed: [],
  },
  {
    id: 'xingshan-2024',
    notice: '002',
    documentNo: '兴信用办〔2024〕1号',
    office: { regionCode: '420526', city: '宜昌市', documentNoPattern: '兴信用办〔{year}〕{no}号' },
    effectiveFrom: '2024-01-01',
    duties: 21,
    scheduled: '03 04 08 10 12 20 21',
    event: '06 07 13 19',
    unnamed: [],
  },
] as const;

describe.each(NOTICES)('profile $id', (named) => {
  const { id, notice, documentNo, duties: count, scheduled, event, unnamed } = named;
  const { office, units, groups, duties, indicators } = profile(id);
  const membersOf = (names: readonly string[]): string[] =>
    names.flatMap((name) => groups.find((group) => group.id === name)?.units ?? []);

  it('has the office of the notice, at work from the first day of its year', () => {
    expect(office).toMatchObject(named.office);
    expect(office.letterhead).toBe(`${office.office}文件`);
    expect(office.settings.effectiveFrom).toBe(named.effectiveFrom);
  });

  it('has every duty of the notice under its number', () => {
    expect(duties.map((duty) => duty.id)).toEqual(numbers(notice, count));
  });

  it('has the kinds of the list: with a schedule, driven by an event, on a check-list', () => {
    const ofKind = (kind: string) =>
      duties
        .filter((duty) => duty.kind === kind)
        .map((duty) => duty.id.slice(4))
        .join(' ');
    expect(ofKind('scheduled')).toBe(scheduled);
    expect(ofKind('event')).toBe(event);
  });

  it('names notice and clause of each duty, group and indicator', () => {
    expect(office.notice.documentNo).toBe(documentNo);
    for (const { source } of [...duties, ...groups, ...indicators])
      expect(source).toMatch(new RegExp(`^${documentNo} .`));
  });

  it('tells what each duty is after and how doubts are settled', () => {
    for (const duty of duties) expect([duty.id, duty.target !== '', duty.note !== '']).toEqual([duty.id, true, true]);
  });

  it('names units of each duty but those described by function only', () => {
    const empty = duties.filter((duty) => duty.groups.length === 0 || membersOf(duty.groups).length === 0);
    expect(empty.map((duty) => duty.id)).toEqual(unnamed);
  });

  it('never has the office report to itself on a schedule, but for its own circular', () => {
    const offices = new Set(units.filter((unit) => unit.kind === 'office').map((unit) => unit.id));
    const own = duties.filter(
      (duty) => duty.kind === 'scheduled' && membersOf(duty.groups).some((u) => offices.has(u)),
    );
    expect(own.map((duty) => duty.id)).toEqual(id === 'xixia-2022' ? ['000-16'] : []);
  });

  it('marks the units that the notice does not name', () => {
    const places = units.filter((unit) => unit.kind === 'township' || unit.kind === 'subdistrict');
    expect(places.length).toBeGreaterThan(0);
    for (const unit of places) expect(unit.note).toContain('由办公室核对');
  });

  it('orders its units without a gap', () => {
    expect(units.map((unit) => unit.order)).toEqual(units.map((_, index) => index + 1));
  });

  it('uses each group', () => {
    const used = new Set(duties.flatMap((duty) => duty.groups));
    const addressees = [`${notice}-G0`];
    expect(groups.map((group) => group.id).filter((group) => !used.has(group) && !addressees.includes(group))).toEqual(
      [],
    );
  });

  it('has indicators of its own duties, each once', () => {
    expect(new Set(indicators.map((indicator) => indicator.id)).size).toBe(indicators.length);
    const known = new Set(duties.map((duty) => duty.id));
    for (const indicator of indicators) expect(known).toContain(indicator.duty);
  });

  it('reads the names of its own units, and neither those of its neighbours nor of a county far away', () => {
    const known = units.map((unit) => ({ ...unit, sends: unit.kind !== 'office' && unit.kind !== 'supervision' }));
    const neighbours = counties[office.city];
    const matcher = createUnitMatcher(known, office.county, { neighbours });
    for (const unit of known.filter(({ sends }) => sends)) {
      for (const text of [unit.name, unit.officialName, ...unit.aliases])
        expect([text, ...matcher.mentionsIn(text).units.map((mention) => mention.unit.id)]).toEqual([text, unit.id]);
    }
    const bureau = known.find((unit) => unit.name.endsWith('市场监管局'))?.id;
    expect(matcher.mentionsIn(`${office.county}市场监督管理局`).units.map((mention) => mention.unit.id)).toEqual([
      bureau,
    ]);
    const others = ['浮山县', ...(neighbours ?? []).filter((county) => county !== office.county)];
    for (const name of others.flatMap((county) => [`${county}市场监督管理局`, `${county}市场监管局`])) {
      const { units: found, foreign } = matcher.mentionsIn(name);
      expect([name, found.length, foreign.length > 0]).toEqual([name, 0, true]);
    }
  });
});

describe('unit groups as the notices list them', () => {
  it.each([
    ['xixia-2022', '000-G1', 26, true],
    ['xixia-2022', '000-G2', 0, true],
    ['xixia-2022', '000-G3', 27, true],
    ['xixia-2022', '000-G4', 25, true],
    ['xixia-2022', '000-G5', 26, true],
    ['xixia-2022', '000-G7', 2, false],
    ['jishan-2022', '001-G4', 5, false],
    ['jishan-2022', '001-G5', 3, false],
    ['jishan-2022', '001-G6', 8, true],
    ['jishan-2022', '001-G9', 6, false],
    ['jishan-2022', '001-G11', 4, true],
    ['jishan-2022', '001-G12', 3, true],
    ['jishan-2022', '001-G13', 1, false],
    ['jishan-2022', '001-G15', 16, false],
    ['xingshan-2024', '002-G10', 1, false],
    ['xingshan-2024', '002-G11', 2, false],
    ['xingshan-2024', '002-G12', 1, false],
    ['xingshan-2024', '002-G14', 1, false],
  ] as const)('%s %s has %i units, open: %s', (id, group, count, open) => {
    const found = profile(id).groups.find((one) => one.id === group);
    expect([found?.units.length, found?.open]).toEqual([count, open]);
  });

  it.each([
    ['001-G6', '县发改局、县市场监管局、县交通局、县应急管理局、县税务局、县文旅局、县工科局、县能源局'],
    ['001-G9', '县行政审批局、县卫健局、县文旅局、县税务局、县银保监、县教育局'],
    [
      '002-G3',
      '县发改局、县财政局、县政务服务和大数据管理局、县市场监管局、县科技经信局、县法院、县公安局、县生态环境分局、县金融办',
    ],
    [
      '002-G5',
      '县委组织部、县委宣传部、县纪委监委、县发改局、县法院、县司法局、县人社局、县财政局、县自然资源规划局、县招商局、县科技经信局、县金融办',
    ],
    ['002-G9', '县金融办、国家金融监督管理总局兴山监管分局、县农业农村局'],
    ['002-G13', '县委宣传部、县发改局、县市场监管局、县教育局、县人社局'],
  ])('%s begins with the units in the words and order of the notice', (group, words) => {
    const { units, groups } = profile(group.startsWith('001') ? 'jishan-2022' : 'xingshan-2024');
    const names = groups.find((one) => one.id === group)?.units.map((id) => units.find((unit) => unit.id === id)?.name);
    expect(names?.slice(0, words.split('、').length).join('、')).toBe(words);
  });
});

describe('rules that the notices give', () => {
  const duty = (id: string, number: string) => profile(id).duties.find((one) => one.id === number);

  it.each([
    ['xixia-2022', '000-02', { cadence: 'weekly', due: null, recordTerm: { days: 7, unit: 'natural', shift: 'next' } }],
    ['xixia-2022', '000-03', { eventTerm: { count: 3, unit: 'months', meaning: 'not-before', from: '公示之日' } }],
    ['xixia-2022', '000-05', { cadence: 'monthly', due: { rule: 'day-of-month', day: 30, time: '18:00' } }],
    ['xixia-2022', '000-10', { quota: { count: 1, of: '家企业' } }],
    ['xixia-2022', '000-12', { cadence: 'quarterly', quota: { count: null } }],
    ['xixia-2022', '000-14', { quota: { count: 1, of: '篇' }, zeroReport: 'none' }],
    ['xixia-2022', '000-16', { groups: ['000-G9'], lead: ['xx-xyb'] }],
    ['jishan-2022', '001-02', { recordTerm: { days: 7, unit: 'working', shift: 'next' }, lead: ['js-xyb'] }],
    ['jishan-2022', '001-03', { cadence: 'weekly', due: null }],
    ['jishan-2022', '001-12', { recordTerm: { days: 7, unit: 'working', shift: 'next' }, templates: ['commitment'] }],
    ['jishan-2022', '001-13', { cadence: 'yearly', due: null }],
    ['xingshan-2024', '002-03', { recordTerm: { days: 7, unit: 'working', shift: 'next' } }],
    ['xingshan-2024', '002-04', { eventTerm: { count: 5, unit: 'working', meaning: 'within' } }],
    ['xingshan-2024', '002-08', { cadence: 'quarterly' }],
    ['xingshan-2024', '002-10', { lead: ['xs-scjgj'], templates: ['commitment'] }],
    ['xingshan-2024', '002-12', { cadence: 'monthly', due: { rule: 'day-of-next-month', day: 31, time: '18:00' } }],
    ['xingshan-2024', '002-17', { lead: ['xs-scjgj'] }],
    [
      'xingshan-2024',
      '002-20',
      { cadence: 'monthly', sampling: { draw: 'quarterly', cover: 'half-yearly', share: 0.5 } },
    ],
  ])('%s %s', (id, number, expected) => {
    expect(duty(id, number)).toMatchObject(expected);
  });

  it('has the campaign days of 稷山 on the days of their year', () => {
    const due = duty('jishan-2022', '001-17')?.due;
    if (due?.rule !== 'campaign') throw new Error(due?.rule ?? 'no due rule');
    const days = Object.fromEntries(due.campaigns.map(({ title, month, day }) => [title, `${month}-${day}`]));
    expect(days).toMatchObject({ '3·15消费者权益日': '3-15', '6·14信用记录关爱日': '6-14', 全国消防日: '11-9' });
    expect(due.campaigns).toHaveLength(6);
  });

  it.each([
    ['xixia-2022', '000-10-rate', '>=', 20],
    ['xixia-2022', '000-13', '<', 1],
    ['xixia-2022', '000-02-timeliness', '=', 100],
    ['jishan-2022', '001-08-firms', '>=', 50],
    ['jishan-2022', '001-09', '<=', 0.1],
    ['jishan-2022', '001-12', '=', 100],
    ['xingshan-2024', '002-03-compliance', '=', 100],
    ['xingshan-2024', '002-10-added', '>=', 100],
    ['xingshan-2024', '002-14-farmers', '=', 100],
    ['xingshan-2024', '002-20-half-year', '=', 100],
  ] as const)('%s measures %s against %s %d', (id, number, is, value) => {
    const indicator = profile(id).indicators.find((one) => one.id === number);
    expect(indicator?.target).toEqual({ is, value });
  });
});
