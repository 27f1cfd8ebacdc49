import type { CircularDocument, CircularParagraph, ParagraphLevel } from '../../../electron/contract/circulars.ts';
import type { Figure } from '../../../electron/contract/figures.ts';
import type { BlockMark } from '../../../electron/contract/papers.ts';

/** A part of the text as the composer shows it: number and text apart, because the number comes from the level. */
export interface PaperBlock {
  readonly key: string;
  readonly level: ParagraphLevel | 'section';
  /** Key of the section it is in or begins; `introduction`: before all sections. */
  readonly section: string;
  /** `一、`, `（二）`, `3.`; empty: none. */
  readonly number: string;
  readonly text: string;
  /** Counted in `text`. */
  readonly figures: readonly Figure[];
  /** Key to move it behind, to go up or down by one place; null: it is the first or last. */
  readonly up: string | null;
  readonly down: string | null;
}

/** Of the introduction, and of the sections with their paragraphs, in order. */
interface PaperBlocks {
  readonly introduction: readonly PaperBlock[];
  readonly sections: readonly { readonly head: PaperBlock; readonly paragraphs: readonly PaperBlock[] }[];
}

/** The place before all paragraphs of the introduction. */
export const INTRODUCTION = 'introduction';

const NUMBERS: Readonly<Record<PaperBlock['level'], RegExp | null>> = {
  section: /^[〇一二三四五六七八九十百]+、/u,
  second: /^（[〇一二三四五六七八九十百]+）/u,
  third: /^\d+[.．]/u,
  fourth: /^（\d+）/u,
  body: null,
};

/** `（一）未报情况` of a heading → `（一）` and `未报情况`. */
export function splitNumber(
  level: PaperBlock['level'],
  text: string,
): { readonly number: string; readonly text: string } {
  const number = NUMBERS[level]?.exec(text)?.[0] ?? '';
  return { number, text: text.slice(number.length) };
}

/** A line that was typed elsewhere: its level by its number, which goes. */
export function unnumbered(line: string): { readonly level: ParagraphLevel; readonly text: string } {
  for (const level of ['second', 'fourth', 'third'] as const) {
    const { number, text } = splitNumber(level, line);
    // `2.5个百分点` is a number, not a list.
    if (number !== '' && !(level === 'third' && /^\d/u.test(text))) return { level, text: text.trim() };
  }
  return { level: 'body', text: splitNumber('section', line).text };
}

/** Pasted text as lines: no formatting, no control characters, no blanks around, no empty lines. */
export function cleanLines(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u)
    .map((line) =>
      line
        .replaceAll(/[\p{Cc}\u200b-\u200f\u202a-\u202e\ufeff]/gu, (sign) => (sign === '\t' ? ' ' : ''))
        .replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, ''),
    )
    .filter((line) => line !== '');
}

/** The text of a paper as blocks. */
export function blocksOf({ introduction, sections }: CircularDocument): PaperBlocks {
  const places = [
    { section: INTRODUCTION, paragraphs: introduction },
    ...sections.map(({ key, paragraphs }) => ({ section: key, paragraphs })),
  ];
  return {
    introduction: introduction.map((paragraph) => blockOf(paragraph, INTRODUCTION, placeOf(places, 0, paragraph.key))),
    sections: sections.map(({ key, heading, paragraphs }, index) => ({
      head: {
        key,
        level: 'section',
        section: key,
        ...splitNumber('section', heading),
        figures: [],
        // Behind the section before the one before; the first place is behind the introduction.
        up: index === 0 ? null : (sections[index - 2]?.key ?? INTRODUCTION),
        down: sections[index + 1]?.key ?? null,
      },
      paragraphs: paragraphs.map((paragraph) => blockOf(paragraph, key, placeOf(places, index + 1, paragraph.key))),
    })),
  };
}

/** Marks by the key of what they are about. */
export function marksByKey(marks: readonly BlockMark[]): ReadonlyMap<string, readonly BlockMark[]> {
  const byKey = new Map<string, BlockMark[]>();
  for (const mark of marks) byKey.set(mark.key, [...(byKey.get(mark.key) ?? []), mark]);
  return byKey;
}

/** What a block stands behind now: the paragraph or section before it, its section's heading, or the introduction. */
export function standsBehind(document: CircularDocument, key: string): string {
  const section = document.sections.findIndex((one) => one.key === key);
  if (section >= 0) return document.sections[section - 1]?.key ?? INTRODUCTION;
  const parts = [{ key: INTRODUCTION, paragraphs: document.introduction }, ...document.sections];
  for (const part of parts) {
    const index = part.paragraphs.findIndex((one) => one.key === key);
    if (index >= 0) return part.paragraphs[index - 1]?.key ?? part.key;
  }
  return INTRODUCTION;
}

/** What moves with a block: a heading within a section takes the paragraphs below it along, up to the next one. */
export function movedWith(document: CircularDocument, key: string): readonly string[] {
  const parts = [document.introduction, ...document.sections.map(({ paragraphs }) => paragraphs)];
  const part = parts.find((paragraphs) => paragraphs.some((one) => one.key === key)) ?? [];
  const from = part.findIndex((one) => one.key === key);
  return from < 0 ? [key] : part.slice(from, endOf(part, from)).map((one) => one.key);
}

/** Behind the last paragraph that belongs to the one at `from`. */
function endOf(paragraphs: Paragraphs, from: number): number {
  if (paragraphs[from]?.level !== 'second') return from + 1;
  const next = paragraphs.findIndex(({ level }, at) => at > from && level === 'second');
  return next < 0 ? paragraphs.length : next;
}

type Paragraphs = readonly Pick<CircularParagraph, 'key' | 'level'>[];
type Places = readonly { readonly section: string; readonly paragraphs: Paragraphs }[];

function blockOf(paragraph: CircularParagraph, section: string, place: Pick<PaperBlock, 'up' | 'down'>): PaperBlock {
  const { key, level, figures = [] } = paragraph;
  const { number, text } = splitNumber(level, paragraph.text);
  const shifted = figures.map((figure) => ({ ...figure, start: figure.start - number.length }));
  return { key, level, section, number, text, figures: shifted.filter(({ start }) => start >= 0), ...place };
}

/**
 * Where a paragraph goes by one step: within its section, or into the one before or after. A heading goes past the whole of the heading
 * before or after it.
 */
function placeOf(places: Places, at: number, key: string): Pick<PaperBlock, 'up' | 'down'> {
  const { section, paragraphs } = places[at] ?? { section: INTRODUCTION, paragraphs: [] };
  const index = paragraphs.findIndex((one) => one.key === key);
  const isHeading = paragraphs[index]?.level === 'second';
  const past = isHeading ? paragraphs.findLastIndex(({ level }, n) => n < index && level === 'second') : index - 1;
  const before = places[at - 1];
  const outside = before ? (before.paragraphs.at(-1)?.key ?? before.section) : null;
  const end = endOf(paragraphs, index);
  const next = end >= paragraphs.length ? undefined : paragraphs[isHeading ? endOf(paragraphs, end) - 1 : end];
  return {
    up: past < 0 ? outside : (paragraphs[past - 1]?.key ?? section),
    down: next?.key ?? places[at + 1]?.section ?? null,
  };
}
