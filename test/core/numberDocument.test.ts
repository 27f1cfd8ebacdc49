import { describe, expect, it } from 'vitest';
import type { CircularDocument, CircularParagraph, ParagraphLevel } from '../../electron/contract/circulars.ts';
import { composeCircular, composeDraft } from '../../electron/core/circular.ts';
import { numberDocument } from '../../electron/core/numberDocument.ts';
import { sampleMonth } from './circularSample.ts';

const draft = composeDraft(sampleMonth(20));

function withSections(...levels: ParagraphLevel[][]): CircularDocument {
  const paragraphs = (of: ParagraphLevel[]): CircularParagraph[] =>
    of.map((level, index) => ({ key: `p${index}`, level, text: 'x' }));
  return {
    ...draft,
    sections: levels.map((of, i) => ({ key: `section/${i}`, heading: 'h', paragraphs: paragraphs(of) })),
  };
}

const textsOf = (document: CircularDocument) =>
  document.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]);

describe('numbering a document', () => {
  it('counts each level anew below the one above it', () => {
    const levels: ParagraphLevel[] = [
      'second',
      'third',
      'fourth',
      'fourth',
      'third',
      'fourth',
      'body',
      'second',
      'third',
    ];
    expect(textsOf(numberDocument(withSections(levels, ['third', 'second'])))).toEqual([
      ['一、h', '（一）x', '1.x', '（1）x', '（2）x', '2.x', '（1）x', 'x', '（二）x', '1.x'],
      ['二、h', '1.x', '（一）x'],
    ]);
  });

  it('writes the eleventh and twentieth section in Chinese numerals', () => {
    const sections = textsOf(numberDocument(withSections(...Array.from({ length: 21 }, (): ParagraphLevel[] => []))));
    expect([sections[9]?.[0], sections[10]?.[0], sections[20]?.[0]]).toEqual(['十、h', '十一、h', '二十一、h']);
  });

  it('keeps every figure on its number', () => {
    const printed = (document: CircularDocument) =>
      document.sections.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ text, figures = [] }) =>
          figures.map(({ start, length, ref }) => [text.slice(start, start + length), ref]),
        ),
      );
    expect(printed(draft).length).toBeGreaterThan(30);
    for (const [number] of printed(draft)) expect(number).toMatch(/^\d+(\.\d\d%|%)?$/);
    expect(printed(numberDocument(draft))).toEqual(printed(draft));
  });

  it('is what composing adds to the draft', () => {
    expect(composeCircular(sampleMonth(20))).toEqual(numberDocument(draft));
    expect(
      textsOf(draft)
        .flat()
        .some((text) => /^([一二三四五六七八九十]+、|（[一二三四]）|\d\.)/.test(text)),
    ).toBe(false);
  });
});
