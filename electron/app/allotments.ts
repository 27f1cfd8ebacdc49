import { putAllotments, listAllotments as stored } from '../../db/queries/allotments.ts';
import { logAction } from '../../db/queries/audit.ts';
import type { Allotment, SavedAllotments } from '../contract/assignments.ts';
import type { Args } from '../contract.ts';
import { dutyAt } from '../core/dutyHistory.ts';
import { withoutNumber } from '../core/expectation.ts';
import { lastDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { dutyOf, refusePeriodNotOf, unitOf } from './dutySquare.ts';
import { refuseLocked } from './locks.ts';

/** The numbers allotted to units (分配数量) of a duty, of one period or all. */
export function listAllotments(context: Context, { duty, period }: Args<'allotments.list'>): readonly Allotment[] {
  const db = context.store().read;
  dutyOf(readDirectory(db), duty);
  return stored(db, { duty, period });
}

/**
 * Sets all numbers of a duty and period at once. A unit left out has none yet (未分配) and owes the duty all the same, one given 0 owes
 * nothing; the answer names those without. The numbers before stay in the audit log.
 */
export function saveAllotments(context: Context, { duty: id, period, counts, by = '' }: Args<'allotments.save'>) {
  const at = context.deps.now();
  return context.store().write((db): SavedAllotments => {
    const directory = readDirectory(db);
    const duty = dutyOf(directory, id);
    refusePeriodNotOf(duty, period);
    if (dutyAt(duty, lastDay(period)).quota === null) throw new Refusal('not_allotted', duty.title);
    const given = Object.entries(counts).map(([unit, count]) => ({ unit: unitOf(directory, unit).id, count }));
    refuseLocked(context, db, [period], directory);
    const before = stored(db, { duty: duty.id, period });
    putAllotments(db, { duty: duty.id, period }, given);
    const after = stored(db, { duty: duty.id, period });
    logAction(db, at, 'allotment.save', `${duty.id} ${period}`, JSON.stringify({ before, after }), by);
    return { allotments: after, unallotted: withoutNumber(duty, period, { ...directory, allotments: after }) };
  });
}
