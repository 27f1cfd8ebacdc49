import type { CircularDocument, CircularParagraph } from '../contract/circulars.ts';
import type { Correction } from '../contract/papers.ts';
import { type CarriedOver, carriedOver } from './carriedOver.ts';

/** A paper as printed, as the data had it then, and as they have it now; the latter two without numbers and edits. */
export interface Compared {
  readonly printed: CircularDocument;
  readonly composed: CircularDocument;
  readonly now: CircularDocument;
}

/** A paragraph without the number that printing put before it. */
function withoutNumber({ level, text }: Pick<CircularParagraph, 'level' | 'text'>): string {
  switch (level) {
    case 'body':
      return text;
    case 'second':
      return text.replace(/^（[〇一二三四五六七八九十]+）/u, '');
    case 'third':
      return text.replace(/^\d+\./u, '');
    case 'fourth':
      return text.replace(/^（\d+）/u, '');
    default:
      return level satisfies never;
  }
}

/** Where the data say otherwise than paragraphs that a clerk worded, in a way that cannot be put into the clerk's words: it is left to people. */
export function leftToPeople(compared: Compared): readonly string[] {
  return [...new Set(textChanges(compared).unsure.map(({ place }) => place))];
}

/** A paragraph that reads otherwise, by its key. */
export interface TextChange extends Correction {
  readonly key: string;
}

interface TextChanges {
  readonly found: readonly TextChange[];
  /** Paragraphs in a clerk's words that what changed has no place in, whole or in part. */
  readonly unsure: readonly { readonly place: string; readonly isGone: boolean; readonly under: string }[];
}

/** What the data say now otherwise in the text, as the paper reads, and what of it is left to people. */
export function textChanges({ printed, composed, now }: Compared): TextChanges {
  const places = placesOf(printed);
  const then = textsOf(composed);
  const today = textsOf(now);
  const shown = new Map([...blocks(printed)].map(({ key, paragraph }) => [key, withoutNumber(paragraph)]));
  const headed = new Map([...blocks(composed), ...blocks(now)].map(({ key, under }) => [key, under]));
  const found: TextChange[] = [];
  const unsure: TextChanges['unsure'][number][] = [];
  for (const [key, text] of then) {
    const before = shown.get(key);
    const after = today.get(key) ?? '';
    if (before === undefined || text === after || before === after) continue;
    const place = places.get(key) ?? '';
    const isGone = !today.has(key);
    const { text: mine, isPartial } = mended(text, after, before);
    if (isPartial) unsure.push({ place, isGone, under: headed.get(key) ?? '' });
    if (mine !== before) found.push({ key, place, before, after: mine });
  }
  const headings = new Map(printed.sections.map((section) => [section.key, section.heading]));
  let heading = { key: '', section: '' };
  for (const { key, section, under, paragraph } of blocks(now)) {
    if (paragraph.level === 'second') heading = { key, section };
    const place = (heading.section === section ? places.get(heading.key) : undefined) ?? headings.get(section) ?? '';
    // 无 in place of what a clerk's words still tell would contradict them.
    const isDenied = isAlone(now, under) && unsure.some((one) => one.isGone && one.under === under);
    if (!then.has(key) && !isDenied) found.push({ key, place, before: '', after: paragraph.text });
  }
  const under = (key: string) => headed.get(key) ?? '';
  const replaced = inOneItem(found, under, (key) => isAlone(then.has(key) ? composed : now, under(key)));
  return { found: inOrder(replaced, [...then.keys()], [...today.keys()]), unsure };
}

/** A clerk's paragraph with what the data changed; one the data no longer write at all stays whole. */
function mended(composed: string, now: string, printed: string): CarriedOver {
  if (printed === composed) return { text: now, isPartial: false };
  return now === '' ? { text: printed, isPartial: true } : carriedOver(composed, now, printed);
}

/** Whether only one paragraph stands under a heading. */
function isAlone(document: CircularDocument, under: string): boolean {
  const own = [...blocks(document)].filter(
    ({ paragraph, ...one }) => one.under === under && paragraph.level !== 'second',
  );
  return own.length === 1;
}

/** Where the one paragraph under a heading gives way to others, or others to one (无), the first of each are one change. */
function inOneItem(
  found: readonly TextChange[],
  under: (key: string) => string,
  alone: (key: string) => boolean,
): readonly TextChange[] {
  const merged = new Map<TextChange, TextChange | null>();
  for (const own of Map.groupBy(found, ({ key }) => under(key)).values()) {
    const gone = own.find(({ after }) => after === '');
    const added = own.find(({ before }) => before === '');
    if (gone === undefined || added === undefined) continue;
    if (!alone(gone.key) && !alone(added.key)) continue;
    merged.set(gone, { ...gone, after: added.after });
    merged.set(added, null);
  }
  return found.flatMap((one) => {
    const other = merged.get(one);
    return other === null ? [] : [other ?? one];
  });
}

/** As the paper reads: what is new stands behind what it follows, and behind what is gone there. */
function inOrder(found: readonly TextChange[], then: readonly string[], today: readonly string[]) {
  const printed = new Map(then.map((key, index) => [key, index]));
  const place = new Map(printed);
  const left = new Set(today);
  const isGone = (key: string | undefined) => key !== undefined && !left.has(key);
  let behind = -1;
  for (const [index, key] of today.entries()) {
    behind = printed.get(key) ?? behind;
    if (!printed.has(key)) while (isGone(then[behind + 1])) behind += 1;
    if (!printed.has(key)) place.set(key, behind + (index + 1) / (today.length + 1));
  }
  return found.toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}

interface Block {
  readonly key: string;
  /** Key of its section; empty in the introduction. */
  readonly section: string;
  /** The section and the second heading it stands under, or is. */
  readonly under: string;
  readonly paragraph: CircularParagraph;
}

function* blocks({ introduction, sections }: CircularDocument): Generator<Block> {
  for (const paragraph of introduction) yield { key: paragraph.key, section: '', under: '', paragraph };
  for (const section of sections) {
    let heading = '';
    for (const paragraph of section.paragraphs) {
      if (paragraph.level === 'second') heading = paragraph.key;
      yield { key: paragraph.key, section: section.key, under: `${section.key}\n${heading}`, paragraph };
    }
  }
}

function textsOf(document: CircularDocument): Map<string, string> {
  return new Map([...blocks(document)].map(({ key, paragraph }) => [key, paragraph.text]));
}

/** Where each paragraph stands, `一（一）总体情况`; below no second heading `一、基本情况`. */
function placesOf({ introduction, sections }: CircularDocument): Map<string, string> {
  const places = new Map(introduction.map(({ key }) => [key, '导语']));
  for (const { heading, paragraphs } of sections) {
    const number = /^[〇一二三四五六七八九十]+(?=、)/u.exec(heading)?.[0] ?? '';
    let place = heading;
    for (const { key, level, text } of paragraphs) {
      if (level === 'second') place = `${number}${text}`;
      places.set(key, place);
    }
  }
  return places;
}
