import type { Column } from '../contract/templates.ts';
import { foldHeader } from './fold.ts';

/** A header that looks like a column's name though it is not: proposed, never applied unasked. */
export interface Proposal<Header> {
  readonly header: Header;
  readonly column: Column;
  /** Name or alias it looks like. */
  readonly like: string;
  /** 0 (nothing in common) to 1 (the same). */
  readonly likeness: number;
}

/** What the headers left over may mean, the best first. */
export function proposeColumns<Header extends { readonly header: string }>(
  headers: readonly Header[],
  columns: readonly Column[],
): Proposal<Header>[] {
  const proposals = headers.slice(0, MOST_HEADERS).flatMap((header) =>
    columns.flatMap((column) => {
      const best = bestName(foldHeader(header.header), column);
      return best.likeness >= LEAST ? [{ header, column, ...best }] : [];
    }),
  );
  return proposals.sort((a, b) => b.likeness - a.likeness);
}

/** How alike two folded headers are: one wrong, missing or added character in a name, or nearly the same pairs of characters. */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  // Far longer than a name, it cannot be like it: not worth counting.
  if (longer < 2 || Math.min(a.length, b.length) * 3 < longer) return 0;
  const edits = 1 - editDistance(a, b) / longer;
  return Math.max(edits, sharedPairs(a, b));
}

function bestName(header: string, column: Column): { readonly like: string; readonly likeness: number } {
  let best = { like: column.name, likeness: 0 };
  for (const name of [column.name, ...column.aliases]) {
    const likeness = likenessOf(header, foldHeader(name));
    if (likeness > best.likeness) best = { like: name, likeness };
  }
  return best;
}

/** A sheet with more columns left over is no misspelt one. */
const MOST_HEADERS = 200;
/** Two of three characters; 公示日期 is not yet like 处罚决定日期. */
const LEAST = 0.6;

/** Fewest characters to change, add, leave out or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], j: number): number => row[j] ?? 0;

/** Dice coefficient of the pairs of neighbouring characters. */
function sharedPairs(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  if (left.length === 0 || right.length === 0) return 0;
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of left) {
    const count = rest.get(pair) ?? 0;
    if (count === 0) continue;
    rest.set(pair, count - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
