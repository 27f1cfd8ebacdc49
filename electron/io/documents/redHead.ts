import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from 'docx';
import { textWidth } from '../../core/circularTitle.ts';
import { LINE, mm, TYPE_WIDTH } from './officialPage.ts';
import { emptyLines, FONTS, run } from './officialText.ts';

const RED = 'FF0000';
const WIDEST = 0.98;
/** 小标宋 set narrower than this looks broken. */
const NARROWEST = 66;
const LARGEST_POINTS = 46;

/** 版头: the office's mark in red on one line 35 mm below the top of the type area, two empty lines, the number, the red rule. */
export function redHead(letterhead: string, documentNo: string): Paragraph[] {
  const { points, scale } = markSize(letterhead);
  const before = mm(35);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, line: 5 * LINE - before, lineRule: LineRuleType.EXACT },
      children: [
        run(letterhead, { font: FONTS.title, size: Math.round(points * 2), scale, color: RED, characterSpacing: 0 }),
      ],
    }),
    ...emptyLines(2),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      // The rule lies 4 mm below the number and is as wide as the type area.
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } },
      children: [run(documentNo)],
    }),
  ];
}

/** As large as one line allows: a long name is set narrower before it is set smaller, as printers do. */
function markSize(letterhead: string): { points: number; scale: number } {
  const widest = (TYPE_WIDTH.portrait / 20) * WIDEST;
  const perCharacter = widest / Math.max(1, textWidth(letterhead));
  const scale = Math.max(NARROWEST, Math.min(100, Math.round((perCharacter / LARGEST_POINTS) * 100)));
  const points = Math.min(LARGEST_POINTS, Math.floor((perCharacter * 200) / scale) / 2);
  return { points, scale };
}
