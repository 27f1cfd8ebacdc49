import {
  AlignmentType,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';

/** Fonts of GB/T 9704 by name; where one is missing, WPS and Word put its kin in its place. */
export const FONTS = {
  fangsong: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  title: '方正小标宋简体',
} as const;
export type FontName = (typeof FONTS)[keyof typeof FONTS];

/** Twips of one character of the body: 28 of them make a line of 156 mm. */
export const CHARACTER = 315;
const LINE = 579;
/** 2号 needs a little more room than a line of the body. */
const TITLE_LINE = 680;
/** 16 pt characters are set 0.25 pt closer, so that 28 fit the type area's 442 pt. */
const TIGHT = -5;

/** A run; the font is set for Chinese as well as Latin characters, so that quotation marks and digits take it too. */
export function run(
  content: string | readonly (string | NonNullable<IRunOptions['children']>[number])[],
  { font, ...options }: Omit<IRunOptions, 'text' | 'children' | 'font'> & { readonly font?: FontName } = {},
): TextRun {
  return new TextRun({
    ...(typeof content === 'string' ? { text: content } : { children: content }),
    ...(font === undefined ? {} : { font: fontOf(font) }),
    ...options,
  });
}

/** Default text: 3号 (16 pt) 仿宋, exact lines, 22 to a page. */
export function officialStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: fontOf(FONTS.fangsong),
          size: 32,
          characterSpacing: TIGHT,
          // Latin text as English: under Chinese rules LibreOffice breaks lines inside numbers.
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: {
          spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        },
      },
    },
  };
}

/** A paragraph of the body: first line two characters in. */
export function bodyParagraph(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
    widowControl: false,
    ...options,
    children: [run(text)],
  });
}

/** `一、…` in 黑体 or `（一）…` in 楷体; stays with the paragraph it heads. */
export function headingParagraph(text: string, level: 'first' | 'second'): Paragraph {
  return new Paragraph({
    indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 },
    keepNext: true,
    widowControl: false,
    children: [run(text, { font: level === 'first' ? FONTS.hei : FONTS.kai })],
  });
}

/** So many empty lines of the grid. */
export function emptyLines(count: number, options: IParagraphOptions = {}): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ ...options, children: [] }));
}

/** Centred lines of a title in 小标宋, 2号 unless given; each line is a line of its own, as broken by `titleLines`. */
export function titleParagraphs(lines: readonly string[], size = 44): Paragraph[] {
  return lines.map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT },
        // A full line of twenty 22 pt characters fills the type area to the last point.
        children: [run(line, { font: FONTS.title, size, characterSpacing: line.length > 18 ? -8 : 0 })],
      }),
  );
}

function fontOf(name: FontName) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}
