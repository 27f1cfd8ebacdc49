import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Moment } from '../../electron/contract/time.ts';
import { docxParts } from '../io/documents/docxParts.ts';
import { plainOf } from '../io/workbooks/annotated.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties, writeWorkbook } from './workbooks.ts';

const WEEK = '2022-W17';
const MARKET_ID = 'xx-scjgj';
const BAD = { CF_CFJGDM: '11230500001755309A', CF_SY: null };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const out = () => path.join(desk.mailFolder, '..', '退回 out');

/** A batch of one file with a wrong code and an empty fact in row 5, received before the due moment. */
async function badBatch({
  name = '市监局 第17周.xlsx',
  received = '2022-04-29T10:00' as Moment,
} = {}): Promise<string> {
  const file = await desk.mail(name, penalties([1, 2, 3], { change: { 1: BAD } }));
  const { batch } = await desk.receive(received, [file]);
  if (batch === null) throw new Error('nothing imported');
  return batch;
}

async function statusAt(asOf: Moment) {
  const { cells } = await desk.ask('status.grid', { period: WEEK, asOf, unit: MARKET_ID });
  return cells.find((cell) => cell.receivedAt !== null);
}

describe('a return', () => {
  it('writes the unit’s own workbook with its findings, a notice and a draft mail', async () => {
    const batch = await badBatch();
    const [returned, ...others] = await desk.ask('returns.write', { batch, out: out(), by: '王某' });
    expect(others).toEqual([]);
    expect(returned).toMatchObject({
      source: '市监局 第17周.xlsx',
      unit: MARKET_ID,
      periods: [WEEK],
      errors: 2,
      mailTo: null,
    });
    expect(readdirSync(out()).sort()).toEqual(returned?.files.map((file) => file.name).sort());
    expect(path.basename(returned?.workbook ?? '')).toMatch(/^退回-西峡县市场监督管理局-.+-2022年第17周\.xlsx$/u);
    expect(path.isAbsolute(returned?.notice ?? '')).toBe(true);

    const { sheets } = await plainOf(readFileSync(returned?.workbook ?? ''));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['行政处罚', '问题清单']);
    const coloured = sheets[0]?.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.comment).map((cell) => `${row.row} ${cell.column}`),
    );
    expect(coloured).toHaveLength(2);
    const list = sheets[1]?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? [];
    expect(list).toHaveLength(2 + (returned?.findings ?? 0));
    expect(list.flat()).toContain('11230500001755309A');
  });

  it('is addressed to the unit’s clerks, with both files as they are', async () => {
    const units = await desk.ask('units.list', {});
    const unit = units.find((one) => one.id === MARKET_ID);
    if (!unit) throw new Error(MARKET_ID);
    const contacts = [
      { name: '李某', role: 'clerk' as const, phone: '', email: 'li@example.cn' },
      { name: '张某', role: 'leader' as const, phone: '', email: 'zhang@example.cn' },
    ];
    await desk.ask('units.save', { unit: { ...unit, contacts } });
    const [returned] = await desk.ask('returns.write', { batch: await badBatch(), out: out() });
    expect(returned?.mailTo).toBe('li@example.cn');
    const mail = await PostalMime.parse(readFileSync(returned?.mail ?? ''));
    expect(mail.to?.map((one) => one.address)).toEqual(['li@example.cn']);
    expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
    expect(mail.subject).toMatch(/^退回：2022年第17周/u);
    expect(mail.text).toContain('现予退回');
    expect(mail.attachments.map((one) => one.filename)).toEqual(
      [returned?.workbook, returned?.notice].map((file) => path.basename(file ?? '')),
    );
    for (const [index, file] of [returned?.workbook, returned?.notice].entries()) {
      const content = mail.attachments[index]?.content;
      expect(Buffer.from(content as ArrayBuffer).equals(readFileSync(file ?? ''))).toBe(true);
    }
  });

  it('says in the notice what is wrong and by when it must come again', async () => {
    desk.now = '2022-04-29T16:00';
    const [before] = await desk.ask('returns.write', { batch: await badBatch(), out: out() });
    const text = async (file = '') =>
      [...((await docxParts(readFileSync(file))).get('word/document.xml') ?? '').matchAll(/<w:t[^>]*>([^<]*)/gu)]
        .map((found) => found[1])
        .join('');
    expect(await text(before?.notice)).toContain('请于2022年4月29日18时前重新报送');
    desk.now = '2022-04-30T09:00';
    const [after] = await desk.ask('returns.write', {
      batch: before ? (await desk.ask('batches.list', {}))[0]?.id : '',
      out: out(),
    });
    // Three working days from a Saturday before 劳动节.
    expect(await text(after?.notice)).toContain('请于2022年5月7日18时前重新报送');
    expect(await text(after?.notice)).toContain('校验位不符1处：');
  });

  describe('the notice', () => {
    const square = { unit: MARKET_ID, duty: '000-02', period: WEEK, from: null, to: null } as const;
    const approved = { reason: '系统升级', approver: '李局长', documentNo: '西信用办〔2022〕9号' };
    const deadline = async () => {
      const batch = await badBatch();
      const [returned] = await desk.ask('returns.write', { batch, out: out() });
      const letter = (await docxParts(readFileSync(returned?.notice ?? ''))).get('word/document.xml') ?? '';
      const text = [...letter.matchAll(/<w:t[^>]*>([^<]*)/gu)].map((found) => found[1]).join('');
      return /请于(.*?)前重新报送/u.exec(text)?.[1];
    };

    it('gives a unit with an extension its own due moment', async () => {
      desk.now = '2022-04-29T16:00';
      await desk.ask('exemptions.save', { ...square, kind: 'extended', until: '2022-05-10T12:00', ...approved });
      expect(await deadline()).toBe('2022年5月10日12时');
    });

    it('gives a unit that was let off the time to send again, no due moment', async () => {
      desk.now = '2022-04-29T16:00';
      await desk.ask('exemptions.save', { ...square, kind: 'exempt', until: null, ...approved });
      // Three working days from Friday, 29 April: 5, 6 and 7 May.
      expect(await deadline()).toBe('2022年5月7日18时');
    });

    it('keeps to the due rule in force in the period, not to a later one', async () => {
      desk.now = '2022-04-29T10:30';
      const duty = (await desk.ask('duties.list', {})).find(({ id }) => id === '000-02');
      if (!duty) throw new Error('000-02');
      const { id, title, recordTerm, quota, groups, lead, target, note } = duty;
      const due = { rule: 'weekday', weekday: 3, time: '12:00' } as const;
      const draft = { id, title, due, recordTerm, quota, groups, lead, target, note };
      await desk.ask('duties.save', { duty: draft, from: '2022-06-01', reason: '调整' });
      expect(await deadline()).toBe('2022年4月29日18时');
    });
  });

  it('never writes over what is there', async () => {
    const batch = await badBatch();
    const [first] = await desk.ask('returns.write', { batch, out: out() });
    const [second] = await desk.ask('returns.write', { batch, out: out() });
    expect(second?.workbook).toBe(first?.workbook.replace(/\.xlsx$/u, '(2).xlsx'));
    expect(second?.id).toBe(first?.id);
    expect(await desk.ask('returns.list', {})).toHaveLength(1);
  });

  it('goes to the outputs without a folder', async () => {
    const [returned] = await desk.ask('returns.write', { batch: await badBatch() });
    expect(path.dirname(returned?.workbook ?? '')).toBe(path.join(desk.dataFolder, 'outputs'));
  });

  it('takes one file of a batch by its number', async () => {
    const files = await Promise.all([
      desk.mail('甲.xlsx', penalties([1, 2], { change: { 1: BAD } })),
      desk.mail('乙.xlsx', penalties([7, 8], { change: { 7: BAD }, unit: '西峡县城市管理局' })),
    ]);
    const { batch } = await desk.receive('2022-04-29T10:00', files);
    const [, second] = desk.rows<{ id: number }>(`select id from imported_file where batch = '${batch}' order by id`);
    const returned = await desk.ask('returns.write', { file: second?.id, out: out() });
    expect(returned.map((one) => one.source)).toEqual(['乙.xlsx']);
    expect(await desk.ask('returns.write', { batch: batch ?? '', out: out() })).toHaveLength(2);
  });
});

