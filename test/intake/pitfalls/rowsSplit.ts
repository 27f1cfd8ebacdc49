import { expect } from 'vitest';
import { openDesk } from '../../app/desk.ts';
import { penalties, penalty } from '../../app/workbooks.ts';
import { tableOf, tableSheet } from '../../core/sheetOf.ts';
import type { Pitfall } from './pitfall.ts';

const FRIDAY = '2022-04-29T16:00';
const MARKET = '西峡县市场监督管理局';
const POLICE = '西峡县公安局';

export const SPLIT_ROWS: readonly Pitfall[] = [
  {
    number: 162,
    input: 'one table with the rows of two units (代报)',
    expected: 'asked; split by 处罚机关 each unit gets its rows, and the same file again changes nothing',
    check: async () => {
      const desk = await openDesk();
      try {
        const sheet = penalties([1, 2, 3, 4]);
        const rows = sheet.rows.map((row, i) => (i < 2 ? row : { ...penalty(i + 1, POLICE) }));
        const file = await desk.mail('代报.xlsx', { ...sheet, rows });
        const asked = await desk.receive(FRIDAY, [file]);
        const question = asked.files[0]?.tables[0]?.question;
        expect([asked.batch, question?.code]).toEqual([null, 'unit_conflict']);
        const choice = question?.candidates.find((candidate) => candidate.choice.splitByUnit)?.choice;
        const overrides = [{ file: '代报.xlsx', ...choice }];

        const { files } = await desk.receive(FRIDAY, [file], { overrides });
        expect(files[0]?.tables.map((t) => [t.part, t.unit?.id, t.status, t.records, t.added, t.rows])).toEqual([
          ['@xx-scjgj', 'xx-scjgj', 'committed', 2, 2, 2],
          ['@xx-gaj', 'xx-gaj', 'committed', 2, 2, 2],
        ]);
        expect(desk.rows("select unit, row from record where state = 'current' order by row")).toEqual([
          { unit: 'xx-scjgj', row: 5 },
          { unit: 'xx-scjgj', row: 6 },
          { unit: 'xx-gaj', row: 7 },
          { unit: 'xx-gaj', row: 8 },
        ]);
        for (const more of [{}, { overrides }]) {
          const again = await desk.receive(FRIDAY, [file], more);
          expect([again.batch, again.files[0]?.status]).toEqual([null, 'unchanged']);
        }
      } finally {
        await desk.close();
      }
    },
  },
  {
    number: 163,
    input:
      "a township's file sent under the parent: its market office in the bureau's table; its own table in the bureau's mail",
    expected: "the office rolls up to the bureau; the township's own table is asked with what speaks for each",
    check: () => {
      const office = '西峡县丹水镇市场监督管理所';
      const rows = [{ CF_CFJG: office }, { CF_CFJG: MARKET }];
      const rolled = tableOf(tableSheet('penalty-legal', rows, { title: office }), { file: '市监局双公示.xlsx' });
      expect([rolled.unit?.id, rolled.question]).toEqual(['xx-scjgj', null]);
      expect(rolled.records.flatMap((record) => record.findings)).toEqual([]);
      expect(rolled.remarks.map((remark) => remark.code)).toEqual(['rolled_up']);

      const own = tableSheet('penalty-legal', [{ CF_CFJG: '西峡县丹水镇人民政府' }], { title: '丹水镇行政处罚' });
      const { unit, question } = tableOf(own, { file: '农业农村局代发.xlsx' });
      expect([unit, question?.code]).toEqual([null, 'unit_conflict']);
      expect(question?.candidates.map((c) => [c.label, c.evidence])).toEqual([
        ['丹水镇', 'A1 丹水镇行政处罚'],
        ['农业农村局', '文件名“农业农村局代发.xlsx”'],
      ]);
    },
  },
];
