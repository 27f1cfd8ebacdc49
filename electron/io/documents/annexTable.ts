import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { CircularColumn, CircularTable } from '../../contract/circulars.ts';
import { mm, TYPE_WIDTH } from './officialPage.ts';
import { FONTS, run } from './officialText.ts';

type TableContent = Pick<CircularTable, 'columns' | 'rows' | 'landscape'>;

/** A table as wide as the type area: absolute column widths, header repeated on each page, no row torn; without rows it says 无. */
export function annexTable({ columns, rows, landscape }: TableContent): Table {
  const total = landscape ? TYPE_WIDTH.landscape : TYPE_WIDTH.portrait;
  const widths = columnWidths(columns, total);
  // 小四 where there is room, 五号 in wide tables.
  const size = columns.length > 6 ? 21 : 24;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: ROW_HEIGHT, rule: 'atLeast' },
    children: columns.map((column, index) => cell(column.title, 'center', widths[index] ?? 0, size, FONTS.hei)),
  });
  const body = rows.map(
    (row, place) =>
      new TableRow({
        cantSplit: true,
        // The note below never stands on a page alone.
        keepNext: place === rows.length - 1,
        height: { value: ROW_HEIGHT, rule: 'atLeast' },
        children: columns.map((column, index) => cell(row[index] ?? '', column.align, widths[index] ?? 0, size)),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { left: 30, right: 30, top: 28, bottom: 28, marginUnitType: WidthType.DXA },
    rows: [head, ...(body.length > 0 ? body : [emptyRow(columns.length, total, size)])],
  });
}

const ROW_HEIGHT = mm(8);

/** Whole twips that add up to the table's width. */
function columnWidths(columns: readonly CircularColumn[], total: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  let share = 0;
  let edge = 0;
  return columns.map((column) => {
    share += column.width;
    const width = Math.round((share / shares) * total) - edge;
    edge += width;
    return width;
  });
}

function cell(
  text: string,
  align: CircularColumn['align'],
  width: number,
  size: number,
  font?: typeof FONTS.hei,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [cellParagraph(text, align, size, font)],
  });
}

function emptyRow(columns: number, width: number, size: number): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: ROW_HEIGHT, rule: 'atLeast' },
    children: [
      new TableCell({
        columnSpan: columns,
        width: { size: width, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [cellParagraph('无', 'center', size)],
      }),
    ],
  });
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function cellParagraph(text: string, align: CircularColumn['align'], size: number, font?: typeof FONTS.hei): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENTS[align],
    spacing: { line: Math.round(size * 12.5), lineRule: LineRuleType.EXACT },
    children: [run(text, { size, characterSpacing: 0, ...(font === undefined ? {} : { font }) })],
  });
}
