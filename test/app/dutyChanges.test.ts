import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Duty, DutyDraft } from '../../electron/contract/duties.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Weekly, of ten kinds of acts, of the 26 units of 000-G1. */
const WEEKLY = '000-02';
/** Monthly, at least one article a unit. */
const ARTICLES = '000-14';
const REASON = '西信用办〔2022〕9号';
const DOUBLE = ['permit-legal', 'permit-person', 'penalty-legal', 'penalty-person'];
const FIVE = [...DOUBLE, 'coercion', 'award', 'confirmation', 'adjudication', 'inspection'];

const dutyOf = async (id: string): Promise<Duty> => {
  const found = (await desk.ask('duties.list', {})).find((duty) => duty.id === id);
  if (!found) throw new Error(id);
  return found;
};
const draftOf = async (id: string, changes: Partial<DutyDraft>): Promise<DutyDraft> => {
  const { title, due, recordTerm, quota, groups, lead, target, note } = await dutyOf(id);
  return { id, title, due, recordTerm, quota, groups, lead, target, note, ...changes };
};
const save = async (id: string, changes: Partial<DutyDraft>, from?: string) =>
  desk.ask('duties.save', {
    duty: await draftOf(id, changes),
    ...(from === undefined ? {} : { from, reason: REASON }),
  });
const preview = async (id: string, changes: Partial<DutyDraft>, from?: string) =>
  desk.ask('duties.year', {
    duty: id,
    year: 2022,
    draft: await draftOf(id, changes),
    ...(from === undefined ? {} : { from }),
  });
const periodsIn = async (period: string, duty: string) => [
  ...new Set(
    (await desk.ask('status.grid', { period, duty, asOf: '2022-12-31T12:00' })).cells.map((cell) => cell.period),
  ),
];

describe('the rhythm of a duty', () => {
  it('is monthly from a day on and weekly before: no week and no month twice', async () => {
    const { cadence, dueText } = await save(WEEKLY, { cadence: 'monthly' }, '2022-06-01');
    // It is April: the change is still ahead.
    expect([cadence, dueText]).toEqual(['weekly', '每周五18时前']);
    expect(await periodsIn('2022-05', WEEKLY)).toEqual(['2022-W18', '2022-W19', '2022-W20', '2022-W21']);
    expect(await periodsIn('2022-06', WEEKLY)).toEqual(['2022-06']);
    desk.now = '2022-06-02T09:00';
    expect(await dutyOf(WEEKLY)).toMatchObject({ cadence: 'monthly', dueText: '每月最后一日18时前' });
    const { periods } = await desk.ask('duties.year', { duty: WEEKLY, year: 2022 });
    expect(periods.slice(-8).map(({ period, due }) => [period, due.slice(0, 10)])).toEqual([
      ['2022-W21', '2022-05-27'],
      ['2022-06', '2022-06-30'],
      ['2022-07', '2022-08-01'],
      ['2022-08', '2022-08-31'],
      ['2022-09', '2022-09-30'],
      ['2022-10', '2022-10-31'],
      ['2022-11', '2022-11-30'],
      ['2022-12', '2023-01-03'],
    ]);
  });

  it('is shown before it is saved: the weeks that go and the months that come', async () => {
    const { changes } = await preview(WEEKLY, { cadence: 'monthly' }, '2022-12-01');
    expect(changes.map(({ period, before, after }) => [period, before === null, after === null])).toEqual([
      ['2022-W48', false, true],
      ['2022-12', true, false],
      ['2022-W49', false, true],
      ['2022-W50', false, true],
      ['2022-W51', false, true],
      ['2022-W52', false, true],
    ]);
    expect((await dutyOf(WEEKLY)).cadence).toBe('weekly');
  });

  it('of always is that of every period', async () => {
    await save(ARTICLES, { cadence: 'quarterly' });
    expect(await periodsIn('2022', ARTICLES)).toEqual(['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4']);
  });

  it('lets what is due in the old rhythm still be registered, and in no other', async () => {
    await save(WEEKLY, { cadence: 'monthly' }, '2022-06-01');
    desk.now = '2022-06-02T09:00';
    const late = { unit: 'xx-gaj', duty: WEEKLY, kind: 'paper', note: '补报' } as const;
    expect((await desk.ask('submissions.register', { ...late, period: '2022-W20' })).period).toBe('2022-W20');
    expect((await desk.ask('submissions.register', { ...late, period: '2022-06' })).period).toBe('2022-06');
    expect(await desk.refusal('submissions.register', { ...late, period: '2022-Q2' })).toMatchObject({
      code: 'period_not_of_duty',
    });
  });

  it('falls due in the calendar by the rule of its time', async () => {
    await save(WEEKLY, { cadence: 'monthly' }, '2022-06-01');
    const items = await desk.ask('calendar.due', { from: '2022-05-23', to: '2022-07-01' });
    expect(items.filter((item) => item.duty === WEEKLY).map((item) => item.period)).toEqual(['2022-W21', '2022-06']);
  });

  it('refuses a due rule of another rhythm, by preview and by saving', async () => {
    const due = { rule: 'day-of-month', day: 20, time: '12:00' } as const;
    const duty = await draftOf('000-06', { due, cadence: 'weekly' });
    expect(await desk.refusal('duties.save', { duty })).toMatchObject({
      code: 'change_impossible',
      message: expect.stringContaining('20日'),
    });
    expect((await desk.refusal('duties.year', { duty: '000-06', year: 2022, draft: duty })).code).toBe(
      'change_impossible',
    );
  });

  it('refuses a rhythm that a change still ahead could not keep', async () => {
    await save(ARTICLES, { due: { rule: 'day-of-month', day: 20, time: '12:00' } }, '2022-10-01');
    const duty = await draftOf(ARTICLES, { cadence: 'weekly', due: { rule: 'weekday', weekday: 5, time: '12:00' } });
    const refused = await desk.refusal('duties.save', { duty, from: '2022-06-01', reason: REASON });
    expect(refused).toMatchObject({ code: 'change_impossible', message: expect.stringContaining('2022年10月1日') });
  });
});

