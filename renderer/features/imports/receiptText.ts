import type { Receipt } from '../../../electron/contract/batches.ts';
import type { FilePlan, ImportResult, TablePlan } from '../../../electron/contract/imports.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { LEFT_OUT_WORDS } from '../../words.ts';
import { entryWord } from './entryWord.ts';

/** The receipt of an import as plain text, to paste into a message or keep. One line per table or file. */
export function receiptText(result: Pick<ImportResult, 'batch' | 'files'>, receipts: readonly Receipt[] = []): string {
  const numbers = new Map(receipts.map(({ name, number }) => [name, number]));
  const lines = result.files.flatMap((file) => fileLines(file, numbers.get(file.name)));
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

/** With a receipt's number: `B20220429-001-03　2022-04-29 16:00 收到　双公示.xlsx …` */
function fileLines(file: FilePlan, number: string | undefined): string[] {
  const head = number ? `${number}　${momentText(file.receivedAt)} 收到　${file.name}` : file.name;
  const leftOut = file.leftOut.map(({ sheet, reason }) => `${head}（${sheet}）　未导入：${LEFT_OUT_WORDS[reason]}`);
  if (file.tables.length === 0)
    return [`${head}　${entryWord(file.status)}　${file.message ?? ''}`.trimEnd(), ...leftOut];
  const tables = file.tables.map((table) => {
    const route = [
      table.unit?.name,
      number ? table.duty?.title : null,
      table.period ? periodTitle(table.period) : '',
      table.templateTitle,
    ].filter(Boolean);
    const rows = number ? `${table.rows} 行，` : '';
    return `${head}（${table.sheet}）　${route.join(' / ')}　${rows}${tableOutcome(table)}`;
  });
  return [...tables, ...leftOut];
}
