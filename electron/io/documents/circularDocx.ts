import { AlignmentType, Document, type ISectionOptions, Packer, Paragraph, SectionType, Tab } from 'docx';
import type { CircularDocument, CircularTable } from '../../contract/circulars.ts';
import { titleLines } from '../../core/circularTitle.ts';
import { isAddresseeInImprint } from '../../core/officialHead.ts';
import { signaturePlace } from '../../core/signaturePlace.ts';
import { annexContent, type ChartPicture, WITHOUT_CHARTS } from './annexSection.ts';
import { typeWidth } from './annexTable.ts';
import { withOwnDrawingIds } from './drawingIds.ts';
import { imprint } from './imprint.ts';
import { officialPage, pageNumberFooters } from './officialPage.ts';
import { CHARACTER, emptyLines, LINE, type OfficialText, officialText } from './officialText.ts';
import { plainHead, redHead } from './redHead.ts';

/** What a document needs that is drawn elsewhere. */
export interface DocumentDrawing {
  readonly picture: ChartPicture;
}

/** The circular as a `.docx` in the layout of GB/T 9704-2012, for WPS and Word. Each annex starts a page of its own. */
export async function writeCircularDocx(
  document: CircularDocument,
  drawing: DocumentDrawing = WITHOUT_CHARTS,
): Promise<Uint8Array> {
  return writeDocumentsDocx([document], drawing);
}

/**
 * Several documents in one `.docx`, each on a page of its own and with its own page numbers from 1. The next one begins on a front page, so
 * that a stack printed on both sides falls apart into the documents. Typefaces are those of the first.
 */
export async function writeDocumentsDocx(
  documents: readonly CircularDocument[],
  { picture }: DocumentDrawing = WITHOUT_CHARTS,
): Promise<Uint8Array> {
  const text = officialText(documents[0]?.form.fonts);
  const sections: ISectionOptions[] = [];
  for (const document of documents) {
    const parts = await documentSections(document, text, picture);
    sections.push(...parts.map((part, index) => (index === 0 && documents.length > 1 ? fromPageOne(part) : part)));
  }
  const author = documents[0]?.issuer || documents[0]?.signature || '';
  const file = new Document({
    title: documents[0]?.title ?? '',
    creator: author,
    lastModifiedBy: author,
    styles: text.styles(),
    evenAndOddHeaderAndFooters: true,
    sections,
  });
  return withOwnDrawingIds(new Uint8Array(await Packer.toArrayBuffer(file)));
}

function fromPageOne(section: ISectionOptions): ISectionOptions {
  const { properties = {} } = section;
  return {
    ...section,
    properties: { ...properties, type: SectionType.ODD_PAGE, page: { ...properties.page, pageNumbers: { start: 1 } } },
  };
}

async function documentSections(
  document: CircularDocument,
  text: OfficialText,
  picture: ChartPicture,
): Promise<ISectionOptions[]> {
  const section = (landscape: boolean, children: ISectionOptions['children']): ISectionOptions => ({
    properties: officialPage(landscape),
    footers: pageNumberFooters(landscape, text),
    children,
  });
  const last = document.tables.at(-1);
  const foot = imprint(document, text, typeWidth(last?.landscape === true));
  // The imprint never stands on a page without text.
  const ends = last === undefined ? foot : null;
  const main = [...mainPart(document, text, ends !== null), ...(ends === null ? [] : [ends.paragraph(ends.room)])];
  const annexes = await Promise.all(
    document.tables.map(async (table) => {
      const content = await annexContent(table, text, picture, { foot: table === last ? foot : null });
      return section(table.landscape, content);
    }),
  );
  return [section(false, main), ...annexes];
}

function* mainPart(document: CircularDocument, text: OfficialText, keepNext: boolean): Generator<Paragraph> {
  yield* document.form.redHead ? redHead(document, text) : plainHead(document, text);
  yield* text.titleParagraphs(titleLines(document.title));
  if (!document.form.redHead && document.form.signer === '' && document.documentNo !== '')
    yield new Paragraph({ alignment: AlignmentType.CENTER, children: [text.run(document.documentNo)] });
  // Room above it, no empty paragraph: from the twenty-first paragraph on LibreOffice may part what is to be kept with the next.
  if (!isAddresseeInImprint(document) && document.addressee !== '')
    yield new Paragraph({ spacing: { before: LINE }, children: [text.run(`${document.addressee}：`)] });
  else yield* emptyLines(1);
  const paragraphs = [
    ...document.introduction,
    ...document.sections.flatMap((part) => [{ level: 'first' as const, text: part.heading }, ...part.paragraphs]),
  ];
  for (const [index, { level, text: words }] of paragraphs.entries()) {
    yield level === 'first' || level === 'second'
      ? text.headingParagraph(words, level)
      : // The last lines of the text go with the signature, which must not stand on a page alone.
        text.bodyParagraph(words, { keepNext: index === paragraphs.length - 1 });
  }
  yield* annexList(document.tables, text);
  yield* signature(document, text, keepNext);
  if (document.remark !== '') yield text.bodyParagraph(`（${document.remark}）`, { keepNext });
}

/** 附件说明: one line below the body, names aligned, no full stop. */
function annexList(tables: readonly CircularTable[], text: OfficialText): Paragraph[] {
  if (tables.length === 0) return [];
  const only = tables.length === 1;
  // Room of `1.` or `10.` in half characters; a tab carries the names to one edge whatever the typeface.
  const number = only ? 0 : tables.length > 9 ? 480 : 320;
  const left = 5 * CHARACTER + number;
  return tables.map(
    ({ caption }, index) =>
      new Paragraph({
        keepNext: true,
        spacing: { before: index === 0 ? LINE : 0 },
        indent: { left, hanging: index === 0 ? left - 2 * CHARACTER : number },
        children: [
          text.run([...(index === 0 ? ['附件：'] : []), ...(only ? [] : [`${index + 1}.`, new Tab()]), caption]),
        ],
      }),
  );
}

/** 署名 and 成文日期, kept with the text above; `keepNext`: the imprint follows. */
function signature(document: CircularDocument, text: OfficialText, keepNext: boolean): Paragraph[] {
  const place = signaturePlace(document);
  const line = (words: string, left: number, keepNext: boolean, before = 0) =>
    new Paragraph({
      keepNext,
      spacing: { before },
      indent: { left: Math.round(left * CHARACTER) },
      children: [text.run(words)],
    });
  return [
    line(document.signature, place.name, true, place.linesAbove * LINE),
    line(document.date, place.date, keepNext || document.remark !== ''),
  ];
}
