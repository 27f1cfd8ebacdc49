import {
  AlignmentType,
  DocumentGridType,
  Footer,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { LINE, type OfficialText, officialText } from './officialText.ts';

/** Twips (1/1440 inch) of millimetres, the unit of every length in a `.docx`. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Width of the type area: 28 characters (GB/T 9704 5.2). */
export const TYPE_WIDTH = { portrait: mm(156), landscape: mm(225) } as const;

/**
 * A4 with the margins of GB/T 9704. No document grid is switched on: exact lines give the 22 lines, a line grid would stretch titles and
 * tables, and a grid of characters gives 18 instead of 28 in LibreOffice.
 */
export function officialPage(landscape: boolean): ISectionPropertiesOptions {
  return {
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      // A landscape page is the upright one turned to the left: its top is the binding edge.
      margin: landscape
        ? { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37), header: mm(15), footer: mm(15), gutter: 0 }
        : { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(24.1), gutter: 0 },
    },
    grid: { type: DocumentGridType.DEFAULT, linePitch: LINE },
  };
}

/**
 * Page numbers `— 1 —` in 4号 宋体: on odd pages right, on even pages left, one character in from the edge, 7 mm below the type area. On a
 * landscape page they stand where they would on the upright one: beside the type area's left edge, turned.
 */
export function pageNumberFooters(
  landscape: boolean,
  text: OfficialText = officialText(),
): { default: Footer; even: Footer } {
  const footer = (side: Side) =>
    new Footer({ children: [landscape ? turnedNumber(side, text) : numberParagraph(side, text)] });
  return { default: footer('right'), even: footer('left') };
}

type Side = 'left' | 'right';
const NUMBER_CHARACTER = 280;

function numberParagraph(side: Side, text: OfficialText): Paragraph {
  return new Paragraph({
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: { [side]: NUMBER_CHARACTER },
    children: [text.run(['— ', PageNumber.CURRENT, ' —'], { font: 'song', size: 28 })],
  });
}

const PIXELS_PER_MM = 96 / 25.4;

/** The upright page's foot is the landscape page's left side, its right edge the bottom. Aligned, not offset: LibreOffice drops offsets. */
function turnedNumber(side: Side, text: OfficialText): Paragraph {
  const number = new ShapeRun({
    type: 'rectangle',
    line: 'none',
    // Centred in a box of 14 mm beside the type area, the number is 7 mm from it.
    transformation: { width: 14 * PIXELS_PER_MM, height: 40 * PIXELS_PER_MM },
    textOptions: {
      direction: 'topToBottom',
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      verticalAlignment: 'center',
    },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.LEFT_MARGIN,
        align: HorizontalPositionAlign.RIGHT,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: side === 'right' ? VerticalPositionAlign.BOTTOM : VerticalPositionAlign.TOP,
      },
    },
    altText: { name: '页码' },
    children: [numberParagraph(side, text)],
  });
  return new Paragraph({ children: [number] });
}