describe('what is not returned', () => {
  it.each<[string, object, string]>([
    ['a batch nobody knows', { batch: 'B20220101-001' }, 'batch_unknown'],
    ['a file nobody knows', { file: 4711 }, 'nothing_to_return'],
    ['nothing named', {}, 'usage'],
  ])('%s is refused', async (_, request, code) => {
    expect((await desk.refusal('returns.write', { ...request, out: out() })).code).toBe(code);
  });

  it('a clean batch is refused, and one taken back', async () => {
    const clean = await desk.receive('2022-04-29T10:00', [await desk.mail('好.xlsx', penalties([1, 2]))]);
    expect((await desk.refusal('returns.write', { batch: clean.batch, out: out() })).code).toBe('nothing_to_return');
    await desk.ask('batches.undo', { batch: clean.batch ?? '' });
    expect((await desk.refusal('returns.write', { batch: clean.batch, out: out() })).code).toBe('batch_undone');
  });

  it('a finding a clerk let pass does not go back', async () => {
    const batch = await badBatch();
    const { records } = await desk.ask('records.list', { finding: 'uscc_check_digit' });
    const id = records[0]?.findings.find((one) => one.rule === 'uscc_check_digit')?.id ?? 0;
    await desk.ask('findings.confirm', { id, reason: '执照如此' });
    const [returned] = await desk.ask('returns.write', { batch, out: out() });
    expect(returned).toMatchObject({ errors: 1, findings: 1 });
    expect(JSON.stringify((await plainOf(readFileSync(returned?.workbook ?? ''))).sheets[1])).not.toContain('校验位');
  });

  it('what a later file mended does not go back', async () => {
    const batch = await badBatch();
    const mended = await desk.mail('更正.xlsx', penalties([1, 2, 3], { change: { 1: { CF_SY: null } } }));
    await desk.receive('2022-04-29T11:00', [mended]);
    const [returned] = await desk.ask('returns.write', { batch, out: out() });
    expect(returned?.errors).toBe(1);
  });

  it('a later file’s unchanged rows go back with it, in their own places', async () => {
    await badBatch();
    const second = await desk.mail('第二次.xlsx', penalties([9, 1, 2, 3], { change: { 1: BAD, 9: { CF_SY: null } } }));
    const { batch } = await desk.receive('2022-04-29T11:00', [second]);
    const [returned] = await desk.ask('returns.write', { batch: batch ?? '', out: out() });
    const list = (await plainOf(readFileSync(returned?.workbook ?? ''))).sheets.at(-1)?.rows.slice(2);
    expect(list?.map((row) => row.cells.find((cell) => cell.column === 4)?.text)).toEqual(['5', '6', '6']);
  });
});

