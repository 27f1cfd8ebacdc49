import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Override } from '../../electron/contract/imports.ts';
import type { StoredRecord } from '../../electron/contract/records.ts';
import { type Desk, differenceOf, onlyTable, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const [MON, TUE, WED] = ['2022-04-29T10:00', '2022-04-30T10:00', '2022-05-02T10:00'] as const;
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const WRONG = { 2: { CF_JDRQ: '2022年4月' } };
/** `penalties` writes the decision date into column K, its second record into row 6. */
const mended: Override = {
  file: '市监局.xlsx',
  cells: [{ cell: 'K6', value: '2022-04-26', reason: '电话核实为 4 月 26 日' }],
};

async function send(received: string, name: string, change: object, more: object = {}) {
  const file = await desk.mail(name, penalties([1, 2, 3], { change: change as Record<number, never> }));
  return desk.receive(received, [file], more);
}

async function second(): Promise<StoredRecord> {
  const { records } = await desk.ask('records.list', { search: '第2建材' });
  const [record] = records;
  if (!record) throw new Error('no record');
  return record;
}

describe('a cell mended in the preview', () => {
  it('is checked in its place, keeps the raw value beside it, and is stored with who, when and why', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2, 3], { change: WRONG }));
    const request = { sources: [{ path: file, name: '市监局.xlsx' }], received: MON, by: '张三', overrides: [mended] };
    const preview = onlyTable(await desk.ask('imports.preview', request));
    expect(preview).toMatchObject({ compliant: 3, timely: 3, findings: [] });
    expect(preview.corrections).toEqual([
      { cell: 'K6', value: '2022-04-26', reason: '电话核实为 4 月 26 日', raw: '2022年4月' },
    ]);
    await desk.ask('imports.commit', request);
    expect(await second()).toMatchObject({
      values: { CF_JDRQ: '2022-04-26' },
      raw: { CF_JDRQ: '2022年4月' },
      decisionDate: '2022-04-26',
      compliant: true,
      corrections: [
        { field: 'CF_JDRQ', before: '2022年4月', value: '2022-04-26', reason: '电话核实为 4 月 26 日', by: '张三' },
      ],
    });
  });

  it('stays mended when the same wrong row comes again, and gives way when another comes', async () => {
    await send(MON, '市监局.xlsx', WRONG, { overrides: [mended] });
    const same = await send(TUE, '又一次.xlsx', { ...WRONG, 3: { CF_NR: '警告并责令改正' } });
    expect(onlyTable(same)).toMatchObject({ changed: 1, unchanged: 2, compliant: 3, findings: [] });
    expect((await second()).corrections).toHaveLength(1);

    const another = await send(WED, '改了.xlsx', { 2: { CF_JDRQ: '2022-04-25' }, 3: { CF_NR: '警告并责令改正' } });
    expect(onlyTable(another)).toMatchObject({ changed: 1, unchanged: 2 });
    expect(await second()).toMatchObject({ values: { CF_JDRQ: '2022-04-25' }, corrections: [] });
  });

  it('of what is stored already changes that record alone, once', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2, 3], { change: WRONG }));
    await desk.receive(MON, [file]);
    const mending = await desk.receive(TUE, [file], { overrides: [mended] });
    expect(differenceOf(onlyTable(mending))).toEqual({ added: 0, changed: 1, unchanged: 2, removed: 0 });
    expect(await second()).toMatchObject({ compliant: true, corrections: [{ by: '' }] });
    expect(await desk.receive(WED, [file], { overrides: [mended] })).toMatchObject({ batch: null });
  });

  it.each([
    [{ file: '没有.xlsx', unit: 'xx-gaj' }, '没有文件“没有.xlsx”'],
    [{ file: '市监局.xlsx', sheet: '没有', unit: 'xx-gaj' }, '没有工作表“没有”'],
    [{ file: '市监局.xlsx', sheet: '行政处罚', part: 'A1:B2', unit: 'xx-gaj' }, '没有表“A1:B2”'],
    [{ file: '市监局.xlsx', cells: [{ cell: 'A99', value: 'x', reason: 'y' }] }, '没有可以更正的单元格 A99'],
  ])('or any answer that meets nothing is refused: %j', async (override, words) => {
    const file = await desk.mail('市监局.xlsx', penalties([1]));
    const sources = [{ path: file, name: path.basename(file) }];
    const refused = await desk.refusal('imports.preview', { sources, received: MON, overrides: [override] });
    expect(refused.code).toBe('usage');
    expect(refused.message).toContain(words);
  });

  it('without a reason is refused', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1]));
    const overrides = [{ file: '市监局.xlsx', cells: [{ cell: 'K5', value: '2022-04-25', reason: ' ' }] }];
    const request = { sources: [{ path: file, name: '市监局.xlsx' }], overrides };
    expect(await desk.refusal('imports.preview', request)).toMatchObject({ code: 'reason_required' });
  });
});

