import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Args } from '../../electron/contract.ts';
import { closeCounties, openCounty } from './counties.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const MARKET = 'xx-scjgj';
const FINANCE = 'xx-czj';
const TOWN = 'xx-dsz';
const WEEKLY = '000-02';
const ARTICLES = '000-14';

let desk: Desk;
let out: string;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-06T09:00';
  out = mkdtempSync(path.join(os.tmpdir(), '催报 out '));
});
afterEach(async () => {
  await desk.close();
  rmSync(out, { recursive: true, force: true });
});
closeCounties();

const list = (query: Args<'reminders.list'> = {}) => desk.ask('reminders.list', query);
const owedBy = async (unit: string, query: Args<'reminders.list'> = {}) =>
  (await list({ ...query, units: [unit] })).items[0]?.owed ?? [];
const square = async (unit: string, duty: string, period: string, asOf?: string) =>
  (await owedBy(unit, { duties: [duty], asOf })).find((one) => one.period === period);

describe('what is owed', () => {
  it('is everything, whatever period it is about; of a period, only what that holds', async () => {
    const all = await owedBy(FINANCE);
    const periods = new Set(all.map(({ period }) => period));
    expect([...periods]).toEqual(expect.arrayContaining(['2022-01', '2022-04', '2022-W01', '2022-W17', '2022-W18']));
    // Due in the last days of May.
    expect(periods.has('2022-05')).toBe(false);
    const april = await owedBy(FINANCE, { period: '2022-04' });
    expect(new Set(april.map(({ period }) => period))).toEqual(
      new Set(['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17', '2022-04']),
    );
    for (const one of april) expect(all).toContainEqual(one);
  });

  it.each([
    ['2023-02-10T09:00', ['2022-W01', '2022-W52', '2023-W05'], 52 + 6],
    ['2025-01-10T09:00', ['2022-W01', '2023-W20', '2024-W52'], 52 + 52 + 52 + 2],
  ])('at %s reaches back to the notice', async (asOf, periods, count) => {
    const owed = await owedBy(FINANCE, { asOf, duties: [WEEKLY] });
    expect(owed.map(({ period }) => period)).toEqual(expect.arrayContaining(periods));
    expect(owed).toHaveLength(count);
  });

  it('begins with the notice: nothing of before is asked for', async () => {
    const county = await openCounty('xingshan-2024', '2024-12-31T12:00');
    const { effectiveFrom } = (await county.ask('office.get', {})).settings;
    const { items } = await county.ask('reminders.list', {});
    const dues = items.flatMap(({ owed }) => owed.map(({ due }) => due.slice(0, 10)));
    expect(dues.length).toBeGreaterThan(0);
    expect(dues.filter((due) => due < effectiveFrom)).toEqual([]);
  });

  it('is told of chosen duties and units only, and refuses those there are not', async () => {
    const { items } = await list({ duties: [ARTICLES], units: [TOWN, FINANCE] });
    expect(items.map(({ unit }) => unit).toSorted()).toEqual([FINANCE, TOWN].toSorted());
    expect(new Set(items.flatMap(({ owed }) => owed.map(({ duty }) => duty)))).toEqual(new Set([ARTICLES]));
    expect(await desk.refusal('reminders.list', { duties: ['x'] })).toMatchObject({ code: 'duty_unknown' });
    expect(await desk.refusal('reminders.list', { units: ['x'] })).toMatchObject({ code: 'unit_unknown' });
  });

  it('leaves out what only an unknown year could say, and names the year when it is near', async () => {
    const asOf = '2026-12-30T09:00';
    const { items, refused } = await list({ asOf });
    expect(items.length).toBeGreaterThan(0);
    expect(refused?.map(({ year }) => year)).toContain('2027');
    expect((await list({ asOf: '2026-11-02T09:00' })).refused).toBeUndefined();
  });

  it.each([
    ['2027-01-15T09:00', /下列报送工作尚未完成/u],
    ['2028-03-01T09:00', /2026年/u],
  ])('says at %s, once for each year, what could not be judged', async (asOf, known) => {
    const left = '2027年的放假安排尚未载入，截止时间落在该年的事项没有列入。';
    const { groupText } = await list({ asOf });
    expect(groupText).toMatch(known);
    expect(groupText.split(left)).toHaveLength(2);
    const page = await desk.ask('reminders.write', { asOf, format: 'html', out: path.join(out, '清单.html') });
    expect(readFileSync(page.path, 'utf8').split(left)).toHaveLength(2);
  });

  it('does not say that nothing is owed where something could not be judged', async () => {
    const asOf = '2028-03-01T09:00';
    const office = await desk.ask('office.get', {});
    const settings = { ...office.settings, effectiveFrom: '2027-06-01' };
    await desk.ask('office.save', { office: { ...office, settings } });
    const { items, groupText } = await list({ asOf });
    expect(items).toEqual([]);
    expect(groupText.split('\n')).toEqual([
      '截至2028年3月1日9时，能确定截止时间的事项中没有需要催报的。',
      '2027年的放假安排尚未载入，截止时间落在该年的事项没有列入。',
      '2028年的放假安排尚未载入，截止时间落在该年的事项没有列入。',
    ]);
    desk.now = asOf;
    for (const name of ['reminders.mails', 'reminders.letters'] as const)
      expect(await desk.refusal(name, { asOf, out, merged: true, numbered: true, by: '王某' })).toMatchObject({
        ...{ code: 'nobody_to_remind', message: expect.stringContaining('2027年的放假安排尚未载入') },
      });
  });
});

