import type { Article, Workbook } from '../../contract/sheets.ts';
import type { SheetAnalysis } from '../../core/analysed.ts';
import { articleOf } from '../../core/article.ts';

/**
 * What a text file says that was read as records and holds none: a note or a 情况说明 in sentences. Null where it may be a broken table: its
 * name says table, or several of its lines are cut into cells.
 */
export function proseOf(
  name: string,
  { format, sheets }: Workbook,
  analysed: readonly SheetAnalysis[],
): Article | null {
  if (format !== 'csv' || /\.(?:csv|tsv|tab|xls\w?|et)$/iu.test(name)) return null;
  if (!analysed.every(({ kind }) => kind === 'no_table' || kind === 'empty')) return null;
  const lines = sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
  const cut = lines.filter((cells) => cells.length > 1).length;
  if (cut > 0 && cut * 4 > lines.length) return null;
  return articleOf(lines.map((cells) => cells.join(' ')).join('\n'));
}
