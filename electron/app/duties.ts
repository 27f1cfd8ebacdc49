import { logAction } from '../../db/queries/audit.ts';
import { putDuty, listDuties as storedDuties } from '../../db/queries/duties.ts';
import type { Duty } from '../contract/duties.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';

/** All duties in the notice's order; with `year`, those owed in that year. */
export function listDuties(context: Context, year: number | undefined): readonly Duty[] {
  const { duties, office } = readDirectory(context.store().read);
  return year === undefined || `${year}-12-31` >= office.settings.effectiveFrom ? duties : [];
}

/** Changes the basics of a duty. */
export function saveDuty(context: Context, { duty: draft }: Args<'duties.save'>): Duty {
  const store = context.store();
  const stored = storedDuties(store.read);
  const position = stored.findIndex((duty) => duty.id === draft.id);
  const before = stored[position];
  if (!before) throw new Refusal('duty_unknown', draft.id);
  const { groups } = readDirectory(store.read);
  const unknown = draft.groups.find((id) => !groups.some((group) => group.id === id));
  if (unknown !== undefined) throw new Refusal('group_unknown', unknown);
  store.write((db) => {
    putDuty(db, { ...before, ...draft }, position);
    logAction(db, context.deps.now(), 'duty.save', draft.id, JSON.stringify(before));
  });
  const saved = readDirectory(store.read).duties.find((duty) => duty.id === draft.id);
  if (!saved) throw new Refusal('duty_unknown', draft.id);
  return saved;
}
