import type { Override } from '../contract/imports.ts';
import { columnNumber } from './address.ts';
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
