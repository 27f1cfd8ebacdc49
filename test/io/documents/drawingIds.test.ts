import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { withOwnDrawingIds } from '../../../electron/io/documents/drawingIds.ts';

const drawing = (id: number, inner: number) =>
  `<wp:docPr id="${id}" name="版记"/><wps:cNvPr name="框" id="${inner}"/><w:t>id="${id}"</w:t>`;
const packed = (first: number) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/footer1.xml': strToU8(drawing(first + 4, first + 5)),
    'word/document.xml': strToU8(drawing(first, first + 1) + drawing(first + 2, first + 3)),
  });

it('numbers the drawings of a document by their order in it, whatever was made before, and touches nothing else', () => {
  const text = (first: number) => {
    const parts = unzipSync(withOwnDrawingIds(packed(first)));
    expect(Object.keys(parts)).toEqual(['[Content_Types].xml', 'word/footer1.xml', 'word/document.xml']);
    return [parts['word/document.xml'], parts['word/footer1.xml']].map((part) => strFromU8(part ?? new Uint8Array()));
  };
  const [document = '', footer = ''] = text(18);
  expect([...document.matchAll(/ id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2', '3', '4']);
  expect([...footer.matchAll(/ id="(\d+)"/g)].map(([, id]) => id)).toEqual(['5', '6']);
  expect(document).toContain('<w:t>id="18"</w:t>');
  expect(text(7).map((part) => part.replaceAll(/<w:t>.*?<\/w:t>/g, ''))).toEqual(
    [document, footer].map((part) => part.replaceAll(/<w:t>.*?<\/w:t>/g, '')),
  );
});
