/** Where a block was put: behind another one. `at` counts the edits, a later one wins. */
export interface Placing {
  readonly after: string;
  readonly at: number;
}

/**
 * The order of blocks of which some were put behind others. `composed` are the keys in the order of the data, the first of which never
 * moves; blocks of `placed` that are not among them were added by hand and always find a place: where what they stood behind is gone,
 * behind the last block of the same part, else at the end. Each block stands directly behind its anchor, the one put there last first; a
 * block whose anchor is gone stays where the data have it. Of blocks put behind each other the placing made first gives way.
 */
export function blockOrder(composed: readonly string[], placed: ReadonlyMap<string, Placing>): string[] {
  const own = new Set(composed);
  const links = new Map<string, Placing>();
  const loose: string[] = [];
  for (const [key, placing] of placed) {
    if (key === composed[0] || key === placing.after) continue;
    if (own.has(placing.after) || placed.has(placing.after)) links.set(key, placing);
    else if (!own.has(key)) loose.push(key);
  }
  for (const key of placed.keys()) {
    if (placed.get(key)?.after === key && !own.has(key)) loose.push(key);
  }
  untie(links, own, composed);
  for (const key of loose) {
    const placing = placed.get(key);
    if (placing) links.set(key, { after: standIn(placing.after, composed, links), at: placing.at });
  }
  return laidOut(composed, links);
}

/** What stands in for an anchor that is gone: the last block of its part that was not moved, else of all. */
function standIn(anchor: string, composed: readonly string[], links: ReadonlyMap<string, Placing>): string {
  const still = composed.filter((key) => !links.has(key) && !key.startsWith('own/'));
  const [part = ''] = anchor.split('/');
  const alike = SHARED.has(part) ? undefined : still.findLast((key) => key.split('/')[0] === part);
  return alike ?? still.at(-1) ?? composed[0] ?? '';
}

/** First words of keys that name no part of the paper. */
const SHARED: ReadonlySet<string> = new Set(['own', 'section', 'introduction']);

/** Takes blocks that were put behind each other out of their ring. */
function untie(links: Map<string, Placing>, own: ReadonlySet<string>, composed: readonly string[]): void {
  for (let ring = ringIn(links); ring !== null; ring = ringIn(links)) {
    const at = (key: string) => links.get(key)?.at ?? 0;
    const [first = ''] = [...ring].sort((a, b) => at(a) - at(b));
    if (own.has(first)) {
      links.delete(first);
      continue;
    }
    // What was added by hand takes the place of the composed block in the ring, which was moved behind it.
    const moved = ring.find((key) => own.has(key));
    const before = moved === undefined ? composed : composed.slice(0, composed.indexOf(moved));
    const after = before.findLast((key) => !links.has(key)) ?? composed[0] ?? '';
    links.set(first, { after, at: at(first) });
  }
}

function ringIn(links: ReadonlyMap<string, Placing>): string[] | null {
  const safe = new Set<string>();
  for (const start of links.keys()) {
    const path: string[] = [];
    let key: string | undefined = start;
    while (key !== undefined && !safe.has(key) && !path.includes(key)) {
      path.push(key);
      key = links.get(key)?.after;
    }
    if (key !== undefined && path.includes(key)) return path.slice(path.indexOf(key));
    for (const passed of path) safe.add(passed);
  }
  return null;
}

function laidOut(composed: readonly string[], links: ReadonlyMap<string, Placing>): string[] {
  const behind = new Map<string, { key: string; at: number }[]>();
  for (const [key, { after, at }] of links) behind.set(after, [...(behind.get(after) ?? []), { key, at }]);
  const order: string[] = [];
  const emit = (key: string): void => {
    order.push(key);
    for (const next of (behind.get(key) ?? []).sort((a, b) => b.at - a.at)) emit(next.key);
  };
  for (const key of composed) if (!links.has(key)) emit(key);
  return order;
}
