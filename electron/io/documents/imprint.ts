import {
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import type { CircularDocument } from '../../contract/circulars.ts';
import { textWidth } from '../../core/circularTitle.ts';
import { TYPE_WIDTH } from './officialPage.ts';
import { run } from './officialText.ts';

const SIZE = 28;
const CHARACTER = 280;
const LINE = 460;
const RULE_LINE = 40;
/** Twips in a pixel, the unit of a shape's size. */
const PIXEL = 15;
/** Eighths of a point: 0.35 mm and 0.25 mm. */
const THICK: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 0 };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 };
const WIDTH = TYPE_WIDTH.portrait;
/** Characters of 4号 on a line of copies: the type area less 抄送： and a character on either side. */
const COPY_CHARACTERS = Math.floor(WIDTH / CHARACTER) - 5;

/**
 * 版记 at the foot of the type area of the last page: copies, then who printed it and when, between rules. It lies in a text box tied to
 * this paragraph, which is as high as the box: the paragraph finds room on the page only where the box does, so no text is covered.
 */
export function imprint({ copyTo, issuer, date }: Pick<CircularDocument, 'copyTo' | 'issuer' | 'date'>): Paragraph {
  const copies = copyTo.length === 0 ? '' : `抄送：${copyTo.join('，')}。`;
  const copyLines = copies === '' ? 0 : Math.max(1, Math.ceil((textWidth(copies) - 3) / COPY_CHARACTERS));
  const height = (copyLines + 1) * LINE + 3 * RULE_LINE;
  const box = new ShapeRun({
    type: 'rectangle',
    line: 'none',
    transformation: { width: WIDTH / PIXEL, height: height / PIXEL },
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, verticalAlignment: 'bottom' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.CENTER },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM },
    },
    altText: { name: '版记' },
    children: [
      rule(THICK),
      ...(copies === '' ? [] : [copyParagraph(copies), rule(THIN)]),
      issuerParagraph(issuer, `${date}印发`),
      rule(THICK),
    ],
  });
  return new Paragraph({
    spacing: { line: height + LINE / 2, lineRule: LineRuleType.EXACT },
    children: [box],
  });
}

/** A line over the whole width; the borders of an indented paragraph would be as narrow as its text. */
function rule(border: IBorderOptions): Paragraph {
  return new Paragraph({
    border: { top: border },
    spacing: { line: RULE_LINE, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

function copyParagraph(text: string): Paragraph {
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: 4 * CHARACTER, right: CHARACTER, hanging: 3 * CHARACTER },
    children: [run(text, { size: SIZE })],
  });
}

function issuerParagraph(issuer: string, printed: string): Paragraph {
  // Both ends must share one line: a long name is set closer.
  const isTight = (textWidth(issuer) + textWidth(printed) + 3) * CHARACTER > WIDTH;
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: CHARACTER, right: CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - CHARACTER }],
    children: [run([issuer, new Tab(), printed], { size: SIZE, ...(isTight ? { characterSpacing: -16 } : {}) })],
  });
}
