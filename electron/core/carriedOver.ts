/** A text changed by hand with what the data changed since put into it, and whether all of that found its place. */
export interface CarriedOver {
  readonly text: string;
  /** The data say something otherwise that no longer stands in the text. */
  readonly isPartial: boolean;
}

/**
 * Puts what changed between two composed texts into `printed`, which a clerk made of the first: a number where it stands between the same
 * words, other words only where all that changed in their part of the sentence (to the next ；。) still stands. All else is the clerk's and
 * stays.
 */
export function carriedOver(composed: string, now: string, printed: string): CarriedOver {
  const [old, shown] = [tokensOf(composed), tokensOf(printed)];
  const open = changesOf(old, tokensOf(now)).map((change) => ({ ...change, place: placeIn(shown, old, change) }));
  const groups = Map.groupBy(open, (change) => (change.isNumber ? change : partOf(old, change.from)));
  const standing = [...groups.values()].filter((group) => group.every(({ place }) => place !== null)).flat();
  const text = [...shown];
  // From the end, so that places before stay where they are.
  for (const { from, to, words, place } of standing.toSorted((a, b) => (b.place ?? 0) - (a.place ?? 0)))
    if (place !== null && place !== DONE) text.splice(place, to - from, ...words);
  return { text: text.join(''), isPartial: standing.length < open.length };
}

/** Tokens `from` to before `to` of the older text give way to these. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly isNumber: boolean;
}

const NUMBER = /^\d/u;

/** Numbers with their fraction and `%`, and single characters. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\d+(?:[.,]\d+)*%?|[^\d]/gu) ?? [];
}

function changesOf(old: readonly string[], now: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  for (const [from, to] of [...common(old, now), [old.length, now.length] as const]) {
    if (i < from || j < to) {
      const words = now.slice(j, to);
      const isNumber =
        from - i === 1 && words.length === 1 && [old[i] ?? '', ...words].every((one) => NUMBER.test(one));
      changes.push({ from: i, to: from, words, isNumber });
    }
    [i, j] = [from + 1, to + 1];
  }
  return changes;
}

/** Where tokens of a text stand in another, by a longest run of tokens common to both. */
function common(old: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const wide = now.length + 1;
  // Length of what is common from here on, row by row.
  const lengths = new Uint16Array((old.length + 1) * wide);
  const at = (i: number, j: number) => lengths[i * wide + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * wide + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const places = new Map<number, number>();
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) places.set(i++, j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}

/** The clerk wrote already what the data say now. */
const DONE = -1;

/** Words on either side by which a change is known again. */
const AROUND = { before: 2, after: 1 };

/**
 * Where what changed stands in the printed text, between as many of its neighbours as tell it from all else in the older text; null: nowhere
 * or more than once.
 */
function placeIn(shown: readonly string[], old: readonly string[], { from, to, words }: Change): number | null {
  for (let more = 0; ; more++) {
    const start = Math.max(0, from - AROUND.before - more);
    const end = Math.min(old.length, to + AROUND.after + more);
    const isWhole = start === 0 && end === old.length;
    if (!isWhole && placesOf(old, old.slice(start, end)).length > 1) continue;
    const negated = NEGATIONS.has(old[start - 1] ?? '');
    const sole = (wanted: readonly string[]) => {
      const found = placesOf(shown, wanted).filter((at) => negated || !NEGATIONS.has(shown[at - 1] ?? ''));
      return found.length === 1 ? (found[0] ?? null) : null;
    };
    const place = sole(old.slice(start, end));
    if (place !== null) return place + from - start;
    return sole([...old.slice(start, from), ...words, ...old.slice(to, end)]) === null ? null : DONE;
  }
}

/** 合规2条 is not 不合规2条. */
const NEGATIONS: ReadonlySet<string> = new Set('不未非无');

function placesOf(text: readonly string[], wanted: readonly string[]): readonly number[] {
  return text.flatMap((_, at) => (wanted.every((token, index) => text[at + index] === token) ? [at] : []));
}

/** The part of the sentence a token stands in, counted from the beginning of the text. */
function partOf(tokens: readonly string[], place: number): number {
  return tokens.slice(0, place).filter((token) => token === '；' || token === '。').length;
}
