import iconv from 'iconv-lite';
import type { BiffRecords } from './biffRecords.ts';
import { ReadFault } from './readFault.ts';

/** One string with its formatting runs: from which character on which font holds. */
export interface BiffString {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly font: number }[];
}

/** Reads the content of the record at hand and of its continuations byte by byte. */
export interface BiffContent {
  /** Nothing is left in the record and its continuations. */
  isAtEnd(): boolean;
  uint8(): number;
  uint16(): number;
  uint32(): number;
  /** A Unicode string without its length: flags, characters, runs; phonetic guides are passed over ([MS-XLS] 2.5.293). */
  unicode(length: number): BiffString;
  /** A string of BIFF5: bytes in the code page of the workbook. */
  bytes(length: number, codePage: number): string;
}

/** Content from `offset` of the record at hand. Reading past the end of all continuations is `truncated`. */
export function biffContent(records: BiffRecords, offset = 0): BiffContent {
  let at = records.start + offset;
  const isAtEnd = () => {
    while (at >= records.end) {
      if (!records.nextContinue()) return true;
      at = records.start;
    }
    return false;
  };
  const more = () => {
    if (isAtEnd()) throw new ReadFault('truncated', '工作簿里有残缺的文字；若 WPS 能打开，请另存为 .xlsx');
  };
  const uint8 = () => {
    more();
    return records.data[at++] ?? 0;
  };
  const uint16 = () => uint8() + uint8() * 0x100;
  const uint32 = () => uint16() + uint16() * 0x10000;
  const skip = (count: number) => {
    for (let left = count; left > 0; ) {
      more();
      const step = Math.min(left, records.end - at);
      at += step;
      left -= step;
    }
  };
  const characters = (length: number, flags: number) => {
    let wide = (flags & WIDE) !== 0;
    let text = '';
    for (let left = length; left > 0; ) {
      // A string that goes on in a continuation says anew how wide its characters are there.
      if (at >= records.end) {
        more();
        wide = (uint8() & WIDE) !== 0;
        continue;
      }
      const room = wide ? (records.end - at) >> 1 : records.end - at;
      const count = Math.min(left, room);
      const to = at + (wide ? count * 2 : count);
      text += records.data.toString(wide ? 'utf16le' : 'latin1', at, to);
      // Half a character at the end of a record is no character.
      at = count < left ? records.end : to;
      left -= count;
    }
    return text;
  };
  return {
    isAtEnd,
    uint8,
    uint16,
    uint32,
    unicode(length) {
      const flags = uint8();
      const runCount = flags & RICH ? uint16() : 0;
      const phonetic = flags & PHONETIC ? uint32() : 0;
      const text = characters(length, flags);
      const runs: { from: number; font: number }[] = [];
      for (let i = 0; i < runCount; i++) runs.push({ from: uint16(), font: uint16() });
      skip(phonetic);
      return { text, runs };
    },
    bytes(length, codePage) {
      const parts: Buffer[] = [];
      for (let left = length; left > 0; ) {
        more();
        const step = Math.min(left, records.end - at);
        parts.push(Buffer.from(records.data.subarray(at, at + step)));
        at += step;
        left -= step;
      }
      return iconv.decode(Buffer.concat(parts), encodingOf(codePage));
    },
  };
}

const WIDE = 1;
const PHONETIC = 4;
const RICH = 8;

/** Units that write in an unknown code page write Chinese. */
function encodingOf(codePage: number): string {
  const name = codePage === 1200 ? 'utf16le' : `cp${codePage}`;
  return codePage !== 936 && iconv.encodingExists(name) ? name : 'gb18030';
}
