import type { Paragraph, Table } from 'docx';
import type { CircularTable } from '../../contract/circulars.ts';
import { rowsTogether } from '../../core/tableEnd.ts';
import { tableLayout } from '../../core/tableLayout.ts';
import { type FixedCell, fixedTable, lineOf } from './fixedTable.ts';
import { mm, TYPE_WIDTH } from './officialPage.ts';
import type { OfficialText } from './officialText.ts';

type TableContent = Pick<CircularTable, 'columns' | 'rows' | 'landscape'>;

/** A table as wide as the type area (`total`, twips), in type as large as it holds; without rows it says 无. `below`: kept with the last row. */
export function annexTable(
  { columns, rows, landscape }: TableContent,
  text: OfficialText,
  { total = typeWidth(landscape), below = [] }: { readonly total?: number; readonly below?: readonly Paragraph[] } = {},
): Table {
  const layout = tableLayout({ columns, rows }, total / 20);
  const size = layout.size * 2;
  const body = rows.map((row) => columns.map(({ align }, index): FixedCell => ({ text: [row[index] ?? ''], align })));
  const nothing: FixedCell = { text: '无', align: 'center', span: columns.length };
  return fixedTable(
    {
      widths: wholeTwips(layout.widths, total),
      head: layout.heads,
      rows: body.length > 0 ? body : [[nothing]],
      size,
      line: lineOf(size),
      margins: { x: 30, y: 28 },
      lowest: mm(8),
      together: rowsTogether(rows),
      below,
    },
    text,
  );
}

/** Twips of the type area's width. */
export function typeWidth(landscape: boolean): number {
  return landscape ? TYPE_WIDTH.landscape : TYPE_WIDTH.portrait;
}

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
