import type { Relationship } from './xlsxParts.ts';
import { attributeOf, type XmlHandler } from './xmlHandler.ts';
import { readPart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** What floats over the cells of a sheet. */
export interface Floating {
  readonly pictures: number;
  /** Text boxes and shapes with text. */
  readonly shapes: number;
}

/** Counts what the drawings of a sheet hold; pictures themselves are never read. */
export async function countFloating(zip: ZipArchive, parts: readonly Relationship[]): Promise<Floating> {
  let pictures = 0;
  let shapes = 0;
  for (const { path } of parts) {
    if (!zip.has(path)) continue;
    const handler = drawingHandler();
    await readPart(zip, path, handler);
    pictures += handler.counts().pictures;
    shapes += handler.counts().shapes;
  }
  return { pictures, shapes };
}

/** Whether a table of a sheet (`Ctrl+T`) has its filter set. */
export async function hasTableFilter(zip: ZipArchive, parts: readonly Relationship[]): Promise<boolean> {
  let filtered = false;
  for (const { type, path } of parts) {
    if (type !== 'table' || !zip.has(path)) continue;
    await readPart(zip, path, {
      open(name, attributes) {
        if (name === 'filterColumn' && attributeOf(attributes, 'colId') !== undefined) filtered = true;
      },
      close() {},
      text() {},
    });
  }
  return filtered;
}

function drawingHandler(): XmlHandler & { counts(): Floating } {
  let pictures = 0;
  let shapes = 0;
  let inShape = false;
  let inText = false;
  let text = '';
  // The same shape once more, for programs that do not know the first form.
  let fallbacks = 0;
  return {
    open(name) {
      if (name === 'Fallback') fallbacks++;
      else if (fallbacks > 0) return;
      else if (name === 'pic') pictures++;
      else if (name === 'sp') {
        inShape = true;
        text = '';
      } else if (name === 't') inText = inShape;
    },
    close(name) {
      if (name === 'Fallback') fallbacks--;
      else if (name === 't') inText = false;
      else if (name === 'sp' && inShape) {
        inShape = false;
        if (text.trim() !== '') shapes++;
      }
    },
    text(part) {
      if (inText) text += part;
    },
    counts: () => ({ pictures, shapes }),
  };
}
