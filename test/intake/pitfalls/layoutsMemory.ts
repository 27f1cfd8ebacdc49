import { expect } from 'vitest';
import type { AnalyseContext, AnalysedTable, KnownMapping } from '../../../electron/core/analysed.ts';
import { good, headerOf, sheetOf, tableOf, templateOf } from '../../core/sheetOf.ts';
import type { Pitfall } from './pitfall.ts';

const FIELDS = templateOf('penalty-legal').columns.map((column) => column.id);
const NAMES = headerOf('penalty-legal');

/** A penalty table with other words over some columns, its columns in an order of their own. */
function table(
  words: Readonly<Record<string, string>>,
  context: Partial<AnalyseContext> = {},
  order: readonly string[] = FIELDS,
): AnalysedTable {
  const header = order.map((field) => words[field] ?? NAMES[FIELDS.indexOf(field)] ?? '');
  const data = order.map((field) => good('penalty-legal', 1)[field] ?? null);
  return tableOf(sheetOf([['西峡县市场监督管理局2022年第17周'], header, data]), context);
}

/** The columns of two fields change places. */
const swapped = (a: string, b: string): string[] => {
  const [first, second] = [FIELDS.indexOf(a), FIELDS.indexOf(b)];
  return FIELDS.with(first, b).with(second, a);
};

/** What a commit remembers of a table whose columns a clerk mapped. */
function confirmed(words: Readonly<Record<string, string>>, columns: Readonly<Record<string, string>>): KnownMapping {
  const { fingerprint, template, memory } = table(words, { overrides: [{ file: '', columns }] });
  return { unit: 'xx-scjgj', template, fingerprint, headers: memory?.headers ?? [], columns };
}

export const MEMORY_LAYOUTS: readonly Pitfall[] = [
  {
    number: 57,
    input: 'last time column L “案卷编号” was mapped to 决定书文号; now it is in column M and 违法行为类型 in L',
    expected: 'the memory maps neither column: 违法行为类型 is read by its name, the other is asked, the move is told',
    check: () => {
      const words = { CF_WSH: '案卷编号' };
      const mapping = confirmed(words, { L: 'CF_WSH' });
      const same = table(words, { mappings: [mapping] });
      expect([same.question, same.remarks.map((r) => r.code)]).toEqual([null, ['mapped_from_memory']]);

      const moved = table(words, { mappings: [mapping] }, swapped('CF_WSH', 'CF_WFXW'));
      const fields = Object.fromEntries(moved.columns.map((c) => [c.column, c.field]));
      expect([fields.L, fields.M]).toEqual(['CF_WFXW', null]);
      expect(moved.records[0]?.values.CF_WFXW).toBe('广告违法行为');
      expect(moved.question?.code).toBe('column_missing');
      expect(moved.question?.candidates[0]?.choice).toEqual({ columns: { M: 'CF_WSH' } });
      const told = moved.remarks.find((remark) => remark.code === 'moved_column');
      expect(told?.message).toContain('“案卷编号”由 L 列移到 M 列');

      const replaced = table({ CF_WSH: '案由编码' }, { mappings: [mapping] });
      expect(replaced.question?.code).toBe('column_missing');
      expect(replaced.columns.find((c) => c.column === 'L')?.field).toBeNull();
    },
  },
  {
    number: 58,
    input: 'misspelt headers: 统一社会信用代玛, 行政相对人名城, 处罚决定文书号',
    expected: 'proposed with what they are like, mapped only by the answer',
    check: () => {
      const words = { CF_XDR_SHXYM: '统一社会信用代玛', CF_XDR_MC: '行政相对人名城', CF_WSH: '行政处罚决定文书好' };
      const asked = table(words);
      expect(asked.question?.code).toBe('column_missing');
      for (const letter of ['A', 'C', 'L']) expect(asked.columns.find((c) => c.column === letter)?.field).toBeNull();
      const [all, ...each] = asked.question?.candidates ?? [];
      expect(all?.choice.columns).toEqual({ A: 'CF_XDR_MC', C: 'CF_XDR_SHXYM', L: 'CF_WSH' });
      const evidence = each.map((candidate) => candidate.evidence).join();
      expect(evidence).toContain('与“统一社会信用代码”相近');
      expect(evidence).toContain('与“行政相对人名称”相近');

      const answered = table(words, { overrides: [{ file: '', ...all?.choice }] });
      expect([answered.question, answered.records[0]?.compliant]).toEqual([null, true]);
    },
  },
];
