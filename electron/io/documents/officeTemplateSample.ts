import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import { IMPRINT_LINE, IMPRINT_RULE } from '../../core/imprintLines.ts';
import { imprintBox, imprintRule, issuerParagraphs, recipientParagraph } from './imprint.ts';
import { mm, officialPage, pageNumberFooters, TYPE_WIDTH } from './officialPage.ts';
import { CHARACTER, emptyLines, LINE, type OfficialText, officialText } from './officialText.ts';

/** A template to begin from: every placeholder in its place on an official page, for the office to change in WPS or Word. */
export async function writeOfficeTemplateSample(): Promise<Uint8Array> {
  const text = officialText();
  const file = new Document({
    title: '通报模板',
    styles: { ...text.styles(), paragraphStyles: [{ id: LIST_STYLE, name: '附件说明', basedOn: 'Normal' }] },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: officialPage(false),
        footers: pageNumberFooters(false, text),
        children: [...head(text), ...body(text), new Paragraph({ children: [text.run('{附件}')] }), foot(text)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** 版头: the mark 35 mm below the top of the type area however many lines stand above it, number and 签发人, the red rule. */
function head(text: OfficialText): (Paragraph | Table)[] {
  const { run } = text;
  const width = TYPE_WIDTH.portrait;
  const rule = { border: { bottom: { style: 'single', size: 12, color: RED, space: 7 } } } as const;
  return [
    marks(text),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: Math.round(MARK * 1.2), lineRule: LineRuleType.EXACT },
      children: [run('{发文机关标志}', { font: 'title', size: MARK / 10, scale: 66, color: RED, characterSpacing: 0 })],
    }),
    ...emptyLines(2),
    // Of the two one is printed: in the middle, or beside 签发人 on a paper to a superior.
    new Paragraph({ ...rule, alignment: AlignmentType.CENTER, children: [run('{#下行文}{发文字号}{/下行文}')] }),
    new Paragraph({
      ...rule,
      tabStops: [{ type: TabStopType.RIGHT, position: width - CHARACTER }],
      children: [
        run(['{#上行文}\u3000{发文字号}', new Tab(), '签发人：']),
        run('{签发人}', { font: 'kai' }),
        run('{/上行文}'),
      ],
    }),
    ...emptyLines(2),
  ];
}

const RED = 'FF0000';
/** Twips of the mark's type: one line for a name of some twenty characters. */
const MARK = 600;

/** 份号, 密级 and 紧急程度 at the top left, in a row of fixed height: those that a paper has not leave no gap, and the mark stays where it is. */
function marks({ run }: OfficialText): Table {
  const none = { style: 'nil', size: 0, color: 'auto' } as const;
  const width = TYPE_WIDTH.portrait;
  const cell = new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({ children: [run('{份号}')] }),
      new Paragraph({ children: [run('{密级}', { font: 'hei' })] }),
      new Paragraph({ children: [run('{紧急程度}', { font: 'hei' })] }),
    ],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    alignment: AlignmentType.CENTER,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      // The ink of a character begins about a tenth of its height below the top of the mark's line.
      new TableRow({
        cantSplit: true,
        height: { value: mm(35) - Math.round(MARK * 0.11), rule: 'exact' },
        children: [cell],
      }),
    ],
  });
}

function body({ run, bodyParagraph, titleParagraphs }: OfficialText): Paragraph[] {
  const list = 5 * CHARACTER + 320;
  const signed = (words: string, right: number, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      // With the text above and the imprint below.
      keepNext: true,
      spacing: { before },
      indent: { right: right * CHARACTER },
      children: [run(words)],
    });
  return [
    ...titleParagraphs(['{标题}']),
    new Paragraph({ spacing: { before: LINE }, children: [run('{主送}：')] }),
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
      // Of one paragraph's three texts one is filled: each has its own typeface.
      children: [
        run('{#正文}'),
        run('{一级标题}', { font: 'hei' }),
        run('{二级标题}', { font: 'kai' }),
        run('{文字}'),
        run('{/正文}'),
      ],
    }),
    new Paragraph({
      style: LIST_STYLE,
      keepNext: true,
      // A line above the first only: between paragraphs of one style the room is left out.
      spacing: { before: LINE },
      contextualSpacing: true,
      indent: { left: list, hanging: list - 2 * CHARACTER },
      children: [run('{#附件清单}{附件标签}{序号}{名称}{/附件清单}')],
    }),
    signed('{署名}', 2, 2 * LINE),
    signed('{成文日期}', 4),
    bodyParagraph('{附注}', { keepNext: true }),
  ];
}

const LIST_STYLE = 'AnnexList';

/** 版记 at the foot of the last page, with room for three lines of copies. */
function foot(text: OfficialText): Paragraph {
  const line = (words: string) => new Paragraph({ children: [text.run(words, { size: 28 })] });
  const issued = { issuer: '{印发机关}', printed: '{印发日期}印发', issuerSet: 'plain' } as const;
  const box = imprintBox(
    [
      imprintRule('thick'),
      line('{#抄送行}'),
      recipientParagraph('抄送：{抄送}。', text),
      imprintRule('thin'),
      line('{/抄送行}'),
      ...issuerParagraphs(issued, text, TYPE_WIDTH.portrait),
      imprintRule('thick'),
    ],
    { height: (4 * IMPRINT_LINE + 3 * IMPRINT_RULE) * 20, total: TYPE_WIDTH.portrait },
  );
  return box.paragraph(box.room);
}
