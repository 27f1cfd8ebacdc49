import type { Override, Question } from '../contract/imports.ts';
import { columnLetters, columnNumber } from './address.ts';
import { foldHeader } from './fold.ts';
import type { HeaderColumn, HeaderMatch } from './recogniseHeader.ts';

/** The header's columns with the clerk's mapping (`C` → field or null) laid over them. */
export function chosenColumns(header: HeaderMatch, override: Partial<Override>): HeaderColumn[] {
  const mapping = new Map(
    Object.entries(override.columns ?? {}).map(([letters, field]) => [columnNumber(letters), field]),
  );
  const claimed = new Set([...mapping.values()].filter((field) => field !== null));
  const headless = [...mapping].filter(([column]) => !header.columns.some((c) => c.column === column));
  const named = header.columns.map((column) => {
    const chosen = mapping.get(column.column);
    if (chosen !== undefined) return { ...column, field: chosen };
    // A field given to another column by hand is no longer this one's.
    return column.field !== null && claimed.has(column.field) ? { ...column, field: null } : column;
  });
  return [...named, ...headless.map(([column, field]) => ({ column, header: '', field }))].sort(
    (a, b) => a.column - b.column,
  );
}

/** Columns that hold data below an empty header are kept as extras. */
export function withHeaderless(columns: readonly HeaderColumn[], headerless: ReadonlySet<number>): HeaderColumn[] {
  const added = [...headerless].map((column) => ({ column, header: '', field: null }));
  return [...columns, ...added].sort((a, b) => a.column - b.column);
}

/** Two columns for one field, or a required column that is not there. */
export function columnQuestion(
  header: HeaderMatch,
  columns: readonly HeaderColumn[],
  override: Partial<Override>,
): Question | null {
  const { template } = header;
  for (const column of template.columns) {
    const claims = columns.filter((c) => c.field === column.id);
    if (claims.length < 2) continue;
    return {
      code: 'column_ambiguous',
      message: `有 ${claims.length} 列都像“${column.name}”：${claims.map(at).join('、')}。请选定用哪一列。`,
      candidates: claims.map((claim) => ({
        value: columnLetters(claim.column),
        label: at(claim),
        evidence: `第 ${header.headerRow} 行表头`,
        choice: {
          columns: Object.fromEntries(
            claims.map((c) => [columnLetters(c.column), c.column === claim.column ? column.id : null]),
          ),
        },
      })),
    };
  }
  const missing = template.columns.filter((c) => c.required && !columns.some((known) => known.field === c.id));
  const [first] = missing;
  if (!first || override.acceptMissingColumns) return null;
  const spare = columns.filter((c) => c.field === null && !/^(序号|编号|备注)$/u.test(foldHeader(c.header)));
  return {
    code: 'column_missing',
    message: `缺少必填列：${missing.map((c) => c.name).join('、')}。请指定由哪一列填入，或确认确实没有（该列各行将记为错误）。`,
    candidates: [
      ...[...spare]
        .sort((a, b) => likeness(b.header, first.name) - likeness(a.header, first.name))
        .slice(0, 5)
        .map((c) => ({
          value: columnLetters(c.column),
          label: `${at(c)} 作为“${first.name}”`,
          evidence: `第 ${header.headerRow} 行表头`,
          choice: { columns: { [columnLetters(c.column)]: first.id } },
        })),
      { value: 'accept', label: '确实没有这些列', evidence: '', choice: { acceptMissingColumns: true } },
    ],
  };
}

const at = (column: HeaderColumn): string => `${columnLetters(column.column)} 列“${column.header}”`;

/** Shared characters, to list near matches first. Only an order of proposals, never a choice. */
function likeness(a: string, b: string): number {
  const known = new Set(foldHeader(b));
  return [...new Set(foldHeader(a))].filter((c) => known.has(c)).length;
}
