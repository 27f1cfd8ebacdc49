import {
  AlignmentType,
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
import { IMPRINT_LINE, IMPRINT_RULE, type ImprintLines, imprintLines } from '../../core/imprintLines.ts';
import { TYPE_WIDTH } from './officialPage.ts';
import type { OfficialText } from './officialText.ts';

const SIZE = 28;
const CHARACTER = 280;
const LINE = IMPRINT_LINE * 20;
const RULE_LINE = IMPRINT_RULE * 20;
/** Twips in a pixel, the unit of a shape's size. */
const PIXEL = 15;
/** Eighths of a point: 0.35 mm and 0.25 mm. */
const THICK: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 0 };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 };
const WIDTH = TYPE_WIDTH.portrait;

/**
 * 版记 at the foot of the type area of the last page: copies, then who printed it and when, between rules; nothing where the paper names
 * neither. It lies in a text box tied to this paragraph, which is as high as the box: the paragraph finds room on the page only where the
 * box does, so no text is covered.
 */
export function imprint(document: CircularDocument, text: OfficialText): Paragraph[] {
  const lines = imprintLines(document);
  if (lines === null) return [];
  const height = lines.height * 20;
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
      ...lines.recipients.map(({ label, text: names }) => recipientParagraph(`${label}${names}`, text)),
      ...(lines.recipients.length > 0 && lines.issuer !== '' ? [rule(THIN)] : []),
      ...(lines.issuer === '' ? [] : issuerParagraphs(lines, text)),
      rule(THICK),
    ],
  });
  return [
    new Paragraph({
      spacing: { line: height + LINE / 2, lineRule: LineRuleType.EXACT },
      children: [box],
    }),
  ];
}

/** A line over the whole width; the borders of an indented paragraph would be as narrow as its text. */
function rule(border: IBorderOptions): Paragraph {
  return new Paragraph({
    border: { top: border },
    spacing: { line: RULE_LINE, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

function recipientParagraph(names: string, text: OfficialText): Paragraph {
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: 4 * CHARACTER, right: CHARACTER, hanging: 3 * CHARACTER },
    children: [text.run(names, { size: SIZE, characterSpacing: 0 })],
  });
}

function issuerParagraphs({ issuer, printed, issuerSet }: ImprintLines, text: OfficialText): Paragraph[] {
  const look = {
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: CHARACTER, right: CHARACTER },
  };
  const run = (content: string | (string | Tab)[]) =>
    text.run(content, { size: SIZE, characterSpacing: issuerSet === 'tight' ? -16 : 0 });
  return issuerSet === 'apart'
    ? [
        new Paragraph({ ...look, children: [run(issuer)] }),
        new Paragraph({ ...look, alignment: AlignmentType.RIGHT, children: [run(printed)] }),
      ]
    : [
        new Paragraph({
          ...look,
          tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - CHARACTER }],
          children: [run([issuer, new Tab(), printed])],
        }),
      ];
}
