import { AlignmentType, Document, LineRuleType, Packer, Paragraph } from 'docx';
import type { DocumentForm } from '../../contract/circulars.ts';
import type { ReturnNotice } from '../../core/returnNotice.ts';
import { officialPage } from './officialPage.ts';
import { FONTS, type OfficialText, officialText } from './officialText.ts';

/** The 退回通知 on one plain page in these typefaces: title, addressee, text, office and day. Set in 四号, so that it stays one page. */
export async function writeReturnNotice(notice: ReturnNotice, fonts: DocumentForm['fonts']): Promise<Uint8Array> {
  const { run, styles, titleParagraphs } = officialText(fonts);
  const file = new Document({
    title: notice.title,
    creator: notice.office,
    styles: styles(),
    sections: [
      {
        properties: officialPage(false),
        children: [
          ...titleParagraphs([notice.title]),
          line([]),
          line([run(notice.addressee, LOOK)]),
          ...notice.paragraphs.map(({ kind, text }) =>
            line([run(text, kind === 'heading' ? { ...LOOK, font: FONTS.hei } : LOOK)], {
              indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
            }),
          ),
          line([]),
          // 署名居日期之上 (GB/T 9704 7.3.5.2): both from the right, the office two characters in.
          line([run(notice.office, LOOK)], { alignment: AlignmentType.RIGHT, indent: { right: 2 * CHARACTER } }),
          line([run(notice.day, LOOK)], { alignment: AlignmentType.RIGHT, indent: { right: 4 * CHARACTER } }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const LOOK = { size: 28, characterSpacing: 0 };
/** Twips of one 四号 character. */
const CHARACTER = 280;
const LINE = 415;

type Options = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children' | 'spacing'>;

function line(children: readonly ReturnType<OfficialText['run']>[], options: Options = {}): Paragraph {
  return new Paragraph({
    ...options,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    widowControl: false,
    children,
  });
}
