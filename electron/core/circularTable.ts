import type { CircularColumn, CircularTable } from '../contract/circulars.ts';
import type { FigureRef } from '../contract/figures.ts';

/** A cell of an annex: its text, or a number that opens rows. */
export type Cell = string | { readonly text: string; readonly ref: FigureRef };

/** The body of an annex before its numbers are told from their rows. */
export interface TableBody {
  readonly landscape: boolean;
  readonly columns: readonly CircularColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Behind the note that the texts give. */
  readonly note?: string;
}

/** A column with its share of the width. */
export function column(title: string, width: number, align: CircularColumn['align'] = 'center'): CircularColumn {
  return { title, width, align };
}

/** Rows as printed, and which of their numbers open what. */
export function tableRows(rows: TableBody['rows']): Pick<CircularTable, 'rows' | 'figures'> {
  const figures = rows.flatMap((cells, row) =>
    cells.flatMap((cell, at) => (typeof cell === 'string' ? [] : [{ row, column: at, ref: cell.ref }])),
  );
  const texts = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  return figures.length === 0 ? { rows: texts } : { rows: texts, figures };
}
