import type { Moment } from '../contract/time.ts';

/** A stored version of a record that was not taken back. `removed` ones left the table by the batch `removedBy`. */
export interface UndoableVersion {
  readonly id: number;
  readonly lineage: number;
  readonly version: number;
  readonly state: 'current' | 'superseded' | 'undone' | 'removed';
  readonly batch: string;
  readonly removedBy: string | null;
  readonly key: string;
  readonly sentAt: Moment;
  readonly receivedAt: Moment;
  readonly timely: boolean | null;
}

/** A file, not undone, that held a version unchanged. */
export interface Sighting {
  readonly record: number;
  readonly batch: string;
  readonly receivedAt: Moment;
}

export interface UndoPlan<V extends UndoableVersion> {
  /** Versions as they are to be, only those that change. */
  readonly changed: readonly V[];
  /** Records that were in force by this batch and give way. */
  readonly removed: number;
  /** Records of this batch that stay because a later file holds them, too. */
  readonly kept: number;
  /** Records each batch brought, less those it removed: the count of its submission. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * What taking a batch back does to the records of one scope. `versions` in the order they were written, `sightings` oldest first and
 * without this batch. A version that a later file held unchanged passes to that file; the others of the batch are taken back, and the
 * version before returns. What the batch removed returns, behind a record of the same key that came since. A record counts from the first
 * file that is left; `judge` says whether it was timely then.
 */
export function planUndo<V extends UndoableVersion>(
  batch: string,
  versions: readonly V[],
  sightings: readonly Sighting[],
  judge: (version: V, firstReceipt: Moment) => boolean | null,
): UndoPlan<V> {
  const heirs = new Map<number, Sighting>();
  for (const sighting of sightings) if (!heirs.has(sighting.record)) heirs.set(sighting.record, sighting);
  const changed: V[] = [];
  const counts = new Map<string, number>();
  const count = (id: string, by: number): void => {
    counts.set(id, (counts.get(id) ?? 0) + by);
  };
  // A batch whose records all begin elsewhere now brought none.
  for (const { batch: by, removedBy } of versions) for (const id of [by, removedBy]) if (id !== null) count(id, 0);
  for (const sighting of sightings) count(sighting.batch, 0);
  let removed = 0;
  let kept = 0;
  const undoing = { batch, heirs, judge };
  for (const life of lives(versions, batch)) {
    const last = life.at(-1);
    if (!last) continue;
    const left = remaining(life, undoing);
    const after = new Map(left.map((version) => [version.id, version]));
    if (last.state === 'current' && !after.has(last.id)) removed++;
    else if (last.state === 'current' && life.some((version) => version.batch === batch)) kept++;
    for (const version of life) {
      const next = after.get(version.id) ?? { ...version, state: 'undone' as const };
      if (differs(version, next)) changed.push(next);
    }
    const [first] = left;
    const endedBy = left.at(-1)?.removedBy ?? null;
    if (first) count(first.batch, 1);
    if (endedBy !== null) count(endedBy, -1);
  }
  return { changed, removed, kept, counts };
}

/**
 * Versions record by record: those of one key, cut where a removal that stays in force ended it. What came later under the key is
 * another record.
 */
function lives<V extends UndoableVersion>(versions: readonly V[], batch: string): V[][] {
  return [...Map.groupBy(versions, (version) => version.key).values()].flatMap((ofKey) => {
    const cut: V[][] = [[]];
    for (const version of ofKey) {
      cut.at(-1)?.push(version);
      if (version.state === 'removed' && version.removedBy !== batch) cut.push([]);
    }
    return cut;
  });
}

interface Undoing<V> {
  readonly batch: string;
  readonly heirs: ReadonlyMap<number, Sighting>;
  readonly judge: (version: V, firstReceipt: Moment) => boolean | null;
}

/** The versions of a record that stay, as they are to be. A record the batch did not touch stays as it is. */
function remaining<V extends UndoableVersion>(life: readonly V[], { batch, heirs, judge }: Undoing<V>): readonly V[] {
  if (!life.some((version) => version.batch === batch || version.removedBy === batch)) return life;
  const last = life.at(-1);
  const ending = last?.state === 'removed' && last.removedBy !== batch ? last.removedBy : null;
  const staying = life.flatMap((version): V[] => {
    if (version.batch !== batch) return [version];
    const heir = heirs.get(version.id);
    return heir ? [{ ...version, batch: heir.batch, sentAt: heir.receivedAt }] : [];
  });
  const first = staying.map((version) => version.sentAt).reduce((a, b) => (a < b ? a : b), '9999');
  return staying.map((version, index) => {
    const isLast = index === staying.length - 1;
    return {
      ...version,
      lineage: staying[0]?.lineage ?? version.lineage,
      version: index + 1,
      state: !isLast ? 'superseded' : ending === null ? 'current' : 'removed',
      removedBy: isLast ? ending : null,
      receivedAt: first,
      timely: judge(version, first),
    };
  });
}

function differs<V extends UndoableVersion>(a: V, b: V): boolean {
  return (
    a.state !== b.state ||
    a.batch !== b.batch ||
    a.removedBy !== b.removedBy ||
    a.lineage !== b.lineage ||
    a.version !== b.version ||
    a.sentAt !== b.sentAt ||
    a.receivedAt !== b.receivedAt ||
    a.timely !== b.timely
  );
}
