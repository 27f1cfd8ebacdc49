import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../electron/contract/records.ts';
import { penalties, writeWorkbook } from '../app/workbooks.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
let batch: string;
beforeAll(async () => {
  office = await openOffice();
  const file = path.join(office.folder, '市监局 4.25-4.29.xlsx');
  await writeWorkbook(file, [penalties([1, 2, 3], { change: { 2: { CF_XDR_SHXYM: '91411323MA00000000' } } })]);
  writeFileSync(path.join(office.folder, '说明.txt'), '情况说明');
  const received = ['--received', '2022-04-29T16:00'];
  ({ batch } = await office.json<{ batch: string }>('import', file, path.join(office.folder, '说明.txt'), ...received));
});
afterAll(() => office.close());

// One office's day from the first command on: the steps build on each other.
describe('the commands of what came', () => {
  it('let a finding pass with a reason and take that back', async () => {
    const [faulty] = await office.json<StoredRecord[]>('records', '--unit', '市监局', '--finding', 'uscc_check_digit');
    const id = String(faulty?.findings[0]?.id);
    expect((await office.refusal('findings', 'confirm', id)).code).toBe('usage');
    expect(await office.json('findings', 'confirm', id, '--note', '公示系统如此')).toMatchObject({ compliant: true });
    expect(await office.json('findings', 'reasons', '--finding', 'uscc_check_digit')).toEqual(['公示系统如此']);
    expect(await office.json('findings', 'unconfirm', id)).toMatchObject({ compliant: false });
    expect(await office.json('findings')).toContainEqual(
      expect.objectContaining({ rule: 'uscc_check_digit', findings: 1, confirmed: 0 }),
    );
    const out = path.join(office.folder, '问题.xlsx');
    expect(await office.json('findings', 'export', '--out', out)).toMatchObject({ out });
    expect(await office.json('clusters')).toEqual(expect.any(Array));
  });

  it('correct one value with the reason, in a batch of its own', async () => {
    const [record] = await office.json<StoredRecord[]>('records', '--limit', '1');
    const corrected = await office.json<StoredRecord>(
      ...['records', 'correct', String(record?.id), '--field', 'CF_NR', '--value', '警告', '--note', '电话核实'],
    );
    expect(corrected.values.CF_NR).toBe('警告');
    const [newest] = await office.json<{ id: string }[]>('batches');
    expect(await office.text('batches', 'show', newest?.id ?? '')).toContain('→ 警告（电话核实）');
    expect(await office.text('batches', 'show', batch)).toContain('市监局 4.25-4.29.xlsx');
  });

  it('file an attachment with a submission and give it out again', async () => {
    const [attachment] = await office.json<{ id: number; unit: null }[]>('attachments');
    expect(attachment?.unit).toBeNull();
    const id = String(attachment?.id);
    const place = ['--unit', '市监局', '--duty', '000-02', '--period', '2022-W17'];
    expect(await office.json('attachments', 'file', id, ...place, '--kind', 'statement')).toMatchObject({
      unit: 'xx-scjgj',
    });
    const out = path.join(office.folder, '取出.txt');
    await office.json('attachments', 'export', id, '--out', out);
    expect(existsSync(out)).toBe(true);
  });

  it('register by hand by which way it came, list it and take it back', async () => {
    const square = ['--unit', '公安局', '--duty', '000-02', '--period', '2022-W17'];
    const zero = ['register', ...square, '--kind', 'zero', '--via', 'wechat', '--note', '本周未产生'];
    const { id } = await office.json<{ id: number }>(...zero, '--received', '2022-04-29T10:00');
    expect(await office.json('submissions', ...square)).toMatchObject([
      { id, kind: 'zero', note: '【微信】本周未产生' },
    ]);
    await office.json('submissions', 'remove', String(id));
    expect(await office.text('submissions', ...square)).toBe('没有报送。');
  });

  it('list what went back and take a return back', async () => {
    await office.json('return', '--batch', batch, '--out', path.join(office.folder, '退回'));
    const [slip] = await office.json<{ id: number; withdrawnAt: null }[]>('returns', '--unit', '市监局');
    expect(slip?.withdrawnAt).toBeNull();
    expect(await office.json('returns', 'remove', String(slip?.id))).toMatchObject({ withdrawnAt: expect.any(String) });
  });

  it('look at an upload before it is written, and list those that were', async () => {
    const upload = ['export', '--template', 'penalty-legal', '--period', '2022-04'];
    expect(await office.json(...upload, '--dry-run')).toMatchObject({ rows: 2, held: [{ reason: 'not_compliant' }] });
    expect(await office.json('uploads')).toEqual([]);
    await office.json(...upload, '--out', path.join(office.folder, '上报.xlsx'));
    expect(await office.json('uploads')).toMatchObject([{ rows: 2, undoneAt: null }]);
  });

  it('show a year of one unit, and refuse a year and a period at once', async () => {
    const year = await office.json<{ cells: { unit: string }[] }>('status', '--year', '2022', '--unit', '公安局');
    expect(new Set(year.cells.map(({ unit }) => unit))).toEqual(new Set(['xx-gaj']));
    expect((await office.refusal('status', '--year', '2022', '--period', '2022-04')).code).toBe('usage');
  });
});

