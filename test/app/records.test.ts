import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordQuery } from '../../electron/contract/records.ts';
import { type Desk, openDesk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.receive('2022-04-29T16:00', [
    await desk.mail(
      '市监局.xlsx',
      penalties([1, 2, 3], { change: { 2: { CF_WSH: null }, 3: { CF_XDR_SHXYM: '91411323MA00000000' } } }),
    ),
    await desk.mail('丹水.xlsx', articles(['诚信进万家', '信用50%折扣'])),
  ]);
});
afterAll(() => desk.close());

describe('records', () => {
  it.each<[RecordQuery, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ template: 'penalty-legal' }, [1, 2, 3]],
    [{ unit: 'xx-dsz' }, [4, 5]],
    [{ period: '2022-W17' }, [1, 2, 3]],
    [{ period: '2022-04' }, [1, 2, 3, 4, 5]],
    [{ period: '2022-05' }, []],
    [{ finding: 'required' }, [2]],
    [{ finding: 'uscc_check_digit' }, [3]],
    [{ compliant: false }, [2, 3]],
    [{ compliant: true, unit: 'xx-scjgj' }, [1]],
    [{ search: '第1建材' }, [1]],
    [{ search: '50%' }, [5]],
    [{ limit: 2, offset: 1 }, [2, 3]],
    [{ limit: 0 }, []],
  ])('by %j', async (query, ids) => {
    const page = await desk.ask('records.list', query);
    expect(page.records.map((record) => record.id)).toEqual(ids);
    if (query.limit !== undefined) expect(page.total).toBe(5);
  });

  it('tell raw and normalised values, findings, clock and origin', async () => {
    const { records } = await desk.ask('records.list', { finding: 'required' });
    expect(records[0]).toMatchObject({
      unit: 'xx-scjgj',
      duty: '000-02',
      template: 'penalty-legal',
      period: '2022-W17',
      values: { CF_JDRQ: '2022-04-26', CF_WSH: null },
      raw: { CF_JDRQ: '2022-04-26' },
      decisionDate: '2022-04-26',
      receivedAt: '2022-04-29T16:00',
      timely: true,
      compliant: false,
      file: '市监局.xlsx',
      sheet: '行政处罚',
      row: 6,
      batch: 'B20220429-001',
      findings: [{ rule: 'required', field: 'CF_WSH', severity: 'error', confirmedReason: null }],
    });
  });

  it.each([
    [{ template: 'nothing' }, 'template_unknown'],
    [{ unit: 'nobody' }, 'unit_unknown'],
    [{ period: '2022-99' }, 'period_invalid'],
    [{ finding: 'no_rule' }, 'usage'],
    [{ limit: -1 }, 'usage'],
  ])('are refused by %j', async (query, code) => {
    expect(await desk.refusal('records.list', query)).toMatchObject({ code });
  });
});

describe('a finding', () => {
  it('that is confirmed with a reason counts as passed, in the record and in the rates, until that is taken back', async () => {
    const finding = async () => (await desk.ask('records.list', { finding: 'uscc_check_digit' })).records[0];
    const compliant = async () => (await desk.ask('rates.compute', { period: '2022-W17' })).total.compliant;
    const id = (await finding())?.findings.find((f) => f.rule === 'uscc_check_digit')?.id ?? 0;
    expect(await compliant()).toBe(1);
    expect(await desk.refusal('findings.confirm', { id, reason: '  ' })).toMatchObject({ code: 'reason_required' });
    expect(await desk.ask('findings.confirm', { id, reason: ' 国家平台公布的代码如此 ' })).toEqual({ compliant: true });
    expect(await compliant()).toBe(2);
    expect(await finding()).toMatchObject({
      compliant: true,
      findings: [{ rule: 'uscc_check_digit', confirmedReason: '国家平台公布的代码如此' }],
    });
    expect(await desk.ask('findings.confirm', { id, reason: null })).toEqual({ compliant: false });
    expect(await compliant()).toBe(1);
    expect(await desk.refusal('findings.confirm', { id: 99_999, reason: 'x' })).toMatchObject({
      code: 'finding_unknown',
    });
  });
});
