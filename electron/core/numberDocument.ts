import type { CircularDocument, CircularParagraph } from '../contract/circulars.ts';
import { chineseNumeral } from './chineseList.ts';
import { shifted } from './worded.ts';

/**
 * Puts the numbers of GB/T 9704 7.3.3 before headings and lists, 一、（一）1.（1）, each level anew below the one above it, and moves the
 * figures along. The last step of all, after edits: give it a document without numbers.
 */
export function numberDocument(document: CircularDocument): CircularDocument {
  return {
    ...document,
    introduction: numbered(document.introduction),
    sections: document.sections.map((section, index) => ({
      ...section,
      heading: `${chineseNumeral(index + 1)}、${section.heading}`,
      paragraphs: numbered(section.paragraphs),
    })),
  };
}

function numbered(paragraphs: readonly CircularParagraph[]): CircularParagraph[] {
  let second = 0;
  let third = 0;
  let fourth = 0;
  return paragraphs.map((paragraph) => {
    switch (paragraph.level) {
      case 'body':
        return paragraph;
      case 'second':
        second += 1;
        third = 0;
        fourth = 0;
        return prefixed(paragraph, `（${chineseNumeral(second)}）`);
      case 'third':
        third += 1;
        fourth = 0;
        return prefixed(paragraph, `${third}.`);
      case 'fourth':
        fourth += 1;
        return prefixed(paragraph, `（${fourth}）`);
      default:
        return paragraph.level satisfies never;
    }
  });
}

function prefixed(paragraph: CircularParagraph, number: string): CircularParagraph {
  const { figures } = paragraph;
  const text = `${number}${paragraph.text}`;
  return figures === undefined
    ? { ...paragraph, text }
    : { ...paragraph, text, figures: shifted(figures, number.length) };
}
