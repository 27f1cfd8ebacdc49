/**
 * Breaks a title into lines of at most `limit` full characters: shaped 梯形 (growing or shrinking) or 菱形 (widest in the middle), no word
 * torn, a line break before 关于 preferred (GB/T 9704 7.3.1). A title that fits stays on one line.
 */
export function titleLines(title: string, limit = 20): string[] {
  const words = titleWords(title);
  if (textWidth(title) <= limit || words.length < 2) return [title];
  const least = Math.ceil(textWidth(title) / limit);
  let best: { lines: string[]; cost: number } | null = null;
  for (let count = least; count <= least + 1; count += 1) {
    for (const lines of splits(words, count, limit)) {
      const cost = costOf(lines, limit) + (count - least) * 6;
      if (best === null || cost < best.cost) best = { lines, cost };
    }
  }
  return best?.lines ?? [title];
}

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
    words.push(...segments(title.slice(at, match.index)), match[0]);
    at = match.index + match[0].length;
  }
  words.push(...segments(title.slice(at)));
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

function segments(text: string): string[] {
  return [...new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(text)].map((part) => part.segment);
}

/** All ways to put the words on `count` lines that fit. */
function* splits(words: readonly string[], count: number, limit: number): Generator<string[]> {
  if (count === 1) {
    const line = words.join('');
    if (textWidth(line) <= limit) yield [line];
    return;
  }
  for (let taken = 1; taken <= words.length - count + 1; taken += 1) {
    const line = words.slice(0, taken).join('');
    if (textWidth(line) > limit) return;
    for (const rest of splits(words.slice(taken), count - 1, limit)) yield [line, ...rest];
  }
}

function costOf(lines: readonly string[], limit: number): number {
  const widths = lines.map(textWidth);
  const steps = widths.slice(1).map((width, index) => width - (widths[index] ?? 0));
  const shaped = steps.every((step, index) => step !== 0 && !(step > 0 && (steps[index - 1] ?? 1) < 0));
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + Math.abs(width - mean), 0) / limit;
  const about = lines.some((line, index) => index > 0 && line.startsWith('关于')) ? -8 : 0;
  const torn = lines.filter((line) => line.endsWith('关于')).length * 8;
  return (shaped ? 0 : 12) + uneven * 6 + about + torn;
}
