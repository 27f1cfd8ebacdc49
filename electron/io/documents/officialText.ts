import {
  AlignmentType,
  DocumentDefaults,
  ImportedXmlComponent,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import type { FontRole } from '../../contract/charts.ts';
import type { DocumentForm } from '../../contract/circulars.ts';
import { isRagged } from '../../core/wholeNumbers.ts';

/** Roles of a document's typefaces by the names printers call them. */
export const FONTS = {
  fangsong: 'body',
  kai: 'kai',
  hei: 'hei',
  song: 'song',
  title: 'title',
} as const satisfies Record<string, FontRole>;

/** Families of GB/T 9704 by name; where one is missing, WPS and Word put its kin in its place. */
export const STANDARD_FAMILIES: Readonly<Record<FontRole, string>> = {
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  title: '方正小标宋简体',
};

/** Twips of one character of the body: 28 of them make a line of 156 mm. */
export const CHARACTER = 315;
/** 22 lines in 225 mm: 28.95 pt each. */
export const LINE = 579;
/** 2号 needs a little more room than a line of the body. */
const TITLE_LINE = 680;
/** 16 pt characters are set 0.25 pt closer, so that 28 fit the type area's 442 pt. */
const TIGHT = -5;

type RunContent = string | readonly (string | NonNullable<IRunOptions['children']>[number])[];
type RunLook = Omit<IRunOptions, 'text' | 'children' | 'font'> & { readonly font?: FontRole };

/** What sets the text of one document, in its typefaces. */
export interface OfficialText {
  /** A run; the font is set for Chinese as well as Latin characters, so that quotation marks and digits take it too. */
  readonly run: (content: RunContent, look?: RunLook) => TextRun;
  /** A paragraph of the body: first line two characters in. */
  readonly bodyParagraph: (text: string, options?: IParagraphOptions) => Paragraph;
  /** `一、…` in 黑体 or `（一）…` in 楷体; stays with the paragraph it heads. */
  readonly headingParagraph: (text: string, level: 'first' | 'second') => Paragraph;
  /** Centred lines of a title in 小标宋, 2号 unless given; each line is a line of its own, as broken by `titleLines`. */
  readonly titleParagraphs: (lines: readonly string[], size?: number) => Paragraph[];
  /** Default text: 3号 (16 pt) 仿宋, exact lines, 22 to a page. */
  readonly styles: () => IStylesOptions;
}

/** Sets text in these typefaces; the standard's where a role has none. `foreign`: in a document whose default text is not ours. */
export function officialText(fonts: DocumentForm['fonts'] = {}, { foreign = false } = {}): OfficialText {
  const family = (role: FontRole) => {
    const name = fonts[role]?.family ?? STANDARD_FAMILIES[role];
    return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
  };
  const run: OfficialText['run'] = (content, { font, ...look } = {}) =>
    new TextRun({
      ...(typeof content === 'string' ? { text: content } : { children: content }),
      ...(font === undefined && !foreign ? {} : { font: family(font ?? 'body') }),
      ...(foreign ? { size: 32, characterSpacing: TIGHT } : {}),
      ...(fonts[font ?? 'body']?.bold === true ? { bold: true } : {}),
      ...look,
    });
  return {
    run,
    bodyParagraph: (text, options = {}) =>
      new Paragraph({
        ...BODY,
        alignment: isRagged(text) ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
        ...options,
        children: [run(text)],
      }),
    headingParagraph: (text, level) =>
      new Paragraph({ ...BODY, keepNext: true, children: [run(text, { font: level === 'first' ? 'hei' : 'kai' })] }),
    titleParagraphs: (lines, size = 44) =>
      lines.map(
        (line) =>
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT },
            // A full line of twenty 22 pt characters fills the type area to the last point.
            children: [run(line, { font: 'title', size, characterSpacing: line.length > 18 ? -8 : 0 })],
          }),
      ),
    styles: () => ({
      importedStyles: [
        new DocumentDefaults({
          run: {
            font: family('body'),
            size: 32,
            characterSpacing: TIGHT,
            // Latin text as English: under Chinese rules LibreOffice breaks lines inside numbers.
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
        }),
        ImportedXmlComponent.fromXmlString(NORMAL),
      ],
    }),
  };
}

/**
 * 28 to a line: no sign hangs over the edge of the type area, no gap is put between Chinese and digits. The library has no words for it in a
 * style.
 */
const NORMAL =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>';

const BODY: IParagraphOptions = {
  indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
  widowControl: false,
};

/** So many empty lines of the grid. */
export function emptyLines(count: number, options: IParagraphOptions = {}): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ ...options, children: [] }));
}
