import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, differenceOf, onlyTable, openDesk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

const FRIDAY = '2022-04-29T16:00';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const sourceOf = (file: string) => ({ path: file, name: path.basename(file) });
const counts = () => desk.rows("select 'record' t, count(*) n from record union select 'audit', count(*) from audit");

describe('a preview', () => {
  it('writes nothing and gives the numbers of the commit', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2, 3], { change: { 2: { CF_WSH: null } } }));
    const request = { sources: [sourceOf(file)], received: FRIDAY };
    const before = counts();
    const preview = await desk.ask('imports.preview', request);
    expect(counts()).toEqual(before);
    expect(readdirSync(desk.dataFolder)).not.toContain('originals');
    expect(preview.batch).toBeNull();
    expect(onlyTable(preview)).toMatchObject({ status: 'ready', records: 3, added: 3, compliant: 2, timely: 3 });

    const commit = await desk.ask('imports.commit', { ...request, planHash: preview.planHash });
    expect(commit.batch).toBe('B20220429-001');
    expect(onlyTable(commit)).toEqual({ ...onlyTable(preview), status: 'committed' });
    expect(commit.files[0]?.status).toBe('committed');
  });

  it('is refused at commit when the data changed meanwhile', async () => {
    const first = await desk.mail('第一次.xlsx', penalties([1, 2]));
    const second = await desk.mail('第二次.xlsx', penalties([1, 2], { change: { 2: { CF_NR: '警告并责令改正' } } }));
    const request = { sources: [sourceOf(second)], received: FRIDAY };
    const { planHash } = await desk.ask('imports.preview', request);
    await desk.receive(FRIDAY, [first]);
    expect(await desk.refusal('imports.commit', { ...request, planHash })).toMatchObject({ code: 'plan_changed' });
    expect(desk.rows('select * from batch')).toHaveLength(1);
  });
});

describe('the same again', () => {
  it('changes nothing when the bytes come again, under another name, or twice in one call', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
    const copy = path.join(desk.mailFolder, '市监局(1).xlsx');
    copyFileSync(file, copy);
    const both = await desk.receive(FRIDAY, [file, copy]);
    expect(both.files.map((f) => f.status)).toEqual(['committed', 'unchanged']);
    expect(both.files[1]?.message).toContain('市监局.xlsx');
    for (const again of [file, copy]) {
      const result = await desk.receive('2022-05-06T09:00', [again]);
      expect(result.batch).toBeNull();
      expect(result.files[0]).toMatchObject({ status: 'unchanged', code: null });
      expect(onlyTable(result)).toMatchObject({ status: 'unchanged', records: 2, added: 0, unchanged: 2 });
    }
    expect(desk.rows('select * from record')).toHaveLength(2);
  });

  it('changes nothing when another file holds the same rows', async () => {
    await desk.receive(FRIDAY, [await desk.mail('甲.xlsx', penalties([1, 2]))]);
    const other = await desk.mail('乙.xlsx', penalties([2, 1], { title: '2022年第17周' }));
    const result = await desk.receive(FRIDAY, [other]);
    expect(result).toMatchObject({ batch: null, files: [{ status: 'unchanged' }] });
    expect(differenceOf(onlyTable(result))).toEqual({ added: 0, changed: 0, unchanged: 2, removed: 0 });
  });

  it('does not bring old rows back when an old file is sent after its correction', async () => {
    const old = await desk.mail('旧.xlsx', penalties([1, 2]));
    await desk.receive(FRIDAY, [old]);
    await desk.receive(FRIDAY, [
      await desk.mail('新.xlsx', penalties([1, 2], { change: { 1: { CF_NR: '警告并责令改正' } } })),
    ]);
    expect(await desk.receive(FRIDAY, [old])).toMatchObject({ batch: null, files: [{ status: 'unchanged' }] });
  });

  it('asks again for the sheet that was left open, and only for that', async () => {
    await desk.receive(FRIDAY, [await desk.mail('先.xlsx', penalties([1, 2, 3]))]);
    const file = await desk.mail('两表.xlsx', penalties([1, 2], { sheet: '处罚' }), {
      ...penalties([7], { unit: '西峡县交通运输局', sheet: '交通' }),
    });
    const first = await desk.receive(FRIDAY, [file]);
    expect(first.files[0]).toMatchObject({ status: 'question', code: 'removed_rows' });
    expect(first.files[0]?.tables.map((t) => t.status)).toEqual(['question', 'committed']);
    const again = await desk.receive(FRIDAY, [file]);
    expect(again.files[0]?.tables.map((t) => t.status)).toEqual(['question', 'unchanged']);
    const answered = await desk.receive(FRIDAY, [file], {
      overrides: [{ file: '两表.xlsx', sheet: '处罚', removedRows: 'remove' }],
    });
    expect(answered.files[0]?.tables.map((t) => [t.status, t.removed])).toEqual([
      ['committed', 1],
      ['unchanged', 0],
    ]);
  });
});

