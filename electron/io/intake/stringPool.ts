import { ReadFault } from './readFault.ts';

/** Bytes that may still be kept outside the heap; shared by everything that stores cells of one file. */
export interface StoreBudget {
  left: number;
}

/**
 * Strings of a workbook as bytes outside the JavaScript heap: one byte a character where that is enough, else two.
 * A table of text takes about a third of the memory that JavaScript strings take, and no slice of the file stays alive.
 */
export interface StringPool {
  readonly size: number;
  add(text: string): number;
  get(index: number): string;
  isEmpty(index: number): boolean;
}

/** Makes an empty pool that takes its bytes from `budget` and refuses the file as `too_large` when they are used up. */
export function createStringPool(budget: StoreBudget): StringPool {
  const blocks: Buffer[] = [];
  let used = 0;
  let room = 0;
  let starts = new Uint32Array(1024);
  /** Byte length, doubled, plus 1 for two-byte text. */
  let lengths = new Uint32Array(1024);
  let size = 0;
  // Agencies, kinds and days repeat from row to row: short texts last read are kept as strings, one a slot.
  const atHand: string[] = new Array(SLOTS).fill('');
  const slotOf = new Int32Array(SLOTS).fill(-1);
  return {
    get size() {
      return size;
    },
    add(text) {
      const wide = WIDE.test(text);
      const bytes = wide ? text.length * 2 : text.length;
      if (used + bytes > room) {
        if (bytes > BLOCK_BYTES) throw new ReadFault('too_large', '有一个单元格的文字过长');
        room = blocks.length > 0 || bytes > FIRST_BLOCK_BYTES ? BLOCK_BYTES : FIRST_BLOCK_BYTES;
        spend(budget, room);
        blocks.push(Buffer.allocUnsafeSlow(room));
        used = 0;
      }
      if (size === starts.length) {
        spend(budget, size * 8);
        starts = grown(starts);
        lengths = grown(lengths);
      }
      const block = blocks[blocks.length - 1];
      block?.write(text, used, wide ? 'utf16le' : 'latin1');
      starts[size] = (blocks.length - 1) * BLOCK_BYTES + used;
      lengths[size] = bytes * 2 + (wide ? 1 : 0);
      used += bytes;
      return size++;
    },
    get(index) {
      const slot = index % SLOTS;
      if (slotOf[slot] === index) return atHand[slot] ?? '';
      const length = lengths[index] ?? 0;
      const start = starts[index] ?? 0;
      const from = start % BLOCK_BYTES;
      const to = from + (length >>> 1);
      const block = blocks[Math.floor(start / BLOCK_BYTES)];
      if (!block || index >= size) return '';
      const text = block.toString(length & 1 ? 'utf16le' : 'latin1', from, to);
      if (text.length <= LONGEST_AT_HAND) {
        atHand[slot] = text;
        slotOf[slot] = index;
      }
      return text;
    },
    isEmpty: (index) => index >= size || (lengths[index] ?? 0) < 2,
  };
}

/** Takes bytes from the budget; refuses the file when there are none left. */
export function spend(budget: StoreBudget, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw new ReadFault('too_large', '单元格内容超过内存限制');
}

const SLOTS = 4096;
const LONGEST_AT_HAND = 64;
const BLOCK_BYTES = 512 * 1024;
/** Most mailed tables are small. */
const FIRST_BLOCK_BYTES = 32 * 1024;
const WIDE = /[^\0-\xff]/;

function grown(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2);
  larger.set(old);
  return larger;
}
