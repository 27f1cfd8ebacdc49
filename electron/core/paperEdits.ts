import type { CircularDocument, CircularParagraph } from '../contract/circulars.ts';
import { type BlockMark, FIELD_KEYS, type FieldKey, type PaperEdit } from '../contract/papers.ts';
import { blockOrder, type Placing } from './blockOrder.ts';
import { keptFigures } from './keptFigures.ts';

/** A document with the clerk's edits on it, and how each block differs from what the data say. */
export interface EditedDocument {
  readonly document: CircularDocument;
  readonly marks: readonly BlockMark[];
}

/**
 * Puts edits on a document without numbers. No text of a clerk is ever lost: it stands in the document, or in a mark (`gone`: what it
 * changed is no longer composed; `removed`: taken out by a later edit). Where the data say something else than when a clerk changed the
 * text, the mark is `stale`, and the clerk's text stands. Edited text keeps the figures that still stand in it (`keptFigures`). Of several
 * edits of one block the last holds.
 * The base of a removed section is its heading, or its heading and paragraphs with line breaks between them.
 */
export function applyEdits(draft: CircularDocument, edits: readonly PaperEdit[]): EditedDocument {
  const plan = planOf(draft, edits);
  const marks: BlockMark[] = [];
  const fields = fieldTexts(draft, plan, marks);
  const sections = orderedSections(draft, plan);
  const [introduction = [], ...bodies] = sections.map((section) => paragraphsOf(section, plan, marks));
  const kept = sections.slice(1).flatMap((section, index) => {
    const heading = headingOf(section, plan, marks);
    const paragraphs = bodies[index] ?? [];
    return heading === null ? [] : [{ key: section.key, heading, paragraphs }];
  });
  for (const [key, { edit, base, text }] of plan.texts) {
    const isKnown = plan.blocks.has(key) || plan.headings.has(key) || isField(key);
    if (!isKnown && edit === 'replace') marks.push({ key, state: 'gone', composed: '', base, text });
  }
  return { document: { ...draft, ...fields, introduction, sections: kept }, marks };
}

const INTRODUCTION = 'introduction';

interface TextEdit {
  readonly edit: 'replace' | 'remove';
  readonly base: string;
  /** Empty of a removed block. */
  readonly text: string;
}

/** The edits sorted by what they change; of each block the last one. */
interface Plan {
  readonly texts: ReadonlyMap<string, TextEdit>;
  /** Paragraphs, composed and own, by key. */
  readonly blocks: ReadonlyMap<string, CircularParagraph>;
  readonly headings: ReadonlyMap<string, string>;
  /** Own paragraphs and sections. */
  readonly own: ReadonlySet<string>;
  readonly placed: ReadonlyMap<string, Placing>;
  /** Composed ones that stand behind something else than in the data. */
  readonly moved: ReadonlySet<string>;
}

function planOf(draft: CircularDocument, edits: readonly PaperEdit[]): Plan {
  const composed = [...draft.introduction, ...draft.sections.flatMap((section) => section.paragraphs)];
  const blocks = new Map(composed.map((paragraph) => [paragraph.key, paragraph]));
  const headings = new Map(draft.sections.map(({ key, heading }) => [key, heading]));
  const texts = new Map<string, TextEdit>();
  const own = new Set<string>();
  const placed = new Map<string, Placing>();
  for (const [at, edit] of edits.entries()) {
    const { key } = edit;
    switch (edit.edit) {
      case 'replace':
        texts.set(key, { edit: 'replace', base: edit.base, text: edit.text });
        break;
      case 'remove':
        texts.set(key, { edit: 'remove', base: edit.base, text: '' });
        break;
      case 'move':
        placed.set(key, { after: edit.after, at });
        break;
      case 'insert':
      case 'insertSection':
        if (!own.has(key) && (blocks.has(key) || headings.has(key))) break;
        own.add(key);
        placed.set(key, { after: edit.after, at });
        if (edit.edit === 'insert') blocks.set(key, { key, level: edit.level, text: edit.text });
        else headings.set(key, edit.text);
        break;
      default:
        edit satisfies never;
    }
  }
  const isPlace = (key: string) => key === INTRODUCTION || blocks.has(key) || headings.has(key);
  const moved = new Set([...placed].filter(([key, { after }]) => !own.has(key) && isPlace(after)).map(([key]) => key));
  return { texts, blocks, headings, own, placed, moved };
}

interface OrderedSection {
  readonly key: string;
  readonly keys: readonly string[];
}

