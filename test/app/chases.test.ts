import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Args } from '../../electron/contract.ts';
import { type Desk, openDesk } from './desk.ts';

const FINANCE = 'xx-czj';
const TOWN = 'xx-dsz';
const WEEKLY = '000-02';
const ARTICLES = '000-14';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-06T09:00';
});
afterEach(() => desk.close());

const square = async (unit: string, duty: string, period: string, asOf?: string) => {
  const { items } = await desk.ask('reminders.list', { units: [unit], duties: [duty], asOf });
  return items[0]?.owed.find((one) => one.period === period);
};
const phone = (unit: string, duty: string, period: string, more: Partial<Args<'chases.add'>['draft']> = {}) =>
  desk.ask('chases.add', {
    draft: { items: [{ unit, duty, period }], how: 'phone', whom: '张三', answer: '', promised: null, ...more },
    by: '王某',
  });

describe('a chase', () => {
  it('is only of what is owed at its moment, though it may be logged later', async () => {
    const on = { unit: FINANCE, duty: WEEKLY, period: '2022-W17' };
    await desk.ask('submissions.register', { ...on, kind: 'paper', received: '2022-05-05T10:00' });
    const code = 'chase_not_owed';
    const draft = { items: [on], how: 'phone', whom: '', answer: '', promised: null };
    expect(await desk.refusal('chases.add', { draft })).toMatchObject({
      code,
      message: expect.stringMatching(/财政局 2022年第17周.*2022年5月6日9时已经报送/u),
    });
    expect(await desk.refusal('chases.add', { draft: { ...draft, at: '2022-04-25T09:00' } })).toMatchObject({
      ...{ code, message: expect.stringContaining('截止时间是2022年4月29日18时') },
    });
    expect(await phone(FINANCE, WEEKLY, '2022-W17', { at: '2022-04-29T09:00' })).toHaveLength(1);
    expect(await phone(FINANCE, WEEKLY, '2022-W17', { at: '2022-05-05T09:59' })).toHaveLength(1);
  });

  it.each([
    ['an earlier day at noon', '2022-05-05', '2022-05-05T12:00'],
    ['today, in the morning, now', '2022-05-06', '2022-05-06T09:00'],
  ])('of which only the day is known was on %s', async (_what, at, moment) => {
    expect(await phone(FINANCE, WEEKLY, '2022-W17', { at })).toMatchObject([{ at: moment }]);
  });

  it('is logged once for one moment, way and person, and counts once in list, dashboard and score', async () => {
    const at = '2022-05-05T15:00';
    const counts = async () => {
      const { late } = await desk.ask('overview.get', {});
      return [(await square(FINANCE, WEEKLY, '2022-W17'))?.chased, late.find(({ unit }) => unit === FINANCE)?.chased];
    };
    await phone(FINANCE, WEEKLY, '2022-W17', { at });
    const items = [{ unit: FINANCE, duty: WEEKLY, period: '2022-W17' }];
    const draft = { items, at, how: 'phone', whom: '张三 ', answer: '又答', promised: null };
    expect(await desk.refusal('chases.add', { draft })).toMatchObject({
      ...{ code: 'chase_exists', message: expect.stringContaining('2022年5月5日15时 财政局') },
    });
    expect(await counts()).toEqual([1, 1]);
    // Another person at the same minute is another contact everywhere.
    await phone(FINANCE, WEEKLY, '2022-W17', { at, whom: '李四' });
    expect(await counts()).toEqual([2, 2]);
  });

  it('is counted, told and raises the level when it was in vain', async () => {
    desk.now = '2022-05-01T09:00';
    const settings = { soonDays: 3, redAfterDays: 30, redWhenLateBefore: 0, periodsBefore: 3, redWhenChased: 2 };
    await desk.ask('reminders.saveSettings', { settings });
    await phone(FINANCE, WEEKLY, '2022-W17', { answer: '节后报', promised: '2022-05-05' });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({
      ...{ chased: 1, level: 'yellow', promiseBroken: false },
      lastChase: { how: 'phone', whom: '张三', answer: '节后报', promised: '2022-05-05' },
    });
    desk.now = '2022-05-06T09:00';
    const [second] = await phone(FINANCE, WEEKLY, '2022-W17', { how: 'wechat' });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({
      ...{ chased: 2, level: 'red', levelReason: '逾期7天，已催2次', promiseBroken: true },
      // What was promised before is still what is waited for.
      lastChase: { how: 'wechat', promised: '2022-05-05' },
    });
    // As it stood before the second one.
    expect(await square(FINANCE, WEEKLY, '2022-W17', '2022-05-02T09:00')).toMatchObject({ chased: 1, level: 'yellow' });
    await desk.ask('chases.withdraw', { id: second?.id ?? 0, by: '王某' });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({ chased: 1, level: 'yellow' });
    expect(await desk.refusal('chases.withdraw', { id: second?.id ?? 0 })).toMatchObject({ code: 'chase_unknown' });
    expect(desk.rows('select how, withdrawn_at is null as stands from chase order by id')).toEqual([
      { how: 'phone', stands: 1 },
      { how: 'wechat', stands: 0 },
    ]);
    expect(desk.rows("select action, by from audit where action like 'chase.%' order by id")).toEqual([
      { action: 'chase.add', by: '王某' },
      { action: 'chase.add', by: '王某' },
      { action: 'chase.withdraw', by: '王某' },
    ]);
  });

  it('is logged once for each thing, and found again by unit, duty, period and day, newest first', async () => {
    const item = { unit: FINANCE, duty: WEEKLY, period: '2022-W17' };
    const items = [item, { ...item, period: '2022-W16' }, item];
    const said = { how: 'visit', whom: '', answer: '', promised: null } as const;
    expect(await desk.ask('chases.add', { draft: { items, ...said, at: '2022-05-04T15:00' } })).toHaveLength(2);
    await phone(TOWN, ARTICLES, '2022-04');
    const found = async (filter: Args<'chases.list'>) =>
      (await desk.ask('chases.list', filter)).map(({ unit, period }) => `${unit} ${period}`);
    const [week16, week17, town] = [`${FINANCE} 2022-W16`, `${FINANCE} 2022-W17`, `${TOWN} 2022-04`];
    expect(await found({})).toEqual([town, week16, week17]);
    expect(await found({ limit: 2 })).toEqual([town, week16]);
    expect(await found({ unit: FINANCE })).toEqual([week16, week17]);
    expect(await found({ duty: ARTICLES })).toEqual([town]);
    expect(await found({ period: '2022-W17' })).toEqual([week17]);
    expect(await found({ from: '2022-05-05' })).toEqual([town]);
    expect(await found({ from: '2022-05-04', to: '2022-05-04' })).toEqual([week16, week17]);
    expect(await desk.refusal('chases.list', { from: '2022-05-04', to: '2022-05-03' })).toMatchObject({
      code: 'range_invalid',
    });
  });

  it.each<[string, object, object]>([
    ['a unit there is not', { unit: 'x' }, { code: 'unit_unknown' }],
    ['a duty there is not', { duty: 'x' }, { code: 'duty_unknown' }],
    ['what is no period', { period: '2022-13' }, { code: 'period_invalid' }],
    ['a month of a weekly duty', { period: '2022-04' }, { code: 'period_not_of_duty' }],
    [
      'a moment ahead',
      { at: '2022-05-06T09:01' },
      { code: 'range_invalid', message: expect.stringContaining('还没有到') },
    ],
    ['no moment', { at: '昨天' }, { code: 'moment_invalid' }],
    ['a promise for yesterday', { promised: '2022-05-05' }, { code: 'range_invalid' }],
    ['a promise for the year after next', { promised: '2024-05-06' }, { code: 'range_invalid' }],
    ['a day there is not', { promised: '2022-02-30' }, { code: 'moment_invalid' }],
    ...(
      [
        ['what another unit owes', { unit: 'xx-wjw', duty: '000-05', period: '2022-04' }, '不用报送'],
        ['what is due in months', { period: '2022-W40' }, '还未临近'],
        ['what was owed before the notice', { period: '2017-W20' }, '不用报送'],
      ] as const
    ).map(([what, changes, why]): [string, object, object] => [
      what,
      changes,
      { code: 'chase_not_owed', message: expect.stringContaining(why) },
    ]),
    ['a year whose calendar nobody knows', { period: '2027-W01' }, { code: 'year_unknown' }],
  ])('is refused about %s', async (_, changes, refusal) => {
    const { at, promised = null, ...square }: Record<string, string | null> = { ...changes };
    const items = [{ unit: FINANCE, duty: WEEKLY, period: '2022-W17', ...square }];
    const draft = { items, how: 'phone', whom: '', answer: '', promised, ...(at ? { at } : {}) };
    expect(await desk.refusal('chases.add', { draft })).toMatchObject(refusal);
    expect(await desk.ask('chases.list', {})).toEqual([]);
  });
});
