import {
  AlignmentType,
  CarriageReturn,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { FontRole } from '../../contract/charts.ts';
import type { CircularColumn, CircularTable } from '../../contract/circulars.ts';
import { tableLayout } from '../../core/tableLayout.ts';
import { mm, TYPE_WIDTH } from './officialPage.ts';
import { type OfficialText, officialText } from './officialText.ts';

type TableContent = Pick<CircularTable, 'columns' | 'rows' | 'landscape'>;

/** A table as wide as the type area (`total`, twips): absolute column widths, header repeated on each page, no row torn; without rows it says 无. */
export function annexTable(
  { columns, rows, landscape }: TableContent,
  text: OfficialText = officialText(),
  total: number = landscape ? TYPE_WIDTH.landscape : TYPE_WIDTH.portrait,
): Table {
  const layout = tableLayout({ columns, rows }, total / 20);
  const widths = wholeTwips(layout.widths, total);
  const cell = cellsOf(layout.size * 2, text);
  const head = new TableRow({
    tableHeader: true,
    ...ROW,
    // The head never stands at the foot of a page alone.
    children: layout.heads.map((title, index) =>
      cell(title, { align: 'center', width: widths[index] ?? 0, font: 'hei', keepNext: true }),
    ),
  });
  const body = rows.map(
    (row, place) =>
      new TableRow({
        ...ROW,
        children: columns.map(({ align }, index) =>
          // The note below never stands on a page alone.
          cell([row[index] ?? ''], { align, width: widths[index] ?? 0, keepNext: place === rows.length - 1 }),
        ),
      }),
  );
  const nothing = new TableRow({
    ...ROW,
    children: [cell(['无'], { align: 'center', width: total, columnSpan: columns.length })],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { left: 30, right: 30, top: 28, bottom: 28, marginUnitType: WidthType.DXA },
    rows: [head, ...(body.length > 0 ? body : [nothing])],
  });
}

const ROW = { cantSplit: true, height: { value: mm(8), rule: 'atLeast' } } as const;

/** Whole twips that add up to the table's width. */
function wholeTwips(points: readonly number[], total: number): number[] {
  let end = 0;
  let edge = 0;
  return points.map((width, index) => {
    end += width * 20;
    const twips = (index === points.length - 1 ? total : Math.round(end)) - edge;
    edge += twips;
    return twips;
  });
}

interface CellLook {
  readonly align: CircularColumn['align'];
  readonly width: number;
  readonly font?: FontRole;
  readonly keepNext?: boolean;
  readonly columnSpan?: number;
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** Makes cells of one size, in half points; lines of a cell stay lines. */
function cellsOf(size: number, text: OfficialText) {
  return (lines: readonly string[], { align, width, font, keepNext = false, columnSpan }: CellLook): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(columnSpan === undefined ? {} : { columnSpan }),
      children: [
        new Paragraph({
          alignment: ALIGNMENTS[align],
          keepNext,
          spacing: { line: Math.round(size * 12.5), lineRule: LineRuleType.EXACT },
          children: [
            text.run(brokenLines(lines), { size, characterSpacing: 0, ...(font === undefined ? {} : { font }) }),
          ],
        }),
      ],
    });
}

function brokenLines(lines: readonly string[]): (string | CarriageReturn)[] {
  return lines.flatMap((line, index) => (index === 0 ? [line] : [new CarriageReturn(), line]));
}
