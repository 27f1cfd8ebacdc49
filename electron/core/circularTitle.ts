/**
 * Breaks a title into lines of at most `limit` full characters: shaped 梯形 (growing or shrinking) or 菱形 (widest in the middle), no word
 * torn, a line break before 关于 preferred (GB/T 9704 7.3.1). A title that fits stays on one line, one of more than `SHAPED_LINES` is
 * filled line by line.
 */
export function titleLines(title: string, limit = 20): string[] {
  const words = titleWords(title);
  if (textWidth(title) <= limit || words.length < 2) return [title];
  const least = Math.ceil(textWidth(title) / limit);
  if (least > SHAPED_LINES) return filledLines(words, limit);
  const tight = shapedLines(words, least, limit);
  const loose = shapedLines(words, least + 1, limit);
  if (tight === null || (loose !== null && loose.cost + LINE_MORE < tight.cost)) return loose?.lines ?? [title];
  return tight.lines;
}

/** Nobody prints more lines of a title in a shape. */
const SHAPED_LINES = 8;

/** Width in full characters: a Latin letter, digit or ASCII sign takes half of one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2e80 && !WIDE_SIGNS.has(char) ? 0.5 : 1;
  return width;
}

const WIDE_SIGNS = new Set(['“', '”', '‘', '’', '—', '…', '·']);

/** Phrases of these titles that a segmenter would tear, longest first. */
const PHRASES =
  /《[^》]*》|（[^）]*）|\d{4}年第\d+周(（[^）]*）)?|\d{4}年(\d+月|第[一二三四]季度|[上下]半年)?|社会信用体系建设|工作领导小组|领导小组办公室|办公室|信用信息|归集报送|工作情况|情况的?通报|的通知|的通报/g;

function titleWords(title: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (const match of title.matchAll(PHRASES)) {
    words.push(...withPlace(segments(title.slice(at, match.index)), at === 0), match[0]);
    at = match.index + match[0].length;
  }
  words.push(...withPlace(segments(title.slice(at)), at === 0));
  const merged: string[] = [];
  for (const word of words) {
    const last = merged.at(-1);
    // A line must not begin with a particle or a closing sign, nor end with an opening one.
    const isGlued = last !== undefined && (/^[的、，。；：）》”了和与及]/.test(word) || /[（《“]$/.test(last));
    if (isGlued) merged[merged.length - 1] = last + word;
    else merged.push(word);
  }
  return merged;
}

/** Kept: to make one costs more than the rest of a letter's title. */
const WORDS = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** The names of places that these titles begin with; a longer one than a line is broken like other text. */
const PLACE = /^[^关于的《（\d]{2,17}?[县区市旗州盟](?![县区市旗州盟委局办政场域])/u;

/** The words with the place they begin with in one piece: a segmenter knows no county by name and would tear it. */
function withPlace(words: readonly string[], isBeginning: boolean): readonly string[] {
  const text = words.join('');
  const place = isBeginning ? PLACE.exec(text)?.[0] : undefined;
  if (place === undefined) return words;
  return [place, ...segments(text.slice(place.length))];
}

function segments(text: string): string[] {
  return [...WORDS.segment(text)].map((part) => part.segment);
}

/** Lines as full as they get. */
function filledLines(words: readonly string[], limit: number): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const word of words) {
    const width = textWidth(word);
    if (lines.length === 0 || width > room) {
      lines.push(word);
      room = limit - width;
    } else {
      lines[lines.length - 1] += word;
      room -= width;
    }
  }
  return lines;
}

/** What a flaw costs: a line more than needed, no shape, a line ending in 关于; a line beginning with 关于 is worth something. */
const LINE_MORE = 6;
const UNSHAPED = 12;
const TORN = 8;
const ABOUT = -8;
const UNEVEN = 6;

interface Broken {
  readonly lines: string[];
  readonly cost: number;
}

/** What the lines above say about those to come. */
interface Above {
  /** Width of the line above; 0 without one, and where there is no shape any more. */
  readonly width: number;
  /** `open`: one line, or growing ones. */
  readonly shape: 'first' | 'open' | 'shrinking' | 'none';
  /** A line began with 关于. */
  readonly about: boolean;
}

/** The words on `count` lines at the least cost, null where they do not fit. What is left to break is worked out once per state. */
function shapedLines(words: readonly string[], count: number, limit: number): Broken | null {
  const ends = [0];
  for (const word of words) ends.push((ends.at(-1) ?? 0) + textWidth(word));
  const total = ends.at(-1) ?? 0;
  const known = new Map<string, Broken | null>();
  const rest = (from: number, left: number, above: Above): Broken | null => {
    const start = ends[from] ?? 0;
    if (words.length - from < left || total - start > left * limit) return null;
    if (left === 0) return from < words.length ? null : { lines: [], cost: 0 };
    const state = `${from} ${left} ${above.width} ${above.shape} ${above.about}`;
    const found = known.get(state);
    if (found !== undefined) return found;
    let best: Broken | null = null;
    for (let to = from + 1; to <= words.length; to += 1) {
      const width = (ends[to] ?? 0) - start;
      if (width > limit) break;
      const line = words.slice(from, to).join('');
      const here = below(above, line, width);
      const under = rest(to, left - 1, here);
      if (under === null) continue;
      const cost = under.cost + lineCost(above, here, line) + (Math.abs(width - total / count) / limit) * UNEVEN;
      if (best === null || cost < best.cost - ROUNDING) best = { lines: [line, ...under.lines], cost };
    }
    known.set(state, best);
    return best;
  };
  return rest(0, count, { width: 0, shape: 'first', about: false });
}

/** Sums in another order differ by less. */
const ROUNDING = 1e-9;

function below(above: Above, line: string, width: number): Above {
  const shape = shapeBelow(above, width);
  const about = above.about || (above.shape !== 'first' && line.startsWith('关于'));
  return { width: shape === 'none' ? 0 : width, shape, about };
}

function shapeBelow(above: Above, width: number): Above['shape'] {
  if (above.shape === 'first') return 'open';
  if (above.shape === 'none' || width === above.width) return 'none';
  if (width < above.width) return 'shrinking';
  return above.shape === 'open' ? 'open' : 'none';
}

/** What a line adds to the flaws above it. */
function lineCost(above: Above, here: Above, line: string): number {
  return (
    (here.shape === 'none' && above.shape !== 'none' ? UNSHAPED : 0) +
    (here.about && !above.about ? ABOUT : 0) +
    (line.endsWith('关于') ? TORN : 0)
  );
}