describe('the grid', () => {
  it('shows the square as returned from then on, received at its first receipt, until it comes again', async () => {
    const batch = await badBatch();
    desk.now = '2022-04-29T16:00';
    const [returned] = await desk.ask('returns.write', { batch, out: out() });
    expect(await statusAt('2022-04-29T15:59')).toMatchObject({ status: 'reported' });
    expect(await statusAt('2022-04-29T16:00')).toMatchObject({ status: 'returned', receivedAt: '2022-04-29T10:00' });
    expect(
      (await desk.ask('rates.compute', { period: WEEK, asOf: '2022-05-05T09:00' })).units.find(
        (one) => one.unit === MARKET_ID,
      ),
    ).toMatchObject({ met: 1, late: 0 });

    const mended = await desk.mail('更正.xlsx', penalties([1, 2, 3]));
    await desk.receive('2022-05-05T10:00', [mended]);
    expect(await statusAt('2022-05-05T09:59')).toMatchObject({ status: 'returned' });
    expect(await statusAt('2022-05-05T10:00')).toMatchObject({
      status: 'reported',
      late: false,
      receivedAt: '2022-04-29T10:00',
    });
    expect(await desk.ask('returns.list', { unit: MARKET_ID })).toMatchObject([
      { id: returned?.id, batch, errors: 2, resentAt: '2022-05-05T10:00', withdrawnAt: null },
    ]);
  });

  /** Two wrong rows are returned: a wrong code and an empty fact in 1, a wrong code in 2. */
  async function twoBadRows(): Promise<string> {
    const file = await desk.mail(
      '两行.xlsx',
      penalties([1, 2, 3], { change: { 1: BAD, 2: { CF_CFJGDM: BAD.CF_CFJGDM } } }),
    );
    const { batch } = await desk.receive('2022-04-29T10:00', [file]);
    await desk.ask('returns.write', { batch: batch ?? '', out: out() });
    return batch ?? '';
  }
  const again = async (received: Moment, change: Parameters<typeof penalties>[1]) => {
    const file = await desk.mail(`更正 ${received.replaceAll(':', '')}.xlsx`, penalties([1, 2, 3], change));
    desk.now = received;
    return (await desk.receive(received, [file])).batch;
  };
  const open = async () => (await desk.ask('returns.list', {})).map((slip) => slip.open);

  it('keeps the square returned while something of what went back is not mended', async () => {
    await twoBadRows();
    expect(await open()).toEqual([3]);
    await again('2022-05-05T10:00', { change: { 1: { CF_SY: null } } });
    expect(await statusAt('2022-05-05T11:00')).toMatchObject({ status: 'returned', receivedAt: '2022-04-29T10:00' });
    expect(await open()).toEqual([1]);
    const batch = await again('2022-05-06T10:00', {});
    expect(await statusAt('2022-05-05T11:00')).toMatchObject({ status: 'returned' });
    expect(await statusAt('2022-05-06T10:00')).toMatchObject({ status: 'reported' });
    expect(await open()).toEqual([0]);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await statusAt('2022-05-06T10:00')).toMatchObject({ status: 'returned' });
  });

  it('keeps it returned when the same file, another table or a paper comes', async () => {
    await badBatch();
    const { batch } = await desk.receive('2022-04-29T11:00', [await desk.mail('另报.xlsx', penalties([7, 8]))]);
    expect(batch).not.toBeNull();
    const [first] = (await desk.ask('batches.list', {})).slice(-1);
    await desk.ask('returns.write', { batch: first?.id ?? '', out: out() });
    expect(await statusAt('2022-04-29T17:00')).toMatchObject({ status: 'returned' });
    await desk.receive('2022-05-05T10:00', [path.join(desk.mailFolder, '市监局 第17周.xlsx')]);
    expect(await statusAt('2022-05-05T11:00')).toMatchObject({ status: 'returned' });
    await desk.receive('2022-05-05T12:00', [await desk.mail('又另报.xlsx', penalties([9]))]);
    const { cells } = await desk.ask('status.grid', { period: WEEK, asOf: '2022-05-06T09:00', unit: MARKET_ID });
    const duty = cells.find((cell) => cell.receivedAt !== null)?.duty ?? '';
    const paper = { unit: MARKET_ID, duty, period: WEEK, kind: 'paper' as const, received: '2022-05-06T09:00' };
    await desk.ask('submissions.register', paper);
    expect(await statusAt('2022-05-06T10:00')).toMatchObject({ status: 'returned' });
  });

  it('lifts it when the office mends or lets pass what is left', async () => {
    await twoBadRows();
    const { records } = await desk.ask('records.list', { template: 'penalty-legal', compliant: false });
    for (const { id, findings } of records) {
      const code = findings.find((found) => found.rule === 'uscc_check_digit');
      await desk.ask('findings.confirm', { id: code?.id ?? 0, reason: '执照如此' });
      if (findings.length > 1)
        await desk.ask('records.correct', { id, field: 'CF_SY', value: '经查证的事实', reason: '电话核实' });
    }
    expect(await open()).toEqual([0]);
    expect(await statusAt('2022-05-05T09:00')).toMatchObject({ status: 'reported' });
  });

  it('lifts it when the row that was wrong is taken out', async () => {
    const batch = await badBatch();
    await desk.ask('returns.write', { batch, out: out() });
    const file = await desk.mail('删行.xlsx', penalties([2, 3]));
    const kept = await desk.receive('2022-05-05T10:00', [file], {
      overrides: [{ file: '删行.xlsx', removedRows: 'keep' }],
    });
    expect([kept.files[0]?.status, (await statusAt('2022-05-05T11:00'))?.status]).toEqual(['unchanged', 'returned']);
    await desk.receive('2022-05-05T12:00', [file], { overrides: [{ file: '删行.xlsx', removedRows: 'remove' }] });
    expect((await statusAt('2022-05-05T13:00'))?.status).toBe('reported');
  });

  it('does not wait for what only went along: notices, and 核实 where only errors were returned', async () => {
    const copied = { CF_CFJG: '西峡县公安局' };
    const file = await desk.mail('一错一核.xlsx', penalties([1, 2, 3, 4], { change: { 1: BAD, 2: copied } }));
    const { batch, files } = await desk.receive('2022-04-29T10:00', [file]);
    expect(files[0]?.tables[0]?.findings.map(({ severity }) => severity)).toContain('verify');
    await desk.ask('returns.write', { batch: batch ?? '', errorsOnly: true, out: out() });
    const mended = await desk.mail('更正.xlsx', penalties([1, 2, 3, 4], { change: { 2: copied } }));
    await desk.receive('2022-05-05T10:00', [mended]);
    expect(await statusAt('2022-05-05T11:00')).toMatchObject({ status: 'reported' });
  });

  it('lists what did not come again in the reminders', async () => {
    await desk.ask('returns.write', { batch: await badBatch(), out: out() });
    const { items } = await desk.ask('reminders.list', { period: WEEK, asOf: '2022-05-05T09:00' });
    const owed = items.find((item) => item.unit === MARKET_ID)?.owed.filter((one) => one.status === 'returned');
    expect(owed).toHaveLength(1);
  });

  it('counts it as not reported where the office says so', async () => {
    await desk.ask('returns.write', { batch: await badBatch(), out: out() });
    const met = async () =>
      (await desk.ask('rates.compute', { period: WEEK, asOf: '2022-05-05T09:00' })).units.find(
        (one) => one.unit === MARKET_ID,
      )?.met;
    expect(await met()).toBe(1);
    const office = await desk.ask('office.get', {});
    await desk.ask('office.save', {
      office: { ...office, settings: { ...office.settings, intake: { hiddenRows: 'read', returnedCounts: false } } },
    });
    expect(await met()).toBe(0);
  });

  it('forgets a return taken back, alone or with its batch', async () => {
    const batch = await badBatch();
    const [returned] = await desk.ask('returns.write', { batch, out: out() });
    expect(await statusAt('2022-05-05T09:00')).toMatchObject({ status: 'returned' });
    expect(await desk.ask('returns.withdraw', { id: returned?.id ?? 0 })).toMatchObject({ withdrawnAt: desk.now });
    expect(await statusAt('2022-05-05T09:00')).toMatchObject({ status: 'reported' });
    expect((await desk.refusal('returns.withdraw', { id: returned?.id })).code).toBe('return_unknown');
    await desk.ask('returns.write', { batch, out: out() });
    await desk.ask('batches.undo', { batch });
    expect((await desk.ask('returns.list', { batch })).map((slip) => slip.withdrawnAt)).toEqual([desk.now, desk.now]);
  });
});

