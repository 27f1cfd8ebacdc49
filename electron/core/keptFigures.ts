import type { Figure } from '../contract/figures.ts';
import type { Worded } from './worded.ts';

/**
 * The figures of a composed text that still stand in what a clerk made of it, each at its new place: both texts are laid beside each other
 * so that as much as possible agrees in order, numbers as wholes, and a figure is kept where all of it agrees without a break, and what
 * stands just before or behind it, too. A number written anew opens nothing: nobody counted it there.
 */
export function keptFigures(composed: Worded, written: string): Figure[] {
  const [before, after] = [tokensOf(composed.text), tokensOf(written)];
  const places = placesOf(before, after);
  const at = new Map(before.map(({ start }, index) => [start, index]));
  const end = new Map(before.map(({ start, text }, index) => [start + text.length, index]));
  return composed.figures.flatMap((figure) => {
    const first = at.get(figure.start);
    const last = end.get(figure.start + figure.length);
    if (first === undefined || last === undefined) return [];
    const place = places[first] ?? -1;
    const token = after[place];
    const stands = (index: number) => places[index] === place + index - first;
    const isWhole = places.slice(first, last + 1).every((_, index) => stands(first + index));
    return token && isWhole && (stands(first - 1) || stands(last + 1)) ? [{ ...figure, start: token.start }] : [];
  });
}

interface Token {
  readonly start: number;
  readonly text: string;
}

/** Numbers with their fraction and `%`, and all else by characters. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*%?|./gsu)].map(({ index, 0: token }) => ({ start: index, text: token }));
}

/** Longer texts than this are no circular's; between what they begin and end with nothing is looked for. */
const MOST_PAIRS = 4_000_000;

/** For each token the index of the one it agrees with, -1 for none: a longest common subsequence. */
function placesOf(before: readonly Token[], after: readonly Token[]): number[] {
  const places = before.map(() => -1);
  const agree = (a: number, b: number) => before[a]?.text === after[b]?.text;
  let [head, tail] = [0, 0];
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && agree(head, head)) {
    places[head] = head;
    head += 1;
  }
  while (tail < shorter - head && agree(before.length - 1 - tail, after.length - 1 - tail)) {
    places[before.length - 1 - tail] = after.length - 1 - tail;
    tail += 1;
  }
  const rows = before.length - head - tail;
  const width = after.length - head - tail + 1;
  if (rows * width > MOST_PAIRS) return places;
  // How much agrees from here on, row by row from the end.
  const common = new Uint32Array((rows + 1) * width);
  const commonAt = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = width - 2; column >= 0; column -= 1) {
      common[row * width + column] = agree(head + row, head + column)
        ? commonAt(row + 1, column + 1) + 1
        : Math.max(commonAt(row + 1, column), commonAt(row, column + 1));
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < width - 1) {
    if (agree(head + row, head + column)) {
      places[head + row] = head + column;
      row += 1;
      column += 1;
    } else if (commonAt(row + 1, column) >= commonAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return places;
}