describe('a file for what is stored already', () => {
  beforeEach(async () => {
    await desk.receive(FRIDAY, [await desk.mail('原件.xlsx', penalties([1, 2, 3, 4]))]);
  });

  it('is an addition when no stored key comes again', async () => {
    const result = await desk.receive(FRIDAY, [await desk.mail('补充.xlsx', penalties([5, 6]))]);
    expect(differenceOf(onlyTable(result))).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0 });
  });

  it('is a correction when half of the stored keys come again, and asks what is to become of the others', async () => {
    const file = await desk.mail('更正.xlsx', penalties([1, 2, 9], { change: { 2: { CF_NR: '警告并责令改正' } } }));
    const asked = await desk.receive(FRIDAY, [file]);
    expect(asked.batch).toBeNull();
    expect(asked.files[0]).toMatchObject({ status: 'question', code: 'removed_rows' });
    const table = onlyTable(asked);
    expect(table).toMatchObject({ status: 'question', records: 3, added: 0, changed: 0, removed: 0 });
    expect(table.question?.candidates.map((c) => c.choice)).toEqual([
      { removedRows: 'keep' },
      { removedRows: 'remove' },
    ]);

    const dry = await desk.ask('imports.preview', {
      sources: [sourceOf(file)],
      received: FRIDAY,
      overrides: [{ file: '更正.xlsx', removedRows: 'remove' }],
    });
    expect(differenceOf(onlyTable(dry))).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 2 });

    const kept = await desk.receive(FRIDAY, [file], { overrides: [{ file: '更正.xlsx', removedRows: 'keep' }] });
    expect(differenceOf(onlyTable(kept))).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 0 });
    expect(await keys()).toEqual([1, 3, 4, 2, 9]);
  });

  it('removes the rows that are missing when told so', async () => {
    const file = await desk.mail('更正.xlsx', penalties([1, 2]));
    const result = await desk.receive(FRIDAY, [file], { overrides: [{ file: '更正.xlsx', removedRows: 'remove' }] });
    expect(differenceOf(onlyTable(result))).toEqual({ added: 0, changed: 0, unchanged: 2, removed: 2 });
    expect(await keys()).toEqual([1, 2]);
  });

  it('asks whether it corrects or adds when fewer than half of the keys come again', async () => {
    const file = await desk.mail('半.xlsx', penalties([1, 7, 8, 9], { change: { 1: { CF_NR: '警告并责令改正' } } }));
    const asked = await desk.receive(FRIDAY, [file]);
    expect(asked.files[0]).toMatchObject({ status: 'question', code: 'resend_or_addition' });
    const addition = await desk.ask('imports.preview', {
      sources: [sourceOf(file)],
      received: FRIDAY,
      overrides: [{ file: '半.xlsx', resend: 'addition' }],
    });
    expect(differenceOf(onlyTable(addition))).toEqual({ added: 3, changed: 1, unchanged: 0, removed: 0 });
    const correction = await desk.receive(FRIDAY, [file], {
      overrides: [{ file: '半.xlsx', resend: 'correction', removedRows: 'remove' }],
    });
    expect(differenceOf(onlyTable(correction))).toEqual({ added: 3, changed: 1, unchanged: 0, removed: 3 });
    expect(await keys()).toEqual([1, 7, 8, 9]);
  });

  it('compares the files of one call as if they came one after the other', async () => {
    const second = await desk.mail('二.xlsx', penalties([1, 2, 3, 4, 5]));
    const third = await desk.mail(
      '三.xlsx',
      penalties([1, 2, 3, 4, 5], { change: { 5: { CF_NR: '警告并责令改正' } } }),
    );
    const result = await desk.receive(FRIDAY, [second, third]);
    expect(result.files.map((f) => f.tables.map(differenceOf))).toEqual([
      [{ added: 1, changed: 0, unchanged: 4, removed: 0 }],
      [{ added: 0, changed: 1, unchanged: 4, removed: 0 }],
    ]);
    expect(desk.rows("select * from record where state = 'current'")).toHaveLength(5);
  });
});

