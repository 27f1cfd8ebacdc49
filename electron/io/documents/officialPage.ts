import { AlignmentType, Footer, type ISectionPropertiesOptions, PageNumber, PageOrientation, Paragraph } from 'docx';
import { FONTS, run } from './officialText.ts';

/** Twips (1/1440 inch) of millimetres, the unit of every length in a `.docx`. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Width of the type area: 28 characters (GB/T 9704 5.2). */
export const TYPE_WIDTH = { portrait: mm(156), landscape: mm(225) } as const;

/** 22 lines in 225 mm: 28.95 pt each. */
export const LINE = 579;

/**
 * A4 with the margins of GB/T 9704. The body lies on a grid of lines, not of characters (a character grid gives 18 characters in
 * LibreOffice); an annex on none, which would stretch the lines of its table.
 */
export function officialPage({ landscape, grid }: { landscape: boolean; grid: boolean }): ISectionPropertiesOptions {
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
        : { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(25), gutter: 0 },
    },
    grid: { type: grid ? 'lines' : 'default', linePitch: LINE },
  };
}

/** Page numbers `— 1 —` in 4号 宋体: on odd pages right, on even pages left, one character in from the edge. */
export function pageNumberFooters(): { default: Footer; even: Footer } {
  const line = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { [side]: PAGE_NUMBER_INDENT },
          children: [run(['— ', PageNumber.CURRENT, ' —'], { font: FONTS.song, size: 28 })],
        }),
      ],
    });
  return { default: line('right'), even: line('left') };
}

const PAGE_NUMBER_INDENT = 280;
