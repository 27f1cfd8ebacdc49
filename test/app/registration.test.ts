import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const SQUARE = { unit: 'xx-scjgj', duty: '000-02', period: '2022-W17' } as const;
const ZERO = { ...SQUARE, kind: 'zero', note: '本周未作出行政处罚' } as const;
const cell = async () => (await desk.ask('status.grid', SQUARE)).cells[0];
const sendPenalties = async (received = '2022-04-29T16:00') =>
  desk.receive(received, [await desk.mail('市监局.xlsx', penalties([1]))]);

describe('a registration by hand', () => {
  it.each([
    ['paper', '【纸质】由李某送达'],
    ['wechat', '【微信】由李某送达'],
    ['phone', '【电话】由李某送达'],
  ] as const)('says in its note that it came by %s', async (via, note) => {
    const made = await desk.ask('submissions.register', { ...SQUARE, kind: 'paper', via, note: '由李某送达' });
    expect(made).toMatchObject({ note });
    expect(await desk.ask('submissions.list', SQUARE)).toMatchObject([{ note }]);
  });

  it('of nothing to report needs more than the way it came', async () => {
    const silent = { ...SQUARE, kind: 'zero', via: 'phone', note: ' ' };
    expect(await desk.refusal('submissions.register', silent)).toMatchObject({ code: 'statement_required' });
  });
});

describe('a waiver', () => {
  it('is seen whenever it was written down, also by a look back', async () => {
    desk.now = '2022-06-20T10:00';
    await desk.ask('submissions.register', { ...SQUARE, kind: 'waived', note: '系统迁移，王主任批准' });
    for (const asOf of ['2022-04-29T12:00', '2022-05-05T09:00', '2022-07-01T09:00'])
      expect((await desk.ask('status.grid', { ...SQUARE, asOf })).cells).toMatchObject([{ status: 'exempt' }]);
    const { units } = await desk.ask('rates.compute', { period: SQUARE.period, asOf: '2022-05-05T09:00' });
    expect(units.find(({ unit }) => unit === SQUARE.unit)).toBeUndefined();
  });

  it.each([{}, { note: '  ' }, { note: '', file: 'somewhere.pdf' }])('needs its reason: %j', async (more) => {
    const refused = await desk.refusal('submissions.register', { ...SQUARE, kind: 'waived', ...more });
    expect(refused.code).toBe('reason_required');
    expect(refused.message).toContain('免报');
    expect(desk.rows('select * from submission')).toEqual([]);
  });
});

describe('a registration for a closed period', () => {
  it('is taken as a late one on paper, but no waiver frees what was counted', async () => {
    const lock = (locked: boolean) =>
      desk.ask('periods.lock', { period: '2022-04', locked, reason: locked ? '通报已印发' : '补登免报' });
    desk.now = '2022-05-10T09:00';
    await lock(true);
    const waiver = { ...SQUARE, unit: 'xx-gaj', kind: 'waived', note: '洪灾' } as const;
    expect(await desk.refusal('submissions.register', waiver)).toMatchObject({ code: 'period_locked' });
    await desk.ask('submissions.register', { ...SQUARE, kind: 'paper' });
    expect(await cell()).toMatchObject({ status: 'late' });
    await lock(false);
    expect(await desk.ask('submissions.register', waiver)).toMatchObject({ kind: 'waived' });
  });
});

describe('a zero report for a duty that takes none', () => {
  /** 000-14 诚信宣传: at least one article a month. */
  const ARTICLES = { unit: 'xx-dsz', duty: '000-14', period: '2022-04' } as const;
  const zero = { ...ARTICLES, kind: 'zero', note: '本月没有稿件' } as const;

  it('is refused with the duty and what to do instead', async () => {
    const refused = await desk.refusal('submissions.register', zero);
    expect(refused.code).toBe('zero_not_taken');
    expect(refused.message).toMatch(/诚信宣传.*不收零报送.*纸质.*免报.*零报送规则/u);
    expect(desk.rows('select * from submission')).toEqual([]);
  });

  it('is taken from the day the duty takes it, and no earlier', async () => {
    const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === ARTICLES.duty);
    if (!duty) throw new Error(ARTICLES.duty);
    const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
    const draft = { id, title, due, recordTerm, quota, groups, lead, target, note, zeroReport: 'statement' } as const;
    await desk.ask('duties.save', { duty: draft, from: '2022-05-01', reason: '西信用办〔2022〕9号' });
    expect(await desk.refusal('submissions.register', zero)).toMatchObject({ code: 'zero_not_taken' });
    await desk.ask('submissions.register', { ...zero, period: '2022-05' });
    const { cells } = await desk.ask('status.grid', { ...ARTICLES, period: '2022-05' });
    expect(cells).toMatchObject([{ status: 'zero' }]);
  });
});

