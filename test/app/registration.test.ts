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
const sendPenalties = async () => desk.receive('2022-04-29T16:00', [await desk.mail('市监局.xlsx', penalties([1]))]);

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
