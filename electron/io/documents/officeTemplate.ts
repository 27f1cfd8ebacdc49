import {
  createDefaultPlugins,
  type ImageContent,
  MalformedFileError,
  MimeType,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  RelType,
  TagDisposition,
  type TemplateData,
  TemplateHandler,
  TemplateSyntaxError,
} from 'easy-template-x';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CircularDocument } from '../../contract/circulars.ts';
import type { WordTemplate } from '../../contract/papers.ts';
import { annexCharts, chartRoom } from '../../core/annexCharts.ts';
import { checkTags, pairedTag } from '../../core/officeTags.ts';
import { officeTemplateData } from '../../core/officeTemplateData.ts';
import { Refusal } from '../../core/refusal.ts';
import { type ChartPicture, pictureSize, WITHOUT_CHARTS } from './annexSection.ts';
import { ParagraphLoops } from './paragraphLoops.ts';
import { templateAnnexes } from './templateAnnexes.ts';
import { freeSigns, markedData, type TemplateMarks, withoutMarks } from './templateMarks.ts';

/** What of the placeholders of a `.docx` the program knows. Refuses `template_unreadable` what is no `.docx`. */
export async function checkOfficeTemplate(
  bytes: Uint8Array,
  name: string,
): Promise<Pick<WordTemplate, 'tags' | 'unknown' | 'missing' | 'known'>> {
  const handler = new TemplateHandler();
  try {
    // A workbook is such a package too, without a text that could be filled.
    if (unzipSync(bytes)[BODY] === undefined) throw new Refusal('template_unreadable', name);
    const tags = await handler.parseTags(Buffer.from(bytes));
    const checked = checkTags(tags.map((tag) => ({ name: tag.name.trim(), kind: KINDS[tag.disposition] })));
    const text = await textOf(handler, bytes);
    // The library passes over a brace that is never closed.
    if ((text.match(/\{/gu) ?? []).length > tags.length) return unpaired(loneBrace(bytes));
    return { ...checked, unknown: [...checked.unknown, ...wideBraces(text)] };
  } catch (error) {
    // A brace without its other half: no list of tags can be made, but the place can be named.
    if (error instanceof MissingCloseDelimiterError) return unpaired(loneBrace(bytes) || error.openDelimiterText);
    if (error instanceof MissingStartDelimiterError) return unpaired(loneBrace(bytes) || error.closeDelimiterText);
    throw new Refusal('template_unreadable', name);
  }
}

/**
 * The paper in the office's own template. Annexes for which it has no place come after its last line. Refuses `template_unreadable` a template
 * that cannot be filled.
 */
export async function fillOfficeTemplate(
  bytes: Uint8Array,
  document: CircularDocument,
  { picture }: { readonly picture: ChartPicture } = WITHOUT_CHARTS,
): Promise<Uint8Array> {
  try {
    const template = await withAnnexPlace(bytes);
    const texts = [JSON.stringify(document), ...Object.values(textParts(template))];
    const [tagStart = '', tagEnd = '', empty = '', keep = ''] = freeSigns(4, ...texts);
    const [tags, marks] = [
      { tagStart, tagEnd },
      { empty, keep },
    ];
    const data: TemplateData = {
      ...markedData(officeTemplateData(document), marks),
      附件: { _type: 'rawXml', xml: await templateAnnexes(document, template, tags), replaceParagraph: true },
    };
    const [, ...others] = createDefaultPlugins();
    const handler = new TemplateHandler({ plugins: [new ParagraphLoops(), ...others] });
    const filled = withoutEmptyEnd(unmarked(await handler.process(Buffer.from(template), data), marks));
    const pictures = await chartPictures(document, picture);
    if (pictures.length === 0) return filled;
    const late = new TemplateHandler({ delimiters: tags });
    return new Uint8Array(await late.process(Buffer.from(filled), Object.fromEntries(pictures)));
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof MalformedFileError)
      throw new Refusal('template_unreadable', faultOf(error));
    throw error;
  }
}

const KINDS = {
  [TagDisposition.SelfClosed]: 'value',
  [TagDisposition.Open]: 'open',
  [TagDisposition.Close]: 'close',
} as const;