describe('how it stands', () => {
  it('is missing, soon, too little, sent back, or in contradiction', async () => {
    desk.now = '2022-05-06T09:00';
    expect(await square(MARKET, WEEKLY, '2022-W17')).toMatchObject({ status: 'missing', level: 'red', daysLate: 7 });
    expect(await square(MARKET, WEEKLY, '2022-W18')).toMatchObject({
      ...{ status: 'pending', level: 'blue', daysLate: 0, levelReason: '今天到期' },
    });
    await desk.ask('allotments.save', { duty: ARTICLES, period: '2022-04', counts: { [TOWN]: 3 } });
    await desk.ask('submissions.register', { unit: TOWN, duty: ARTICLES, period: '2022-04', kind: 'paper', count: 2 });
    expect(await square(TOWN, ARTICLES, '2022-04')).toMatchObject({ status: 'partial', quota: 3, count: 2 });

    const file = await desk.mail('市监局.xlsx', penalties([1, 2], { change: { 1: { CF_SY: null } } }));
    const { batch } = await desk.receive('2022-04-29T10:00', [file]);
    expect(await square(MARKET, WEEKLY, '2022-W17')).toBeUndefined();
    await desk.ask('returns.write', { batch: batch ?? '', out });
    expect(await square(MARKET, WEEKLY, '2022-W17')).toMatchObject({ status: 'returned', level: 'red', daysLate: 7 });

    const clean = await desk.mail('财政局.xlsx', penalties([3], { unit: '西峡县财政局' }));
    await desk.receive('2022-04-29T11:00', [clean]);
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toBeUndefined();
    await desk.ask('submissions.register', {
      ...{
        unit: FINANCE,
        duty: WEEKLY,
        period: '2022-W17',
        kind: 'zero',
        note: '本周无',
        received: '2022-05-01T09:00',
      },
    });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({
      ...{ status: 'contradicted', level: 'yellow', daysLate: 0, count: 1 },
    });
  });

  it('is red when late again: what came late and what never came in the periods before count, across the year', async () => {
    const on = async (period: string, received: string) =>
      desk.ask('submissions.register', { unit: FINANCE, duty: WEEKLY, period, kind: 'paper', received });
    desk.now = '2022-05-09T09:00';
    for (const week of ['2022-W15', '2022-W16', '2022-W17']) await on(week, '2022-04-11T09:00');
    expect(await square(FINANCE, WEEKLY, '2022-W18')).toMatchObject({ level: 'yellow', lateBefore: 0 });
    const [kept] = await desk.ask('submissions.list', { unit: FINANCE, duty: WEEKLY, period: '2022-W16' });
    await desk.ask('submissions.withdraw', { id: kept?.id ?? 0 });
    expect(await square(FINANCE, WEEKLY, '2022-W18')).toMatchObject({ level: 'yellow', lateBefore: 1 });
    await on('2022-W16', '2022-04-25T09:00');
    const [last] = await desk.ask('submissions.list', { unit: FINANCE, duty: WEEKLY, period: '2022-W17' });
    await desk.ask('submissions.withdraw', { id: last?.id ?? 0 });
    expect(await square(FINANCE, WEEKLY, '2022-W18')).toMatchObject({
      ...{ level: 'red', lateBefore: 2, levelReason: '逾期3天，之前3期有2期未按时报送' },
    });
    // The week's own list looks back just as far.
    expect((await owedBy(FINANCE, { period: '2022-W18' }))[0]).toMatchObject({ level: 'red', lateBefore: 2 });
    expect(await square(FINANCE, WEEKLY, '2023-W01', '2023-01-08T09:00')).toMatchObject({ lateBefore: 3 });
  });

  it('counts as periods before only those in which the duty was owed: of campaigns the months that had one', async () => {
    const county = await openCounty('jishan-2022', '2022-12-31T18:01');
    const query = { units: ['js-rh'], duties: ['001-17'] };
    const lateBefore = async (more: Args<'reminders.list'>) =>
      (await county.ask('reminders.list', { ...query, ...more })).items[0]?.owed.map(
        ({ period, lateBefore: late }) => `${period} ${late}`,
      );
    const all = await lateBefore({});
    expect(all?.toSorted()).toEqual(['2022-03 0', '2022-06 1', '2022-09 2', '2022-11 3']);
    for (const one of ['2022-09', '2022-11']) expect(all).toContain((await lateBefore({ period: one }))?.[0]);
  });

  it('is nothing where a county has sent all: no unit, one sentence, an empty list to print', async () => {
    const county = await openCounty('xingshan-2024', '2024-06-03T09:00');
    const settings = (await county.ask('office.get', {})).settings;
    const office = await county.ask('office.get', {});
    await county.ask('office.save', { office: { ...office, settings: { ...settings, effectiveFrom: '2024-06-03' } } });
    const empty = await county.ask('reminders.list', {});
    expect(empty.items).toEqual([]);
    expect(empty.groupText).toBe('截至2024年6月3日9时，没有需要催报的事项。');
    const written = await county.ask('reminders.write', { format: 'html', out: path.join(out, '空.html') });
    expect(readFileSync(written.path, 'utf8')).toContain('>无</td>');
    for (const name of ['reminders.letters', 'reminders.mails'] as const)
      expect(await county.refusal(name, { merged: true, numbered: true, by: '王某', out })).toMatchObject({
        code: 'nobody_to_remind',
      });
    expect(readdirSync(out)).toEqual(['空.html']);
  });
});

