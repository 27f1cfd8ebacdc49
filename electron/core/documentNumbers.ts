import type { NumberGap } from '../contract/papers.ts';
import type { Office } from '../contract/profiles.ts';
import type { Day } from '../contract/time.ts';
import { Refusal } from './refusal.ts';

/** The numbers of one pattern and year as far as the register knows them. */
export interface NumberBook {
  /** `西信用办〔{year}〕{no}号` */
  readonly pattern: string;
  readonly year: number;
  /** Every number that has a line, whatever became of it. */
  readonly taken: readonly number[];
  /** The number of the office's own notice of that year, which was given before the program was there; 0: none. */
  readonly begun: number;
}

/** A 发文字号 as printed: `西信用办〔2022〕6号`; without leading zeros (GB/T 9704-2012 §7.2.5). A blank where no number is given yet. */
export function numberText(pattern: string, year: number, no: number | null): string {
  return pattern.replaceAll('{year}', String(year)).replaceAll('{no}', no === null ? '\u3000' : String(no));
}

/** The number that comes next: behind all there are, the office's own notice among them. */
export function nextNumber({ taken, begun }: NumberBook): number {
  return taken.reduce((most, seq) => Math.max(most, seq), begun) + 1;
}

/** The numbers nobody accounts for. They lie before the first one the program was told: an office may begin with it in the middle of a year. */
export function gapsOf({ taken, begun }: NumberBook): NumberGap[] {
  const known = [...new Set([...taken, ...(taken.length > 0 && begun > 0 ? [begun] : [])])].toSorted((a, b) => a - b);
  return known.flatMap((seq, index) => {
    const from = (known[index - 1] ?? 0) + 1;
    return from < seq ? [{ from, to: seq - 1 }] : [];
  });
}

/**
 * The lines at the end of the book that a slip may have left: all void, none of a paper, and before them a hole. Whether they were one only
 * the clerk knows; void ones without a hole before them were none.
 */
export function slippedNumbers(
  { taken, begun }: NumberBook,
  isVoidOfNobody: (seq: number) => boolean,
): readonly number[] {
  const known = new Set([...taken, begun]);
  const slipped: number[] = [];
  let seq = Math.max(0, ...taken);
  while (known.has(seq) && isVoidOfNobody(seq)) {
    slipped.push(seq);
    seq -= 1;
  }
  return seq < 1 || known.has(seq) ? [] : slipped;
}

/** Further ahead than this the first number of a year is a slip: no office writes so many papers before it begins with the program. */
const MOST_AHEAD = 500;

/**
 * Refuses a number that has been used (`number_taken`), and one that would leave a hole before it (`number_gap`). The first of a year may be
 * any that is not absurd, and what is missing before the first may be filled in later. The office's own notice has its number, whether it has a line or not: it
 * can be entered, as a paper made elsewhere (`outside`), but is given to no other.
 */
export function refuseNumber(book: NumberBook, seq: number, use: 'paper' | 'outside' = 'paper'): void {
  const printed = numberText(book.pattern, book.year, seq);
  if (!Number.isSafeInteger(seq) || seq < 1) throw new Refusal('number_gap', printed);
  const isNotices = seq === book.begun && use !== 'outside';
  if (book.taken.includes(seq) || isNotices) throw new Refusal('number_taken', printed);
  const next = nextNumber(book);
  if (seq > next && (book.taken.length > 0 || seq > next + MOST_AHEAD))
    throw new Refusal('number_gap', `${printed}，下一个号是${numberText(book.pattern, book.year, next)}`);
}

/** The number that the office's own notice bears, where it is one of this pattern and year; else 0. */
export function begunWith({ documentNoPattern: pattern, notice }: Office, year: number): number {
  const [before = '', after = ''] = pattern.replaceAll('{year}', String(year)).split('{no}');
  const text = notice.documentNo.trim();
  if (!text.startsWith(before) || !text.endsWith(after)) return 0;
  const middle = text.slice(before.length, text.length - after.length);
  return /^\d{1,6}$/u.test(middle) ? Number(middle) : 0;
}

/** The year whose numbers a paper of a day takes. */
export function numberYear(day: Day): number {
  return Number(day.slice(0, 4));
}