/** The library's sentences are English, and speak of its own matters. */
function faultOf(error: Error): string {
  if (error instanceof MissingCloseDelimiterError) return `花括号没有成对：${error.openDelimiterText}`;
  if (error instanceof MissingStartDelimiterError) return `花括号没有成对：${error.closeDelimiterText}`;
  return error instanceof MalformedFileError ? '文件不完整或已损坏' : '占位写法有误，请在“本办 Word 模板”中重新检查';
}

function unpaired(text: string): ReturnType<typeof checkTags> {
  const checked = checkTags([]);
  return { ...checked, unknown: [{ tag: text, like: pairedTag(text) }] };
}

/** The first brace that is not closed in its paragraph, with the words behind it; empty: all are. */
function loneBrace(bytes: Uint8Array): string {
  const paragraphs = Object.values(textParts(bytes)).flatMap((xml) => xml.split('</w:p>'));
  const texts = paragraphs.map((xml) =>
    Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu), ([, words = '']) => words).join(''),
  );
  return texts.flatMap((text) => /\{[^{}]{0,12}(?![^{}]*\})/u.exec(text)?.[0] ?? [])[0] ?? '';
}

async function textOf(handler: TemplateHandler, bytes: Uint8Array): Promise<string> {
  const parts = [RelType.MainDocument, RelType.Header, RelType.Footer];
  return (await Promise.all(parts.map((part) => handler.getText(Buffer.from(bytes), part)))).join('\n');
}

/** Placeholders in ｛full-width braces｝, which nobody would fill. */
function wideBraces(text: string): WordTemplate['unknown'] {
  const found = new Set(text.match(/｛[^｛｝]{1,20}｝/gu) ?? []);
  return [...found].map((tag) => ({ tag, like: `{${tag.slice(1, -1)}}` }));
}

const BODY = 'word/document.xml';

/** The template with a place for its annexes after the last line, where it has none of its own. */
async function withAnnexPlace(bytes: Uint8Array): Promise<Uint8Array> {
  const { missing } = await checkOfficeTemplate(bytes, '');
  if (!missing.includes('附件')) return bytes;
  const place = '<w:p><w:r><w:t>{附件}</w:t></w:r></w:p>';
  return withBody(bytes, (xml) => xml.replace(/(<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*)?<\/w:body>/u, `${place}$&`));
}

/** Without the blank page that a section's end as the very last line would make: the section becomes the document's. */
function withoutEmptyEnd(bytes: Uint8Array): Uint8Array {
  const end =
    /<w:p><w:pPr><w:spacing [^>]*w:line="20"[^>]*\/>(<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*<\/w:sectPr>)<\/w:pPr><\/w:p>\s*<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*<\/w:sectPr>\s*<\/w:body>/u;
  return withBody(bytes, (xml) => xml.replace(end, '$1</w:body>'));
}

/** What shows text in a template, by name of the part: the body, headers and footers. */
function textParts(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) =>
    /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name),
  );
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

function unmarked(bytes: Uint8Array, marks: TemplateMarks): Uint8Array {
  const parts = Object.entries(textParts(bytes)).map(([name, xml]) => [
    name,
    strToU8(withoutMarks(xml, marks, name === BODY)),
  ]);
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(parts) });
}

function withBody(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const body = parts[BODY];
  if (body === undefined) return bytes;
  return zipSync({ ...parts, [BODY]: strToU8(change(strFromU8(body))) });
}

async function chartPictures(document: CircularDocument, picture: ChartPicture): Promise<[string, ImageContent][]> {
  const charts = document.tables.flatMap((table) =>
    annexCharts(table).map((spec) => ({ spec, room: chartRoom(table) })),
  );
  return Promise.all(
    charts.map(async ({ spec, room }, index): Promise<[string, ImageContent]> => {
      const { png, ...drawn } = await picture(spec, room.width);
      return [
        `图${index + 1}`,
        {
          _type: 'image',
          source: Buffer.from(png),
          format: MimeType.Png,
          ...pictureSize(drawn, room),
          altText: spec.title,
        },
      ];
    }),
  );
}