describe('two sheets of one file', () => {
  const part = (numbers: number[], sheet: string, change = {}) => penalties(numbers, { sheet, change });

  it('are one submission when they go to the same duty and template', async () => {
    await desk.receive(FRIDAY, [await desk.mail('一.xlsx', part([1, 2], '甲'), part([3, 4], '乙'))]);
    const result = await desk.receive(FRIDAY, [
      await desk.mail('二.xlsx', part([1, 2], '甲', { 1: { CF_NR: '警告并责令改正' } }), part([3, 4], '乙')),
    ]);
    expect(result.files[0]?.tables.map((t) => [t.status, t.changed, t.unchanged])).toEqual([
      ['committed', 1, 1],
      ['unchanged', 0, 2],
    ]);
    const cells = (await desk.ask('status.grid', { period: '2022-W17', unit: 'xx-scjgj' })).cells;
    expect(cells).toMatchObject([{ status: 'reported', count: 4 }]);
  });

  it('keep their own rows when both hold a key, also when the file is corrected', async () => {
    const other = { 2: { CF_NR: '警告并通报' } };
    await desk.receive(FRIDAY, [await desk.mail('一.xlsx', part([1, 2], '甲'), part([2, 3], '乙', other))]);
    expect(await keys()).toEqual([1, 2, 2, 3]);
    const corrected = await desk.receive(FRIDAY, [
      await desk.mail('二.xlsx', part([1, 2], '甲', { 1: { CF_NR: '警告并责令改正' } }), part([2, 3], '乙', other)),
    ]);
    expect(corrected.files[0]?.status).toBe('committed');
    expect((await keys()).toSorted()).toEqual([1, 2, 2, 3]);
  });

  it('take an answer given for either sheet', async () => {
    await desk.receive(FRIDAY, [await desk.mail('一.xlsx', part([1, 2], '甲'), part([3, 4], '乙'))]);
    const file = await desk.mail('二.xlsx', part([1, 2], '甲'), part([3], '乙'));
    const result = await desk.receive(FRIDAY, [file], {
      overrides: [{ file: '二.xlsx', sheet: '乙', removedRows: 'remove' }],
    });
    expect(result.files[0]?.tables.reduce((sum, t) => sum + t.removed, 0)).toBe(1);
    expect(await keys()).toEqual([1, 2, 3]);
  });
});

describe('first receipt', () => {
  const early = penalties([1, 2]);

  it('decides timeliness: a correction neither cures nor causes lateness', async () => {
    // Decided on 26 April, within 7 days until 3 May, a holiday: the last timely day is 5 May.
    await desk.receive('2022-04-29T10:00', [await desk.mail('一.xlsx', early)]);
    const late = await desk.receive('2022-05-20T10:00', [
      await desk.mail('二.xlsx', penalties([1, 2, 3], { change: { 1: { CF_NR: '警告并责令改正' } } })),
    ]);
    expect(onlyTable(late)).toMatchObject({ changed: 1, added: 1, timely: 2 });
    expect(
      onlyTable(late)
        .findings.filter((f) => f.rule === 'late_record')
        .map((f) => f.row),
    ).toEqual([7]);
    const cured = await desk.receive('2022-05-21T10:00', [
      await desk.mail(
        '三.xlsx',
        penalties([1, 2, 3], { change: { 1: { CF_NR: '警告并责令改正' }, 3: { CF_NR: '警告并通报' } } }),
      ),
    ]);
    expect(onlyTable(cured)).toMatchObject({ changed: 1, timely: 2 });
    const rates = await desk.ask('rates.compute', { period: '2022-W17', asOf: '2022-06-01' });
    expect(rates.total).toMatchObject({ records: 3, updates: 2, timely: 2, clocked: 3, timelinessRate: 66.67 });
  });
});