/** The introduction and the sections as they stand after moves, each with the keys of its paragraphs; removed ones keep their places. */
function orderedSections(draft: CircularDocument, { blocks, headings, own, placed }: Plan): OrderedSection[] {
  const ownSections = [...own].filter((key) => headings.has(key));
  const composed = [
    INTRODUCTION,
    ...draft.introduction.map(({ key }) => key),
    ...draft.sections.flatMap((section) => [section.key, ...section.paragraphs.map(({ key }) => key)]),
    ...ownSections,
  ];
  const of = (known: ReadonlyMap<string, unknown>) => new Map([...placed].filter(([key]) => known.has(key)));
  const sections: { key: string; keys: string[] }[] = [];
  for (const key of blockOrder(composed, of(blocks))) {
    if (key === INTRODUCTION || headings.has(key)) sections.push({ key, keys: [] });
    else sections.at(-1)?.keys.push(key);
  }
  const holder = new Map(sections.flatMap(({ key, keys }) => keys.map((inside) => [inside, key] as const)));
  const placings = [...of(headings)].map(([key, { after, at }]): [string, Placing] => [
    key,
    { after: holder.get(after) ?? after, at },
  ]);
  const order = blockOrder([INTRODUCTION, ...draft.sections.map(({ key }) => key)], new Map(placings));
  const byKey = new Map(sections.map((section) => [section.key, section]));
  return order.flatMap((key) => byKey.get(key) ?? []);
}

function paragraphsOf(section: OrderedSection, plan: Plan, marks: BlockMark[]): CircularParagraph[] {
  const isGone = plan.texts.get(section.key)?.edit === 'remove';
  return section.keys.flatMap((key) => {
    const block = plan.blocks.get(key);
    if (block === undefined) return [];
    const shown = editedBlock(block, plan);
    const mark = shown.mark;
    // What a clerk wrote in a section that was taken out is told, not dropped.
    if (mark !== null)
      marks.push(isGone && mark.text !== '' && mark.state !== 'moved' ? { ...mark, state: 'gone' } : mark);
    return isGone ? [] : shown.kept;
  });
}

function editedBlock(
  block: CircularParagraph,
  { texts, own, moved }: Plan,
): { readonly kept: CircularParagraph[]; readonly mark: BlockMark | null } {
  const { key, level } = block;
  const edit = texts.get(key);
  if (own.has(key)) {
    const text = edit?.edit === 'replace' ? edit.text : block.text;
    const isRemoved = edit?.edit === 'remove';
    const mark: BlockMark = { key, state: isRemoved ? 'removed' : 'own', composed: '', base: '', text };
    return { kept: isRemoved ? [] : [{ key, level, text }], mark };
  }
  if (edit === undefined || (edit.edit === 'replace' && edit.text === block.text)) {
    const { text } = block;
    return { kept: [block], mark: moved.has(key) ? { key, state: 'moved', composed: text, base: text, text } : null };
  }
  const mark = markOf(key, edit, block.text);
  return { kept: edit.edit === 'remove' ? [] : [rewritten(block, edit.text)], mark };
}

function rewritten({ key, level, text: composed, figures: counted = [] }: CircularParagraph, text: string) {
  const figures = keptFigures({ text: composed, figures: counted }, text);
  return figures.length === 0 ? { key, level, text } : { key, level, text, figures };
}

/** Heading of a section, null where it was taken out. */
function headingOf({ key, keys }: OrderedSection, { texts, blocks, headings, own, moved }: Plan, marks: BlockMark[]) {
  const heading = headings.get(key) ?? '';
  const edit = texts.get(key);
  if (own.has(key)) {
    const text = edit?.edit === 'replace' ? edit.text : heading;
    const isRemoved = edit?.edit === 'remove';
    marks.push({ key, state: isRemoved ? 'removed' : 'own', composed: '', base: '', text });
    return isRemoved ? null : text;
  }
  if (edit === undefined || (edit.edit === 'replace' && edit.text === heading)) {
    if (moved.has(key)) marks.push({ key, state: 'moved', composed: heading, base: heading, text: heading });
    return heading;
  }
  const texted = keys.flatMap((inside) => (own.has(inside) ? [] : (blocks.get(inside)?.text ?? [])));
  const composed = edit.base.includes('\n') ? [heading, ...texted].join('\n') : heading;
  marks.push(markOf(key, edit, composed));
  return edit.edit === 'remove' ? null : edit.text;
}

function markOf(key: string, { edit, base, text }: TextEdit, composed: string): BlockMark {
  const state = base !== composed ? 'stale' : edit === 'remove' ? 'removed' : 'edited';
  return { key, state, composed, base, text };
}

/** Texts outside the paragraphs; 抄送 is one text, its names joined by ，. A title cannot be emptied. */
function fieldTexts(draft: CircularDocument, { texts }: Plan, marks: BlockMark[]) {
  const fields: { -readonly [K in Exclude<FieldKey, 'copyTo'>]?: string } & { copyTo?: readonly string[] } = {};
  for (const key of FIELD_KEYS) {
    const edit = texts.get(key);
    const composed = key === 'copyTo' ? draft.copyTo.join(COPY_SEPARATOR) : draft[key];
    if (edit === undefined || edit.text === composed || (key === 'title' && edit.text.trim() === '')) continue;
    marks.push(markOf(key, edit, composed));
    if (key === 'copyTo')
      fields.copyTo = edit.text
        .split(/[，,\n]/u)
        .map((name) => name.trim())
        .filter((name) => name !== '');
    else fields[key] = edit.text;
  }
  return fields;
}

const COPY_SEPARATOR = '，';

function isField(key: string): boolean {
  return (FIELD_KEYS as readonly string[]).includes(key);
}
