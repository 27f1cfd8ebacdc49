import { AlignmentType, BorderStyle, LineRuleType, Paragraph, Tab, TabStopType } from 'docx';
import type { CircularDocument } from '../../contract/circulars.ts';
import { markSize, signerLeft, signerRows, topMarks } from '../../core/officialHead.ts';
import { mm } from './officialPage.ts';
import { CHARACTER, emptyLines, LINE, type OfficialText } from './officialText.ts';

const RED = 'FF0000';
type Head = Pick<CircularDocument, 'form' | 'letterhead' | 'documentNo'>;

/**
 * 版头 (GB/T 9704 7.2): 份号, 密级 and 紧急程度 at the top left, the office's mark in red on one line 35 mm below the top of the type area,
 * two empty lines, number and 签发人, the red rule, two empty lines.
 */
export function redHead({ form, letterhead, documentNo }: Head, text: OfficialText): Paragraph[] {
  const { points, scale } = markSize(letterhead);
  const marks = markParagraphs(form, text);
  const twips = Math.round(points * 20);
  return [
    ...marks,
    new Paragraph({
      alignment: AlignmentType.CENTER,
      // The ink of a character begins about a tenth of its height below the top of such a line.
      spacing: {
        before: mm(35) - marks.length * LINE - Math.round(twips * 0.11),
        line: Math.round(twips * 1.2),
        lineRule: LineRuleType.EXACT,
      },
      children: [
        text.run(letterhead, {
          font: 'title',
          size: Math.round(points * 2),
          scale: Math.round(scale * 100),
          color: RED,
          characterSpacing: 0,
        }),
      ],
    }),
    ...emptyLines(2),
    ...numberParagraphs({ form, documentNo }, text, {
      // The rule lies 4 mm below the number and is as wide as the type area.
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 7 } },
    }),
    ...emptyLines(2),
  ];
}

/** 份号, 密级 and 紧急程度, flush left, a line each. */
export function markParagraphs(form: Head['form'], text: OfficialText): Paragraph[] {
  return topMarks(form).map(({ text: mark, role }) => new Paragraph({ children: [text.run(mark, { font: role })] }));
}

/** The number in the middle; on a paper to a superior one character in from the left, with 签发人 on the right. */
function numberParagraphs(
  { form, documentNo }: Omit<Head, 'letterhead'>,
  text: OfficialText,
  last: Partial<ConstructorParameters<typeof Paragraph>[0] & object>,
): Paragraph[] {
  const rows = signerRows(form.signer);
  if (rows.length === 0)
    return [new Paragraph({ ...last, alignment: AlignmentType.CENTER, children: [text.run(documentNo)] })];
  const left = signerLeft(rows) * CHARACTER;
  return rows.map(
    (names, index) =>
      new Paragraph({
        ...(index === rows.length - 1 ? last : {}),
        // To the label, or past it to the names: from its end a second tab would jump to the next stop.
        tabStops: [{ type: TabStopType.LEFT, position: Math.round(index === 0 ? left : left + 4 * CHARACTER) }],
        children: [
          // A character's room without an indent, which would make the rule under the line shorter.
          text.run([index === rows.length - 1 ? `\u3000${documentNo}` : '', new Tab(), index === 0 ? '签发人：' : '']),
          text.run(names, { font: 'kai' }),
        ],
      }),
  );
}

/** Above a paper without red head: the marks, and the number and 签发人 of a paper to a superior. */
export function plainHead({ form, documentNo }: Head, text: OfficialText): Paragraph[] {
  const marks = markParagraphs(form, text);
  const signed = form.signer === '' ? [] : numberParagraphs({ form, documentNo }, text, {});
  return [...marks, ...signed, ...(marks.length + signed.length > 0 ? emptyLines(1) : [])];
}
