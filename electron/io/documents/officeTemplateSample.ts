import { AlignmentType, Document, LineRuleType, Packer, Paragraph, Tab, TabStopType } from 'docx';
import { officialPage, pageNumberFooters, TYPE_WIDTH } from './officialPage.ts';
import { CHARACTER, emptyLines, officialText } from './officialText.ts';

/** A template to begin from: every placeholder in its place on an official page, for the office to change in WPS or Word. */
export async function writeOfficeTemplateSample(): Promise<Uint8Array> {
  const text = officialText();
  const { run } = text;
  const flush = (words: string, font?: 'hei') => new Paragraph({ children: [run(words, font ? { font } : {})] });
  const centred = (words: string, look: Parameters<typeof run>[1] = {}) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [run(words, look)] });
  const small = { size: 28, characterSpacing: 0 };
  const children = [
    flush('{份号}'),
    flush('{密级}', 'hei'),
    flush('{紧急程度}', 'hei'),
    centred('{发文机关标志}', { font: 'title', size: 60, scale: 66, color: 'FF0000', characterSpacing: 0 }),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: TYPE_WIDTH.portrait - CHARACTER }],
      border: { bottom: { style: 'single', size: 12, color: 'FF0000', space: 7 } },
      children: [run(['{发文字号}', new Tab(), '签发人：']), run('{签发人}', { font: 'kai' })],
    }),
    ...emptyLines(1),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 680, lineRule: LineRuleType.EXACT },
      children: [run('{标题}', { font: 'title', size: 44, characterSpacing: 0 })],
    }),
    ...emptyLines(1),
    flush('{主送}：'),
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
    ...emptyLines(1),
    new Paragraph({
      indent: { left: 2 * CHARACTER },
      children: [run('{#附件清单}{附件标签}{序号}{名称}{/附件清单}')],
    }),
    ...emptyLines(1),
    new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 2 * CHARACTER }, children: [run('{署名}')] }),
    new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 4 * CHARACTER }, children: [run('{成文日期}')] }),
    text.bodyParagraph('{附注}'),
    flush('{附件}'),
    flush('抄送：{抄送}'),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: TYPE_WIDTH.portrait }],
      border: { top: { style: 'single', size: 6 }, bottom: { style: 'single', size: 8 } },
      children: [run(['{印发机关}', new Tab(), '{印发日期}印发'], small)],
    }),
  ];
  const file = new Document({
    title: '通报模板',
    styles: text.styles(),
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: officialPage(false), footers: pageNumberFooters(false, text), children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
