import { describe, expect, it } from 'vitest';
import type { AssessmentScheme } from '../../electron/contract/assessment.ts';
import { closeCounties, openCounty } from './counties.ts';
import type { Desk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

closeCounties();

const YEAR = 2022;
const MARKET = 'xx-scjgj';
const open = (now = '2022-12-31T18:00') => openCounty('xixia-2022', now);

const unitOf = async (desk: Desk, unit: string, asOf?: string) => {
  const { units } = await desk.ask('assessment.get', { year: YEAR, unit, asOf });
  const [only] = units;
  if (only === undefined) throw new Error(`${unit} is not scored`);
  return only;
};
const lineOf = async (desk: Desk, item: string, unit = MARKET) => {
  const { items, bonuses, deductions } = await unitOf(desk, unit);
  return [...items, ...bonuses, ...deductions].find((one) => one.item === item);
};
const schemeOf = async (desk: Desk, id: string): Promise<AssessmentScheme> => {
  const found = (await desk.ask('assessment.schemes', {})).find((scheme) => scheme.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const enter = (desk: Desk, item: string, points: number | null, more: object = {}) =>
  desk.ask('assessment.enter', { year: YEAR, unit: MARKET, item, points, evidence: '年度台账', by: '张三', ...more });

describe('a year’s score', () => {
  it('is counted from what came: the rates of the year, cases, papers, adopted articles and chases', async () => {
    const desk = await open();
    const change = { 2: { CF_WSH: null } };
    await desk.receive('2022-04-29T16:00', [await desk.mail('一.xlsx', penalties([1, 2, 3], { change }))]);
    const press = articles(['甲', '乙'], { unit: '西峡县市场监督管理局' });
    const adopted = press.rows.map((row) => ({ ...row, adopted: '市级采用' }));
    await desk.receive('2022-04-20T16:00', [await desk.mail('稿件.xlsx', { ...press, rows: adopted })]);
    const paper = { unit: MARKET, duty: '000-14', period: '2022-05', kind: 'paper', count: 2 } as const;
    await desk.ask('submissions.register', { ...paper, received: '2022-05-20' });
    const rates = (await desk.ask('rates.compute', { period: '2022' })).units.find(({ unit }) => unit === MARKET);
    const line = async (item: string) => (await lineOf(desk, item))?.how;
    expect(rates).toMatchObject({ records: 5, compliant: 4, complianceRate: 80 });
    expect(await line('report-rate')).toContain(`上报率${rates?.reportRate?.toFixed(2)}%，按比例得`);
    expect(await line('compliance-rate')).toBe('合规率80.00%，按比例得9.60分');
    expect(await line('publicity-reports')).toBe('合规4篇，每篇0.5分，得2.00分');
    expect(await line('publicity-adopted')).toBe('被采用2篇，每篇1分，得2.00分');
    const items = [
      { unit: MARKET, duty: '000-02', period: '2022-W40' },
      { unit: MARKET, duty: '000-14', period: '2022-09' },
    ];
    const chase = { items, how: 'phone', whom: '李四', answer: '月底报', promised: null } as const;
    await desk.ask('chases.add', { draft: { ...chase, at: '2022-10-12T09:00' } });
    await desk.ask('chases.add', { draft: { ...chase, at: '2022-11-12T09:00' } });
    expect(await line('cooperation')).toBe('全年被催报2次，每次扣0.5分，得3.00分');
  });

  it('stands as it was at a moment', async () => {
    const desk = await open();
    await desk.receive('2022-04-29T16:00', [await desk.mail('一.xlsx', penalties([1, 2, 3]))]);
    const before = await unitOf(desk, MARKET, '2022-04-28T18:00');
    expect(before.items.find(({ item }) => item === 'compliance-rate')).toMatchObject({ state: 'na' });
    expect((await lineOf(desk, 'compliance-rate'))?.points).toBe(12);
  });

  it('is that of every unit that owes something, by the default scheme where the office has none', async () => {
    const desk = await open();
    const { units, version, refused } = await desk.ask('assessment.get', { year: YEAR });
    expect(version).toMatchObject({ year: 2022, version: 0, scheme: { id: 'default' } });
    expect(units.length).toBeGreaterThan(40);
    expect(units.map(({ unit }) => unit)).not.toContain('xx-jwjw');
    expect(units.map(({ rank }) => rank)).toEqual(units.map(({ rank }) => rank).toSorted((a, b) => a - b));
    expect(refused).toBeUndefined();
  });

  it('leaves out, and tells, what is due in a year whose calendar is not loaded', async () => {
    const desk = await openCounty('zhaoling-2018', '2026-12-31T18:00');
    const { units, refused = [] } = await desk.ask('assessment.get', { year: 2026 });
    expect(units.length).toBeGreaterThan(20);
    expect(refused.length).toBeGreaterThan(0);
    for (const { message, year } of refused) {
      expect(year).toBe('2027');
      expect(message).toContain('2027 年的放假调休安排尚未载入');
    }
    const { advice } = await desk.ask('papers.create', { kind: 'assessment', period: '2026' });
    expect(advice.join('\n')).toContain('的报送没有计入：2027 年的放假调休安排尚未载入');
  });
});

describe('the schemes of the years', () => {
  it('hold from their year on; each save is a new version, and the year is scored by its newest', async () => {
    const desk = await open();
    const [suzhou, basic] = [await schemeOf(desk, 'suzhou-2018'), await schemeOf(desk, 'default')];
    const save = (year: number, scheme: AssessmentScheme, reason: string) =>
      desk.ask('assessment.saveScheme', { year, scheme, reason, by: '王五' });
    const idIn = async (year: number) => (await desk.ask('assessment.get', { year })).version.scheme.id;
    await save(2022, suzhou, '会议定');
    expect([await idIn(2021).catch(() => 'none'), await idIn(2022), await idIn(2023)]).toEqual([
      'default',
      'suzhou-2018',
      'suzhou-2018',
    ]);
    const again = await save(2022, { ...basic, id: 'own', title: '西峡县2022年考核办法' }, '改回');
    expect(again).toMatchObject({ year: 2022, version: 2, by: '王五', at: desk.now });
    expect((await desk.ask('assessment.versions', { year: 2022 })).map(({ version }) => version)).toEqual([2, 1]);
    expect(await desk.ask('assessment.versions', { year: 2023 })).toMatchObject([{ year: 2022, version: 2 }]);
    expect(await idIn(2022)).toBe('own');
    expect((await desk.ask('assessment.schemes', {})).map(({ id }) => id)).toEqual([
      ...['default', 'nanchang-2023', 'suzhou-2018', 'own'],
    ]);
    expect(desk.rows(`select by from audit where action = 'assessment.saveScheme'`)).toHaveLength(2);
  });

  it.each<[string, (scheme: AssessmentScheme) => object, string]>([
    ['without a reason', (scheme) => ({ scheme, reason: ' ' }), 'reason_required'],
    ['that does not add up', (scheme) => ({ scheme: { ...scheme, total: 90 } }), 'scheme_invalid'],
    ['of an unknown shape', (scheme) => ({ scheme: { ...scheme, extra: 1 } }), 'usage'],
  ])('are refused %s', async (_what, change, code) => {
    const desk = await open();
    const args = { year: YEAR, reason: '会议定', ...change(await schemeOf(desk, 'default')) };
    expect(await desk.refusal('assessment.saveScheme', args)).toMatchObject({ code });
  });

  it('may name the county’s own duties and indicators, and no others', async () => {
    const desk = await open();
    const basic = await schemeOf(desk, 'default');
    const [first, ...rest] = basic.groups;
    const withSource = (source: object) => ({
      ...basic,
      groups: [{ ...first, items: first?.items.map((item, n) => (n === 0 ? { ...item, source } : item)) }, ...rest],
    });
    const refusal = async (source: object) =>
      (await desk.refusal('assessment.saveScheme', { year: YEAR, reason: '定', scheme: withSource(source) })).message;
    expect(await refusal({ from: 'duties', duties: ['999'] })).toContain(
      'groups[0].items[0].source.duties[0]：没有这个报送事项：999',
    );
    expect(await refusal({ from: 'indicator', indicator: 'none' })).toContain('没有这个指标：none');
    const [indicator] = await desk.ask('indicators.list', { year: YEAR });
    const scheme = withSource({ from: 'indicator', indicator: indicator?.indicator.id }) as AssessmentScheme;
    await desk.ask('assessment.saveScheme', { year: YEAR, scheme, reason: '定' });
    expect((await desk.ask('assessment.get', { year: YEAR })).version.version).toBe(1);
  });
});

describe('what the office types', () => {
  it('counts from the newest line on, and every line is kept', async () => {
    const desk = await open();
    await enter(desk, 'repair', 3);
    await enter(desk, 'repair', 4.5, { evidence: '复核' });
    expect(await lineOf(desk, 'repair')).toMatchObject({ points: 4.5, state: 'typed', evidence: '复核' });
    await enter(desk, 'repair', null);
    expect(await lineOf(desk, 'repair')).toMatchObject({ state: 'na' });
    expect(await desk.ask('assessment.entries', { year: YEAR, unit: MARKET, item: 'repair' })).toMatchObject([
      { points: 3 },
      { points: 4.5, by: '张三', at: desk.now },
      { points: null, pieces: null },
    ]);
    expect(desk.rows(`select by from audit where action = 'assessment.enter'`)).toHaveLength(3);
  });

  it('may not be taken back once an objection to it was granted; what was typed after that may', async () => {
    const desk = await open();
    const entry = await enter(desk, 'repair', 3);
    const args = { year: YEAR, unit: MARKET, item: 'repair', claim: '漏计一件' };
    const { id } = await desk.ask('assessment.object', args);
    await desk.ask('assessment.decide', { id, granted: true, points: 4, decision: '属实' });
    const refused = await desk.refusal('assessment.withdraw', { id: entry.id });
    expect(refused).toMatchObject({ code: 'change_impossible' });
    expect(refused.message).toContain(`申诉编号${id}`);
    const later = await enter(desk, 'repair', 2);
    await desk.ask('assessment.withdraw', { id: later.id });
    expect(await lineOf(desk, 'repair')).toMatchObject({ points: 4 });
    expect((await desk.refusal('assessment.withdraw', { id: entry.id })).code).toBe('change_impossible');
  });

  it('may be taken back: what was typed before counts again, or nothing, and the line stays', async () => {
    const desk = await open();
    const first = await enter(desk, 'repair', 3);
    const second = await enter(desk, 'repair', 5);
    expect(await desk.ask('assessment.withdraw', { id: second.id, by: '李四' })).toEqual(second);
    expect(await lineOf(desk, 'repair')).toMatchObject({ points: 3 });
    expect(await desk.ask('assessment.entries', { year: YEAR })).toEqual([first]);
    await desk.ask('assessment.withdraw', { id: first.id });
    expect(await lineOf(desk, 'repair')).toMatchObject({ points: 0, state: 'open' });
    const ref = (await lineOf(desk, 'repair'))?.ref;
    const opened = ref ? await desk.ask('figures.open', { ref }) : null;
    expect(opened?.kind === 'lines' && opened.lines.map(({ text }) => text)).toContain(
      '2022年12月31日18时张三填写5.00分：年度台账（2022年12月31日18时李四撤回）',
    );
    for (const id of [second.id, 99])
      expect((await desk.refusal('assessment.withdraw', { id })).code).toBe('entry_unknown');
    expect(desk.rows(`select by from audit where action = 'assessment.withdraw'`)).toEqual([
      { by: '李四' },
      { by: '' },
    ]);
  });

  it('may be pieces of a bonus or a deduction', async () => {
    const desk = await open();
    const before = (await unitOf(desk, MARKET)).score;
    await enter(desk, 'innovation', null, { pieces: 2 });
    expect(await lineOf(desk, 'innovation')).toMatchObject({ points: 4, how: '2件，每件2分，计4.00分' });
    await enter(desk, 'concealed', null, { pieces: 1 });
    expect(await lineOf(desk, 'concealed')).toMatchObject({ points: 5 });
    expect((await unitOf(desk, MARKET)).score).toBe(Math.max(0, before + 4 - 5));
  });

  it('is a share with two decimals, at most 100, where a scheme counts in %', async () => {
    const desk = await open();
    await desk.ask('assessment.saveScheme', { year: YEAR, scheme: await schemeOf(desk, 'suzhou-2018'), reason: '定' });
    const told = async (item: string, pieces: number) => {
      const args = { year: YEAR, unit: MARKET, item, points: null, pieces, evidence: '台账' };
      return (await desk.refusal('assessment.enter', args)).message;
    };
    expect(await told('key-tasks', 101)).toContain('应填0到100%');
    expect(await told('complete', 94.999)).toContain('最多两位小数');
    expect(await told('queries', 33.5)).toContain('应填整家数');
    await enter(desk, 'complete', null, { pieces: 94.99 });
    expect(await lineOf(desk, 'complete')).toMatchObject({ points: 2.99, how: '完成94.99%，按94.99÷95的比例得2.99分' });
  });

  it.each<[string, object, string, string]>([
    ['no evidence', { evidence: '  ' }, 'evidence_required', '请写明依据或佐证材料：信用修复。'],
    ['too many points', { points: 5.01 }, 'points_range', '“信用修复”应在0到5分之间，填的是5.01'],
    ['points below 0', { points: -1 }, 'points_range', '应在0到5分之间'],
    ['three decimals', { points: 1.005 }, 'points_range', '最多两位小数'],
    ['pieces where there are none', { points: null, pieces: 2 }, 'points_range', '不按件计分'],
    ['points and pieces', { item: 'innovation', points: 1, pieces: 1 }, 'points_range', '只填一个'],
    ['a part of a piece', { item: 'concealed', points: null, pieces: 1.5 }, 'points_range', '“瞒报”应填整件数'],
    ['too many pieces', { item: 'innovation', points: null, pieces: 10_001 }, 'points_range', '应填0到10000件'],
    ['no part in a bonus', { item: 'praise', points: null }, 'change_impossible', '没有缺项。填错的请撤回'],
    ['an endless deduction', { item: 'concealed', points: 101 }, 'points_range', '应在0到100分之间'],
    ['what the program counts', { item: 'report-rate' }, 'indicator_counted', '“上报率”由程序统计'],
    ['a deduction it counts', { item: 'late' }, 'indicator_counted', '“迟报”由程序统计'],
    ['an unknown item', { item: 'none' }, 'item_unknown', 'none'],
    ['an unknown unit', { unit: 'none' }, 'unit_unknown', 'none'],
  ])('is refused with %s', async (_what, change, code, told) => {
    const desk = await open();
    const args = { year: YEAR, unit: MARKET, item: 'repair', points: 1, evidence: '台账', ...change };
    const refusal = await desk.refusal('assessment.enter', args);
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(told) });
    expect(await desk.ask('assessment.entries', { year: YEAR })).toEqual([]);
  });
});

describe('an objection', () => {
  it('keeps what the unit had, and sets the points once it is granted; every step is kept', async () => {
    const desk = await open();
    const had = (await lineOf(desk, 'missing'))?.points;
    const made = await desk.ask('assessment.object', {
      ...{ year: YEAR, unit: MARKET, item: 'missing', claim: '4月停电', on: '2022-12-20', by: '李四' },
    });
    expect(made).toMatchObject({ state: 'open', before: had, after: null, at: '2022-12-20T00:00', by: '李四' });
    expect(await unitOf(desk, MARKET)).toMatchObject({ openObjections: 1 });
    desk.now = '2023-01-05T09:00';
    const decided = await desk.ask('assessment.decide', {
      ...{ id: made.id, granted: true, points: 2, decision: '供电公司证明属实', by: '王五' },
    });
    expect(decided).toMatchObject({ state: 'granted', before: had, after: 2, decidedBy: '王五', decidedAt: desk.now });
    expect(await lineOf(desk, 'missing')).toMatchObject({ points: 2, state: 'objected', evidence: '供电公司证明属实' });
    const { effect: _, ...stored } = decided;
    expect(await desk.ask('assessment.objections', { year: YEAR, unit: MARKET })).toEqual([stored]);
    const again = await desk.ask('assessment.object', { year: YEAR, unit: MARKET, item: 'missing', claim: '仍有异议' });
    await desk.ask('assessment.decide', { id: again.id, granted: false, decision: '没有新的证据' });
    expect(await lineOf(desk, 'missing')).toMatchObject({ points: 2 });
    expect(
      (await desk.ask('assessment.objections', { year: YEAR })).map(({ state, before }) => [state, before]),
    ).toEqual([
      ['granted', had],
      ['refused', 2],
    ]);
  });

  it('tells what changed when it was decided; what is typed after the decision counts, in the same minute, too', async () => {
    const desk = await open();
    const args = { year: YEAR, unit: MARKET, item: 'mechanism' };
    await enter(desk, 'mechanism', 4);
    const { id } = await desk.ask('assessment.object', { ...args, claim: '漏记' });
    await enter(desk, 'mechanism', 5);
    const decided = await desk.ask('assessment.decide', { id, granted: true, points: 6, decision: '属实' });
    expect(decided).toMatchObject({ before: 4, decidedFrom: 5, after: 6 });
    expect(await lineOf(desk, 'mechanism')).toMatchObject({ points: 6, how: '申诉成立，由5.00分改为6.00分' });
    await enter(desk, 'mechanism', 2);
    expect(await lineOf(desk, 'mechanism')).toMatchObject({ points: 2, how: '评定2.00分', state: 'typed' });
  });

  it('is refused without a claim, twice at once, of an unknown item, from tomorrow', async () => {
    const desk = await open();
    const args = { year: YEAR, unit: MARKET, item: 'missing', claim: '停电' };
    await desk.ask('assessment.object', args);
    const code = async (change: object) => (await desk.refusal('assessment.object', { ...args, ...change })).code;
    expect(await code({})).toBe('change_impossible');
    expect(await code({ item: 'late', claim: ' ' })).toBe('reason_required');
    expect(await code({ item: 'none' })).toBe('item_unknown');
    expect(await code({ item: 'late', on: '2022-02-30' })).toBe('moment_invalid');
    for (const on of ['2023-01-01', '2021-12-31'])
      expect(await desk.refusal('assessment.object', { ...args, item: 'late', on })).toMatchObject({
        ...{ code: 'change_impossible', message: expect.stringMatching(/^申诉日期 .*请填写单位提出申诉的日期。$/) },
      });
  });

  it('tells what a decision changed: points, score, rank and band, and the other units; of a refused one nothing', async () => {
    const desk = await open();
    // Of a year in which nobody sent anything deductions leave 0 to everybody.
    const scheme = { ...(await schemeOf(desk, 'default')), deductions: [] };
    await desk.ask('assessment.saveScheme', { year: YEAR, scheme, reason: '定' });
    const args = { year: YEAR, unit: MARKET, claim: '漏记' };
    const decide = async (item: string, granted: boolean) => {
      const { id } = await desk.ask('assessment.object', { ...args, item });
      const points = granted ? { points: 5 } : {};
      return (await desk.ask('assessment.decide', { id, granted, ...points, decision: '定' })).effect;
    };
    expect(await decide('commitment-quality', false)).toBeUndefined();
    const before = await unitOf(desk, MARKET);
    const effect = await decide('repair', true);
    const after = await unitOf(desk, MARKET);
    const turned = (was: string, is: string) => (was === is ? `仍为${is}` : `由${was}变为${is}`);
    // All have the same points before: nobody has a rank.
    const rankOf = ({ rank }: { readonly rank: number }) => (rank === 0 ? '—' : `第${rank}名`);
    expect(effect).toContain(
      [
        '市场监管局：“信用修复”得分由0.00变为5.00',
        `综合得分${turned(before.score.toFixed(2), after.score.toFixed(2))}`,
        `名次${turned(rankOf(before), rankOf(after))}`,
        `等次${turned(before.band, after.band)}。`,
      ].join('，'),
    );
    expect(await decide('commitment-quality', true)).toMatch(
      /^市场监管局：“[^”]+”得分由缺项变为5\.00，.*这一项原来是该单位的缺项，其他\d+家缺项单位的平均分也重新计算。其他单位中，\d+家得分/u,
    );
  });

  it('may leave any part of a deduction, also above 100, and no more than was taken off', async () => {
    const desk = await open();
    const { units } = await desk.ask('assessment.get', { year: YEAR });
    const most = units.find((one) => one.deducted > 101);
    const had = most?.deductions.find(({ item }) => item === 'missing')?.points ?? 0;
    expect(had).toBeGreaterThan(101);
    const object = () =>
      desk.ask('assessment.object', { year: YEAR, unit: most?.unit ?? '', item: 'missing', claim: '误' });
    const { id } = await object();
    const args = { id, granted: true, decision: '一项属实' };
    expect(await desk.refusal('assessment.decide', { ...args, points: had + 1 })).toMatchObject({
      ...{ code: 'points_range', message: expect.stringContaining(`“未报”应在0到${had}分之间`) },
    });
    expect(await desk.ask('assessment.decide', { ...args, points: had - 2 })).toMatchObject({ after: had - 2 });
    // A decision that was wrong can be mended by the next one.
    expect(await desk.ask('assessment.decide', { ...args, id: (await object()).id, points: had })).toMatchObject({
      decidedFrom: had - 2,
      after: had,
    });
  });

  it('can be decided when its item has left the scheme, and is not counted in the circular then', async () => {
    const desk = await open();
    const basic = await schemeOf(desk, 'default');
    const bonus = [...basic.bonus, { id: 'extra', title: '专项', each: null, max: 3 }];
    const save = (scheme: AssessmentScheme) => desk.ask('assessment.saveScheme', { year: YEAR, scheme, reason: '定' });
    await save({ ...basic, bonus });
    const { id } = await desk.ask('assessment.object', { year: YEAR, unit: MARKET, item: 'extra', claim: '漏记' });
    await save(basic);
    const args = { id, granted: true, points: 2, decision: '属实' };
    expect((await desk.refusal('assessment.decide', { ...args, points: 4 })).message).toContain('“专项”应在0到3分之间');
    expect(await desk.ask('assessment.decide', args)).toMatchObject({ state: 'granted', after: 2 });
    const { document, advice } = await desk.ask('papers.create', { kind: 'assessment', period: '2022' });
    expect(JSON.stringify(document)).not.toContain('处理申诉');
    expect(advice.join('')).not.toContain('申诉没有处理');
  });

  it.each<[string, object, string]>([
    ['no text', { decision: ' ' }, 'reason_required'],
    ['no points', { points: undefined }, 'points_range'],
    ['points beyond the item', { points: 13 }, 'points_range'],
    ['an unknown number', { id: 99 }, 'objection_unknown'],
    ['points though it is refused', { granted: false }, 'usage'],
  ])('is not decided with %s', async (_what, change, code) => {
    const desk = await open();
    const { id } = await desk.ask('assessment.object', {
      year: YEAR,
      unit: MARKET,
      item: 'report-rate',
      claim: '停电',
    });
    const args = { id, granted: true, points: 12, decision: '属实', ...change };
    expect(await desk.refusal('assessment.decide', args)).toMatchObject({ code });
    await desk.ask('assessment.decide', { id, granted: true, points: 12, decision: '属实' });
    expect(await desk.refusal('assessment.decide', { id, granted: false, decision: '再议' })).toMatchObject({
      code: 'objection_decided',
    });
  });
});
