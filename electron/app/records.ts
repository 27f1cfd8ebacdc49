import { logAction } from '../../db/queries/audit.ts';
import { getFinding, queryRecords, confirmFinding as writeConfirmation } from '../../db/queries/records.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { RecordPage, RecordQuery } from '../contract/records.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { refuseLocked } from './locks.ts';
import { periodsIn } from './status.ts';

/** Stored rows by template, unit, period (with the periods it holds), finding and text. */
export function listRecords(context: Context, query: RecordQuery): RecordPage {
  const db = context.store().read;
  if (query.template !== undefined && !context.resources.templates.some((t) => t.id === query.template))
    throw new Refusal('template_unknown', query.template);
  const directory = readDirectory(db);
  if (query.unit !== undefined && !directory.units.some((u) => u.id === query.unit))
    throw new Refusal('unit_unknown', query.unit);
  return queryRecords(
    db,
    query,
    query.period === undefined ? null : periodsIn(directory, query.period, context.calendar),
  );
}

/** Lets an error pass with a written reason, or takes that back; the record is judged again. */
export function confirmFinding(
  context: Context,
  { id, reason, by = '' }: Args<'findings.confirm'>,
): { readonly compliant: boolean } {
  const store = context.store();
  const found = getFinding(store.read, id);
  if (!found) throw new Refusal('finding_unknown', String(id));
  const written = reason?.trim() ?? null;
  if (written === '') throw new Refusal('reason_required');
  const compliant = store.write((db) => {
    refuseLocked(context, db, [found.record.period]);
    const now = context.deps.now();
    const judged = writeConfirmation(db, id, found.record.id, written, { at: now, by });
    if (found.record.state === 'current') renewTally(db, found.record);
    logAction(db, now, 'finding.confirm', String(id), written ?? '', by);
    return judged;
  });
  return { compliant };
}
