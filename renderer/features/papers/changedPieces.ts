interface ChangedPiece {
  readonly text: string;
  readonly isNew: boolean;
}

/** A text cut into what stood in it before and what did not; a number is new as a whole. */
export function changedPieces(before: string, after: string): ChangedPiece[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const kept = longestCommon(old, now);
  const pieces: { text: string; isNew: boolean }[] = [];
  for (const [index, text] of now.entries()) {
    const isNew = !kept.has(index);
    const last = pieces.at(-1);
    if (last?.isNew === isNew) last.text += text;
    else pieces.push({ text, isNew });
  }
  return pieces;
}

const tokensOf = (text: string) => text.match(/\d[\d.]*%?|[^\d]/gu) ?? [];

/** Places in `now` of a longest common run of tokens, in order. */
function longestCommon(old: readonly string[], now: readonly string[]): ReadonlySet<number> {
  const wide = now.length + 1;
  // Length of what is common from here on, row by row.
  const lengths = new Uint16Array((old.length + 1) * wide);
  const at = (i: number, j: number) => lengths[i * wide + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * wide + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) {
      kept.add(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}
