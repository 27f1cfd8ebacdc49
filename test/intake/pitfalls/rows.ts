import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { ImportRequest, TablePlan } from '../../../electron/contract/imports.ts';
import { createLocalApp } from '../../../electron/localProgram.ts';
import { type Desk, differenceOf, onlyTable, openDesk } from '../../app/desk.ts';
import { penalties, type Row } from '../../app/workbooks.ts';
import { allFindings, tableOf, tableSheet } from '../../core/sheetOf.ts';
import type { Pitfall } from './pitfall.ts';
import { SPLIT_ROWS } from './rowsSplit.ts';

const FRIDAY = '2022-04-29T16:00';
const LATER = '2022-05-05T10:00';
const CHANGED: Row = { CF_NR: '警告并责令改正' };
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** A check over an office of its own. */
const atDesk = (check: (desk: Desk) => Promise<void>) => async (): Promise<void> => {
  const desk = await openDesk();
  try {
    await check(desk);
  } finally {
    await desk.close();
  }
};

/** Imports one table of penalties in a file of its own. */
async function send(
  desk: Desk,
  name: string,
  content: ReturnType<typeof penalties>,
  received = FRIDAY,
  more: Partial<ImportRequest> = {},
): Promise<TablePlan & { readonly batch: string | null }> {
  const result = await desk.receive(received, [await desk.mail(name, content)], more);
  return { ...onlyTable(result), batch: result.batch };
}

const total = async (desk: Desk): Promise<number> => (await desk.ask('records.list', {})).total;
const zero = { unit: 'xx-scjgj', duty: '000-02', period: '2022-W17', kind: 'zero', note: '未产生' } as const;