describe('a stored value', () => {
  const correct = (id: number, value: string, field = 'CF_JDRQ') =>
    desk.ask('records.correct', { id, field, value, reason: '电话核实', by: '李四' });

  it('is mended by a version of its own: checked, counted and taken back', async () => {
    await send(MON, '市监局.xlsx', WRONG);
    const rates = async () => (await desk.ask('rates.compute', { period: '2022-W17' })).total;
    expect(await rates()).toMatchObject({ compliant: 2, timely: 2, updates: 0 });
    const { id } = await second();
    const after = await correct(id, '2022-04-26');
    expect(after).toMatchObject({
      id,
      values: { CF_JDRQ: '2022-04-26' },
      raw: { CF_JDRQ: '2022年4月' },
      timely: true,
      compliant: true,
      receivedAt: MON,
      findings: [],
      corrections: [{ field: 'CF_JDRQ', before: '2022年4月', value: '2022-04-26', by: '李四', at: desk.now }],
    });
    expect(await rates()).toMatchObject({ records: 3, compliant: 3, timely: 3, updates: 0 });
    const [batch] = await desk.ask('batches.list', {});
    expect(batch).toMatchObject({ kind: 'correction', files: 0, records: 1 });
    const { corrections } = await desk.ask('batches.get', { batch: batch?.id ?? '' });
    expect(corrections).toEqual([
      {
        record: id,
        title: '西峡县第2建材有限公司（西市监罚决〔2022〕2号）',
        unit: 'xx-scjgj',
        period: '2022-W17',
        column: '处罚决定日期',
        before: '2022年4月',
        after: '2022-04-26',
        reason: '电话核实',
        by: '李四',
      },
    ]);
    expect(await desk.ask('batches.undo', { batch: batch?.id ?? '' })).toMatchObject({ removed: 1, corrected: [] });
    expect(await second()).toMatchObject({ values: { CF_JDRQ: '2022年4月' }, compliant: false, corrections: [] });
  });

  it('that is mended wrongly is told at its cell', async () => {
    await send(MON, '市监局.xlsx', {});
    const after = await correct((await second()).id, '2022-13-01');
    expect(after).toMatchObject({ compliant: false, timely: false, decisionDate: null });
    expect(after.findings.map((f) => [f.rule, f.cell, f.value])).toEqual([['date_invalid', 'K6', '2022-13-01']]);
  });

  it('keeps what else was found of its row, and what was confirmed of it', async () => {
    await send(MON, '市监局.xlsx', { 2: { CF_XDR_SHXYM: '91411323MA00000000', CF_CFLB: '口头警告' } });
    const before = await second();
    const check = before.findings.find((finding) => finding.rule === 'uscc_check_digit');
    await desk.ask('findings.confirm', { id: check?.id ?? 0, reason: '平台公布如此', by: '张三' });
    const after = await correct(before.id, '2022-04-25');
    expect(after.findings.map((f) => [f.rule, f.message, f.confirmedReason, f.confirmedBy])).toEqual(
      before.findings.map((f) =>
        f.rule === 'uscc_check_digit' ? [f.rule, f.message, '平台公布如此', '张三'] : [f.rule, f.message, null, null],
      ),
    );
    expect((await correct(before.id, '警告', 'CF_CFLB')).compliant).toBe(true);
  });

  it.each([
    [{ reason: ' ' }, 'reason_required'],
    [{ id: 999 }, 'record_unknown'],
    [{ field: 'NO_FIELD' }, 'usage'],
  ])('is not mended with %j', async (wrong, code) => {
    await send(MON, '市监局.xlsx', {});
    const args = { id: (await second()).id, field: 'CF_NR', value: '罚款', reason: '核实', ...wrong };
    expect(await desk.refusal('records.correct', args)).toMatchObject({ code });
  });

  it('stays mended when the same row comes again, and also when the correction is taken back after that', async () => {
    const first = await send(MON, '市监局.xlsx', WRONG);
    await correct((await second()).id, '2022-04-26');
    const again = await send(TUE, '又一次.xlsx', { ...WRONG, 3: { CF_NR: '警告并责令改正' } });
    expect(onlyTable(again)).toMatchObject({ changed: 1, unchanged: 2, compliant: 3 });
    expect(await second()).toMatchObject({ compliant: true, corrections: [{ by: '李四' }] });
    await desk.ask('batches.undo', { batch: 'B20220429-002' });
    expect(await second()).toMatchObject({ compliant: false, receivedAt: MON });
    // The second file holds the row as well.
    await desk.ask('batches.undo', { batch: first.batch ?? '' });
    expect(await second()).toMatchObject({ compliant: false, receivedAt: TUE, raw: { CF_JDRQ: '2022年4月' } });
  });

  it('stays when its import is taken back, and is listed', async () => {
    const first = await send(MON, '市监局.xlsx', WRONG);
    const { id } = await second();
    await correct(id, '2022-04-26');
    expect(await desk.ask('batches.undo', { batch: first.batch ?? '' })).toEqual({
      batch: first.batch,
      removed: 2,
      kept: 1,
      corrected: [{ id, title: '西峡县第2建材有限公司（西市监罚决〔2022〕2号）', by: '李四', at: desk.now }],
    });
    expect(await second()).toMatchObject({ id, compliant: true, receivedAt: MON, corrections: [{ by: '李四' }] });
    expect((await desk.ask('records.list', {})).total).toBe(1);
  });
});

