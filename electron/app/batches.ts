import { logAction } from '../../db/queries/audit.ts';
import { getBatch, markUndone, listBatches as storedBatches } from '../../db/queries/batches.ts';
import {
  liveSightings,
  liveVersions,
  type RecordVersion,
  removedByBatch,
  updateVersion,
  versionsOfBatch,
} from '../../db/queries/recordVersions.ts';
import { withdrawBatch } from '../../db/queries/submissions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { WriteDb } from '../../db/types.ts';
import type { BatchDetail, BatchSummary, UndoResult } from '../contract/imports.ts';
import type { Moment } from '../contract/time.ts';
import { isTimely } from '../core/due.ts';
import { dayOf } from '../core/period.ts';
import { type Scope, scopeKey } from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';

/** Import history, newest first. */
export function listBatches(context: Context): readonly BatchSummary[] {
  return storedBatches(context.store().read);
}

/** One batch with every file as it was shown. */
export function batchDetail(context: Context, id: string): BatchDetail {
  const batch = getBatch(context.store().read, id);
  if (!batch) throw new Refusal('batch_unknown', id);
  return batch;
}

/**
 * Takes one import back, at any time: versions it wrote give way to the ones before, records it removed return, and records a later file
 * holds as well stay and begin with that file. Nothing is deleted; every version keeps its line.
 */
export function undoBatch(context: Context, id: string): UndoResult {
  const store = context.store();
  const batch = batchDetail(context, id);
  if (batch.undoneAt !== null) throw new Refusal('batch_undone', id);
  const now = context.deps.now();
  return store.write((db) => {
    markUndone(db, id, now);
    withdrawBatch(db, id, now);
    const rejudge = judge(context, db);
    const scopes = new Map<string, Scope>();
    let removed = 0;
    let kept = 0;
    for (const version of versionsOfBatch(db, id)) {
      if (version.state === 'undone') continue;
      scopes.set(scopeKey(version), scopeOf(version));
      if (takeBack(db, version, rejudge)) kept++;
      else removed++;
    }
    for (const version of removedByBatch(db, id)) {
      scopes.set(scopeKey(version), scopeOf(version));
      updateVersion(db, version.id, { state: 'current', removedBy: null });
    }
    for (const scope of scopes.values()) renewTally(db, scope);
    logAction(db, now, 'import.undo', id, `removed ${removed}, kept ${kept}`);
    return { batch: id, removed, kept };
  });
}

type Judge = (version: RecordVersion, receivedAt: Moment) => boolean | null;

/** Takes one version back; true when its record stays in force by another file. */
function takeBack(db: WriteDb, version: RecordVersion, rejudge: Judge): boolean {
  const seen = liveSightings(db, version.lineage)[0];
  const others = liveVersions(db, version.lineage).filter((other) => other.id !== version.id);
  const [newest] = others;
  if (version.state === 'current' && newest === undefined && seen) {
    updateVersion(db, version.id, {
      batch: seen.batch,
      sentAt: seen.receivedAt,
      receivedAt: seen.receivedAt,
      timely: rejudge(version, seen.receivedAt),
    });
    return true;
  }
  updateVersion(db, version.id, { state: 'undone' });
  if (!newest) return false;
  // The record now begins with the oldest file that is left.
  const first =
    others
      .map((other) => other.sentAt)
      .concat(seen ? [seen.receivedAt] : [])
      .sort()[0] ?? newest.sentAt;
  for (const other of others) updateVersion(db, other.id, { receivedAt: first, timely: rejudge(other, first) });
  if (version.state === 'current') {
    updateVersion(db, newest.id, { state: 'current' });
    return false;
  }
  return true;
}

function judge(context: Context, db: WriteDb): Judge {
  const { duties } = readDirectory(db);
  return (version, receivedAt) => {
    const term = duties.find((duty) => duty.id === version.duty)?.recordTerm ?? null;
    if (version.timely === null || term === null) return version.timely;
    return isTimely(version.decisionDate, dayOf(receivedAt), term, context.calendar);
  };
}

const scopeOf = ({ unit, duty, period, template }: RecordVersion): Scope => ({ unit, duty, period, template });