export const ROWS: readonly Pitfall[] = [
  ...SPLIT_ROWS,
  {
    number: 157,
    input: 'the same file twice, and a third time under another name',
    expected: 'nothing changes',
    check: atDesk(async (desk) => {
      const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
      const copy = path.join(desk.mailFolder, '副本.xlsx');
      copyFileSync(file, copy);
      await desk.receive(FRIDAY, [file]);
      for (const again of [file, copy])
        expect(await desk.receive(LATER, [again])).toMatchObject({ batch: null, files: [{ status: 'unchanged' }] });
      expect(await total(desk)).toBe(2);
    }),
  },
  {
    number: 158,
    input: 'a corrected file with 3 of 50 rows changed',
    expected: '3 changed, 47 unchanged, each change told field by field',
    check: atDesk(async (desk) => {
      await send(desk, '原件.xlsx', penalties(numbers(50)));
      const corrected = await send(
        desk,
        '更正.xlsx',
        penalties(numbers(50), { change: { 7: CHANGED, 8: CHANGED, 50: CHANGED } }),
      );
      expect(differenceOf(corrected)).toEqual({ added: 0, changed: 3, unchanged: 47, removed: 0 });
      expect(corrected.differences.map((d) => [d.act, d.row, d.fields.map((f) => f.field)])).toEqual([
        ['change', 11, ['CF_NR']],
        ['change', 12, ['CF_NR']],
        ['change', 54, ['CF_NR']],
      ]);
    }),
  },
  {
    number: 159,
    input: 'a corrected file with rows missing',
    expected: 'asks whether they stay, and shows which they are',
    check: atDesk(async (desk) => {
      await send(desk, '原件.xlsx', penalties([1, 2, 3]));
      const asked = await send(desk, '更正.xlsx', penalties([1, 2]));
      expect(asked.question?.code).toBe('removed_rows');
      expect(asked.differences.map((d) => [d.act, d.title])).toEqual([
        ['remove', '西峡县第3建材有限公司（西市监罚决〔2022〕3号）'],
      ]);
      for (const [answer, left] of [
        ['keep', 3],
        ['remove', 2],
      ] as const) {
        const overrides = [{ file: '更正.xlsx', removedRows: answer }];
        await send(desk, '更正.xlsx', penalties([1, 2]), FRIDAY, { overrides });
        expect(await total(desk)).toBe(left);
      }
    }),
  },
  {
    number: 160,
    input: 'a cumulative file (all weeks so far) every week',
    expected: 'only the new rows count in its period, the others are recognised',
    check: atDesk(async (desk) => {
      await send(desk, '17周.xlsx', penalties([1, 2]));
      const week18 = await send(desk, '18周.xlsx', penalties([1, 2, 3], { title: '2022年5月2日—5月6日' }), LATER);
      expect(differenceOf(week18)).toEqual({ added: 1, changed: 0, unchanged: 2, removed: 0 });
      const week19 = penalties([1, 2, 3, 4], { title: '2022年5月9日—5月13日' });
      expect(differenceOf(await send(desk, '19周.xlsx', week19, '2022-05-12T10:00'))).toEqual({
        added: 1,
        changed: 0,
        unchanged: 3,
        removed: 0,
      });
      expect(await total(desk)).toBe(4);
    }),
  },
  {
    number: 161,
    input: 'two officers of one unit send overlapping files',
    expected: 'the common rows are stored once; too little in common asks',
    check: atDesk(async (desk) => {
      await send(desk, '甲.xlsx', penalties([1, 2, 3]));
      const asked = await send(desk, '乙.xlsx', penalties([3, 4, 5, 6]));
      expect(asked.question?.code).toBe('resend_or_addition');
      const overrides = [{ file: '乙.xlsx', resend: 'addition' as const }];
      const added = await send(desk, '乙.xlsx', penalties([3, 4, 5, 6]), FRIDAY, { overrides });
      expect(differenceOf(added)).toEqual({ added: 3, changed: 0, unchanged: 1, removed: 0 });
      expect(await total(desk)).toBe(6);
    }),
  },
  {
    number: 164,
    input: 'a case repeated with a blank behind its number, and with other brackets',
    expected: 'the same row again is skipped; other brackets are the same number all the same',
    check() {
      const row = { CF_XDR_MC: '西峡县顺达商贸有限公司', CF_SY: '甲', CF_WSH: '西市监罚〔2022〕1号' };
      const blank = { ...row, CF_WSH: '西市监罚〔2022〕1号 ' };
      const brackets = { ...row, CF_WSH: '西市监罚[2022] 1号' };
      const table = tableOf(tableSheet('penalty-legal', [row, blank, brackets]));
      expect(table.skipped).toEqual([{ row: 4, reason: 'duplicate_row' }]);
      const duplicates = allFindings(table).filter((finding) => finding.rule.startsWith('duplicate'));
      expect(duplicates.map(({ row: at, rule }) => [at, rule])).toEqual([
        [5, 'duplicate_record'],
        [4, 'duplicate_row'],
      ]);
    },
  },
  {
    number: 165,
    input: 'exact duplicate rows within a file',
    expected: 'the later one is skipped with a notice',
    check() {
      const row = { CF_XDR_MC: '西峡县顺达商贸有限公司', CF_SY: '甲', CF_WSH: '西市监罚〔2022〕1号' };
      const table = tableOf(tableSheet('penalty-legal', [row, row]));
      expect([table.rows, table.records.length]).toEqual([2, 1]);
      expect(table.skipped).toEqual([{ row: 4, reason: 'duplicate_row' }]);
      expect(table.otherFindings).toMatchObject([{ row: 4, rule: 'duplicate_row', severity: 'notice' }]);
    },
  },
  {
    number: 166,
    input: 'near duplicates: the same company and day, another amount and number',
    expected: 'both are stored and suggested as look-alikes',
    check: atDesk(async (desk) => {
      const twin: Row = { ...penalties([1]).rows[0], CF_WSH: '西市监罚决〔2022〕9号', CF_NR_FK: 2 };
      const sheet = penalties([1, 2]);
      await send(desk, '市监局.xlsx', { ...sheet, rows: [...sheet.rows.map((r) => ({ ...r, CF_NR_FK: 1 })), twin] });
      expect(await total(desk)).toBe(3);
      const clusters = await desk.ask('records.clusters', { template: 'penalty-legal' });
      const near = clusters.filter((cluster) => cluster.kind === 'near_duplicates');
      expect(near.map((cluster) => cluster.members.map((member) => member.name))).toEqual([
        ['西峡县第1建材有限公司', '西峡县第1建材有限公司'],
      ]);
    }),
  },
  {
    number: 167,
    input: 'a 撤回/作废 file: the rows once sent, in a file whose name takes them back',
    expected: 'nothing is stored twice or removed unasked; the import it means is taken back by the clerk, whole',
    check: atDesk(async (desk) => {
      const sent = await send(desk, '市监局.xlsx', penalties([1, 2]));
      const withdrawal = await send(desk, '【作废】市监局撤回.xlsx', penalties([1, 2]), LATER);
      expect([withdrawal.batch, withdrawal.status]).toEqual([null, 'unchanged']);
      expect(await total(desk)).toBe(2);
      expect(await desk.ask('batches.undo', { batch: sent.batch ?? '' })).toMatchObject({ removed: 2 });
      expect(await total(desk)).toBe(0);
    }),
  },
  {
    number: 168,
    input: 'late data for a closed period',
    expected: 'taken as 补报 with a remark; the circular as of its day stays the same',
    check: atDesk(async (desk) => {
      await send(desk, '市监局.xlsx', penalties([1, 2]));
      const circular = () => desk.ask('circulars.compose', { period: '2022-04', asOf: '2022-05-01T09:00' });
      const before = await circular();
      await desk.ask('periods.lock', { period: '2022-04', locked: true, reason: '通报已印发' });
      const late = await send(desk, '补报.xlsx', penalties([3]), LATER);
      expect([late.status, late.remarks.map((r) => r.code)]).toEqual(['committed', ['locked_period']]);
      expect(await circular()).toEqual(before);
    }),
  },
  {
    number: 169,
    input: 'a zero report, then data; data, then a zero report',
    expected: 'both ways the conflict is told',
    check: atDesk(async (desk) => {
      const { id } = await desk.ask('submissions.register', { ...zero, received: FRIDAY });
      const data = await send(desk, '市监局.xlsx', penalties([1]));
      expect(data.remarks.map((remark) => [remark.code, remark.severity])).toEqual([['zero_before', 'verify']]);
      await desk.ask('submissions.withdraw', { id });
      const again = await desk.ask('submissions.register', { ...zero, received: FRIDAY });
      expect(again.conflict).toContain('市监局.xlsx');
      const elsewhere = await desk.ask('submissions.register', { ...zero, unit: 'xx-gaj', received: FRIDAY });
      expect(elsewhere).not.toHaveProperty('conflict');
    }),
  },
  {
    number: 170,
    input: "a file identical to the last period's",
    expected: '核实: 疑似重复报送',
    check: atDesk(async (desk) => {
      await send(desk, '17周.xlsx', penalties([1, 2]));
      const again = await send(desk, '18周.xlsx', penalties([2, 1], { title: '2022年5月2日—5月6日' }), LATER);
      const told = again.findings.filter((finding) => finding.rule === 'same_as_last_period');
      expect(told).toMatchObject([{ row: null, severity: 'verify', message: expect.stringContaining('疑似重复报送') }]);
    }),
  },
  {
    number: 171,
    input: 'returned, then sent again after the deadline',
    expected:
      'by default the first receipt counts as 上报 and the last state for 合规; a setting counts it only when it comes again',
    check: atDesk(async (desk) => {
      const wrong = penalties([1, 2], { change: { 2: { CF_CFLB: '口头警告' } } });
      const { batch } = await send(desk, '市监局.xlsx', wrong);
      desk.now = '2022-04-30T09:00';
      await desk.ask('returns.write', { batch: batch ?? '' });
      const rates = async () => (await desk.ask('rates.compute', { period: '2022-W17', asOf: '2022-05-06' })).total;
      expect(await rates()).toMatchObject({ met: 1, late: 0, compliant: 1 });
      const office = await desk.ask('office.get', {});
      const intake = { hiddenRows: 'read', returnedCounts: false } as const;
      await desk.ask('office.save', { office: { ...office, settings: { ...office.settings, intake } } });
      expect(await rates()).toMatchObject({ met: 0 });
      await desk.ask('office.save', { office });
      const again = await send(desk, '重报.xlsx', penalties([1, 2]), LATER);
      expect(again.returned).toMatchObject({ mended: 1, open: 0 });
      expect(await rates()).toMatchObject({ met: 1, late: 0, compliant: 2 });
    }),
  },
  {
    number: 172,
    input: 'an import taken back after one of its rows was edited by hand',
    expected: 'the edited row stays and is listed',
    check: atDesk(async (desk) => {
      const { batch } = await send(desk, '市监局.xlsx', penalties([1, 2]));
      const [record] = (await desk.ask('records.list', { search: '第2建材' })).records;
      const correction = { field: 'CF_NR', value: '警告并责令改正', reason: '电话核实', by: '张三' };
      await desk.ask('records.correct', { id: record?.id ?? 0, ...correction });
      const undone = await desk.ask('batches.undo', { batch: batch ?? '' });
      expect(undone).toMatchObject({ removed: 1, kept: 1, corrected: [{ id: record?.id, by: '张三' }] });
      expect((await desk.ask('records.list', {})).records.map((r) => r.values.CF_NR)).toEqual(['警告并责令改正']);
    }),
  },
  {
    number: 173,
    input: 'the program killed in the middle of a commit',
    expected: 'nothing of it is stored',
    check: atDesk(async (desk) => {
      const file = await desk.mail('市监局.xlsx', penalties(numbers(200)));
      const script = path.resolve('test/app/killedImport.ts');
      const killed = spawnSync(process.execPath, [script, desk.dataFolder, file, 'insert into "record"']);
      expect(killed.status).not.toBe(0);
      expect(await total(desk)).toBe(0);
      expect(await desk.ask('batches.list', {})).toEqual([]);
      expect((await desk.receive(FRIDAY, [file])).files[0]?.status).toBe('committed');
    }),
  },
  {
    number: 174,
    input: 'two instances import the same file at once',
    expected: 'one waits for the other, and nothing is stored twice',
    check: atDesk(async (desk) => {
      const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
      const sources = [{ path: file, name: '市监局.xlsx' }];
      const other = createLocalApp({ dataFolder: desk.dataFolder, now: () => desk.now });
      try {
        const replies = await Promise.all([
          desk.reply('imports.commit', { sources, received: FRIDAY }),
          other.dispatch('imports.commit', { sources, received: FRIDAY }),
        ]);
        const batches = replies.map((reply) => (reply.ok ? reply.value.batch : reply.error.code));
        expect(batches.toSorted()).toEqual(['B20220429-001', null]);
        expect(await total(desk)).toBe(2);
      } finally {
        await other.close();
      }
    }),
  },
];
