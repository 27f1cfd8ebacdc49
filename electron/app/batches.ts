import { listAttachments, withdrawAttachments } from '../../db/queries/attachments.ts';
import { logAction } from '../../db/queries/audit.ts';
import { filesOfBatch, getBatch, markUndone, listBatches as storedBatches } from '../../db/queries/batches.ts';
import { correctionsIn, correctionsOf, undoCorrections } from '../../db/queries/corrections.ts';
import { forgetBatch } from '../../db/queries/memory.ts';
import {
  type LiveVersion,
  liveVersions,
  moveSightings,
  recordContents,
  scopesOfBatch,
  sightingsOf,
  updateVersions,
} from '../../db/queries/recordVersions.ts';
import { withdrawSlipsOf } from '../../db/queries/returns.ts';
import { setBatchCount, withdrawBatch } from '../../db/queries/submissions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { WriteDb } from '../../db/types.ts';
import type { BatchCorrection, BatchDetail, BatchSummary, UndoResult } from '../contract/batches.ts';
import type { Args } from '../contract.ts';
import type { Scope } from '../core/planImport.ts';
import { planUndo } from '../core/planUndo.ts';
import { receiptsOf } from '../core/receipts.ts';
import { Refusal } from '../core/refusal.ts';
import { titleOf } from '../core/rowDifferences.ts';
import type { Context } from './context.ts';
import { refuseLocked } from './locks.ts';
import { createReceiptClocks } from './receiptClock.ts';

/** Import history, newest first. */
export function listBatches(context: Context): readonly BatchSummary[] {
  return storedBatches(context.store().read);
}

/** One batch with every file as it was shown, and the receipt of each. */
export function batchDetail(context: Context, id: string): BatchDetail {
  const db = context.store().read;
  const batch = getBatch(db, id);
  if (!batch) throw new Refusal('batch_unknown', id);
  const corrections = correctionsIn(db, id).map((one) => correctionShown(context, one));
  return { ...batch, receipts: receiptsOf(id, batch.items, filesOfBatch(db, id)), corrections };
}

function correctionShown({ resources }: Context, mended: ReturnType<typeof correctionsIn>[number]): BatchCorrection {
  const { lineage, unit, period, field, before, value, reason, by } = mended;
  const template = resources.templates.find((one) => one.id === mended.template);
  const column = template?.columns.find((one) => one.id === field)?.name ?? field;
  const title = template ? titleOf(mended, template) : '';
  return { record: lineage, title, unit, period, column, before, after: value, reason, by };
}

/**
 * Takes one import or correction back, at any time before its period is closed: versions it wrote give way to the ones before, records it
 * removed return, records another file holds as well stay and begin with that file, and what the office mended since stays and is listed.
 * Nothing is deleted; every version keeps its line.
 */
export function undoBatch(context: Context, { batch: id, by = '' }: Args<'batches.undo'>): UndoResult {
  const now = context.deps.now();
  return context.store().write((db) => {
    const batch = getBatch(db, id);
    if (!batch) throw new Refusal('batch_unknown', id);
    if (batch.undoneAt !== null) throw new Refusal('batch_undone', id);
    const { written, seen } = scopesOfBatch(db, id);
    refuseLocked(context, db, [
      ...written.map((scope) => scope.period),
      ...listAttachments(db, { batch: id }).flatMap(({ period }) => period ?? []),
      ...batch.items.flatMap((file) =>
        file.tables.flatMap(({ status, period }) => (status === 'committed' && period !== null ? [period] : [])),
      ),
    ]);
    markUndone(db, id, now);
    withdrawBatch(db, id, now);
    withdrawSlipsOf(db, id, now);
    withdrawAttachments(db, id, now);
    forgetBatch(db, id, now);
    const clockOf = createReceiptClocks(context, db);
    let removed = 0;
    let kept = 0;
    const corrected: { version: LiveVersion; scope: Scope }[] = [];
    for (const scope of [...written, ...seen]) {
      const versions = liveVersions(db, scope);
      const clock = clockOf(scope);
      const plan = planUndo(id, versions, sightingsOf(db, scope, id), clock.judge);
      updateVersions(db, plan.changed);
      clock.tell(versions, plan.changed);
      for (const { from, to } of plan.restored) moveSightings(db, from, to);
      for (const [by, count] of plan.counts) setBatchCount(db, scope, by, count);
      renewTally(db, scope);
      removed += plan.removed;
      kept += plan.kept;
      corrected.push(...plan.corrected.map((version) => ({ version, scope })));
    }
    const told = corrected.flatMap((one) => correctedRecord(db, context, one));
    undoCorrections(
      db,
      id,
      now,
      told.map((one) => one.id),
    );
    logAction(db, now, 'import.undo', id, `removed ${removed}, kept ${kept}`, by);
    return { batch: id, removed, kept, corrected: told };
  });
}

/** A record that stays because the office mended it since: what it is called, who mended it last and when. */
function correctedRecord(
  db: WriteDb,
  { resources }: Context,
  { version, scope }: { readonly version: LiveVersion; readonly scope: Scope },
): UndoResult['corrected'] {
  const template = resources.templates.find((one) => one.id === scope.template);
  const content = recordContents(db, scope, [version.key]).get(version.key);
  const last = correctionsOf(db, [version.lineage]).get(version.lineage)?.at(-1);
  if (!template || !content || !last) return [];
  return [{ id: version.lineage, title: titleOf(content, template), by: last.by, at: last.at }];
}