describe('levels and wording', () => {
  it('are the office’s: kept, logged, and given back', async () => {
    const shipped = await desk.ask('reminders.settings', {});
    expect(shipped).toMatchObject({ isOwn: false, settings: { soonDays: 3, redAfterDays: 7 } });
    const settings = { ...shipped.settings, soonDays: 0, redAfterDays: 1 };
    const wording = { ...shipped.wording, unit: '{unit}：{items}', group: '各单位：\n{items}' };
    expect(await desk.ask('reminders.saveSettings', { settings, by: '王某' })).toEqual({ ...shipped, settings });
    expect(await desk.ask('reminders.saveSettings', { wording })).toEqual({ settings, wording, isOwn: true });
    const { items, levelNote, groupText } = await list({ period: '2022-W17', asOf: '2022-05-01T09:00' });
    expect(items[0]?.owed[0]?.level).toBe('red');
    expect(items[0]?.text).toMatch(/^\S+：1\. 2022年第17周/u);
    expect(groupText.split('\n')[0]).toBe('各单位：');
    expect(levelNote).toContain('当天到期');
    expect(levelNote).toContain('超过1天');
    expect((await owedBy(FINANCE, { asOf: '2022-05-05T09:00' })).map(({ period }) => period)).not.toContain('2022-W18');
    expect(await desk.ask('reminders.saveSettings', { wording: null })).toEqual({ ...shipped, settings });
    // The shipped words saved as they are stay the program's.
    expect(await desk.ask('reminders.saveSettings', { wording: shipped.wording })).toMatchObject({ isOwn: false });
    expect(desk.rows("select by from audit where action = 'reminders.settings' order by id")).toEqual([
      ...[{ by: '王某' }, { by: '' }, { by: '' }, { by: '' }],
    ]);
  });

  it('refuses a placeholder it cannot fill in, with its name and those there are', async () => {
    const { wording } = await desk.ask('reminders.settings', {});
    const refused = await desk.refusal('reminders.saveSettings', {
      wording: { ...wording, letter: '{单位}：{items}' },
    });
    expect(refused).toEqual({
      code: 'wording_placeholder',
      message:
        '措辞不能用：“催报函正文”中的 {单位}，可以用的有 {unit}、{asOf}、{count}、{items}、{remedy}、{contact}、{office}、{date}、{chased}。',
    });
    for (const bad of [{ unit: ' ' }, { mailSubject: '一\n二' }, { other: '' }])
      expect(await desk.refusal('reminders.saveSettings', { wording: { ...wording, ...bad } })).toMatchObject({
        code: 'usage',
      });
    const never = { soonDays: 3, redAfterDays: 7, redWhenLateBefore: 4, periodsBefore: 3, redWhenChased: 3 };
    expect(await desk.refusal('reminders.saveSettings', { settings: never })).toMatchObject({ code: 'usage' });
    expect(await desk.ask('reminders.settings', {})).toMatchObject({ isOwn: false, wording });
  });
});