describe('a returned workbook that comes back', () => {
  it('is read as before: its 问题清单 is left out and asks nothing', async () => {
    const [returned] = await desk.ask('returns.write', { batch: await badBatch(), out: out() });
    const result = await desk.receive('2022-05-05T10:00', [returned?.workbook ?? '']);
    const [file] = result.files;
    expect(file?.tables.map((table) => [table.sheet, table.question, table.rows, table.records])).toEqual([
      ['行政处罚', null, 3, 3],
    ]);
    expect(file?.leftOut).toEqual([{ sheet: '问题清单', reason: expect.stringMatching(/no_table|unknown_layout/u) }]);
    expect([result.batch, file?.status]).toEqual([null, 'unchanged']);
  });
});

it('keeps a text file’s codes in the workbook it comes back as', async () => {
  const sheet = penalties([1, 2], { change: { 1: BAD } });
  const xlsx = path.join(desk.mailFolder, 'tmp.xlsx');
  await writeWorkbook(xlsx, [sheet]);
  const { sheets } = await plainOf(readFileSync(xlsx));
  const lines = sheets[0]?.rows.map((row) => {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell.text]));
    return Array.from({ length: Math.max(...cells.keys()) }, (_, i) => `"${cells.get(i + 1) ?? ''}"`).join(',');
  });
  const csv = path.join(desk.mailFolder, '行政处罚.csv');
  writeFileSync(csv, `\uFEFF${lines?.join('\r\n')}\r\n`);
  const { batch } = await desk.receive('2022-04-29T10:00', [csv]);
  const [returned] = await desk.ask('returns.write', { batch: batch ?? '', out: out() });
  const back = (await plainOf(readFileSync(returned?.workbook ?? ''))).sheets[0];
  const texts = back?.rows.flatMap((row) =>
    row.cells.filter((cell) => cell.text !== '').map((cell) => [cell.text, cell.type]),
  );
  expect(texts).toContainEqual(['11230500001755309A', 'string']);
  expect(path.extname(returned?.workbook ?? '')).toBe('.xlsx');
});
