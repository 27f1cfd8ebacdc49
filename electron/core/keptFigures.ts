import type { Figure } from '../contract/figures.ts';
import type { Worded } from './worded.ts';

/**
 * The figures of a composed text that still stand in what a clerk made of it, each at its new place, in the order of the text. A figure is
 * kept where its number stands among the same words, from the last 、：；，。 to the next and under the same `事项：`, and no other number of
 * either text stands among these; where one does, only if the whole part of the sentence is as it was. So a list put into another order
 * opens for each unit its own rows, and a number written anew opens nothing: nobody counted it there.
 */
export function keptFigures(composed: Worded, written: string): Figure[] {
  const before = numbersOf(composed.text);
  const after = numbersOf(written);
  const at = new Map(before.map((number) => [number.start, number]));
  const only = { before: soleBy(before, ({ words }) => words), after: soleBy(after, ({ words }) => words) };
  const whole = { before: soleBy(before, ({ part }) => part), after: soleBy(after, ({ part }) => part) };
  const kept = composed.figures.flatMap((figure) => {
    const number = at.get(figure.start);
    if (number === undefined) return [];
    const found =
      (only.before.get(number.words) && only.after.get(number.words)) ??
      (whole.before.get(number.part) && whole.after.get(number.part));
    return found?.text === number.text ? [{ ...figure, start: found.start }] : [];
  });
  return kept.toSorted((a, b) => a.start - b.start);
}

interface NumberInText {
  readonly start: number;
  readonly text: string;
  /** What it stands among, without itself. */
  readonly words: string;
  /** The part of the sentence (to the next ；。) it stands in, and where in it. */
  readonly part: string;
}

/** Numbers with their fraction and `%`. */
function numbersOf(text: string): NumberInText[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*%?/gu)].map(({ index: start, 0: number }) => {
    const end = start + number.length;
    const clause = { from: lastBefore(text, start, '、：；，。'), to: nextFrom(text, end, '、：；，。') };
    const part = { from: lastBefore(text, start, '；。'), to: nextFrom(text, end, '；。') };
    return {
      start,
      text: number,
      words: [labelOf(text, clause.from), text.slice(clause.from, start), text.slice(end, clause.to)].join('\n'),
      part: [labelOf(text, part.from), text.slice(part.from, part.to), start - part.from].join('\n'),
    };
  });
}

/** What stands before the last ： of the sentence before a place, `''` where there is none: `月度报送` of `月度报送：甲局、乙局`. */
function labelOf(text: string, place: number): string {
  const colon = lastBefore(text, place, '：') - 1;
  if (colon < lastBefore(text, place, '。')) return '';
  // A title may hold 、: 许可、处罚 is not 承诺、处罚.
  return text.slice(lastBefore(text, colon, '：；，。'), colon);
}

/** Where begins what follows the last of these signs before a place. */
function lastBefore(text: string, place: number, signs: string): number {
  let from = place;
  while (from > 0 && !signs.includes(text.charAt(from - 1))) from -= 1;
  return from;
}

function nextFrom(text: string, place: number, signs: string): number {
  let to = place;
  while (to < text.length && !signs.includes(text.charAt(to))) to += 1;
  return to;
}

/** The numbers by a key that no other of the text has. */
function soleBy(
  numbers: readonly NumberInText[],
  keyOf: (number: NumberInText) => string,
): ReadonlyMap<string, NumberInText> {
  const sole = [...Map.groupBy(numbers, keyOf)].flatMap(([key, own]) =>
    own.length === 1 ? own.map((number) => [key, number] as const) : [],
  );
  return new Map(sole);
}