describe('a zero report and data for the same square', () => {
  it('contradict each other when the data came after, until one is taken back', async () => {
    const { id } = await desk.ask('submissions.register', ZERO);
    expect(await cell()).not.toHaveProperty('contradicted');
    await sendPenalties();
    expect(await cell()).toMatchObject({ contradicted: true });
    await desk.ask('submissions.withdraw', { id });
    expect(await cell()).not.toHaveProperty('contradicted');
  });

  it('contradict each other when the data came before, and the one who registers is told', async () => {
    await sendPenalties();
    const made = await desk.ask('submissions.register', ZERO);
    expect(made.conflict).toContain('市监局.xlsx');
    expect(await cell()).toMatchObject({ contradicted: true });
  });

  it('that was false does not make the data timely that came after the due moment', async () => {
    await desk.ask('submissions.register', { ...ZERO, received: '2022-04-28T10:00' });
    await sendPenalties('2022-05-05T10:00');
    desk.now = '2022-05-06T09:00';
    expect(await cell()).toMatchObject({ status: 'late', contradicted: true, receivedAt: '2022-05-05T10:00' });
  });

  it('contradict each other, too, when what came is paper', async () => {
    await desk.ask('submissions.register', ZERO);
    await desk.ask('submissions.register', { ...SQUARE, kind: 'paper', via: 'paper' });
    expect(await cell()).toMatchObject({ contradicted: true });
  });
});

describe('an approved exception on the grid', () => {
  const APPROVED = { unit: SQUARE.unit, reason: '系统迁移', approver: '王主任', documentNo: '西信用办函〔2022〕7号' };

  it('shows an exemption, and the old state when it is withdrawn', async () => {
    const days = { from: '2022-04-25', to: '2022-05-01', period: null, until: null };
    const { id } = await desk.ask('exemptions.save', { kind: 'exempt', duty: SQUARE.duty, ...days, ...APPROVED });
    expect(await cell()).toMatchObject({ status: 'exempt' });
    await desk.ask('exemptions.withdraw', { id });
    expect(await cell()).toMatchObject({ status: 'pending' });
  });

  it('moves the due moment of an extended period', async () => {
    const until = '2022-05-06T18:00';
    const scope = { duty: SQUARE.duty, period: SQUARE.period, from: null, to: null, until };
    await desk.ask('exemptions.save', { kind: 'extended', ...scope, ...APPROVED });
    expect(await cell()).toMatchObject({ due: until });
  });
});

describe('a registration nobody expects (非应报)', () => {
  const paper = { kind: 'paper', received: '2022-04-29T16:00' } as const;

  it.each([
    ['of a unit that does not owe the duty', { unit: 'xx-dsz', duty: '000-02', period: '2022-W17' }],
    ['of a week before the notice', { unit: 'xx-scjgj', duty: '000-02', period: '2021-W50' }],
  ])('says so: %s', async (_what, square) => {
    const made = await desk.ask('submissions.register', { ...square, ...paper });
    expect(made).toMatchObject({ ...square, assigned: false });
    const { cells } = await desk.ask('status.grid', square);
    expect(cells).toMatchObject([{ status: 'reported', assigned: false }]);
  });

  it.each([
    ['owed', SQUARE],
    ['of an event that is the unit’s', { unit: 'xx-scjgj', duty: '000-03', period: '2022-04' }],
  ])('says nothing of the kind of one that is %s', async (_what, square) => {
    expect(await desk.ask('submissions.register', { ...square, ...paper })).not.toHaveProperty('assigned');
  });
});

describe('a period of another kind', () => {
  it.each([
    ['2022-04', { duty: '000-02' }, '2022-04（“', '应填一周，如 2022-W17）。'],
    ['2022-W17', { duty: '000-14' }, '2022-W17（“', '应填一个月，如 2022-05）。'],
    ['2022-04', { duty: '000-12' }, '2022-04（“', '应填一个季度，如 2022-Q2）。'],
  ])('is refused with the kind that is wanted: %s of %j', async (period, more, begin, end) => {
    const refused = await desk.refusal('submissions.register', { ...SQUARE, ...more, period, kind: 'paper' });
    expect(refused.code).toBe('period_not_of_duty');
    expect(refused.message).toContain(begin);
    expect(refused.message).toContain(end);
  });

  it('is named after the indicator that wants another', async () => {
    const year = { indicator: '000-10-rate', period: '2022', numerator: 5, denominator: 100, note: '' };
    const { message } = await desk.refusal('indicators.enter', year);
    expect(message).toMatch(/^报送期与周期不符：2022（“[^”]+”应填一个月，如 2022-12）。$/u);
  });
});
