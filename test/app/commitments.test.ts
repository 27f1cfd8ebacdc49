import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyCode } from '../fixtures/inboxGenerator/codes.ts';
import { type Desk, openDesk } from './desk.ts';
import { MARKET, type Row } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

function commitment(number: number, more: Row = {}): Row {
  const name = `西峡县第${number}食品有限公司`;
  return {
    promiseNo: `411323202204${String(number).padStart(8, '0')}`,
    promisor: name,
    promisorKind: '法人及非法人组织',
    promisorCode: companyCode(name),
    promiseKind: '告知承诺',
    matter: '申请食品经营许可',
    content: '所填信息真实',
    liability: '依法承担责任',
    promisedOn: '2022-04-01',
    validUntil: '2022-04-20',
    fulfilment: null,
    acceptedBy: MARKET,
    acceptedByCode: companyCode(MARKET, '11'),
    publicity: '可向社会公开',
    ...more,
  };
}

const mail = (name: string, rows: readonly Row[]) =>
  desk.mail(name, {
    sheet: 'Sheet1',
    template: 'commitment',
    titles: ['2022年4月信用承诺及履约践诺信息', `填报单位：${MARKET}`],
    rows,
  });

describe('the ledger of commitments', () => {
  it('reads what units sent: kinds by the template synonyms, subjects by code, what is overdue', async () => {
    await desk.receive('2022-04-28T10:00', [
      await mail('承诺.xlsx', [
        commitment(1),
        commitment(2, { fulfilment: '全部履行' }),
        commitment(3, { promiseKind: '审批替代型', promisorKind: '个体工商户', validUntil: null }),
      ]),
    ]);
    const ledger = await desk.ask('commitments.get', { period: '2022-04', asOf: '2022-04-30' });
    expect(ledger.kinds).toHaveLength(6);
    expect(ledger.matrix.find(({ kind }) => kind === '证明事项型')).toMatchObject({ total: 2, counts: { company: 2 } });
    expect(ledger.states).toMatchObject({ open: 2, fulfilled: 1, overdue: 1 });
    expect(ledger.overdue).toMatchObject([{ unit: 'xx-scjgj', promisor: '西峡县第1食品有限公司', days: 10 }]);
    expect(ledger.units).toEqual([{ unit: 'xx-scjgj', total: 3, fulfilled: 1, overdue: 1 }]);
    expect(ledger.ratio).toMatchObject({ enterprises: null, commitments: 3, fulfilments: 1, added: null });
  });

  it('holds a year as well as a month, and nothing that came later', async () => {
    await desk.receive('2022-04-28T10:00', [await mail('承诺.xlsx', [commitment(1)])]);
    const total = async (period: string, asOf: string) =>
      (await desk.ask('commitments.get', { period, asOf })).ratio.commitments;
    expect(await total('2022', '2022-12-31')).toBe(1);
    expect(await total('2022-05', '2022-12-31')).toBe(0);
    expect(await total('2022-04', '2022-04-27')).toBe(0);
  });

  it('relates them to the number of enterprises the office set', async () => {
    await desk.receive('2022-04-28T10:00', [
      await mail('承诺.xlsx', [commitment(1), commitment(2, { fulfilment: '全部履行' })]),
    ]);
    await desk.ask('commitments.setEnterprises', { year: 2022, count: 4, source: '市监局台账', by: '张敏' });
    const { ratio } = await desk.ask('commitments.get', { period: '2022-04' });
    expect(ratio).toMatchObject({ enterprises: 4, added: 75, commitmentsAlone: 50, fulfilmentsAlone: 25 });
    expect(ratio.enterprisesFrom).toEqual({ kind: 'office', year: 2022, source: '市监局台账' });
    expect(desk.rows<{ by: string }>("select by from audit where action = 'commitments.enterprises'")).toEqual([
      { by: '张敏' },
    ]);
  });

  it.each([
    ['2021', null],
    ['2022-04', 4],
    ['2023', 4],
    ['2024', 9],
  ])('takes for %s the number of the year or the nearest before: %s', async (period, enterprises) => {
    await desk.ask('commitments.setEnterprises', { year: 2022, count: 4, source: '' });
    await desk.ask('commitments.setEnterprises', { year: 2024, count: 9, source: '' });
    expect((await desk.ask('commitments.get', { period })).ratio).toMatchObject({ enterprises });
  });

  it('forgets a number that was taken back', async () => {
    await desk.ask('commitments.setEnterprises', { year: 2022, count: 4, source: '' });
    await desk.ask('commitments.setEnterprises', { year: 2022, count: null, source: '' });
    expect((await desk.ask('commitments.get', { period: '2022' })).ratio).toMatchObject({
      enterprises: null,
      enterprisesFrom: null,
    });
  });
});
