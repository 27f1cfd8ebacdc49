import type { FilePlan, ImportResult, TablePlan } from '../../../electron/contract/imports.ts';
import { periodTitle } from '../../parts/periods.ts';
import { LEFT_OUT_WORDS } from '../../words.ts';
import { entryWord } from './entryWord.ts';

/** The receipt of an import as plain text, to paste into a message or keep. One line per table or file. */
export function receiptText(result: Pick<ImportResult, 'batch' | 'files'>): string {
  const lines = result.files.flatMap(fileLines);
  const head = result.batch ? `导入批次 ${result.batch}` : '没有产生新批次（数据没有变化）';
  return [head, `共 ${result.files.length} 个文件：`, ...lines.map((line, index) => `${index + 1}. ${line}`)].join(
    '\n',
  );
}

/** What became of a table, in one sentence: `新增 10 条，更改 0 条，错误 2 处`. */
export function tableOutcome(table: TablePlan): string {
  const errors = table.findings.filter(({ severity }) => severity === 'error').length;
  if (table.records === 0 && table.status !== 'question') return '没有数据行，未入库';
  switch (table.status) {
    case 'unchanged':
      return `与已有数据相同（${table.records} 条）`;
    case 'skipped':
      return '按要求不导入';
    case 'question':
      return `未提交：${table.question?.message ?? '有疑问'}`;
    case 'ready':
    case 'committed':
      return [
        `新增 ${table.added} 条`,
        table.changed > 0 ? `更改 ${table.changed} 条` : '',
        table.removed > 0 ? `移除 ${table.removed} 条` : '',
        errors > 0 ? `错误 ${errors} 处` : '没有错误',
      ]
        .filter(Boolean)
        .join('，');
  }
}

function fileLines(file: FilePlan): string[] {
  const leftOut = file.leftOut.map(
    ({ sheet, reason }) => `${file.name}（${sheet}）　未导入：${LEFT_OUT_WORDS[reason]}`,
  );
  if (file.tables.length === 0)
    return [`${file.name}　${entryWord(file.status)}　${file.message ?? ''}`.trimEnd(), ...leftOut];
  const tables = file.tables.map((table) => {
    const route = [table.unit?.name, table.period ? periodTitle(table.period) : '', table.templateTitle].filter(
      Boolean,
    );
    return `${file.name}（${table.sheet}）　${route.join(' / ')}　${tableOutcome(table)}`;
  });
  return [...tables, ...leftOut];
}
