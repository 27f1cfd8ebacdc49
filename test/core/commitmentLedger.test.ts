import { describe, expect, it } from 'vitest';
import { type Commitment, commitmentLedger, subjectKind } from '../../electron/core/commitmentLedger.ts';

const KINDS = {
  values: ['审批替代型', '容缺受理型', '证明事项型', '信用修复型', '行业自律型', '主动型'],
  synonyms: { 告知承诺: '证明事项型', 主动公示: '主动型' },
  multiple: false,
  otherWithText: true,
};

const commitment = (id: number, more: Partial<Commitment> = {}): Commitment => ({
  id,
  unit: 'a',
  promisor: `第${id}公司`,
  promiseKind: '审批替代型',
  promisorKind: '法人及非法人组织',
  promisorCode: '91411323MA40BXYZ0X',
  validUntil: null,
  fulfilment: null,
  ...more,
});

const ledger = (commitments: readonly Commitment[], enterprises: number | null = null) =>
  commitmentLedger({
    period: '2022-04',
    asOf: '2022-04-30',
    commitments,
    kinds: KINDS,
    enterprises:
      enterprises === null ? null : { count: enterprises, from: { kind: 'office', year: 2022, source: '市监局' } },
    units: ['b', 'a'],
  });

describe('the kind of a subject', () => {
  it.each([
    ['法人及非法人组织', '91411323MA40BXYZ0X', 'company'],
    ['法人及非法人组织', '93411323MA40BXYZ0X', 'company'],
    ['法人及非法人组织', '52411323MJY0000000', 'social-organisation'],
    ['法人及非法人组织', '53411323MJY0000000', 'social-organisation'],
    ['法人及非法人组织', '11411323006000000X', 'public-institution'],
    ['法人及非法人组织', '12411323006000000X', 'public-institution'],
    ['法人及非法人组织', '92411323MA40BXYZ0X', 'sole-trader'],
    ['个体工商户', '91411323MA40BXYZ0X', 'sole-trader'],
    ['自然人', '411323199001010011', 'person'],
    ['法人及非法人组织', '', null],
    [null, '91411323MA40BXYZ0X', 'company'],
  ] as const)('of %s with %s is %s', (promisorKind, promisorCode, kind) => {
    expect(subjectKind({ promisorKind, promisorCode })).toBe(kind);
  });
});

describe('the ledger of commitments', () => {
  it('lays kinds by subjects, words of the notice under the template kinds, unknown ones apart', () => {
    const { kinds, matrix } = ledger([
      commitment(1),
      commitment(2, { promisorKind: '自然人', promisorCode: null }),
      commitment(3, { promiseKind: '其他-告知承诺' }),
      commitment(4, { promiseKind: '其他-年报承诺' }),
      commitment(5, { promisorCode: null }),
    ]);
    expect(kinds).toEqual([...KINDS.values, '其他']);
    const row = (kind: string) => matrix.find((one) => one.kind === kind);
    expect(row('审批替代型')).toMatchObject({ total: 3, counts: { company: 1, person: 1, 'sole-trader': 0 } });
    expect(row('证明事项型')).toMatchObject({ total: 1 });
    expect(row('其他')).toMatchObject({ total: 1 });
    expect(matrix.reduce((sum, one) => sum + one.total, 0)).toBe(5);
  });

  it('names kinds nobody sent, and of the others the subjects that are missing', () => {
    const { uncovered } = ledger([commitment(1), commitment(2, { promiseKind: '其他-年报承诺' })]);
    expect(uncovered.some(({ kind }) => kind === '其他')).toBe(false);
    expect(uncovered.filter(({ subject }) => subject === null).map(({ kind }) => kind)).toEqual(KINDS.values.slice(1));
    expect(uncovered.filter(({ kind }) => kind === '审批替代型').map(({ subject }) => subject)).toEqual([
      'person',
      'sole-trader',
      'social-organisation',
      'public-institution',
    ]);
  });

  it('counts what became of them, and what is over without a finding, the oldest first', () => {
    const { states, overdue, units } = ledger([
      commitment(1, { fulfilment: '全部履行', validUntil: '2022-04-01' }),
      commitment(2, { fulfilment: '部分履行' }),
      commitment(3, { fulfilment: '全部未履行' }),
      commitment(4, { validUntil: '2022-04-29', unit: 'b' }),
      commitment(5, { validUntil: '2022-03-31' }),
      commitment(6, { validUntil: '2022-04-30' }),
      commitment(7, { validUntil: '2099-12-31' }),
      commitment(8, { validUntil: '三年' }),
    ]);
    expect(states).toEqual({ open: 5, fulfilled: 1, partly: 1, notFulfilled: 1, overdue: 2 });
    expect(overdue.map(({ id, days }) => [id, days])).toEqual([
      [5, 30],
      [4, 1],
    ]);
    expect(units).toEqual([
      { unit: 'b', total: 1, fulfilled: 0, overdue: 1 },
      { unit: 'a', total: 7, fulfilled: 1, overdue: 1 },
    ]);
  });

  it.each([
    [null, null, null, null],
    [0, null, null, null],
    [4, 75, 50, 25],
    [3, 100, 66.67, 33.33],
    [2, 150, 100, 50],
  ])('relates them to %s enterprises in both readings', (enterprises, added, commitmentsAlone, fulfilmentsAlone) => {
    const { ratio } = ledger([commitment(1), commitment(2, { fulfilment: '部分履行' })], enterprises);
    expect(ratio).toMatchObject({ commitments: 2, fulfilments: 1, added, commitmentsAlone, fulfilmentsAlone });
  });
});
