import { columnNumber } from '../../core/address.ts';
import type { RowNotes } from './compactCells.ts';
import { ReadFault } from './readFault.ts';
import { createRichText } from './richText.ts';
import type { Relationship } from './xlsxParts.ts';
import { attributeOf, type XmlHandler } from './xmlHandler.ts';
import { readPart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** Comments of a sheet by row. */
export type SheetNotes = ReadonlyMap<number, RowNotes>;

/** Reads the comments of a sheet: threads where there are any, for the old part then holds only a hint to a newer Excel. */
export async function readNotes(zip: ZipArchive, parts: readonly Relationship[]): Promise<SheetNotes> {
  const notes = new Map<number, Map<number, string>>();
  let count = 0;
  const read = async (type: string, makeHandler: (add: AddNote) => XmlHandler) => {
    const seen = new Set<string>();
    const add: AddNote = (reference, text) => {
      const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
      if (++count > MAX_NOTES) throw new ReadFault('too_large', `批注超过 ${MAX_NOTES} 条`);
      if (letters === '' || text === '') return;
      const row = notes.get(Number(digits)) ?? new Map<number, string>();
      const column = columnNumber(letters.toUpperCase());
      const before = seen.has(reference) ? `${row.get(column) ?? ''}\n` : '';
      seen.add(reference);
      row.set(column, (before + text).slice(0, LONGEST_NOTE));
      notes.set(Number(digits), row);
    };
    for (const part of parts) {
      if (part.type === type && zip.has(part.path)) await readPart(zip, part.path, makeHandler(add));
    }
  };
  await read('comments', commentsHandler);
  await read('threadedComment', threadsHandler);
  return notes;
}

type AddNote = (reference: string, text: string) => void;

const MAX_NOTES = 200_000;
/** As much as a cell can hold. */
const LONGEST_NOTE = 32_767;

/** `comments1.xml`; the author's name, which programs put before the text, is left out. */
function commentsHandler(add: AddNote): XmlHandler {
  const authors: string[] = [];
  const rich = createRichText();
  let reference = '';
  let author = 0;
  let collecting: 'author' | 'comment' | null = null;
  return {
    open(name, attributes) {
      if (name === 'author') {
        collecting = 'author';
        authors.push('');
      } else if (name === 'comment') {
        collecting = 'comment';
        reference = attributeOf(attributes, 'ref') ?? '';
        author = Number(attributeOf(attributes, 'authorId') ?? -1);
        rich.begin();
      } else if (collecting === 'comment') rich.open(name, attributes);
    },
    close(name) {
      if (name === 'comment') {
        const text = rich.value().replaceAll('\r', '');
        const signed = authors[author];
        const unsigned = signed && text.startsWith(`${signed}:`) ? text.slice(signed.length + 1) : text;
        add(reference, unsigned.trim());
        collecting = null;
      } else if (name === 'author') collecting = null;
      else if (collecting === 'comment') rich.close(name);
    },
    text(text) {
      if (collecting === 'comment') rich.text(text);
      else if (collecting === 'author') authors[authors.length - 1] += text;
    },
  };
}

/** `threadedComment1.xml`: the comment and its answers, one below the other. */
function threadsHandler(add: AddNote): XmlHandler {
  let reference = '';
  let text = '';
  let collecting = false;
  return {
    open(name, attributes) {
      if (name === 'threadedComment') {
        reference = attributeOf(attributes, 'ref') ?? '';
        text = '';
      } else if (name === 'text') collecting = true;
    },
    close(name) {
      if (name === 'text') collecting = false;
      else if (name === 'threadedComment') add(reference, text.trim());
    },
    text(part) {
      if (collecting) text += part;
    },
  };
}