describe('the templates of a duty', () => {
  it('can be ten, five and two, or none, by a choice', async () => {
    expect((await dutyOf(WEEKLY)).templates).toHaveLength(12);
    expect((await save(WEEKLY, { templates: FIVE })).templates).toEqual(FIVE);
    expect((await save(WEEKLY, { templates: [] })).templates).toEqual([]);
    expect((await save(WEEKLY, {})).templates).toEqual([]);
  });

  it('say where a table goes: one no duty collects any more is asked for', async () => {
    const file = await desk.mail('处罚.xlsx', penalties([1, 2]));
    const plan = await desk.ask('imports.preview', { sources: [{ path: file, name: '处罚.xlsx' }] });
    expect(plan.files[0]?.tables[0]?.duty?.id).toBe(WEEKLY);
    await save(WEEKLY, { templates: ['inspection'] });
    const table = onlyTable(await desk.receive('2022-04-29T16:00', [file]));
    expect(table).toMatchObject({ duty: null, question: { code: 'duty_ambiguous' } });
  });

  it('from a day on are those of then', async () => {
    await save(WEEKLY, { templates: FIVE }, '2022-06-01');
    expect((await dutyOf(WEEKLY)).templates).toHaveLength(12);
    desk.now = '2022-06-02T09:00';
    expect((await dutyOf(WEEKLY)).templates).toEqual(FIVE);
  });

  it('tell before saving which other duty of the same units collects the same table', async () => {
    expect((await preview('000-09', { templates: ['joint-case'] })).shared).toEqual([]);
    const { shared } = await preview('000-09', { templates: ['joint-case', 'publicity'] });
    expect(shared).toEqual([{ template: 'publicity', duty: ARTICLES, units: 26 }]);
  });

  it('refuse one that is not there', async () => {
    const duty = await draftOf(WEEKLY, { templates: ['news'] });
    expect(await desk.refusal('duties.save', { duty })).toMatchObject({ code: 'template_unknown' });
    expect(await desk.refusal('duties.year', { duty: WEEKLY, year: 2022, draft: duty })).toMatchObject({
      code: 'template_unknown',
    });
  });
});

