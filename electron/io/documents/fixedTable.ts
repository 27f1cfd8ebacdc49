import {
  AlignmentType,
  CarriageReturn,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { FontRole } from '../../contract/charts.ts';
import type { OfficialText } from './officialText.ts';

/** A cell of a table with fixed columns; lines of its text stay lines. */
export interface FixedCell {
  readonly text: string | readonly string[];
  readonly align: 'left' | 'center' | 'right';
  readonly font?: FontRole;
  readonly bold?: boolean;
  /** Columns it takes; one unless given. */
  readonly span?: number;
  /** Whether it begins a cell over several rows, or goes on with one. */
  readonly merge?: 'begins' | 'goes on';
  /** Background, RRGGBB. */
  readonly fill?: string;
}

export interface FixedTable {
  /** Twips of the columns. */
  readonly widths: readonly number[];
  /** Titles of the columns, in 黑体. */
  readonly head: readonly FixedCell['text'][];
  readonly rows: readonly (readonly FixedCell[])[];
  /** Half points of the type, twips of its lines, twips beside and above the text of a cell, twips of the lowest row. */
  readonly size: number;
  readonly line: number;
  readonly margins: { readonly x: number; readonly y: number };
  readonly lowest?: number;
  /** How many of the last rows stay on one page; one unless given. */
  readonly together?: number;
  /** What stands below the last row and is never parted from it. */
  readonly below?: readonly Paragraph[];
}

/**
 * A table as every document here has them: absolute column widths, the head repeated on each page, no row torn, no head at the foot of a page
 * and the last row, or so many, kept with what follows.
 */
export function fixedTable(table: FixedTable, text: OfficialText): Table {
  const { widths, head, rows, margins, lowest, together = 1, below = [] } = table;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const row = (cells: readonly FixedCell[], keepNext: boolean, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      ...(lowest === undefined ? {} : { height: { value: lowest, rule: 'atLeast' } }),
      children: cellsOf(cells, table, { text, keepNext }),
    });
  const titles = head.map((title): FixedCell => ({ text: title, align: 'center', font: 'hei' }));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: [...widths],
    alignment: AlignmentType.CENTER,
    margins: {
      ...{ left: margins.x, right: margins.x, top: margins.y, bottom: margins.y },
      marginUnitType: WidthType.DXA,
    },
    rows: [
      row(titles, true, true),
      ...rows.map((cells, place) => row(cells, place >= rows.length - together)),
      ...(below.length === 0 ? [] : [rowBelow(below, total, widths.length)]),
    ],
  });
}

/** What belongs to a table without being of it: a row that shows no lines. A paragraph after the table would be parted from it by LibreOffice. */
function rowBelow(children: readonly Paragraph[], total: number, columns: number): TableRow {
  const cell = new TableCell({
    width: { size: total, type: WidthType.DXA },
    columnSpan: columns,
    borders: { left: NO_LINE, right: NO_LINE, bottom: NO_LINE },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    children: [...children],
  });
  return new TableRow({ cantSplit: true, children: [cell] });
}

const NO_LINE = { style: 'nil', size: 0, color: 'auto' } as const;
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const MERGES = { begins: VerticalMergeType.RESTART, 'goes on': VerticalMergeType.CONTINUE } as const;

function cellsOf(
  cells: readonly FixedCell[],
  { widths, size, line }: FixedTable,
  { text, keepNext }: { readonly text: OfficialText; readonly keepNext: boolean },
): TableCell[] {
  let column = 0;
  return cells.map(({ text: words, align, font, bold, span, merge, fill }) => {
    const width = widths.slice(column, column + (span ?? 1)).reduce((sum, one) => sum + one, 0);
    column += span ?? 1;
    const look = { size, characterSpacing: 0, ...(font === undefined ? {} : { font }), ...(bold ? { bold } : {}) };
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(span === undefined ? {} : { columnSpan: span }),
      ...(merge === undefined ? {} : { verticalMerge: MERGES[merge] }),
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
      children: [
        new Paragraph({
          alignment: ALIGNMENTS[align],
          keepNext,
          spacing: { line, lineRule: LineRuleType.EXACT },
          children: [text.run(linesOf(words), look)],
        }),
      ],
    });
  });
}

function linesOf(text: FixedCell['text']): (string | CarriageReturn)[] {
  const lines = typeof text === 'string' ? text.split('\n') : text;
  return lines.flatMap((line, index) => (index === 0 ? [line] : [new CarriageReturn(), line]));
}

/** Twips of a line of exact height for a size in half points. */
export function lineOf(size: number): number {
  return Math.round(size * 12.5);
}
