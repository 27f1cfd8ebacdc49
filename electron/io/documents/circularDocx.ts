import { AlignmentType, Document, ImageRun, type ISectionOptions, LineRuleType, Packer, Paragraph } from 'docx';
import type { ChartSpec } from '../../contract/charts.ts';
import type { CircularDocument, CircularTable } from '../../contract/circulars.ts';
import { textWidth, titleLines } from '../../core/circularTitle.ts';
import { annexTable } from './annexTable.ts';
import { imprint } from './imprint.ts';
import { officialPage, pageNumberFooters, TYPE_WIDTH } from './officialPage.ts';
import {
  bodyParagraph,
  CHARACTER,
  emptyLines,
  FONTS,
  headingParagraph,
  officialStyles,
  run,
  titleParagraphs,
} from './officialText.ts';
import { redHead } from './redHead.ts';

/** A chart as a picture this wide; its width and height in points of the picture. */
export type ChartPicture = (
  spec: ChartSpec,
  widthMm: number,
) => Promise<{ readonly png: Uint8Array; readonly width: number; readonly height: number }>;

/** The circular as a `.docx` in the layout of GB/T 9704-2012, for WPS and Word. Each annex starts a page of its own. */
export async function writeCircularDocx(
  document: CircularDocument,
  { picture }: { readonly picture: ChartPicture } = WITHOUT_CHARTS,
): Promise<Uint8Array> {
  const annexes = await Promise.all(document.tables.map((table) => annexSection(table, picture)));
  const sections: ISectionOptions[] = [
    section(false, [...mainPart(document)]),
    ...annexes.map(({ landscape, children }) => section(landscape, children)),
  ];
  const last = sections.pop();
  if (last !== undefined) sections.push({ ...last, children: [...last.children, imprint(document)] });
  const file = new Document({
    title: document.title,
    creator: document.issuer,
    styles: officialStyles(),
    evenAndOddHeaderAndFooters: true,
    sections,
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function section(landscape: boolean, children: ISectionOptions['children']): ISectionOptions {
  return { properties: officialPage(landscape), footers: pageNumberFooters(landscape), children };
}

function* mainPart(document: CircularDocument): Generator<Paragraph> {
  yield* redHead(document.letterhead, document.documentNo);
  yield* emptyLines(2);
  yield* titleParagraphs(titleLines(document.title));
  yield* emptyLines(1);
  yield new Paragraph({ children: [run(`${document.addressee}：`)] });
  for (const { text } of document.introduction) yield bodyParagraph(text);
  const paragraphs = document.sections.flatMap((part) => [
    { level: 'first' as const, text: part.heading },
    ...part.paragraphs,
  ]);
  for (const [index, { level, text }] of paragraphs.entries()) {
    // The last lines of the text go with the signature, which must not stand on a page alone.
    const keepNext = index === paragraphs.length - 1;
    yield level === 'first' || level === 'second' ? headingParagraph(text, level) : bodyParagraph(text, { keepNext });
  }
  yield* annexList(document.tables);
  yield* signature(document.signature, document.date);
  if (document.remark !== '') yield bodyParagraph(`（${document.remark}）`);
}

/** 附件说明: one line below the body, names aligned, no full stop. */
function annexList(tables: readonly CircularTable[]): Paragraph[] {
  if (tables.length === 0) return [];
  const only = tables.length === 1;
  const number = only ? 0 : 240;
  const left = 5 * CHARACTER + number;
  const items = tables.map(
    ({ caption }, index) =>
      new Paragraph({
        keepNext: true,
        indent: { left, hanging: index === 0 ? left - 2 * CHARACTER : number },
        children: [run(`${index === 0 ? '附件：' : ''}${only ? '' : `${index + 1}.`}${caption}`)],
      }),
  );
  return [...emptyLines(1, { keepNext: true }), ...items];
}

/** 署名 and 成文日期 without a printed seal: the name two characters from the right, the date's first character two right of the name's. */
function signature(name: string, date: string): Paragraph[] {
  const nameWidth = textWidth(name);
  const dateWidth = textWidth(date);
  const isDateWider = dateWidth + 4 > nameWidth;
  const nameLeft = isDateWider ? 28 - 2 - dateWidth - 2 : 28 - 2 - nameWidth;
  const line = (text: string, left: number, keepNext: boolean) =>
    new Paragraph({
      keepNext,
      indent: { left: Math.round(Math.max(0, left) * CHARACTER) },
      children: [run(text)],
    });
  return [...emptyLines(2, { keepNext: true }), line(name, nameLeft, true), line(date, nameLeft + 2, false)];
}

const WITHOUT_CHARTS = {
  picture: ({ title }: ChartSpec) => Promise.reject(new Error(`nothing draws the chart ${title}`)),
};

async function annexSection(table: CircularTable, picture: ChartPicture) {
  const { label, caption, columns, rows, note, landscape, charts = [] } = table;
  return {
    landscape,
    children: [
      new Paragraph({ children: [run(label, { font: FONTS.hei })] }),
      ...emptyLines(1),
      ...titleParagraphs(titleLines(caption, landscape ? 28 : 20)),
      new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, keepNext: true, children: [] }),
      // Above a wide table, whose pages are soon full: the note never stands on a page alone.
      ...(landscape ? noteParagraphs(note) : []),
      ...(columns.length === 0 ? [] : [annexTable({ columns, rows, landscape })]),
      ...(await Promise.all(charts.map((spec) => chartParagraph(spec, landscape, picture)))),
      ...(landscape ? closingParagraph() : noteParagraphs(note)),
    ],
  };
}

async function chartParagraph(spec: ChartSpec, landscape: boolean, picture: ChartPicture): Promise<Paragraph> {
  const { png, width, height } = await picture(spec, landscape ? 225 : 156);
  const widest = ((landscape ? TYPE_WIDTH.landscape : TYPE_WIDTH.portrait) / 1440) * 96;
  const scale = Math.min(1, widest / width);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: width * scale, height: height * scale },
        altText: { name: spec.title, title: spec.title, description: spec.title },
      }),
    ],
  });
}

/** What Word wants after a table at a section's end, as low as can be. */
function closingParagraph(): Paragraph[] {
  return [new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })];
}

/** 注 to a table in 五号; lines of the note stay lines. */
function noteParagraphs(note: string): Paragraph[] {
  const lines = note.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return emptyLines(0);
  return lines.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.LEFT,
        spacing: {
          line: 300,
          lineRule: LineRuleType.EXACT,
          before: index === 0 ? 80 : 0,
          after: index === lines.length - 1 ? 80 : 0,
        },
        indent: { left: 420, hanging: index === 0 ? 420 : 0 },
        children: [run(`${index === 0 ? '注：' : ''}${text}`, { size: 21, characterSpacing: 0 })],
      }),
  );
}