describe('the title of a duty', () => {
  const circular = async (period: string) =>
    JSON.stringify(await desk.ask('circulars.compose', { period, asOf: '2022-12-31T12:00' }));
  const reminder = async (period: string) =>
    JSON.stringify(await desk.ask('reminders.list', { period, asOf: '2022-12-31T12:00' }));

  it('changed from a day on stays the old one in the papers of earlier periods', async () => {
    const [old, title] = ['诚信宣传教育报道', '诚信建设新闻稿'];
    await save(ARTICLES, { title }, '2022-05-01');
    expect(await circular('2022-04')).toContain(old);
    expect(await circular('2022-04')).not.toContain(title);
    expect(await circular('2022-05')).toContain(title);
    expect(await reminder('2022-04')).toContain(old);
    expect(await reminder('2022-05')).toContain(title);
    expect((await dutyOf(ARTICLES)).title).toBe(old);
    desk.now = '2022-05-02T09:00';
    expect((await dutyOf(ARTICLES)).title).toBe(title);
  });

  it('corrected without a day has always been so', async () => {
    await save(ARTICLES, { title: '诚信宣传报道' });
    expect(await circular('2022-04')).toContain('诚信宣传报道：');
    expect((await dutyOf(ARTICLES)).revisions).toBeUndefined();
  });
});

describe('the consequences of a change', () => {
  it('are marked where only the number owed changes', async () => {
    const { changes } = await preview(ARTICLES, { quota: { count: 2, of: '篇' } }, '2022-11-01');
    expect(
      changes.map(({ period, before, after, quotaBefore, quotaAfter }) => ({
        period,
        moved: before !== after,
        quotaBefore,
        quotaAfter,
      })),
    ).toEqual([
      { period: '2022-11', moved: false, quotaBefore: 1, quotaAfter: 2 },
      { period: '2022-12', moved: false, quotaBefore: 1, quotaAfter: 2 },
    ]);
  });

  it('are marked where only zero reports stop to settle it', async () => {
    const { changes } = await preview('000-09', { zeroReport: 'none' }, '2022-12-01');
    expect(changes).toMatchObject([{ period: '2022-12', zeroBefore: true, zeroAfter: false }]);
  });

  it('are none of a draft that changes nothing', async () => {
    expect((await preview(ARTICLES, {})).changes).toEqual([]);
  });
});

describe('the term of events', () => {
  const REPAIR = '000-03';
  const repair = (day: string) =>
    desk.ask('events.save', {
      event: {
        id: null,
        duty: REPAIR,
        unit: 'xx-scjgj',
        title: '信用修复',
        day,
        closedOn: null,
        outcome: '',
        note: '',
      },
    });

  it('changed from a day on is that of the events from then on: 3 months before 1 April 2026, a year after', async () => {
    desk.now = '2026-03-02T09:00';
    const eventTerm = { count: 12, unit: 'months', meaning: 'not-before', from: '认定之日' } as const;
    await save(REPAIR, { eventTerm }, '2026-04-01');
    expect((await repair('2026-03-31')).due).toBe('2026-06-30');
    expect((await repair('2026-04-01')).due).toBe('2027-04-01');
    expect((await dutyOf(REPAIR)).eventTerm).toMatchObject({ count: 3 });
    desk.now = '2026-05-06T09:00';
    expect((await dutyOf(REPAIR)).eventTerm).toEqual(eventTerm);
    expect((await desk.ask('events.list', { duty: REPAIR })).map(({ due }) => due)).toEqual([
      '2026-06-30',
      '2027-04-01',
    ]);
  });

  it('that a duty never had is no change when it is sent back empty', async () => {
    await save('000-04', { eventTerm: null, target: '应报尽报' }, '2022-06-01');
    const revisions = desk.rows<{ data: string }>("select data from duty where id = '000-04'");
    const [stored] = revisions.map(({ data }) => JSON.parse(data).revisions);
    expect(stored).toEqual([{ target: '应报尽报', from: '2022-06-01', reason: REASON }]);
  });
});

