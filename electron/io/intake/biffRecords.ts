import type { BiffCipher } from './biffCipher.ts';
import type { ByteSource } from './compoundFileBytes.ts';
import { ReadFault } from './readFault.ts';

/** Walks the records of a BIFF stream ([MS-XLS] 2.1.4), one at hand at a time; the stream is never held whole. */
export interface BiffRecords {
  /** Type of the record at hand. */
  readonly type: number;
  /** Its content: `data` from `start` to `end`. Good until the next call of `next` or `seek`. */
  readonly data: Buffer;
  readonly start: number;
  readonly end: number;
  /** Goes to the next record; false at the end of the stream. A record cut short is refused as `truncated`. */
  next(): boolean;
  /** Goes to the next record if it is a CONTINUE; otherwise that one is left for `next`. */
  nextContinue(): boolean;
  /** Goes before the record at a place of the stream. */
  seek(position: number): void;
  /** From here on record contents are enciphered. */
  decipher(cipher: BiffCipher): void;
}

/** Makes a walker at the start of a stream. `guard` is called for every window of the stream. */
export function createBiffRecords(bytes: ByteSource, guard: () => void): BiffRecords {
  return new Walker(bytes, guard);
}

const WINDOW_BYTES = 1024 * 1024;
const CONTINUE = 0x3c;
const HEADER_BYTES = 4;
const MAX_RECORD = HEADER_BYTES + 0xffff;

class Walker implements BiffRecords {
  type = 0;
  data: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  private readonly bytes: ByteSource;
  private readonly guard: () => void;
  /** Place of the window in the stream. */
  private windowAt = 0;
  private cipher: BiffCipher | null = null;
  /** The record at hand was looked at, but not yet handed out by `next`. */
  private again = false;

  constructor(bytes: ByteSource, guard: () => void) {
    this.bytes = bytes;
    this.guard = guard;
  }

  next(): boolean {
    if (this.again) {
      this.again = false;
      return true;
    }
    if (!this.load()) return false;
    const at = this.end;
    const length = this.data.readUInt16LE(at + 2);
    this.type = this.data.readUInt16LE(at);
    this.start = at + HEADER_BYTES;
    this.end = this.start + length;
    if (this.end > this.data.length) throw brokenOff();
    this.cipher?.apply(this.data.subarray(this.start, this.end), this.type, this.windowAt + this.start);
    return true;
  }

  nextContinue(): boolean {
    if (this.again || !this.next()) return false;
    if (this.type === CONTINUE) return true;
    this.again = true;
    return false;
  }

  seek(position: number): void {
    if (position > this.bytes.size) throw brokenOff();
    this.data = Buffer.alloc(0);
    this.windowAt = position;
    this.start = this.end = 0;
    this.again = false;
  }

  decipher(cipher: BiffCipher): void {
    this.cipher = cipher;
    this.data = Buffer.from(this.data);
  }

  /** Has the next record in the window whole, if there is one. */
  private load(): boolean {
    const left = this.data.length - this.end;
    const position = this.windowAt + this.end;
    if (left >= MAX_RECORD || position + left >= this.bytes.size) return left >= HEADER_BYTES;
    this.guard();
    const window = this.bytes.read(position, WINDOW_BYTES);
    // Deciphering writes into the window, which may be the caller's bytes.
    this.data = this.cipher ? Buffer.from(window) : window;
    this.windowAt = position;
    this.end = 0;
    return this.data.length >= HEADER_BYTES;
  }
}

function brokenOff(): ReadFault {
  return new ReadFault('truncated', '工作簿数据不完整；若 WPS 能打开，请另存为 .xlsx');
}
