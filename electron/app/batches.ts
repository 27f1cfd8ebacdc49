import { logAction } from '../../db/queries/audit.ts';
import { getBatch, markUndone, listBatches as storedBatches } from '../../db/queries/batches.ts';
import {
  type LiveVersion,
  liveSightings,
  liveVersions,
  scopesOfBatch,
  updateVersions,
} from '../../db/queries/recordVersions.ts';
import { setBatchCount, withdrawBatch } from '../../db/queries/submissions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { WriteDb } from '../../db/types.ts';
import type { BatchDetail, BatchSummary, UndoResult } from '../contract/imports.ts';
import type { Moment } from '../contract/time.ts';
import { isTimely } from '../core/due.ts';
import { dayOf } from '../core/period.ts';
import type { Scope } from '../core/planImport.ts';
import { planUndo } from '../core/planUndo.ts';
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
  return { ...batch, receipts: [] };
}

/**
 * Takes one import back, at any time: versions it wrote give way to the ones before, records it removed return, and records a later file
 * holds as well stay and begin with that file. Nothing is deleted; every version keeps its line.
 */
export function undoBatch(context: Context, id: string): UndoResult {
  const now = context.deps.now();
  return context.store().write((db) => {
    const batch = getBatch(db, id);
    if (!batch) throw new Refusal('batch_unknown', id);
    if (batch.undoneAt !== null) throw new Refusal('batch_undone', id);
    markUndone(db, id, now);
    withdrawBatch(db, id, now);
    const judgeIn = createJudge(context, db);
    let removed = 0;
    let kept = 0;
    for (const scope of scopesOfBatch(db, id)) {
      const plan = planUndo(id, liveVersions(db, scope), liveSightings(db, scope), judgeIn(scope));
      updateVersions(db, plan.changed);
      for (const [by, count] of plan.counts) setBatchCount(db, scope, by, count);
      renewTally(db, scope);
      removed += plan.removed;
      kept += plan.kept;
    }
    logAction(db, now, 'import.undo', id, `removed ${removed}, kept ${kept}`);
    return { batch: id, removed, kept, corrected: [] };
  });
}

/** Whether a record of a scope was timely, by its first receipt. */
function createJudge(context: Context, db: WriteDb) {
  const { duties } = readDirectory(db);
  return (scope: Scope) => {
    const term = duties.find((duty) => duty.id === scope.duty)?.recordTerm ?? null;
    return (version: LiveVersion, firstReceipt: Moment): boolean | null =>
      version.timely === null || term === null || version.receivedAt === firstReceipt
        ? version.timely
        : isTimely(version.decisionDate, dayOf(firstReceipt), term, context.calendar);
  };
}