describe('one bad file', () => {
  it('costs itself and nothing else', async () => {
    const good = await desk.mail('好.xlsx', articles(['诚信进万家']));
    const broken = path.join(desk.mailFolder, '坏.xlsx');
    writeFileSync(broken, readFileSync(good).subarray(0, 900));
    const picture = path.join(desk.mailFolder, '照片.xlsx');
    writeFileSync(picture, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]));
    const result = await desk.receive(FRIDAY, [broken, path.join(desk.mailFolder, '没有.xlsx'), picture, good]);
    expect(result.files.map((f) => [f.status, f.code])).toEqual([
      ['rejected', 'truncated'],
      ['rejected', 'file_missing'],
      ['attachment', 'not_a_workbook'],
      ['committed', null],
    ]);
    for (const file of result.files.slice(0, 3)) expect(file.message).toContain(file.name);
  });

  it('is refused when it is all there is and is not there', async () => {
    const missing = path.join(desk.mailFolder, '没有.xlsx');
    expect(await desk.refusal('imports.commit', { sources: [sourceOf(missing)] })).toMatchObject({
      code: 'file_missing',
    });
  });

  it.each([
    [{ unit: '某某局' }, 'unit_unknown'],
    [{ duty: '000-99' }, 'duty_unknown'],
    [{ template: 'nothing' }, 'template_unknown'],
    [{ period: '2022-W99' }, 'period_invalid'],
    [{ duty: '000-02', period: '2022-04' }, 'period_not_of_duty'],
    [{ columns: { A: 'NO_FIELD' } }, 'usage'],
  ])('an answer that names what does not exist is refused: %j', async (answer, code) => {
    const file = await desk.mail('市监局.xlsx', penalties([1]));
    const request = { sources: [sourceOf(file)], overrides: [{ file: '市监局.xlsx', ...answer }] };
    expect(await desk.refusal('imports.preview', request)).toMatchObject({ code });
  });
});

describe('an import that is cancelled', () => {
  it('leaves nothing', async () => {
    const files = [await desk.mail('一.xlsx', penalties([1])), await desk.mail('二.xlsx', articles(['诚信进万家']))];
    const before = counts();
    for (const stopAt of ['read', 'commit'] as const) {
      const stop = new AbortController();
      const options = {
        signal: stop.signal,
        onProgress: ({ step, done }: { step: string; done: number }) => {
          if (step === stopAt && done === 1) stop.abort();
        },
      };
      const refused = await desk.refusal('imports.commit', { sources: files.map(sourceOf), received: FRIDAY }, options);
      expect(refused.code).toBe('cancelled');
      expect(counts()).toEqual(before);
    }
    expect((await desk.ask('app.verify', {})).missingOriginals).toEqual([]);
    expect((await desk.receive(FRIDAY, files)).files.map((f) => f.status)).toEqual(['committed', 'committed']);
  });
});

describe('two imports at the same time', () => {
  it('do not write the same rows twice', async () => {
    const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
    const results = await Promise.all([desk.receive(FRIDAY, [file]), desk.receive(FRIDAY, [file])]);
    expect(results.map((r) => r.batch).toSorted()).toEqual(['B20220429-001', null]);
    expect(desk.rows('select * from record')).toHaveLength(2);
  });
});

/** Document numbers of the records in force, in the order they were written. */
async function keys(): Promise<number[]> {
  const { records } = await desk.ask('records.list', { template: 'penalty-legal' });
  return records.map((record) => Number(/〕(\d+)号/u.exec(String(record.values.CF_WSH))?.[1]));
}