describe('the term of records', () => {
  const WORKING = { days: 7, unit: 'working', shift: 'next' } as const;
  const counted = async () => {
    const { total } = await desk.ask('rates.compute', { period: '2022-04', asOf: '2022-12-31T12:00' });
    return [total.timely, total.clocked];
  };
  const late = () => desk.rows("select id from finding where rule = 'late_record'").length;

  /** Decided on Thursday the 14th; seven days end on the 21st, seven working days on Sunday the 24th, which was worked. */
  beforeEach(async () => {
    const decided = { CF_JDRQ: '2022-04-14', CF_YXQ: '2023-04-14', CF_GSJZQ: '2025-04-14' };
    const sheet = penalties([1, 2], {
      title: '2022年4月第3周',
      change: { 1: decided, 2: { ...decided, CF_JDRQ: '2022-04-06' } },
    });
    await desk.receive('2022-04-24T10:00', [await desk.mail('处罚.xlsx', sheet)]);
  });

  it('corrected judges the stored records again, as the preview said', async () => {
    expect([await counted(), late()]).toEqual([[0, 2], 2]);
    expect((await preview(WEEKLY, { recordTerm: WORKING })).rejudged).toEqual({ timely: 1, late: 0, unclocked: 0 });
    await save(WEEKLY, { recordTerm: WORKING });
    expect([await counted(), late()]).toEqual([[1, 2], 1]);
    await save(WEEKLY, { recordTerm: null });
    expect([await counted(), late()]).toEqual([[null, 0], 0]);
    await save(WEEKLY, { recordTerm: { days: 7, unit: 'natural', shift: 'next' } });
    expect([await counted(), late()]).toEqual([[0, 2], 2]);
  });

  it('from a day on is that of decisions from then on', async () => {
    expect((await preview(WEEKLY, { recordTerm: WORKING }, '2022-04-15')).rejudged).toMatchObject({ timely: 0 });
    await save(WEEKLY, { recordTerm: WORKING }, '2022-04-14');
    expect(await counted()).toEqual([1, 2]);
  });

  it('is not corrected where a closed period was counted by it', async () => {
    await desk.ask('periods.lock', { period: '2022-04', locked: true, reason: '通报已印发' });
    const duty = await draftOf(WEEKLY, { recordTerm: WORKING });
    expect(await desk.refusal('duties.save', { duty })).toMatchObject({ code: 'period_locked' });
    expect(await counted()).toEqual([0, 2]);
    expect((await dutyOf(WEEKLY)).recordTerm).toMatchObject({ unit: 'natural' });
  });
});

describe('a due rule that does not fit the cadence', () => {
  it.each([
    [WEEKLY, { rule: 'day-of-month', day: 5, time: '18:00' }, '每月5日18时前', '每周'],
    [WEEKLY, { rule: 'day-of-next-month', day: 5, time: '18:00' }, '次月5日18时前', '每周'],
    [ARTICLES, { rule: 'fixed-date', month: 12, day: 20, time: '18:00' }, '每年12月20日18时前', '每月'],
    [ARTICLES, { rule: 'dates', dates: ['2022-05-06'], time: '18:00' }, '2022年5月6日18时前', '每月'],
    ['000-15', { rule: 'weekday', weekday: 5, time: '18:00' }, '每周五18时前', '不定期'],
    [
      '000-15',
      { rule: 'days-after-period', days: 5, unit: 'working', time: '18:00' },
      '期满后第5个工作日18时前',
      '不定期',
    ],
    ['000-15', { rule: 'period-end', time: '18:00' }, '“最后一日18时前”', '不定期'],
  ] as const)('is refused in its own words: %s %j', async (id, due, words, cadence) => {
    const refused = await desk.refusal('duties.save', { duty: await draftOf(id, { due }) });
    expect(refused.code).toBe('change_impossible');
    expect(refused.message).toContain(words);
    expect(refused.message).toContain(`的报送周期（${cadence}），请另选一种`);
    expect(refused.message).not.toContain('每周最后一个月');
  });
});