describe('a finding confirmed in the preview', () => {
  const wrongCode = { 2: { CF_XDR_SHXYM: '91411323MA00000000' } };
  const confirmed: Override = {
    file: '市监局.xlsx',
    confirmations: [{ row: 6, cell: 'C6', rule: 'uscc_check_digit', reason: '平台公布如此' }],
  };

  it('passes with its reason, and goes on doing so when the row comes again with something else changed', async () => {
    const result = await send(MON, '市监局.xlsx', wrongCode, { overrides: [confirmed], by: '张三' });
    expect(onlyTable(result)).toMatchObject({ compliant: 3, findings: [{ reason: '平台公布如此' }] });
    expect(await second()).toMatchObject({
      compliant: true,
      findings: [{ confirmedReason: '平台公布如此', confirmedBy: '张三', confirmedAt: desk.now }],
    });
    desk.now = '2022-05-05T09:00';
    const again = await send(TUE, '更正.xlsx', { 2: { ...wrongCode[2], CF_NR: '警告并责令改正' } }, { by: '李四' });
    expect(onlyTable(again)).toMatchObject({ changed: 1, compliant: 3 });
    expect((await second()).findings).toMatchObject([{ confirmedBy: '张三', confirmedAt: '2022-04-29T16:00' }]);
  });

  it('passes no longer when another value stands there', async () => {
    const kind = (text: string) => ({ 2: { CF_CFLB: text } });
    const told = onlyTable(await send(MON, '市监局.xlsx', kind('口头警告'))).findings[0];
    const confirmations = [{ row: 6, cell: told?.cell ?? null, rule: 'enum', reason: '文书如此' }];
    const same = await send(TUE, '又.xlsx', kind('口头警告'), { overrides: [{ file: '又.xlsx', confirmations }] });
    expect(onlyTable(same)).toMatchObject({ unchanged: 3, compliant: 3 });
    expect(onlyTable(await send(WED, '改.xlsx', kind('口头告诫')))).toMatchObject({ changed: 1, compliant: 2 });
  });

  it('of a row that is stored already is written without counting as a change', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2, 3], { change: wrongCode }));
    await desk.receive(MON, [file]);
    const again = await desk.receive(TUE, [file], { overrides: [confirmed], by: '张三' });
    expect(onlyTable(again)).toMatchObject({ added: 0, changed: 0, unchanged: 3, compliant: 3 });
    expect(await second()).toMatchObject({ compliant: true, findings: [{ confirmedBy: '张三' }] });
    const { total } = await desk.ask('rates.compute', { period: '2022-W17', asOf: '2022-06-01' });
    expect(total).toMatchObject({ compliant: 3, updates: 0 });
  });
});
