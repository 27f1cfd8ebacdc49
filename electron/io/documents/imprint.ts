import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { CircularDocument } from '../../contract/circulars.ts';
import { textWidth } from '../../core/circularTitle.ts';
import { TYPE_WIDTH } from './officialPage.ts';
import { run } from './officialText.ts';

const SIZE = 28;
const CHARACTER = 280;
const LINE = 460;
const WIDTH = TYPE_WIDTH.portrait;
/** Eighths of a point: 0.35 mm and 0.25 mm. */
const THICK: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * 版记 at the foot of the type area of the last page: copies, then who printed it and when, between rules. A floating table holds it; the
 * paragraph after it is as high as the table and so finds room on the page only where the table does: nothing is ever covered.
 */
export function imprint({
  copyTo,
  issuer,
  date,
}: Pick<CircularDocument, 'copyTo' | 'issuer' | 'date'>): (Table | Paragraph)[] {
  const copies = copyTo.length === 0 ? '' : `抄送：${copyTo.join('，')}。`;
  const copyLines = copies === '' ? 0 : Math.max(1, Math.ceil((textWidth(copies) - 3) / COPY_CHARACTERS));
  const printed = `${date}印发`;
  const dateWidth = Math.ceil(textWidth(printed) + 1.5) * CHARACTER;
  // Both ends must share one line: a long name is set closer.
  const isTight = (textWidth(issuer) + 1) * CHARACTER > WIDTH - dateWidth - 60;
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH - dateWidth, dateWidth],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: THICK, bottom: THICK, left: NONE, right: NONE, insideHorizontal: THIN, insideVertical: NONE },
    rows: [
      ...(copies === '' ? [] : [row([copyCell(copies)])]),
      row([lineCell(issuer, 'left', WIDTH - dateWidth, isTight ? -14 : 0), lineCell(printed, 'right', dateWidth, 0)]),
    ],
  });
  const room = new Paragraph({
    spacing: { line: Math.round((copyLines + 1.5) * LINE), lineRule: LineRuleType.EXACT },
    children: [],
  });
  return [table, room];
}

/** Characters of 4号 on a line of copies: the type area less 抄送： and a character on either side. */
const COPY_CHARACTERS = Math.floor(WIDTH / CHARACTER) - 5;

function row(children: TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, children });
}

function copyCell(text: string): TableCell {
  return new TableCell({
    columnSpan: 2,
    width: { size: WIDTH, type: WidthType.DXA },
    children: [
      new Paragraph({
        spacing: { line: LINE, lineRule: LineRuleType.EXACT },
        indent: { left: 4 * CHARACTER, right: CHARACTER, hanging: 3 * CHARACTER },
        children: [run(text, { size: SIZE })],
      }),
    ],
  });
}

function lineCell(text: string, side: 'left' | 'right', width: number, characterSpacing: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: LINE, lineRule: LineRuleType.EXACT },
        indent: { [side]: CHARACTER },
        children: [run(text, { size: SIZE, characterSpacing })],
      }),
    ],
  });
}
