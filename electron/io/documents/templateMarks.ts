import type { TemplateData } from 'easy-template-x';

/** Signs that no text holds, put into what fills a template and taken out again when it is filled. */
export interface TemplateMarks {
  /** Stands where a paper has nothing: a line with nothing else is left out. */
  readonly empty: string;
  /** Stands in a paragraph that is kept with the next: a heading, and the last one of the text, which goes with the signature. */
  readonly keep: string;
}

/** Private-use characters (U+E000…U+F8FF) that none of these texts holds: whatever a unit wrote stays what it is. */
export function freeSigns(count: number, ...texts: readonly string[]): string[] {
  const free: string[] = [];
  for (let code = 0xe000; code <= 0xf8ff && free.length < count; code++) {
    const sign = String.fromCharCode(code);
    if (!texts.some((text) => text.includes(sign))) free.push(sign);
  }
  if (free.length < count) throw new Error('a text holds every private-use character');
  return free;
}

type Data = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** The texts for a template, marked. */
export function markedData(data: Data, { empty, keep }: TemplateMarks): TemplateData {
  const filled = (text: string) => (text === '' ? empty : text);
  const entries = Object.entries(data).map(([tag, value]) => {
    if (typeof value === 'string') return [tag, filled(value)];
    const items = value.map((item, index) => {
      const isKept = (name: string) => tag === '正文' && (name.endsWith('级标题') || index === value.length - 1);
      return Object.fromEntries(
        Object.entries(item).map(([name, text]) => [name, text !== '' && isKept(name) ? keep + text : filled(text)]),
      );
    });
    return [tag, items];
  });
  return Object.fromEntries(entries);
}

/** A part of the filled template without the marks, and with what they asked for. `isBody`: else only the marks go. */
export function withoutMarks(xml: string, { empty, keep }: TemplateMarks, isBody: boolean): string {
  const kept = isBody ? withKeptParagraphs(withoutEmptyLines(xml, empty), keep) : xml;
  return kept.replaceAll(empty, '').replaceAll(keep, '');
}

/**
 * Paragraphs that hold no other with content: those in a text box, not the one it is tied to. One without (`<w:p w:rsidR="1"/>`) is no
 * opening tag.
 */
const PARAGRAPH = /<w:p(?: [^>]*[^/>])?>(?:(?!<w:p(?: [^>]*[^/>])?>|<\/w:p>)[\s\S])*<\/w:p>/gu;

/** Lines with nothing but empty placeholders go; a cell or box keeps its last one, and two tables what parts them. */
function withoutEmptyLines(xml: string, empty: string): string {
  let result = '';
  let at = 0;
  for (const { 0: paragraph, index } of xml.matchAll(PARAGRAPH)) {
    result += xml.slice(at, index);
    at = index + paragraph.length;
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*[^/>])?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('');
    const isEmpty = text !== '' && text.replaceAll(empty, '').trim() === '';
    const holdsMore = /<w:(?:drawing|pict|object|sectPr|br)\b/u.test(paragraph);
    const hasNeighbour =
      /(?:<\/w:p|<w:p(?: [^>]*)?\/)>$/u.test(result.slice(-200)) || /^\s*<w:p[ >/]/u.test(xml.slice(at, at + 200));
    if (!isEmpty || holdsMore || !hasNeighbour) result += paragraph;
  }
  return result + xml.slice(at);
}

function withKeptParagraphs(xml: string, keep: string): string {
  return xml.replaceAll(PARAGRAPH, (paragraph) => {
    if (!paragraph.includes(keep) || paragraph.includes('<w:keepNext')) return paragraph;
    if (paragraph.includes('<w:pPr>')) return paragraph.replace(/<w:pPr>(?:<w:pStyle [^>]*\/>)?/u, '$&<w:keepNext/>');
    return paragraph.replace(/^<w:p(?: [^>]*[^/>])?>(?:<w:pPr\/>)?/u, (start) =>
      start.replace('<w:pPr/>', '').concat('<w:pPr><w:keepNext/></w:pPr>'),
    );
  });
}
