import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { penalties, penalty, type SheetContent } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = MAY;
});
afterEach(() => desk.close());

const MAY = '2022-05-06T11:00';
const POLICE = { unit: '西峡县公安局' };
const ALL = { template: 'penalty-legal', period: '2022' };

let arrived = 0;
/** Imports a workbook of its own, a minute after the one before. */
async function receive(name: string, ...sheets: SheetContent[]): Promise<string> {
  const minute = String(++arrived).padStart(2, '0');
  const { batch, files } = await desk.receive(`2022-05-06T10:${minute}`, [await desk.mail(name, ...sheets)]);
  if (batch === null) throw new Error(`${name}: ${files[0]?.message}`);
  return batch;
}

/** What an upload now would hold, and the records it holds back. */
async function preview() {
  const { rows, held } = await desk.ask('uploads.preview', ALL);
  return { rows, held: held.map(({ unit, reason, detail }) => ({ unit, reason, detail })) };
}

describe('two records of one decision', () => {
  it('from two units are uploaded once, the second naming the first', async () => {
    await receive('市监局.xlsx', penalties([1]));
    await receive('公安局.xlsx', penalties([1, 2], { ...POLICE, title: '2022年5月2日—5月6日' }));
    const first = await preview();
    expect(first).toMatchObject({ rows: 2, held: [{ unit: 'xx-gaj', reason: 'duplicate' }] });
    expect(first.held[0]?.detail).toContain('与市场监管局2022年第17周（4月25日—5月1日）“市监局.xlsx”第 5 行的记录');
    expect(first.held[0]?.detail).toContain('本次只汇总那一条');

    const { upload, held } = await desk.ask('uploads.write', ALL);
    expect(held.map(({ reason }) => reason)).toEqual(['duplicate']);
    const after = await preview();
    expect(after.rows).toBe(0);
    expect(after.held.find(({ reason }) => reason === 'duplicate')?.detail).toContain(`汇总（${upload}）`);
    expect((await desk.ask('uploads.write', { ...ALL, includeChanged: true })).rows).toBe(0);
  });

  it('are both uploaded once the office mended the number that was wrong', async () => {
    await receive('市监局.xlsx', penalties([1]));
    await receive('公安局.xlsx', penalties([1], POLICE));
    const police = (await desk.ask('records.list', { unit: 'xx-gaj' })).records[0];
    const mended = { id: police?.id ?? 0, field: 'CF_WSH', value: '西公罚决〔2022〕1号', reason: '电话核实' };
    await desk.ask('records.correct', mended);
    expect(await preview()).toMatchObject({ rows: 2, held: [] });

    await desk.ask('uploads.write', ALL);
    const asMended = { change: { 1: { CF_WSH: '西公罚决【2022】1号' } }, unit: '西峡县水利局' };
    await receive('水利局.xlsx', penalties([1], asMended));
    const { held } = await preview();
    expect(held.find(({ unit }) => unit === 'xx-slj')).toMatchObject({ reason: 'duplicate' });
  });

  it('do not keep each other back while one of them is not compliant', async () => {
    await receive('市监局.xlsx', penalties([1], { change: { 1: { CF_CFLB: '口头警告' } } }));
    await receive('公安局.xlsx', penalties([1], POLICE));
    expect(await preview()).toMatchObject({ rows: 1, held: [{ unit: 'xx-scjgj', reason: 'not_compliant' }] });
  });

  it('in one table are both uploaded once a reason is written', async () => {
    await receive('市监局.xlsx', penalties([1, 2], { change: { 2: { ...penalty(1), CF_NR: '警告并责令改正' } } }));
    expect(await preview()).toMatchObject({ rows: 1, held: [{ reason: 'verify_open' }] });
    for (const { id } of (await desk.ask('records.list', {})).records.flatMap(({ findings }) => findings))
      await desk.ask('findings.confirm', { id, reason: '两项处罚各一行' });
    expect(await preview()).toMatchObject({ rows: 2, held: [] });
    expect((await desk.ask('uploads.write', ALL)).rows).toBe(2);
    expect((await preview()).held.map(({ reason }) => reason)).toEqual(['already_uploaded', 'already_uploaded']);
  });

  it('in two sheets, of which nobody was told, are uploaded once', async () => {
    const other = penalties([1], { sheet: '乙', change: { 1: { CF_NR: '警告并责令改正' } } });
    await receive('市监局.xlsx', penalties([1], { sheet: '甲' }), other);
    expect(await preview()).toMatchObject({ rows: 1, held: [{ reason: 'duplicate' }] });
  });

  it('without a number are two records', async () => {
    const unnumbered = (unit: string) => penalties([1], { unit, change: { 1: { CF_WSH: null } } });
    await receive('市监局.xlsx', unnumbered('西峡县市场监督管理局'));
    await receive('公安局.xlsx', unnumbered('西峡县公安局'));
    for (const { id } of (await desk.ask('records.list', {})).records.flatMap(({ findings }) => findings))
      await desk.ask('findings.confirm', { id, reason: '当场处罚，无文号' });
    expect(await preview()).toMatchObject({ rows: 2, held: [] });
  });
});

