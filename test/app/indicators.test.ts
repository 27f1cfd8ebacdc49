import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Indicator } from '../../electron/contract/indicators.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const DRAFT: Indicator = {
  id: 'own-1',
  title: '“信豫融”A级纳税人注册率',
  source: '西信用办〔2022〕5号 三（一）',
  duty: null,
  numerator: { title: '已注册A级纳税人', from: 'typed' },
  denominator: { title: 'A级纳税人', from: 'typed' },
  target: { is: '>=', value: 20 },
  unitOfCount: '家',
  cadence: 'monthly',
  note: '',
};
const save = (changes: Partial<Indicator> = {}) =>
  desk.ask('indicators.save', { indicator: { ...DRAFT, ...changes }, by: '张三' });
const at = async (id: string, period: string, asOf?: string) => {
  const all = await desk.ask('indicators.list', { year: 2022, ...(asOf ? { asOf } : {}) });
  return all.find((one) => one.indicator.id === id)?.values.find((value) => value.period === period);
};

describe('a typed indicator', () => {
  it('has a line for every period of the year, and judges what was typed', async () => {
    await save();
    const year = await desk.ask('indicators.enter', {
      indicator: 'own-1',
      period: '2022-04',
      numerator: 163,
      denominator: 1000,
      note: '税务局4月函',
      by: '李四',
    });
    expect([year.values.length, year.targetText]).toEqual([12, '≥20%']);
    expect(year.latest).toMatchObject({ period: '2022-04', rate: 16.3, met: false, gap: 37, gapText: '还差 37 家' });
    expect(year.latest).toMatchObject({ by: '李四', at: desk.now, note: '税务局4月函' });
    expect(year.values[4]).toMatchObject({ period: '2022-05', numerator: null, rate: null, met: null });
  });

  it('keeps the number that is not typed again, and takes back what is typed away', async () => {
    await save();
    const enter = (more: object) => desk.ask('indicators.enter', { indicator: 'own-1', period: '2022-04', ...more });
    await enter({ numerator: 163, denominator: 1000 });
    await enter({ numerator: 200 });
    expect(await at('own-1', '2022-04')).toMatchObject({ numerator: 200, denominator: 1000, met: true });
    await enter({ numerator: null, denominator: null });
    expect(await at('own-1', '2022-04')).toMatchObject({ numerator: null, denominator: null, met: null, at: null });
    expect(desk.rows(`select by from audit where action like 'indicator.%'`)).toHaveLength(4);
  });

  it.each([
    [{ indicator: 'none', period: '2022-04' }, 'indicator_unknown'],
    [{ indicator: 'own-1', period: '2022-13' }, 'period_invalid'],
    [{ indicator: 'own-1', period: '2022-Q2' }, 'period_not_of_duty'],
  ])('refuses %j as %s', async (args, code) => {
    await save();
    expect(await desk.refusal('indicators.enter', { numerator: 1, ...args })).toMatchObject({ code });
  });
});

describe('a counted indicator', () => {
  const counted = { numerator: { title: '合规记录', from: 'records-compliant' }, unitOfCount: '条' } as const;
  const ratio = {
    ...counted,
    denominator: { title: '收到记录', from: 'records' },
    target: { is: '=', value: 100 },
  } as const;

  beforeEach(async () => {
    const change = { 2: { CF_WSH: null } };
    await desk.receive('2022-04-29T16:00', [await desk.mail('一.xlsx', penalties([1, 2, 3], { change }))]);
  });

  it('counts the records of its duty, as of a moment, and cannot be typed over', async () => {
    await save({ ...ratio, duty: '000-02' });
    expect(await at('own-1', '2022-04', '2022-06-01')).toMatchObject({
      numerator: 2,
      denominator: 3,
      rate: 66.67,
      gapText: '还差 1 条',
    });
    expect(await at('own-1', '2022-04', '2022-04-20')).toMatchObject({ numerator: 0, denominator: 0, rate: null });
    const args = { indicator: 'own-1', period: '2022-04', numerator: 3 };
    expect(await desk.refusal('indicators.enter', args)).toMatchObject({ code: 'indicator_counted' });
  });

  it('counts only the template and duty it names', async () => {
    await save({ ...ratio, numerator: { ...ratio.numerator, template: 'permit-legal' } });
    await save({ ...ratio, id: 'own-2', duty: '000-14' });
    expect(await at('own-1', '2022-04', '2022-06-01')).toMatchObject({ numerator: 0, denominator: 3 });
    expect(await at('own-2', '2022-04', '2022-06-01')).toMatchObject({ numerator: 0, denominator: 0 });
  });

  it('agrees with the 上报率 of the month', async () => {
    await save({
      numerator: { title: '已报', from: 'report-met' },
      denominator: { title: '应报', from: 'report-expected' },
    });
    const { total } = await desk.ask('rates.compute', { period: '2022-04', asOf: '2022-06-01' });
    expect(total.met).toBeGreaterThan(0);
    expect(await at('own-1', '2022-04', '2022-06-01')).toMatchObject({
      numerator: total.met,
      denominator: total.expected,
      rate: total.reportRate,
    });
  });

  it('says nothing of a period that has not begun', async () => {
    await save({ ...counted, denominator: null });
    expect(await at('own-1', '2022-07', '2022-06-01')).toMatchObject({ numerator: null, met: null });
  });

  it.each([
    [{ duty: '009-99' }, 'duty_unknown'],
    [{ duty: '000-14', numerator: { title: 'x', from: 'units-drawn' } as const }, 'not_sampled'],
    [{ numerator: { title: 'x', from: 'records', template: 'none' } as const }, 'template_unknown'],
  ])('refuses %j as %s', async (changes, code) => {
    expect(await desk.refusal('indicators.save', { indicator: { ...DRAFT, ...changes } })).toMatchObject({ code });
  });
});

describe('an indicator of the half year', () => {
  it('counts what the draws of the half year hold: 半年全覆盖 of 兴山', async () => {
    await desk.close();
    desk = await openDesk({ init: false });
    desk.now = '2024-03-29T10:00';
    await desk.ask('profiles.init', { profile: 'xingshan-2024' });
    const year = async (asOf: string) => {
      const all = await desk.ask('indicators.list', { year: 2024, asOf });
      return all.find((one) => one.indicator.id === '002-20-half-year');
    };
    await desk.ask('draws.make', { duty: '002-20', period: '2024-Q1', seed: '1' });
    desk.now = '2024-06-28T10:00';
    await desk.ask('draws.make', { duty: '002-20', period: '2024-Q2', seed: '2' });
    const before = await year('2024-03-28');
    expect(before?.values.map(({ period }) => period)).toEqual(['2024-H1', '2024-H2']);
    expect(before?.values[0]).toMatchObject({ numerator: 0, denominator: 22, gapText: '还差 22 个' });
    expect((await year('2024-05-01'))?.values[0]).toMatchObject({ numerator: 11, rate: 50, met: false });
    const after = await year('2024-07-01');
    expect(after?.values[0]).toMatchObject({ numerator: 22, rate: 100, met: true });
    expect(after?.values[1]).toMatchObject({ numerator: 0, met: false });
  });

  it('is typed by the half year', async () => {
    await save({ cadence: 'half-yearly' });
    const enter = { indicator: 'own-1', numerator: 1, denominator: 4 };
    expect((await desk.ask('indicators.enter', { ...enter, period: '2022-H1' })).latest).toMatchObject({ rate: 25 });
    expect((await desk.refusal('indicators.enter', { ...enter, period: '2022-Q1' })).code).toBe('period_not_of_duty');
  });
});
