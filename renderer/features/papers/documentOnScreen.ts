import type { CircularDocument, CircularParagraph } from '../../../electron/contract/circulars.ts';
import type { PaperEdit, PaperView } from '../../../electron/contract/papers.ts';
import { INTRODUCTION } from './paperBlocks.ts';

type Insert = Extract<PaperEdit, { edit: 'insert' | 'insertSection' }>;

/**
 * The document as answered, with what was added here since at its place, and without the paragraphs that were taken back: typing goes on
 * in a new paragraph while it is being stored. What is added gets its number with the answer.
 */
export function documentOnScreen({ document, paper }: PaperView, edits: readonly PaperEdit[]): CircularDocument {
  if (edits === paper.edits) return document;
  const answered = new Set(paper.edits.filter(isInsert).map(({ key }) => key));
  const here = edits.filter(isInsert);
  const added = here.filter(({ key }) => !answered.has(key));
  const gone = new Set([...answered].filter((key) => !here.some((edit) => edit.key === key)));
  if (added.length === 0 && gone.size === 0) return document;
  const without = (paragraphs: readonly CircularParagraph[]) => paragraphs.filter(({ key }) => !gone.has(key));
  const left: CircularDocument = {
    ...document,
    introduction: without(document.introduction),
    sections: document.sections.map((section) => ({ ...section, paragraphs: without(section.paragraphs) })),
  };
  return added.reduce((before, edit) => (edit.edit === 'insert' ? withParagraph : withSection)(before, edit), left);
}

function withParagraph(document: CircularDocument, edit: Insert): CircularDocument {
  if (edit.edit !== 'insert') return document;
  const { key, level, text, after } = edit;
  const put = (holder: string, paragraphs: readonly CircularParagraph[]) => {
    const at = holder === after ? 0 : paragraphs.findIndex((one) => one.key === after) + 1;
    return at === 0 && holder !== after ? paragraphs : paragraphs.toSpliced(at, 0, { key, level, text });
  };
  return {
    ...document,
    introduction: put(INTRODUCTION, document.introduction),
    sections: document.sections.map((section) => ({ ...section, paragraphs: put(section.key, section.paragraphs) })),
  };
}

function withSection(document: CircularDocument, { key, text, after }: Insert): CircularDocument {
  const at = document.sections.findIndex((section) => section.key === after);
  if (at < 0 && after !== INTRODUCTION) return document;
  return { ...document, sections: document.sections.toSpliced(at + 1, 0, { key, heading: text, paragraphs: [] }) };
}

function isInsert(edit: PaperEdit): edit is Insert {
  return edit.edit === 'insert' || edit.edit === 'insertSection';
}
