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
  /** Of the row as sent: equal for versions the unit did not change. */
  readonly hash: string;
  /** Mended by the office; no file ever held it. */
  readonly isCorrection: boolean;
  readonly sentAt: Moment;
  readonly receivedAt: Moment;
  readonly timely: boolean | null;
}

/** A file that held a version unchanged. */
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
  /** Records the office mended after the batch: they stay as they are. */
  readonly corrected: readonly V[];
  /** Corrections taken back, with the version that returns: what files held of them, they held of that. */
  readonly restored: readonly { readonly from: number; readonly to: number }[];
}

/**
 * What taking a batch back does to the records of one scope. `versions` in the order they were written, `sightings` oldest first, those of
 * this batch among them. A version that another file held unchanged, before the office mended it or since, passes to that file; the others
 * of the batch are taken back, and the version before returns. What the office mended since stays, and what the batch removed returns, behind a record of the same key that
 * came since. A record counts from the first file that is left; `judge` says whether it was timely then.
 */
export function planUndo<V extends UndoableVersion>(
  batch: string,
  versions: readonly V[],
  sightings: readonly Sighting[],
  judge: (version: V, firstReceipt: Moment) => boolean | null,
): UndoPlan<V> {
  const own = new Set(sightings.flatMap((sighting) => (sighting.batch === batch ? [sighting.record] : [])));
  const others = sightings.filter((sighting) => sighting.batch !== batch);
  const heirs = heirsOf(versions, others);
  const outcome = { changed: [] as V[], corrected: [] as V[], restored: [] as { from: number; to: number }[] };
  const counts = new Map<string, number>();
  const count = (id: string, by: number): void => {
    counts.set(id, (counts.get(id) ?? 0) + by);
  };
  // A batch whose records all begin elsewhere now brought none.
  for (const { batch: by, removedBy } of versions) for (const id of [by, removedBy]) if (id !== null) count(id, 0);
  for (const sighting of others) count(sighting.batch, 0);
  let removed = 0;
  let kept = 0;
  const undoing = { batch, heirs, own, judge };
  for (const life of lives(versions, batch)) {
    const last = life.at(-1);
    if (!last) continue;
    const left = remaining(life, undoing);
    const stays = left.some((version) => version.id === last.id);
    if (last.state === 'current' && brought(life, batch)) {
      if (stays) kept++;
      else removed++;
    }
    outcome.changed.push(...changesOf(life, left));
    outcome.restored.push(...restoredOf(life, left));
    if (stays && mendedSince(life, batch)) outcome.corrected.push(last);
    const [first] = left;
    const endedBy = left.at(-1)?.removedBy ?? null;
    if (first) count(first.batch, 1);
    if (endedBy !== null) count(endedBy, -1);
  }
  return { ...outcome, removed, kept, counts };
}

/** The first other file that held each version. What a file held of a row the office had mended, it held of the row as sent. */
function heirsOf<V extends UndoableVersion>(
  versions: readonly V[],
  others: readonly Sighting[],
): ReadonlyMap<number, Sighting> {
  const heirs = new Map<number, Sighting>();
  const sent = asSent(versions);
  for (const sighting of others)
    for (const id of [sighting.record, sent.get(sighting.record)])
      if (id !== undefined && !heirs.has(id)) heirs.set(id, sighting);
  return heirs;
}

/** Of corrections, the version of the row as sent that they lie over. */
function asSent<V extends UndoableVersion>(versions: readonly V[]): ReadonlyMap<number, number> {
  const base = new Map<string, V>();
  const sent = new Map<number, number>();
  for (const version of versions) {
    const under = base.get(version.key);
    if (!version.isCorrection) base.set(version.key, version);
    else if (under && under.lineage === version.lineage && under.hash === version.hash) sent.set(version.id, under.id);
  }
  return sent;
}

/** Whether the batch brought or changed a record; judging it anew, by the same row, is neither. */
function brought<V extends UndoableVersion>(life: readonly V[], batch: string): boolean {
  return life.some(
    (version, index) => version.batch === batch && (version.isCorrection || version.hash !== life[index - 1]?.hash),
  );
}

/** Versions of a record as they are to be, only those that change. */
function changesOf<V extends UndoableVersion>(life: readonly V[], left: readonly V[]): V[] {
  const after = new Map(left.map((version) => [version.id, version]));
  return life.flatMap((version) => {
    const next = after.get(version.id) ?? { ...version, state: 'undone' as const };
    return differs(version, next) ? [next] : [];
  });
}

/** Corrections taken back, each with the version before that holds the same row. */
function restoredOf<V extends UndoableVersion>(life: readonly V[], left: readonly V[]): { from: number; to: number }[] {
  return life.flatMap((version) => {
    if (!version.isCorrection || left.some((one) => one.id === version.id)) return [];
    const to = left.findLast((one) => one.id < version.id && one.hash === version.hash);
    return to ? [{ from: version.id, to: to.id }] : [];
  });
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

/** Whether the version in force is one the office mended after the batch wrote the record. */
function mendedSince<V extends UndoableVersion>(life: readonly V[], batch: string): boolean {
  const first = life.findIndex((version) => version.batch === batch);
  const last = life.at(-1);
  return first >= 0 && first < life.length - 1 && last?.state === 'current' && last.isCorrection;
}

interface Undoing<V> {
  readonly batch: string;
  /** Other files that held a version, the first of each. */
  readonly heirs: ReadonlyMap<number, Sighting>;
  /** Versions this batch held unchanged. */
  readonly own: ReadonlySet<number>;
  readonly judge: (version: V, firstReceipt: Moment) => boolean | null;
}

/** The versions of a record that stay, as they are to be. A record the batch did not touch stays as it is. */
function remaining<V extends UndoableVersion>(
  life: readonly V[],
  { batch, heirs, own, judge }: Undoing<V>,
): readonly V[] {
  if (!life.some(({ id, batch: by, removedBy }) => by === batch || removedBy === batch || own.has(id))) return life;
  const last = life.at(-1);
  const ending = last?.state === 'removed' && last.removedBy !== batch ? last.removedBy : null;
  const staying: V[] = [];
  for (const version of life) {
    const heir = version.isCorrection ? undefined : heirs.get(version.id);
    if (version.batch === batch && heir) staying.push({ ...version, batch: heir.batch, sentAt: heir.receivedAt });
    else if (version.batch !== batch) staying.push({ ...version, sentAt: receiptUnder(version, staying) });
  }
  const receipts = staying.flatMap(({ id, sentAt }) => [sentAt, heirs.get(id)?.receivedAt ?? sentAt]);
  const first = receipts.reduce((a, b) => (a < b ? a : b), '9999');
  let number = 0;
  return staying.map((version, index) => {
    const isLast = index === staying.length - 1;
    if (version.hash !== staying[index - 1]?.hash) number++;
    return {
      ...version,
      lineage: staying[0]?.lineage ?? version.lineage,
      version: number,
      state: !isLast ? 'superseded' : ending === null ? 'current' : 'removed',
      removedBy: isLast ? ending : null,
      receivedAt: first,
      timely: judge(version, first),
    };
  });
}

/** When the file came whose row a version is; that of a correction is the one it lies over, as long as it stays. */
function receiptUnder<V extends UndoableVersion>(version: V, before: readonly V[]): Moment {
  const under = version.isCorrection ? before.at(-1) : undefined;
  return under?.hash === version.hash ? under.sentAt : version.sentAt;
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
