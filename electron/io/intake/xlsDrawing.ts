import type { BiffRecords } from './biffRecords.ts';
import { biffContent } from './biffStrings.ts';

/** What floats over the cells of a sheet: pictures and shapes are counted, comments kept with their cells. */
export interface XlsDrawing {
  /** Takes a record if it belongs to a drawing; false for any other. */
  take(records: BiffRecords): boolean;
  pictures(): number;
  /** Text boxes and shapes with text. */
  shapes(): number;
  /** Comment text of a cell, rows and columns 0-based. */
  comments(): ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** Makes a collector for one sheet. Pictures themselves are never read. */
export function createXlsDrawing(isBiff8: boolean): XlsDrawing {
  const texts = new Map<number, string>();
  const notes: { readonly row: number; readonly column: number; readonly object: number }[] = [];
  let object = 0;
  let kind = 0;
  let pictures = 0;
  let shapes = 0;
  return {
    take(records) {
      const { type, data, start, end } = records;
      if (type === OBJECT) {
        // The first part of the record says what the object is; its text comes in a record of its own.
        if (isBiff8 && end - start >= 8) {
          kind = data.readUInt16LE(start + 4);
          object = data.readUInt16LE(start + 6);
          if (kind === PICTURE) pictures++;
        }
        return true;
      }
      if (type === OBJECT_TEXT) {
        if (!isBiff8 || end - start < 12) return true;
        const length = data.readUInt16LE(start + 10);
        if (length === 0 || !records.nextContinue()) return true;
        const text = biffContent(records).unicode(length).text.trim();
        if (text !== '' && SHAPES.has(kind)) shapes++;
        texts.set(object, text.slice(0, LONGEST_NOTE));
        return true;
      }
      if (type === NOTE) {
        if (isBiff8 && end - start >= 8) {
          const row = data.readUInt16LE(start);
          notes.push({ row, column: data.readUInt16LE(start + 2), object: data.readUInt16LE(start + 6) });
        }
        return true;
      }
      return false;
    },
    pictures: () => pictures,
    shapes: () => shapes,
    comments() {
      const rows = new Map<number, Map<number, string>>();
      for (const { row, column, object: of } of notes) {
        const text = texts.get(of) ?? '';
        if (text === '') continue;
        const cells = rows.get(row) ?? new Map<number, string>();
        rows.set(row, cells.set(column, text));
      }
      return rows;
    },
  };
}

const LONGEST_NOTE = 32_767;
const NOTE = 0x1c;
const OBJECT = 0x5d;
const OBJECT_TEXT = 0x1b6;
const PICTURE = 0x08;
/** Line, rectangle, oval, arc, text box, polygon, drawing; controls, charts and comments are none. */
const SHAPES: ReadonlySet<number> = new Set([0x01, 0x02, 0x03, 0x04, 0x06, 0x09, 0x1e]);
