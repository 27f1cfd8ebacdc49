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
import { CLOSER, IMPRINT_LINE, IMPRINT_RULE, type ImprintLines, imprintLines } from '../../core/imprintLines.ts';
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

/** 版记, ready to be put on the last page. */
export interface Imprint {
  /** Twips that must be free above the foot of the type area. */
  readonly room: number;
  /** The paragraph that the box is tied to, so high in twips: as high as `room`, unless that is kept free otherwise. */
  readonly paragraph: (height: number) => Paragraph;
}

/**
 * 版记 at the foot of the type area of the last page: copies, then who printed it and when, between rules; null where the paper names
 * neither. It lies in a text box; where its paragraph has `room`, the page has room for the box, so no text is covered. Below a wide annex it
 * is as wide as that page's type area (`total`, twips).
 */
export function imprint(
  document: CircularDocument,
  text: OfficialText,
  total: number = TYPE_WIDTH.portrait,
): Imprint | null {
  const lines = imprintLines(document, total / 20);
  if (lines === null) return null;
  return imprintBox(
    [
      imprintRule('thick'),
      ...lines.recipients.map(({ label, text: names }) => recipientParagraph(`${label}${names}`, text)),
      ...(lines.recipients.length > 0 && lines.issuer !== '' ? [imprintRule('thin')] : []),
      ...(lines.issuer === '' ? [] : issuerParagraphs(lines, text, total)),
      imprintRule('thick'),
    ],
    { height: lines.height * 20, total },
  );
}

/** A box of this size, in twips, at the foot of the type area. */
export function imprintBox(
  children: readonly Paragraph[],
  { height, total }: { readonly height: number; readonly total: number },
): Imprint {
  const box = new ShapeRun({
    type: 'rectangle',
    line: 'none',
    transformation: { width: total / PIXEL, height: height / PIXEL },
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, verticalAlignment: 'bottom' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.CENTER },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM },
    },
    altText: { name: '版记' },
    children: [...children],
  });
  return {
    room: height + LINE / 2,
    paragraph: (line) => new Paragraph({ spacing: { line, lineRule: LineRuleType.EXACT }, children: [box] }),
  };
}

/** A line over the whole width; the borders of an indented paragraph would be as narrow as its text. */
export function imprintRule(weight: 'thick' | 'thin'): Paragraph {
  return new Paragraph({
    border: { top: weight === 'thick' ? THICK : THIN },
    spacing: { line: RULE_LINE, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** Who gets a copy: the second line below the first one's names. */
export function recipientParagraph(names: string, text: OfficialText): Paragraph {
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: 4 * CHARACTER, right: CHARACTER, hanging: 3 * CHARACTER },
    children: [text.run(names, { size: SIZE, characterSpacing: 0 })],
  });
}

/** Who printed it and when, on one line or on two. */
export function issuerParagraphs(
  { issuer, printed, issuerSet }: Pick<ImprintLines, 'issuer' | 'printed' | 'issuerSet'>,
  text: OfficialText,
  total: number,
): Paragraph[] {
  const look = {
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: CHARACTER, right: CHARACTER },
  };
  const run = (content: string | (string | Tab)[]) =>
    text.run(content, { size: SIZE, characterSpacing: issuerSet === 'tight' ? -20 * CLOSER : 0 });
  return issuerSet === 'apart'
    ? [
        new Paragraph({ ...look, children: [run(issuer)] }),
        new Paragraph({ ...look, alignment: AlignmentType.RIGHT, children: [run(printed)] }),
      ]
    : [
        new Paragraph({
          ...look,
          tabStops: [{ type: TabStopType.RIGHT, position: total - CHARACTER }],
          children: [run([issuer, new Tab(), printed])],
        }),
      ];
}