describe('an uploaded record whose import was taken back', () => {
  const reasons = async () => (await preview()).held.map(({ reason }) => reason);

  it('and that came again with other content counts as changed', async () => {
    const batch = await receive('市监局.xlsx', penalties([1]));
    await desk.ask('uploads.write', ALL);
    await desk.ask('batches.undo', { batch });
    await receive('市监局 更正.xlsx', penalties([1], { change: { 1: { CF_NR: '警告并责令改正' } } }));
    expect(await reasons()).toEqual(['changed_since_upload']);
    expect((await desk.ask('uploads.write', { ...ALL, includeChanged: true })).rows).toBe(1);
    expect(await reasons()).toEqual(['already_uploaded']);
  });

  it('is known again though the office had mended it there and back', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1]));
    const { batch } = await desk.receive(MAY, [file]);
    const id = (await desk.ask('records.list', {})).records[0]?.id ?? 0;
    for (const value of ['警告并责令改正', '警告'])
      await desk.ask('records.correct', { id, field: 'CF_NR', value, reason: '电话核实' });
    await desk.ask('uploads.write', ALL);
    const corrections = (await desk.ask('batches.list', {})).filter(({ kind }) => kind === 'correction');
    for (const each of [...corrections.map((one) => one.id), batch ?? ''])
      await desk.ask('batches.undo', { batch: each });
    expect((await desk.ask('records.list', {})).records).toEqual([]);
    await desk.receive(MAY, [file]);
    expect(await reasons()).toEqual(['already_uploaded']);
  });

  it('is named until it came again or its upload is taken back: the platform still holds it', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
    const { batch } = await desk.receive(MAY, [file]);
    await desk.receive(MAY, [await desk.mail('公安局.xlsx', penalties([3, 4], POLICE))]);
    const { upload } = await desk.ask('uploads.write', ALL);
    const gone = async () => (await desk.ask('uploads.preview', ALL)).gone;
    expect(await gone()).toEqual([]);

    const fewer = await desk.mail('公安局 更正.xlsx', penalties([3], POLICE));
    await desk.receive(MAY, [fewer], { overrides: [{ file: '公安局 更正.xlsx', removedRows: 'remove' }] });
    await desk.ask('batches.undo', { batch: batch ?? '' });
    const at = { upload, at: MAY, period: '2022-W17' };
    expect((await gone()).toSorted((a, b) => a.title.localeCompare(b.title, 'zh'))).toMatchObject([
      { ...at, unit: 'xx-scjgj', title: '西峡县第1建材有限公司', how: 'undone' },
      { ...at, unit: 'xx-scjgj', title: '西峡县第2建材有限公司', how: 'undone' },
      { ...at, unit: 'xx-gaj', title: '西峡县第4建材有限公司', how: 'removed' },
    ]);
    expect((await desk.ask('uploads.write', ALL)).gone).toHaveLength(3);
    expect((await desk.ask('uploads.preview', { ...ALL, period: '2022-W18' })).gone).toEqual([]);

    await desk.receive(MAY, [file]);
    expect((await gone()).map(({ title }) => title)).toEqual(['西峡县第4建材有限公司']);
    await desk.ask('uploads.undo', { id: upload ?? '' });
    expect(await gone()).toEqual([]);
  });
});
