import type { CircularDocument, CircularParagraph, CircularSection } from '../../../electron/contract/circulars.ts';

/** An edit of the circular's text. Tables are not edited: they are the data. */
export type CircularEdit =
  | { readonly edit: 'field'; readonly field: TextField; readonly text: string }
  | { readonly edit: 'copyTo'; readonly text: string }
  | { readonly edit: 'introduction'; readonly index: number; readonly text: string }
  | { readonly edit: 'addIntroduction'; readonly index: number }
  | { readonly edit: 'removeIntroduction'; readonly index: number }
  | { readonly edit: 'heading'; readonly section: number; readonly text: string }
  | { readonly edit: 'addSection'; readonly section: number; readonly heading: string }
  | { readonly edit: 'removeSection'; readonly section: number }
  | { readonly edit: 'paragraph'; readonly section: number; readonly index: number; readonly text: string }
  | {
      readonly edit: 'addParagraph';
      readonly section: number;
      readonly index: number;
      readonly level: CircularParagraph['level'];
    }
  | { readonly edit: 'removeParagraph'; readonly section: number; readonly index: number };

export type TextField =
  | 'letterhead'
  | 'documentNo'
  | 'title'
  | 'addressee'
  | 'signature'
  | 'date'
  | 'remark'
  | 'issuer';

/** The document after one edit; the old one is left as it is. `index` of an addition is where the new part will stand. */
export function editCircular(document: CircularDocument, edit: CircularEdit): CircularDocument {
  switch (edit.edit) {
    case 'field':
      return { ...document, [edit.field]: edit.text };
    case 'copyTo':
      return { ...document, copyTo: splitNames(edit.text) };
    case 'introduction':
      return { ...document, introduction: document.introduction.with(edit.index, edit.text) };
    case 'addIntroduction':
      return { ...document, introduction: document.introduction.toSpliced(edit.index, 0, '') };
    case 'removeIntroduction':
      return { ...document, introduction: document.introduction.toSpliced(edit.index, 1) };
    case 'addSection':
      return {
        ...document,
        sections: document.sections.toSpliced(edit.section, 0, {
          heading: edit.heading,
          paragraphs: [{ level: 'body', text: '' }],
        }),
      };
    case 'removeSection':
      return { ...document, sections: document.sections.toSpliced(edit.section, 1) };
    default:
      return {
        ...document,
        sections: document.sections.map((section, at) => (at === edit.section ? editSection(section, edit) : section)),
      };
  }
}

/** `西信用办〔2022〕 号` with its number; undefined leaves the blank of a number not yet given. */
export function withNumber(documentNo: string, no: number | undefined): string {
  return documentNo.replace(/〕\s*\d*\s*号/, `〕${no ?? '\u3000'}号`);
}

/** Names as typed: separated by commas, 、 or line breaks. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/[，,、；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function editSection(
  section: CircularSection,
  edit: Extract<CircularEdit, { edit: 'heading' | 'paragraph' | 'addParagraph' | 'removeParagraph' }>,
): CircularSection {
  const { paragraphs } = section;
  switch (edit.edit) {
    case 'heading':
      return { ...section, heading: edit.text };
    case 'paragraph':
      return {
        ...section,
        paragraphs: paragraphs.map((paragraph, at) =>
          at === edit.index ? { ...paragraph, text: edit.text } : paragraph,
        ),
      };
    case 'addParagraph':
      return { ...section, paragraphs: paragraphs.toSpliced(edit.index, 0, { level: edit.level, text: '' }) };
    case 'removeParagraph':
      return { ...section, paragraphs: paragraphs.toSpliced(edit.index, 1) };
  }
}