describe('the commands of the ledgers and of the office', () => {
  it('type a number of an indicator, take it back, and change its target', async () => {
    const enter = ['indicators', 'enter', '000-10-rate', '--period', '2022-04'];
    const entered = await office.text(...enter, '--numerator', '15', '--denominator', '100');
    expect(entered).toMatch(/2022-04 +15 +100 +15% +还差 5 家/u);
    await office.json(...enter, '--numerator', 'none', '--denominator', 'none');
    expect(await office.text(...enter, '--note', '未统计')).not.toContain('15%');
    expect(await office.json('indicators', 'edit', '000-10-rate', '--target', '≥30%')).toMatchObject({
      target: { is: '>=', value: 30 },
      numerator: { from: 'typed' },
    });
    for (const target of ['30', '>=many'])
      expect((await office.refusal('indicators', 'edit', '000-10-rate', '--target', target)).code).toBe('usage');
    expect((await office.refusal('indicators', 'edit', 'x', '--target', '=1')).code).toBe('indicator_unknown');
  });

  it('check a case without writing it', async () => {
    const file = path.join(office.folder, '案例.json');
    const values = { title: '诚信故事会', publishedOn: '四月' };
    writeFileSync(file, JSON.stringify({ template: 'publicity', unit: '丹水镇', period: '2022-04', values }));
    const check = await office.json<{ findings: unknown[] }>('cases', '--file', file, '--dry-run');
    expect(check.findings).toContainEqual(expect.objectContaining({ rule: 'date_invalid' }));
    expect(await office.json('cases', '--unit', '丹水镇')).toEqual([]);
  });

  it('say how many enterprises there are', async () => {
    await office.json('commitments', 'enterprises', '5000', '--year', '2022', '--note', '统计公报');
    expect(await office.json('commitments', '--period', '2022')).toMatchObject({ ratio: { enterprises: 5000 } });
    await office.json('commitments', 'enterprises', 'none', '--year', '2022');
    expect((await office.refusal('commitments', 'enterprises', '五千', '--year', '2022')).code).toBe('usage');
  });

  it('change the office by what a file names, and nothing it does not know', async () => {
    const file = path.join(office.folder, '办公室.json');
    writeFileSync(file, JSON.stringify({ addressee: '各单位：', settings: { dueTime: '17:00' } }));
    const saved = await office.json('office', 'edit', '--file', file);
    expect(saved).toMatchObject({
      addressee: '各单位：',
      county: '西峡县',
      settings: { dueTime: '17:00', shift: 'next' },
    });
    expect(await office.json('office')).toEqual(saved);
    writeFileSync(file, JSON.stringify({ adressee: '各单位：' }));
    expect((await office.refusal('office', 'edit', '--file', file)).message).toContain('adressee');
  });

  it('tell how the office stands, what it has learned and what a template asks', async () => {
    expect(await office.text('overview')).toContain('单位还没有联系人');
    expect(await office.text('info')).toContain('西峡县');
    expect(await office.json('memory')).toMatchObject({ mappings: expect.any(Array) });
    expect((await office.refusal('memory', 'forget', '99', '--kind', 'name')).code).toBe('memory_unknown');
    expect(await office.json('template', 'publicity')).toMatchObject({ id: 'publicity' });
    expect(await office.text('template', 'publicity')).toContain('publishedOn');
  });

  it.each([
    [['rates', '--period', '2022-04', '--unit', '公安局'], 'rates 没有选项 --unit'],
    [['verify', '2022-04'], 'verify 后面不写 2022-04'],
    [['events', 'close', 'one', '--day', '2022-05-01', '--outcome', '好'], '编号应为整数'],
    [['calendar', 'due', '2022-4-1', '2022-04-30'], '日期应写作 2022-04-29'],
  ])('refuse %j, which would not do what it says', async (args, words) => {
    const refused = await office.refusal(...args);
    expect([refused.code, refused.message]).toEqual(['usage', expect.stringContaining(words)]);
  });

  it('refuse days that run backwards', async () => {
    expect((await office.refusal('calendar', 'due', '2022-05-01', '2022-04-01')).code).toBe('range_invalid');
  });
});
